// What is taken from the page, once and at the start: a page may replace its globals later.
const { document, setTimeout, clearTimeout, URL, AbortController, Blob, matchMedia } = window;
const styleOf = window.getComputedStyle.bind(window);
const fetchFrom = window.fetch.bind(window);
const { parse: fromJson, stringify } = JSON;
const { assign, keys, setPrototypeOf } = Object;
const later = (callback, milliseconds) => setTimeout.call(window, callback, milliseconds);
const never = (timer) => clearTimeout.call(window, timer);
const prefers = (query) => matchMedia.call(window, query).matches;

/** The same value without the prototypes of the page, which old libraries extend: their toJSON must not get in. */
const bare = (value) => {
  if (Array.isArray(value)) return setPrototypeOf(value.map(bare), null);
  if (!value || typeof value !== "object") return value;
  return keys(value).reduce((copy, name) => assign(copy, { [name]: bare(value[name]) }), setPrototypeOf({}, null));
};
const toJson = (value) => stringify(bare(value));

/** The folder that this script came from: that is where the server is. */
const SCRIPT = document.currentScript && document.currentScript.src;
const HOME = SCRIPT ? new URL(".", SCRIPT).href : "";

/** On a touch screen the keyboard would cover what is to be read, so the focus does not go to the field by itself. */
const isTouch = () => prefers("(pointer: coarse)");
