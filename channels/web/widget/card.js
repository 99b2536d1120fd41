// The decision: its words, the options, and what can be done with it. It stays where it was given; a bar leads back to it.

const CONTROLS = ["why", "summary"];

/** The card of a decision. `item`: text, custom, card. */
const decisionCard = (item, chat) => {
  const { words } = chat;
  const { card, custom } = item;
  const title = chat.id("card");
  const slider = card.what_if && disclosure(words.whatIf, null, (body) => body.replaceChildren(whatIf(card.what_if, chat)));
  const table = card.compare.length > 1 && comparison(card.compare, custom.audience, chat);
  const sources = custom.beside && custom.beside.length ? sourcesOf(custom.beside, words) : null;
  return make(
    "article",
    { class: `card ${custom.action}`, "aria-labelledby": title, tabindex: "-1" },
    make("h3", { id: title }, make("span", { class: "kicker", text: words.answer }), make("span", { class: "verdict", text: card.action })),
    ...prose(item.text, words),
    card.options.length ? optionList(card.options, words) : null,
    make(
      "div",
      { class: "controls" },
      ...CONTROLS.map((name) => button(words[name], () => chat.say(words.says[name]))),
      slider && slider.control,
      table && table.control,
      sources && sources.control,
    ),
    slider && slider.body,
    table && table.body,
    sources && sources.body,
  );
};

/** What a card offers by itself, so that the same reply is not offered below it again. */
const offeredByCard = (words) => new Set([...CONTROLS.map((name) => words.says[name]), "What if my T-score were different?"]);

/** All that a card says, as one text for a screen reader. */
const spokenCard = ({ text, card }, words) =>
  [
    `${words.answer}: ${card.action}.`,
    text,
    ...card.options.map(({ name, status, why }) => `${name}: ${words[status]}${why ? `, ${why}` : ""}.`),
  ].join(" ");

/** The bar above the conversation that leads back to the answer. */
class AnswerBar {
  constructor(chat) {
    this.chat = chat;
    this.card = null;
    this.text = make("span");
    this.button = make("button", { type: "button", on: { click: () => this.go() } }, this.text);
    this.element = make("div", { class: "answer-bar", hidden: true }, this.button);
  }

  /** Lead to this card from now on; an earlier one stays, marked as such. */
  leadTo(card, action) {
    const { words } = this.chat;
    if (this.card) {
      this.card.classList.add("earlier");
      this.card.querySelector(".kicker").textContent = words.earlier;
    }
    this.card = card;
    this.text.textContent = fill(words.toAnswer, { action });
    this.element.hidden = false;
  }

  /** The case was put aside: there is no answer now. */
  clear() {
    if (this.card) this.card.classList.add("earlier");
    this.card = null;
    this.element.hidden = true;
  }

  go() {
    if (!this.card) return;
    this.card.scrollIntoView({ block: "start" });
    this.card.focus({ preventScroll: true });
  }
}
