// Sends messages in order, each under its own number, and tries again by itself: the server answers a number only once.

const BACK_OFF = [1, 2, 4, 8, 15, 30, 30];
/** Seconds between the tries; after the last one the person is asked. */

class Mailbox {
  /** `watch` is told what happens: waiting(message, trouble), answered(message, turn), failed(message, trouble). */
  constructor(server, store, watch) {
    this.server = server;
    this.store = store;
    this.watch = watch;
    this.queue = [];
    this.next = 1;
    this.isWorking = false;
    this.wake = () => {};
    window.addEventListener("online", () => this.wake());
  }

  /** Begin where the server says that the conversation is; return the messages that it has not received. */
  resume(turns) {
    this.next = turns.length ? turns[turns.length - 1].number + 1 : 1;
    const received = ({ number, shown }) => turns.some((turn) => turn.number === number && turn.said === shown);
    const unsent = (this.store.read().waiting || []).filter((each) => !received(each));
    this.queue = [];
    return unsent;
  }

  /** Send a message: {kind: "text" or "reply", value, shown}. It is kept until it is answered. */
  post(message) {
    this.queue.push(message);
    this.keep();
    this.work();
  }

  /** Try again what was given up. */
  retry(message) {
    if (!this.queue.includes(message)) this.queue.unshift(message);
    this.keep();
    this.work();
  }

  keep() {
    let number = this.next;
    const waiting = this.queue.map(({ kind, value, shown }) => ({ kind, value, shown, number: number++ }));
    this.store.write({ waiting, last: this.next - 1 });
  }

  async work() {
    if (this.isWorking) return;
    this.isWorking = true;
    while (this.queue.length) {
      try {
        await this.deliver(this.queue[0]);
      } catch (trouble) {
        if (!(trouble instanceof Trouble)) throw trouble;
        // What was refused concerns one message; anything else all that wait.
        const failed = trouble.kind === "refused" ? [this.queue.shift()] : this.queue.splice(0);
        this.keep();
        for (const message of failed) this.watch.failed(message, trouble);
      }
    }
    this.isWorking = false;
  }

  async deliver(message) {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const turn = await this.server.ask("POST", "message", { number: this.next, [message.kind]: message.value });
        this.queue.shift();
        this.next = turn.number + 1;
        this.keep();
        this.watch.answered(message, turn);
        return;
      } catch (trouble) {
        if (!(trouble instanceof Trouble) || !trouble.passes || attempt >= BACK_OFF.length) throw trouble;
        this.watch.waiting(message, trouble);
        await this.pause(trouble.wait || BACK_OFF[attempt]);
      }
    }
  }

  /** Wait, or go on at once when the connection comes back. */
  pause(seconds) {
    return new Promise((resolve) => {
      const timer = later(resolve, seconds * 1000);
      this.wake = () => {
        never(timer);
        resolve();
      };
    });
  }
}
