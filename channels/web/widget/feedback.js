// What the person thinks of an answer. A report carries the name of the answer and what she writes, and nothing else.

const RATED = ["decision", "topic", "explanation", "summary", "urgent", "scope"];
/** Types of messages that are answers. */

const feedback = (record, chat) => {
  const { words } = chat;
  const row = make("div", { class: "feedback", role: "group", "aria-label": words.helpful });
  const send = async (kind, text, thanks) => {
    try {
      await chat.server.ask("POST", "report", { kind, record, text });
      row.replaceChildren(make("p", { text: thanks }));
      chat.live.say(thanks);
      chat.focusField();
    } catch (trouble) {
      chat.tell(trouble.sentence || words.away);
    }
  };
  const openForm = () => {
    const name = chat.id("report");
    const text = make("textarea", { id: name, rows: 2, maxlength: 1000 });
    const form = make(
      "form",
      { class: "report", on: { submit: (event) => { event.preventDefault(); send("unsafe", text.value.trim(), words.reported); } } },
      make("p", { class: "strong", text: words.reportTitle }),
      make("label", { for: name, text: words.reportText }),
      text,
      make("div", { class: "controls" }, make("button", { type: "submit", class: "strong", text: words.sendReport }), button(words.cancel, showRow)),
    );
    row.replaceChildren(form);
    form.querySelector("[type=submit]").focus();
  };
  const showRow = () =>
    row.replaceChildren(
      make("span", { text: words.helpful }),
      button(words.yes, () => send("helpful", "", words.thanks)),
      button(words.no, () => send("not_helpful", "", words.thanks)),
      button(words.report, openForm),
    );
  showRow();
  return row;
};
