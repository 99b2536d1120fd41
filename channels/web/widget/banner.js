// One line above the field about what is going on, with a button where there is something to do.

class Banner {
  constructor() {
    this.text = make("p");
    this.element = make("div", { class: "banner", hidden: true }, this.text);
  }

  show(text, action) {
    this.text.textContent = text;
    this.text.hidden = !text;
    this.element.replaceChildren(this.text, ...(action ? [button(action.text, action.press, { class: "strong" })] : []));
    this.element.hidden = false;
  }

  hide() {
    this.element.hidden = true;
  }
}
