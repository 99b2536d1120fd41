// The conversation: what was said and answered, in order, from the history or as it comes.

const MILLISECONDS_TO_TYPING = 400;

class Transcript {
  constructor(chat) {
    this.chat = chat;
    this.bar = new AnswerBar(chat);
    this.list = make("div", { class: "list" });
    this.element = make("div", { class: "log", role: "log", "aria-live": "off", "aria-label": chat.words.conversation, tabindex: "0" }, this.list);
    this.typing = make("div", { class: "typing", "aria-hidden": "true", hidden: true }, make("i"), make("i"), make("i"));
    this.element.appendChild(this.typing);
    this.replies = null;
    this.question = null;
  }

  /** Show a line that nobody has said: the greeting of the page, or what has happened to the chat. */
  note(text) {
    this.list.appendChild(make("p", { class: "note", text }));
  }

  /** Show what the person said; return its element, whose state can change. */
  addMine(message) {
    const { words } = this.chat;
    const question = this.question;
    if (this.replies) this.replies.close(message.shown);
    const said = message.kind === "reply" ? fill(words.chose, { title: message.shown }) : words.you;
    const text = make("p", { dir: "auto" }, unseen(said), message.kind === "reply" ? make("span", { "aria-hidden": "true", text: message.shown }) : message.shown);
    const mine = make("div", { class: "mine-row" }, make("div", { class: "bubble mine" }, text));
    if (question) this.allowChange(mine, message.shown, question);
    this.list.appendChild(mine);
    this.question = null;
    return mine;
  }

  allowChange(mine, answer, question) {
    const { words } = this.chat;
    const change = button(words.change, () => {
      change.hidden = true;
      const { form, field } = editForm(answer, question, this.chat, (isChanged) => {
        form.remove();
        change.hidden = isChanged;
        if (isChanged) this.strike(mine);
        else change.focus();
      });
      mine.appendChild(form);
      field.focus();
      field.select();
    }, { class: "quiet change", "aria-label": fill(words.changeOf, { answer }) });
    mine.appendChild(change);
  }

  /** The answer does not hold any more. */
  strike(mine) {
    mine.classList.add("stale");
    const text = mine.querySelector("p");
    text.replaceChildren(make("s", {}, ...text.childNodes));
    mine.appendChild(make("span", { class: "state", text: this.chat.words.changed }));
  }

  /** Show the answers of a turn. */
  addReplies(replies) {
    const { chat } = this;
    const said = new Set(uncovered(replies));
    replies.forEach((item, place) => {
      const elements = said.has(item) ? messageElements(item, chat, replies.slice(place + 1)) : [];
      for (const element of elements) this.list.appendChild(element);
      if (item.card) this.bar.leadTo(elements[0], item.card.action);
      this.addButtons(item, replies);
    });
    const last = replies[replies.length - 1];
    this.question = questionOf(replies);
    if (last && last.custom && last.custom.what === "restarted") this.bar.clear();
  }

  addButtons(item, replies) {
    const hasCard = replies.some((each) => each.card);
    const taken = hasCard ? offeredByCard(this.chat.words) : new Set();
    const buttons = item.buttons.filter(({ payload }) => !taken.has(payload));
    if (!buttons.length) return;
    const isAnswer = Boolean(item.custom && ASKS.includes(item.custom.type));
    this.replies = new Replies(buttons, isAnswer, this.chat);
    this.list.appendChild(this.replies.element);
  }

  /** Show all turns of a history. */
  restore(turns) {
    for (const { said, chosen, replies } of turns) {
      if (said !== null) this.addMine({ kind: chosen ? "reply" : "text", shown: said });
      this.addReplies(replies);
    }
  }

  clear() {
    this.list.replaceChildren();
    this.bar.clear();
    this.bar.card = null;
    this.replies = this.question = null;
  }

  /** Show that an answer is on its way, but only when it takes a moment. */
  expect(isExpected) {
    never(this.timer);
    this.typing.hidden = true;
    if (!isExpected) return;
    this.timer = later(() => {
      this.typing.hidden = false;
      this.scrollTo(this.typing);
    }, MILLISECONDS_TO_TYPING);
  }

  /** Bring an element into view with as much below it as fits, without hiding its beginning. */
  scrollTo(element) {
    // With great zoom the whole panel scrolls, and not the conversation in it.
    if (styleOf(this.element).overflowY === "visible") element.scrollIntoView({ block: "start" });
    else this.element.scrollTop = element.offsetTop - this.element.offsetTop - 12;
  }
}
