// What old libraries do to everybody's objects, and names that a widget might use itself.
Array.prototype.toJSON = function () { return "an array"; };
Object.prototype.toJSON = function () { return "an object"; };
String.prototype.toJSON = function () { return "a string"; };
Object.prototype.extra = () => {};
Array.prototype.extra = () => {};
window.Store = window.Chat = window.Server = window.Panel = window.make = window.button = window.STYLE = window.words = "taken";
window.$ = window.jQuery = () => { throw new Error("not yours"); };
window.define = () => { throw new Error("not yours"); };
window.define.amd = {};
window.module = { exports: {} };
window.exports = window.module.exports;
window.name = "a name";
