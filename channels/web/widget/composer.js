// The field at the bottom: grows with the text, counts when it gets long, and never cuts off what was typed.

const COUNT_FROM = 200;
/** Characters left from which the counter is shown. */
const SAY_AT = [100, 50, 10, 0];
/** Characters left at which it is also announced. */

class Composer {
  constructor(chat) {
    this.chat = chat;
    this.longest = 1000;
    const { words } = chat;
    const name = chat.id("field");
    this.field = make("textarea", {
      id: name, rows: 1, enterkeyhint: "send", autocomplete: "off", "aria-describedby": `${name}-count`,
      on: { input: () => this.changed(), keydown: (event) => this.pressed(event) },
    });
    this.counter = make("p", { class: "counter", id: `${name}-count` });
    this.button = make("button", { type: "submit", class: "send", text: words.send });
    this.element = make(
      "form",
      { class: "composer", on: { submit: (event) => { event.preventDefault(); this.submit(); } } },
      make("label", { for: name, text: words.field }),
      make("div", { class: "row" }, this.field, this.button),
      this.counter,
    );
  }

  get left() {
    return this.longest - this.field.value.trim().length;
  }

  changed() {
    const { words, live } = this.chat;
    const { left } = this;
    this.counter.textContent = left < COUNT_FROM ? fill(left < 0 ? words.over : words.left, { count: Math.abs(left) }) : "";
    this.counter.classList.toggle("over", left < 0);
    if (SAY_AT.includes(left) || (left < 0 && !this.wasOver)) live.say(this.counter.textContent);
    this.wasOver = left < 0;
    this.field.setAttribute("aria-invalid", String(left < 0));
    this.grow();
  }

  grow() {
    this.field.style.setProperty("height", "auto");
    this.field.style.setProperty("height", `${this.field.scrollHeight + 2}px`);
  }

  pressed(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit();
  }

  submit() {
    const text = this.field.value.trim();
    if (!text) return this.field.focus();
    if (this.left < 0) return this.chat.live.say(this.counter.textContent);
    this.field.value = "";
    this.changed();
    return this.chat.say(text);
  }

  /** Give a text back that could not be sent, before what has been typed since. */
  giveBack(text) {
    this.field.value = this.field.value ? `${text}\n${this.field.value}` : text;
    this.changed();
  }
}
