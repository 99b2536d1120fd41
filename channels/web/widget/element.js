// <osteo-chat>: the element that a page writes. It floats at the edge of the page, or fills its place with `inline`.

const BASE = "base";

class OsteoChat extends HTMLElement {
  static observedAttributes = ["lang", "accent"];

  /** The strings by language: a page may add one before it is used. */
  static strings = LANGUAGES;

  connectedCallback() {
    if (this.frame) return;
    if (!this.shadowRoot) this.attachShadow({ mode: "open" });
    this.sheets = { [BASE]: sheetOf(STYLE), accent: sheetOf(""), scale: sheetOf("") };
    this.shadowRoot.adoptedStyleSheets = [this.sheets[BASE], this.sheets.accent, this.sheets.scale];
    // A `title` would show as a tooltip over the whole chat: it is taken as the chat's name, and removed.
    this.heading = this.getAttribute("title") || this.heading || "";
    this.removeAttribute("title");
    this.attributeChangedCallback("accent");
    this.build();
  }

  attributeChangedCallback(name) {
    if (!this.sheets) return;
    if (name === "accent") this.sheets.accent.replaceSync(accentRule(this.getAttribute("accent")));
    else if (this.frame) this.rebuild();
  }

  /** The address of the server: of the attribute `server`, else where the script came from. */
  get home() {
    const given = this.getAttribute("server");
    return given ? `${given.replace(/\/+$/, "")}/` : HOME;
  }

  get isInline() {
    return this.hasAttribute("inline");
  }

  /** The number to call in an emergency. */
  get emergency() {
    return this.getAttribute("emergency") || "112";
  }

  build() {
    this.language = this.getAttribute("lang") || document.documentElement.lang || "en";
    this.words = stringsFor(this.language);
    this.store = new Store(this.home);
    this.panel = this.chat = null;
    this.launcher = this.isInline ? this.welcome() : this.floating();
    const lang = this.words === LANGUAGES.en ? "en" : this.language;
    this.frame = make("div", { class: "root", lang, dir: this.words.dir }, this.launcher);
    this.shadowRoot.replaceChildren(this.frame);
    const { open, scale } = this.store.read();
    if (scale) this.setScale(scale);
    if (open) this.show(false);
  }

  /** Make the panel, which nobody needs before the chat is opened. */
  prepare() {
    this.chat = new Chat(this);
    this.panel = new Panel(this.chat, this.isInline, this.heading);
    this.frame.appendChild(this.panel.element);
  }

  /** Speak another language from now on; the conversation is read again from the server. */
  rebuild() {
    const wasOpen = Boolean(this.panel) && this.panel.isOpen;
    this.build();
    if (wasOpen) this.show(false);
  }

  floating() {
    const face = make("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, make("path", { d: "M4 4h16v12H9l-5 4z" }));
    const properties = { class: "launcher", "aria-expanded": "false" };
    const launcher = button("", () => this.open(), properties);
    launcher.replaceChildren(face, make("span", { text: this.words.launch }));
    return launcher;
  }

  welcome() {
    const { words } = this;
    return make(
      "div",
      { class: "welcome" },
      make("h2", { text: this.heading || words.title }),
      make("p", { text: fill(words.foot, { number: this.emergency }) }),
      button(words.begin, () => this.open(), { class: "strong" }),
      make("p", { class: "hint", text: words.beginHint }),
    );
  }

  setScale(scale) {
    this.sheets.scale.replaceSync(`:host{--scale:${Number(scale) || 1}}`);
  }

  show(byPerson) {
    if (!this.panel) this.prepare();
    this.launcher.hidden = true;
    if (!this.isInline) this.launcher.setAttribute("aria-expanded", "true");
    this.panel.open(byPerson);
  }

  /** Open the chat. */
  open() {
    this.show(true);
  }

  /** Close the chat. */
  close() {
    if (this.panel) this.panel.close();
  }

  /** The panel was closed: the launcher is back, with the focus on it. */
  closed() {
    this.launcher.hidden = false;
    this.launcher.setAttribute("aria-expanded", "false");
    this.launcher.focus();
  }
}

// A page may have the script twice.
if (!window.customElements.get("osteo-chat")) window.customElements.define("osteo-chat", OsteoChat);
