// What a page may replace once the widget is there.
const broken = () => { throw new Error("replaced by the page"); };
window.fetch = broken;
window.setTimeout = broken;
window.clearTimeout = broken;
window.matchMedia = broken;
window.AbortController = broken;
window.Blob = broken;
JSON.parse = broken;
JSON.stringify = broken;
window.event = window.status = window.top.length = 0;
Object.assign = broken;
