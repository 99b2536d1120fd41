// The options of a decision: a list with the standing of each, and all of them side by side.

const MARKS = { listed: "✓", conditional: "?", excluded: "–" };
/** Signs beside the words for the same thing; neither stands on colour alone. */

const optionList = (options, words) =>
  make(
    "ul",
    { class: "options" },
    ...options.map(({ name, status, why }) =>
      make(
        "li",
        { class: status },
        make("span", { class: "mark", "aria-hidden": "true", text: MARKS[status] }),
        make("span", {}, make("b", { text: name }), make("span", { class: "status", text: why ? `${words[status]}: ${why}` : words[status] })),
      ),
    ),
  );

const points = (texts) => make("ul", {}, ...texts.map((text) => make("li", { text })));

/** A table of options: one row each, which becomes a block of its own where the page is narrow. */
const comparisonTable = (rows, words) => {
  const columns = [words.like, words.pros, words.cons];
  const head = make("tr", {}, ...[words.option, ...columns].map((text) => make("th", { scope: "col", text })));
  const body = rows.map((row) =>
    make(
      "tr",
      {},
      make("th", { scope: "row", text: row.name }),
      ...[make("p", { text: row.like }), points(row.pros), points(row.cons)].map((content, place) =>
        make("td", {}, make("span", { class: "column", "aria-hidden": "true", text: columns[place] }), content),
      ),
    ),
  );
  return make("div", { class: "table" }, make("table", {}, make("thead", {}, head), make("tbody", {}, ...body)));
};

/** A button that shows the options side by side. */
const comparison = (options, audience, chat) => {
  const { words } = chat;
  return disclosure(words.compare, null, async (body) => {
    try {
      const { comparison: rows } = await chat.server.read(`compare.json?options=${options.join(",")}&audience=${audience}`);
      body.replaceChildren(comparisonTable(rows, words));
      return true;
    } catch {
      body.replaceChildren(make("p", { text: words.noTable }));
      return false;
    }
  });
};
