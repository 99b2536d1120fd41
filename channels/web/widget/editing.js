// An earlier answer changed in place: the person sees what she said, says it anew, and the server works out the rest.

const NUMBER = /^[-−–+]?\s*\d+(?:[.,]\d+)?$/;

/** Return the sentence that corrects an answer: a bare number gets its name, anything else stays as it was typed. */
const correction = (answer, fact, words) => {
  const says = words.says;
  const bare = NUMBER.test(answer) && says[fact];
  if (!bare && /^(sorry|no,|i meant|correction)/i.test(answer)) return answer;
  return fill(bare || says.sorry, { answer });
};

/**
 * The form that stands in the place of an answer, and its field. `question`: the message that was answered, or null. `done(isChanged)` is
 * called when it closes.
 */
const editForm = (answer, question, chat, done) => {
  const { words } = chat;
  const name = chat.id("edit");
  const fact = question && question.custom.fact;
  const field = make("input", { id: name, type: "text", value: answer, autocomplete: "off", maxlength: 900 });
  const save = (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (!text || text === answer) return done(false);
    chat.say(correction(text, fact, words));
    return done(true);
  };
  const choose = ({ title, payload }) => {
    chat.reply(payload, title);
    done(true);
  };
  const offered = question ? question.buttons.filter(({ title, payload }) => title !== answer && !payload.endsWith("?")) : [];
  const form = make(
    "form",
    { class: "edit", on: { submit: save, keydown: (event) => { if (event.key === "Escape") { event.stopPropagation(); done(false); } } } },
    make("label", { for: name, text: words.newAnswer }),
    field,
    offered.length ? make("div", { class: "replies" }, ...offered.map((each) => button(each.title, () => choose(each)))) : null,
    make("div", { class: "controls" }, make("button", { type: "submit", class: "strong", text: words.save }), button(words.cancel, () => done(false))),
  );
  return { form, field };
};
