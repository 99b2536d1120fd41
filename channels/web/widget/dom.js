// Elements are made one by one, and text goes in as text: nothing that anybody says can become markup.

const SVG = "http://www.w3.org/2000/svg";

/**
 * Make an element. `properties`: attributes by name; `on`: listeners by event; `text`: its text. A value of null, undefined
 * or false leaves an attribute out, true sets it empty.
 */
const make = (tag, { on = {}, text = null, ...properties } = {}, ...children) => {
  const element = tag === "svg" || tag === "path" ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const name of keys(properties)) setAttribute(element, name, properties[name]);
  for (const event of keys(on)) element.addEventListener(event, on[event]);
  if (text !== null) element.textContent = text;
  for (const child of children) if (child) element.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
  return element;
};

const setAttribute = (element, name, value) => {
  if (value === null || value === undefined || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? "" : value);
};

/** A real button that does nothing but what it is told to. */
const button = (text, press, properties = {}) => make("button", { type: "button", text, ...properties, on: { click: press } });

/** Text for screen readers only. */
const unseen = (text) => make("span", { class: "unseen", text: `${text} ` });

const LINK = /https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)]/g;

/** Make a link to a page, or plain text when the address is no web address. */
const link = (address, text, words) => {
  if (!/^https?:\/\//i.test(address)) return make("span", { text });
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer", text }, unseen(` ${words.opensNew}`));
};

/** Return the nodes of one line of text, web addresses in it as links. */
const withLinks = (line, words) => {
  const nodes = [];
  let end = 0;
  for (const found of line.matchAll(LINK)) {
    if (found.index > end) nodes.push(document.createTextNode(line.slice(end, found.index)));
    nodes.push(link(found[0], found[0], words));
    end = found.index + found[0].length;
  }
  if (end < line.length) nodes.push(document.createTextNode(line.slice(end)));
  return nodes;
};

/** Return a text as paragraphs, and lines that begin with a bullet as lists. */
const prose = (text, words) => {
  const blocks = [];
  let list = null;
  for (const line of text.split("\n")) {
    if (!line.trim()) continue;
    const bullet = line.match(/^\s*[•*]\s+(.*)$/);
    if (bullet) {
      if (!list) blocks.push((list = make("ul")));
      list.appendChild(make("li", {}, ...withLinks(bullet[1], words)));
    } else {
      list = null;
      blocks.push(make("p", { dir: "auto" }, ...withLinks(line, words)));
    }
  }
  return blocks;
};

/**
 * Make a button that shows and hides what is below it. `fill(body)` fills the body when it is opened first, and may return a
 * promise; the body is only made then.
 */
const disclosure = (text, hide, fillBody, properties = {}) => {
  const body = make("div", { class: "disclosed", hidden: true });
  let isFilled = false;
  const toggle = async () => {
    const opens = body.hidden;
    body.hidden = !opens;
    control.setAttribute("aria-expanded", String(opens));
    control.textContent = opens && hide ? hide : text;
    if (opens && !isFilled) {
      isFilled = true;
      isFilled = (await fillBody(body)) !== false;
    }
  };
  const control = button(text, toggle, { "aria-expanded": "false", ...properties });
  return { control, body };
};
