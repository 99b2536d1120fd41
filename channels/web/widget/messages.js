// The assistant's messages, each by its type. Whatever the type, the text is shown: it is enough by itself.

const bubble = (item, chat, ...more) =>
  make("div", { class: `bubble theirs ${(item.custom || {}).type || "talk"}` }, unseen(chat.words.assistant), ...prose(item.text, chat.words), ...more);

const both = ({ control, body }) => [control, body];

const BY_TYPE = {
  question(item, chat) {
    const { number, of_at_most: most } = item.custom;
    const bar = make("progress", { value: number, max: most, "aria-hidden": "true" });
    return [bubble(item, chat, most > 1 ? bar : null)];
  },

  decision(item, chat) {
    return [item.card ? decisionCard(item, chat) : bubble(item, chat)];
  },

  topic(item, chat) {
    const { sources = [], numbers = [], comparison: rows, audience = "patient" } = item.custom;
    const more = [];
    if (numbers.length && !rows) more.push(...both(pictures(numbers, audience, chat)));
    if (rows) more.push(...both(disclosure(chat.words.compare, null, (body) => body.replaceChildren(comparisonTable(rows, chat.words)), { class: "quiet" })));
    if (sources.length) more.push(...both(sourcesOf(sources, chat.words)));
    return [bubble(item, chat, ...more)];
  },

  urgent(item, chat) {
    const { words } = chat;
    const shown = bubble(item, chat);
    shown.insertBefore(make("h3", { text: words.urgent }), shown.firstChild);
    if (item.custom.urgency === "emergency_now") {
      const number = chat.emergency;
      shown.appendChild(make("a", { class: "call", href: `tel:${number}`, text: fill(words.call, { number }) }));
    }
    return [shown];
  },

  summary(item, chat, following) {
    const isTakeAway = (item.custom.questions_for_doctor || []).length > 0;
    const text = [item, ...following].map((each) => each.text).join("\n\n");
    return [bubble(item, chat, isTakeAway ? takeAway(text, chat) : null)];
  },

  status(item, chat) {
    const undo = item.custom.what === "restarted" ? button(chat.words.undo, () => chat.say(chat.words.says.undo), { class: "strong" }) : null;
    return [bubble(item, chat, undo)];
  },
};

/** Return the elements of one message. `following`: the messages of the same turn after it. */
const messageElements = (item, chat, following) => {
  const type = item.custom && item.custom.type;
  const elements = item.text || item.card ? (BY_TYPE[type] || ((each) => [bubble(each, chat)]))(item, chat, following) : [];
  if (item.record && RATED.includes(type)) elements.push(feedback(item.record, chat));
  return elements;
};

/** Return the messages of a turn without those that a card before them says already. */
const uncovered = (replies) => {
  const covered = new Set();
  replies.forEach(({ card }, place) => {
    for (let next = place + 1; card && next <= place + card.covers; next += 1) covered.add(replies[next]);
  });
  return replies.filter((item) => !covered.has(item));
};

/** What a screen reader hears of a message. */
const spoken = (item, words) => (item.card ? spokenCard(item, words) : item.text);
