// One chat: begins or goes on, sends and receives, and says what is going on. The other parts are given it to work with.

const OPENINGS = { patient: "/start", clinician: "/clinician" };
const SECONDS_TO_SLOW = 10;
let chats = 0;

class Chat {
  /** `host`: the element on the page, with its words, its store and the address of its server. */
  constructor(host) {
    const { words, language, emergency, store, home } = host;
    assign(this, { host, words, language, emergency, store, root: host.frame });
    this.number = chats += 1;
    this.ids = 0;
    this.server = new Server(home, store);
    this.mailbox = new Mailbox(this.server, this.store, this);
    this.live = new Live();
    this.transcript = new Transcript(this);
    this.composer = new Composer(this);
    this.banner = new Banner(this);
    this.hasBegun = false;
  }

  /** An id that no other element of the page's chats has. */
  id(name) {
    return `osteo-${this.number}-${name}-${(this.ids += 1)}`;
  }

  emit(name, detail = {}) {
    this.host.dispatchEvent(new CustomEvent(`osteo-chat:${name}`, { detail, bubbles: true, composed: true }));
  }

  tell(text, action) {
    this.banner.show(text, action);
    this.live.say(text);
  }

  focusField() {
    if (!isTouch()) this.composer.field.focus({ preventScroll: true });
  }

  enlarge() {
    const { scale = 1 } = this.store.read();
    this.setScale(scale >= 1.5 ? 1 : scale + 0.25);
  }

  setScale(scale) {
    this.host.setScale(scale);
    if (this.hasBegun) this.store.write({ scale });
  }

  /** Take up the conversation of this tab, or open one. Until then nothing is stored and nothing sent. */
  async begin() {
    if (this.hasBegun) return;
    this.hasBegun = true;
    const opening = this.host.getAttribute("opening");
    let notice = "";
    for (let attempt = 0; ; attempt += 1) {
      try {
        this.transcript.clear();
        for (const text of [notice, opening]) if (text) this.transcript.note(text);
        if (this.store.read().token) await this.restore();
        else await this.start();
        return;
      } catch (trouble) {
        if (!(trouble instanceof Trouble)) throw trouble;
        if (trouble.kind === "expired") {
          const { waiting = [] } = this.store.read();
          this.store.clear();
          notice = this.words.ended;
          this.live.say(notice);
          waiting.filter((each) => each.shown).forEach((each) => this.composer.giveBack(each.shown));
        } else if (attempt < BACK_OFF.length && trouble.passes) {
          this.tell(trouble.sentence || this.words[trouble.kind]);
          await this.mailbox.pause(trouble.wait || BACK_OFF[attempt]);
        } else {
          this.hasBegun = false;
          this.tell(trouble.sentence || this.words.away, { text: this.words.again, press: () => this.begin() });
          return;
        }
      }
    }
  }

  async start() {
    const opened = await this.server.ask("POST", "session");
    this.composer.longest = opened.longest_message;
    this.mailbox.resume([]);
    this.banner.hide();
    this.dispatch({ kind: "text", value: OPENINGS[this.host.getAttribute("audience")] || OPENINGS.patient, shown: null });
  }

  /** Show the conversation as the server knows it, and send what it has not received. */
  async restore() {
    const { turns } = await this.server.ask("GET", "history");
    this.banner.hide();
    this.transcript.clear();
    this.transcript.restore(turns);
    const unsent = this.mailbox.resume(turns);
    for (const { kind, value, shown, number } of unsent) {
      if (number === this.mailbox.next + this.mailbox.queue.length) this.dispatch({ kind, value, shown });
      else if (shown) this.composer.giveBack(shown);
    }
    if (!turns.length && !unsent.length) this.dispatch({ kind: "text", value: OPENINGS.patient, shown: null });
    const mine = this.transcript.list.querySelectorAll(".mine-row");
    if (mine.length) this.transcript.scrollTo(mine[mine.length - 1]);
  }

  /** Say something in the person's name. */
  say(text) {
    this.dispatch({ kind: "text", value: text, shown: text });
  }

