// What a screen reader hears: each message once, in a region of its own that is emptied again. The conversation itself is
// there to be read, not announced: two live regions with the same words would be read twice.

const MILLISECONDS_TO_READ = 1000;

class Live {
  constructor() {
    this.polite = make("div", { class: "unseen", "aria-live": "polite", "aria-relevant": "additions" });
    this.urgent = make("div", { class: "unseen", role: "alert", "aria-relevant": "additions" });
  }

  /** Announce a text; an urgent one interrupts. */
  say(text, isUrgent = false) {
    const said = make("p", { text });
    (isUrgent ? this.urgent : this.polite).appendChild(said);
    later(() => said.remove(), MILLISECONDS_TO_READ);
  }
}
