// Icon arrays: numbers of the knowledge base as dots, one for each person, with all of it in words beside.

const COLUMNS = { 100: 10, 1000: 40, 10000: 100 };
const CELL = 10;
const RING = "a3 3 0 1 0 6 0a3 3 0 1 0 -6 0";

/** One path for all dots of a mark: lines without length and with round ends, or rings. Shape tells them apart, not colour. */
const dots = (mark, first, count, columns) => {
  let path = "";
  for (let place = first; place < first + count; place += 1) {
    const x = CELL * (place % columns) + CELL / 2;
    const y = CELL * Math.floor(place / columns) + CELL / 2;
    path += mark === "maybe" ? `M${x - 3} ${y}${RING}` : `M${x} ${y}h0`;
  }
  return make("path", { class: `dot ${mark}`, d: path });
};

const panelOf = (panel, per) => {
  const columns = COLUMNS[per] || 40;
  const picture = make("svg", { viewBox: `0 0 ${columns * CELL} ${(per / columns) * CELL}`, "aria-hidden": "true", class: "array" });
  const legend = make("ul", { class: "legend" });
  let first = 0;
  for (const { mark, count, label } of panel.parts) {
    picture.appendChild(dots(mark, first, count, columns));
    first += count;
    const key = make("svg", { viewBox: `0 0 ${CELL} ${CELL}`, "aria-hidden": "true", class: "key" }, dots(mark, 0, 1, 1));
    legend.appendChild(make("li", {}, key, make("span", { text: label })));
  }
  return make("div", { class: "group" }, panel.title && make("p", { class: "strong", text: panel.title }), picture, legend);
};

const figureOf = (array, words) =>
  make(
    "figure",
    {},
    make("p", { class: "strong", text: array.title }),
    ...array.panels.map((panel) => panelOf(panel, array.per)),
    make("figcaption", {}, make("p", { text: array.sentence }), ...array.remarks.map((text) => make("p", { text }))),
    sourceList(array.sources, words),
  );

/** A button that shows the pictures of some numbers; each is fetched when it is looked at. */
const pictures = (numbers, audience, chat) => {
  const { words } = chat;
  const fillBody = async (body) => {
    const found = await Promise.all(
      numbers.map((id) => chat.server.read(`icons/${encodeURIComponent(id)}.json?audience=${audience}`).catch(() => null)),
    );
    const shown = found.filter(Boolean).map((array) => figureOf(array, words));
    if (!shown.length) body.replaceChildren(make("p", { text: words.noPicture }));
    else body.replaceChildren(...shown);
    return shown.length > 0;
  };
  return disclosure(numbers.length > 1 ? words.pictures : words.picture, words.hidePicture, fillBody, { class: "quiet" });
};

/** Where statements come from, as a list of links. */
const sourceList = (sources, words) => {
  const list = make("ul", { class: "sources" });
  for (const { title, year, url } of sources || []) {
    const text = year ? `${title} (${year})` : title;
    list.appendChild(make("li", {}, url ? link(url, text, words) : make("span", { text })));
  }
  return list;
};

/** A button that shows the sources: they came with the answer, so it takes one tap and no request. */
const sourcesOf = (sources, words) =>
  disclosure(fill(words.sources, { count: sources.length }), null, (body) => body.replaceChildren(sourceList(sources, words)), {
    class: "quiet",
  });
