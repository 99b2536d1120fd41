// Quick replies. A reply to a question is chosen once; a suggestion of what to ask next stays open.

const ASKS = ["question", "clarify", "rejected"];

class Replies {
  /** `buttons`: title and payload of each. `isAnswer`: they answer a question, so that one choice closes them all. */
  constructor(buttons, isAnswer, chat) {
    this.isAnswer = isAnswer;
    this.buttons = buttons.map(({ title, payload }) => {
      const press = () => {
        if (control.getAttribute("aria-disabled") === "true") return;
        this.close(title);
        chat.reply(payload, title);
      };
      const control = button(title, press);
      return control;
    });
    this.element = make("div", { class: "replies", role: "group", "aria-label": chat.words.replies }, ...this.buttons);
  }

  /** A choice was made, here or by typing: `title` is marked, the others can be read but not used any more. */
  close(title) {
    for (const each of this.buttons) {
      if (each.textContent === title) each.classList.add("chosen");
      if (!this.isAnswer) continue;
      each.setAttribute("aria-disabled", "true");
      each.tabIndex = -1;
    }
  }
}

/** Return the question that a turn ends with, as its custom object, or null. */
const questionOf = (replies) => {
  const asked = replies.filter((item) => item.custom && ASKS.includes(item.custom.type));
  return asked.length ? asked[asked.length - 1] : null;
};
