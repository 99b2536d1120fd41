// The colour of the page for head and buttons: any that it likes, with text on it that can be read.

const HEX = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

const luminance = (hex) => {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, "$&$&") : hex;
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Return the rule for an accent colour given as #rgb or #rrggbb, black or white text on it; nothing for anything else. */
const accentRule = (colour) => {
  if (!HEX.test(colour || "")) return "";
  const light = luminance(colour);
  const text = 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? "#ffffff" : "#000000";
  return `:host{--accent:${colour};--on-accent:${text}}`;
};

/** A style sheet for the shadow root: constructed, since a page may allow no style that is written into it. */
const sheetOf = (text) => {
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
};
