// What can be done at any time: the same things, in the same place.

class Menu {
  constructor(chat, actions) {
    const { words } = chat;
    this.chat = chat;
    const name = chat.id("menu");
    this.button = button(words.menu, () => this.toggle(), { "aria-expanded": "false", "aria-controls": name, class: "head" });
    const says = (key) => button(words[key], () => { this.close(); chat.say(words.says[key]); });
    const does = (text, action, properties) => button(text, () => { this.close(); action(); }, properties);
    const box = make("input", { type: "checkbox", on: { change: () => chat.store.write({}, box.checked) } });
    this.box = box;
    this.until = make("p", { class: "hint" });
    this.element = make(
      "div",
      { class: "menu", id: name, hidden: true, role: "group", "aria-label": words.menu },
      says("help"),
      says("person"),
      says("noted"),
      says("summary"),
      does(words.print, () => printSummary(chat)),
      does(words.saveChat, () => saveChat(chat)),
      says("startAgain"),
      button(words.larger, () => chat.enlarge()),
      says("privacy"),
      make("label", { class: "keep" }, box, make("span", {}, words.keep, make("span", { class: "hint", text: words.keepHint }))),
      this.until,
      does(words.delete, actions.askDelete, { class: "danger" }),
    );
  }

  toggle() {
    if (this.element.hidden) this.open();
    else this.close(true);
  }

  open() {
    const { store, words, language } = this.chat;
    const { until } = store.read();
    this.box.checked = store.isKept;
    this.until.textContent = until
      ? fill(words.kept, { time: new Date(until).toLocaleString(language, { dateStyle: "long", timeStyle: "short" }) })
      : "";
    this.element.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
  }

  /** Close it; say whether it was open. */
  close(returnsFocus = false) {
    const wasOpen = !this.element.hidden;
    this.element.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
    if (wasOpen && returnsFocus) this.button.focus();
    return wasOpen;
  }
}
