// The panel: head, menu, conversation and field; how it opens, closes, and where the focus goes.

class Panel {
  constructor(chat, isInline, title) {
    this.chat = chat;
    this.isInline = isInline;
    const { words } = chat;
    const name = chat.id("title");
    this.menu = new Menu(chat, { askDelete: () => this.askDelete() });
    this.confirm = make("div", { class: "confirm", hidden: true, role: "group" });
    this.element = make(
      "section",
      {
        class: "panel", hidden: true, tabindex: "-1", "aria-labelledby": name, role: isInline ? "region" : "dialog",
        on: { keydown: (event) => this.pressed(event) },
      },
      make(
        "header",
        {},
        make("h2", { id: name, text: title || words.title }),
        this.menu.button,
        isInline ? null : button(words.close, () => this.close(), { class: "head close" }),
      ),
      this.menu.element,
      this.confirm,
      chat.transcript.bar.element,
      chat.transcript.element,
      chat.banner.element,
      chat.composer.element,
      make("p", { class: "foot", text: fill(words.foot, { number: chat.emergency }) }),
      chat.live.polite,
      chat.live.urgent,
    );
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /** Open it. `byPerson`: somebody asked for it just now, so the focus may move. */
  open(byPerson) {
    if (this.isOpen) return;
    this.element.hidden = false;
    this.fit();
    if (byPerson && isTouch()) this.element.focus({ preventScroll: true });
    else if (byPerson) this.chat.composer.field.focus({ preventScroll: true });
    this.chat.begin().then(() => this.chat.hasBegun && this.chat.store.write({ open: true }));
    this.chat.emit("open");
  }

  close() {
    if (!this.isOpen || this.isInline) return;
    this.element.hidden = true;
    if (this.chat.hasBegun && !this.chat.isEnded) this.chat.store.write({ open: false });
    this.chat.emit("close");
    this.chat.host.closed();
  }

  pressed(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    if (!this.menu.close(true)) this.close();
  }

  /** Ask before the conversation is deleted, since nothing brings it back. */
  askDelete() {
    const { words } = this.chat;
    const end = (isSure) => {
      this.confirm.hidden = true;
      if (isSure) this.chat.remove();
      if (isTouch()) this.element.focus();
      else this.chat.composer.field.focus();
    };
    const yes = button(words.deleteYes, () => end(true), { class: "danger" });
    const text = make("p", { id: this.chat.id("sure"), text: words.deleteSure });
    this.confirm.setAttribute("aria-labelledby", text.id);
    this.confirm.replaceChildren(text, make("div", { class: "controls" }, yes, button(words.deleteNo, () => end(false))));
    this.confirm.hidden = false;
    yes.focus();
  }

  /** Where the keyboard of a phone covers the page, take only what is left of it. */
  fit() {
    const view = window.visualViewport;
    if (!view || this.isInline || this.isFitted) return;
    this.isFitted = true;
    view.addEventListener("resize", () => {
      const isCovered = window.innerHeight - view.height > 120 && view.scale < 1.05;
      this.element.style.setProperty("--view", isCovered ? `${view.height}px` : "");
    });
  }
}