  /** Choose a reply that the assistant has offered. */
  reply(payload, title) {
    this.live.say(fill(this.words.chose, { title }));
    this.dispatch({ kind: "reply", value: payload, shown: title });
  }

  dispatch(message) {
    if (this.isEnded) {
      this.composer.giveBack(message.shown);
      return;
    }
    this.banner.hide();
    if (message.shown !== null) {
      message.element = this.transcript.addMine(message);
      this.transcript.scrollTo(message.element);
      this.focusField();
    }
    this.expect(true);
    this.mailbox.post(message);
  }

  expect(isExpected) {
    this.transcript.expect(isExpected);
    never(this.slow);
    if (isExpected) this.slow = later(() => this.tell(this.words.slow), SECONDS_TO_SLOW * 1000);
  }

  answered(message, turn) {
    this.expect(this.mailbox.queue.length > 0);
    if (this.isAway) this.live.say(this.words.back);
    this.isAway = false;
    this.banner.hide();
    this.state(message, "");
    const first = this.transcript.list.childElementCount;
    this.transcript.addReplies(turn.replies);
    const start = message.element || this.transcript.list.children[first];
    if (start) this.transcript.scrollTo(start);
    for (const item of uncovered(turn.replies)) this.announce(item);
    if (turn.deleted) this.end();
  }

  announce(item) {
    const type = item.custom && item.custom.type;
    if (item.text) this.live.say(spoken(item, this.words), type === "urgent");
    // The page learns what kind of answer was given, and nothing of what the person has said.
    if (type === "decision") this.emit("decision", { action: item.custom.action, row: item.custom.row, hypothetical: item.custom.hypothetical });
    if (type === "urgent") this.emit("urgent", { urgency: item.custom.urgency });
  }

  waiting(message, trouble) {
    this.isAway = trouble.kind !== "busy";
    this.tell(trouble.sentence && trouble.kind === "busy" ? trouble.sentence : this.words[trouble.kind]);
  }

  failed(message, trouble) {
    this.expect(false);
    if (trouble.passes) {
      this.state(message, this.words.notSent, () => this.mailbox.retry(message));
      this.tell(`${this.words.notSent} ${trouble.sentence || this.words[trouble.kind]}`);
      return;
    }
    if (message.element) message.element.remove();
    if (message.shown && message.kind === "text") this.composer.giveBack(message.shown);
    if (trouble.kind === "expired") {
      this.isEnded = true;
      this.tell(this.words.expired, { text: this.words.fresh, press: () => this.anew() });
    } else if (trouble.kind === "elsewhere") {
      this.restore().then(() => this.tell(trouble.sentence), () => this.tell(this.words.away));
    } else {
      this.tell(trouble.sentence);
    }
  }

  /** Say below a message what has become of it. */
  state(message, text, again) {
    if (!message.element) return;
    const before = message.element.querySelector(".state");
    if (before) before.remove();
    if (!text) return;
    const retry = again && button(this.words.again, () => { this.state(message, ""); this.expect(true); again(); }, { class: "quiet" });
    message.element.appendChild(make("p", { class: "state" }, text, retry));
  }

  async remove() {
    try {
      await this.server.ask("DELETE", "conversation");
    } catch (trouble) {
      if (trouble.kind !== "expired") {
        this.tell(trouble.sentence || this.words.away);
        return;
      }
    }
    this.transcript.clear();
    this.transcript.note(this.words.deleted);
    this.end(this.words.deleted);
  }

  /** The conversation is deleted: nothing of it is left here either. */
  end(text = "") {
    this.isEnded = true;
    this.store.clear();
    this.emit("deleted");
    if (text) this.live.say(text);
    this.banner.show("", { text: this.words.fresh, press: () => this.anew() });
  }

  /** Begin again with a new conversation; what is typed stays. */
  anew() {
    this.store.clear();
    this.isEnded = this.hasBegun = false;
    this.focusField();
    return this.begin();
  }
}
