// What survives a reload: the token, what was not sent yet, and whether the chat was open. By default for this tab only; on the
// person's own wish, on this device. Where storage is blocked, it lives as long as the page.

class Store {
  constructor(key) {
    this.key = `osteo-chat:${key}`;
    this.memory = null;
  }

  area(name) {
    try {
      return window[name];
    } catch {
      return null; // a sandboxed page may not even look at its storage
    }
  }

  /** True when the person chose to keep the chat on this device. */
  get isKept() {
    return this.readFrom("localStorage") !== null;
  }

  readFrom(name) {
    try {
      return fromJson(this.area(name).getItem(this.key));
    } catch {
      return null;
    }
  }

  read() {
    return this.readFrom("localStorage") || this.readFrom("sessionStorage") || this.memory || {};
  }

  write(changes, isKept = this.isKept) {
    const state = { ...this.read(), ...changes };
    this.memory = state;
    this.removeFrom(isKept ? "sessionStorage" : "localStorage");
    try {
      this.area(isKept ? "localStorage" : "sessionStorage").setItem(this.key, toJson(state));
    } catch {
      // Storage is full or blocked: the chat goes on, a reload begins anew.
    }
  }

  removeFrom(name) {
    try {
      this.area(name).removeItem(this.key);
    } catch {
      // As above.
    }
  }

  clear() {
    this.memory = null;
    this.removeFrom("localStorage");
    this.removeFrom("sessionStorage");
  }
}
