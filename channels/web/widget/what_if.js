// The T-score slider: where the answer changes, seen at once; what would follow, asked of the assistant.

/** A T-score as people read it, with a true minus sign. */
const scoreText = (value) => `${value < 0 ? "−" : value > 0 ? "+" : ""}${Math.abs(value).toFixed(1)}`;

/** Return the band in which a T-score lies; a limit itself belongs to the band below it. */
const bandOf = (bands, value) => bands.find((band) => band.up_to === null || value <= band.up_to + 1e-9);

const bandText = (bands, place, words) => {
  const action = bands[place].text;
  const from = place ? scoreText(bands[place - 1].up_to) : "";
  const to = bands[place].up_to === null ? "" : scoreText(bands[place].up_to);
  if (!place) return fill(words.bandFirst, { to, action });
  return fill(to ? words.band : words.bandLast, { from, to, action });
};

/** The slider of a card: {value, from, to, step, bands}. */
const whatIf = (given, chat) => {
  const { words } = chat;
  const { bands, from, to, step } = given;
  const letter = (place) => String.fromCharCode(65 + place);
  const name = chat.id("slider");
  const start = given.value === null ? -2.5 : Math.min(to, Math.max(from, given.value));
  const range = make("input", { type: "range", min: from, max: to, step, value: start, id: name, "aria-describedby": `${name}-says` });
  const says = make("output", { class: "says", id: `${name}-says`, for: name });
  const ask = button("", () => chat.say(fill(words.says.whatIf, { score: scoreText(Number(range.value)) })), { class: "strong" });

  const show = () => {
    const value = Number(range.value);
    const score = scoreText(value);
    const text = fill(words.at, { score, action: bandOf(bands, value).text });
    says.textContent = text;
    range.setAttribute("aria-valuetext", text);
    ask.textContent = fill(words.askIf, { score });
  };
  const move = (by) => {
    range.value = (Number(range.value) + by).toFixed(1);
    show();
    chat.live.say(says.textContent);
  };
  range.addEventListener("input", show);

  const track = make("div", { class: "track", "aria-hidden": "true" });
  let left = from;
  bands.forEach((band, place) => {
    const right = band.up_to === null ? to : band.up_to;
    const part = make("span", { class: `band ${band.action}`, text: letter(place) });
    part.style.setProperty("flex-grow", String(right - left));
    track.appendChild(part);
    left = right;
  });
  const legend = make("ul", { class: "bands" });
  bands.forEach((_, place) => {
    const key = make("b", { "aria-hidden": "true", text: `${letter(place)} ` });
    legend.appendChild(make("li", {}, key, make("span", { text: bandText(bands, place, words) })));
  });
  show();
  return make(
    "div",
    { class: "what-if" },
    make("label", { for: name, class: "strong", text: words.slider }),
    given.value === null ? null : make("p", { text: fill(words.now, { score: scoreText(given.value) }) }),
    make(
      "div",
      { class: "slide" },
      button("−", () => move(-step), { "aria-label": words.lower, class: "step" }),
      make("div", { class: "rail" }, track, range),
      button("+", () => move(step), { "aria-label": words.higher, class: "step" }),
    ),
    says,
    legend,
    ask,
  );
};
