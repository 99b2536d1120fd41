// One request to the server, and what can become of it.

const SECONDS_TO_ANSWER = 25;

/** Something that went wrong. `kind`: offline, away, busy, expired, elsewhere or refused. */
class Trouble extends Error {
  constructor(kind, sentence = "", wait = 0) {
    super(sentence);
    this.kind = kind;
    this.sentence = sentence;
    this.wait = wait;
  }

  /** The same request may do better in a while. */
  get passes() {
    return this.kind === "offline" || this.kind === "away" || this.kind === "busy";
  }
}

const KINDS = { 401: "expired", 409: "elsewhere", 429: "busy" };

class Server {
  constructor(home, store) {
    this.home = home;
    this.store = store;
  }

  /** Ask the channel; return its JSON (null for an empty answer). Throws a Trouble. */
  async ask(method, path, body) {
    const token = this.store.read().token;
    const answer = await this.request(`webhooks/web/${path}`, {
      method,
      headers: { ...(body && { "Content-Type": "application/json" }), ...(token && { Authorization: `Bearer ${token}` }) },
      body: body && toJson(body),
      cache: "no-store",
    });
    const content = await this.contentOf(answer);
    if (!answer.ok) {
      const kind = KINDS[answer.status] || (answer.status >= 500 ? "away" : "refused");
      throw new Trouble(kind, (content && content.error) || "", (content && content.retry_after) || 0);
    }
    if (content && content.token) this.store.write({ token: content.token, until: Date.now() + content.expires_in * 1000 });
    return content;
  }

  /** Fetch what everybody may read: pictures of numbers, the table of options. */
  async read(path) {
    const answer = await this.request(path, { method: "GET" });
    if (!answer.ok) throw new Trouble("refused");
    return this.contentOf(answer);
  }

  async request(path, options) {
    const stop = new AbortController();
    const timer = later(() => stop.abort(), SECONDS_TO_ANSWER * 1000);
    try {
      return await fetchFrom(this.home + path, {
        ...options, mode: "cors", credentials: "omit", referrerPolicy: "no-referrer", signal: stop.signal,
      });
    } catch {
      throw new Trouble(navigator.onLine ? "away" : "offline");
    } finally {
      never(timer);
    }
  }

  async contentOf(answer) {
    try {
      const text = await answer.text();
      if (!text) return null;
      return (answer.headers.get("Content-Type") || "").includes("json") ? fromJson(text) : text;
    } catch {
      throw new Trouble("away"); // the connection broke in the middle of the answer
    }
  }
}
