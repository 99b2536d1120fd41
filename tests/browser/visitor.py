"""A person in a browser: what she does in the chat, and what she sees and hears there."""

from __future__ import annotations

from typing import Any

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}

HEAR = """
window.heard = [];
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) {
  const root = attach.call(this, options);
  new MutationObserver((records) => {
    for (const record of records) for (const node of record.addedNodes) {
      const region = node.parentElement && node.parentElement.closest("[aria-live=polite],[role=alert]");
      if (region && node.textContent) window.heard.push(node.textContent);
    }
  }).observe(root, {childList: true, subtree: true});
  return root;
};
"""
"""Notes, on every page from its beginning, what appears in a live region."""


class Visitor:
    """One tab. `problems` collects what the browser complained about."""

    def __init__(self, page: Any, address: str) -> None:
        self.page = page
        self.address = address
        self.problems: list[str] = []
        page.on("console", lambda message: self._note(message.type, message.text))
        page.on("pageerror", lambda error: self._note("error", str(error)))

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.problems.append(f"{kind}: {text}")

    def arrive(self) -> Visitor:
        """Load the page."""
        self.page.add_init_script(f"{{{HEAR}}}")
        self.page.goto(self.address)
        return self

    def open(self) -> Visitor:
        """Open the chat and wait until the assistant has introduced itself."""
        self.page.locator("osteo-chat .launcher, osteo-chat .welcome button").first.click()
        self.see("automatic assistant")
        return self

    def say(self, text: str) -> Visitor:
        """Type a message, send it with Enter, and wait for the answer."""
        before = self.page.locator("osteo-chat .theirs, osteo-chat .card").count()
        self.field.fill(text)
        self.field.press("Enter")
        self.wait_for_more(before)
        return self

    def choose(self, title: str) -> Visitor:
        """Press the newest quick reply or control of that name, and wait for the answer."""
        before = self.page.locator("osteo-chat .theirs, osteo-chat .card").count()
        self.button(title).last.click()
        self.wait_for_more(before)
        return self

    def wait_for_more(self, before: int) -> None:
        """Wait until the assistant has said more than so many messages."""
        self.page.wait_for_function(
            "n => [...document.querySelectorAll('osteo-chat')].some(each => each.shadowRoot.querySelectorAll('.theirs,.card').length > n)",
            arg=before,
        )

    def see(self, text: str) -> None:
        """Wait until a text can be seen in the conversation."""
        self.log.get_by_text(text).last.wait_for()

    @property
    def field(self) -> Any:
        """The field for messages."""
        return self.page.get_by_label("Your message")

    @property
    def log(self) -> Any:
        """The conversation."""
        return self.page.locator("osteo-chat .log")

    @property
    def card(self) -> Any:
        """The newest answer."""
        return self.page.locator("osteo-chat .card").last

    def button(self, name: str, exact: bool = True) -> Any:
        """All buttons of that name."""
        return self.page.get_by_role("button", name=name, exact=exact)

    @property
    def bubbles(self) -> list[str]:
        """All that was said, by both, in order."""
        return [text.strip() for text in self.page.locator("osteo-chat .bubble, osteo-chat .card").all_inner_texts()]

    @property
    def answer(self) -> str:
        """All that the assistant has said since the person's last message."""
        return str(
            self.page.evaluate(
                """() => {
                  const said = [...document.querySelector("osteo-chat").shadowRoot.querySelectorAll(".mine-row, .bubble.theirs, .card")];
                  const last = said.findLastIndex((each) => each.classList.contains("mine-row"));
                  return said.slice(last + 1).map((each) => each.innerText).join("\\n");
                }"""
            )
        )

    @property
    def heard(self) -> list[str]:
        """What a screen reader was given to say since the page was loaded."""
        found: list[str] = self.page.evaluate("window.heard")
        return found

    @property
    def focused(self) -> str:
        """A name for what has the focus: its accessible name or its role."""
        return str(
            self.page.evaluate(
                """() => {
                  let one = document.activeElement;
                  while (one && one.shadowRoot && one.shadowRoot.activeElement) one = one.shadowRoot.activeElement;
                  if (!one || one === document.body) return "page";
                  const label = one.labels && one.labels.length ? one.labels[0].textContent : "";
                  return one.getAttribute("aria-label") || label || one.textContent.trim().slice(0, 60) || one.tagName.toLowerCase();
                }"""
            )
        )

    @property
    def kept(self) -> dict[str, Any]:
        """What the page has stored in this browser, and its cookies."""
        return {
            "session": self.page.evaluate("Object.keys(sessionStorage)"),
            "local": self.page.evaluate("Object.keys(localStorage)"),
            "cookies": self.page.context.cookies(),
        }

    def overflows(self) -> bool:
        """Say whether anything is wider than the window, in the page or in the chat."""
        return bool(
            self.page.evaluate(
                """() => {
                  const wide = (one) => one.scrollWidth > one.clientWidth + 1;
                  const roots = [...document.querySelectorAll("osteo-chat")].map((each) => each.shadowRoot);
                  const parts = roots.flatMap((root) => [...root.querySelectorAll(".panel,.log,.menu,.card,.bubble")]);
                  return [document.documentElement, ...parts].some((one) => one.clientWidth && wide(one));
                }"""
            )
        )


def to_decision(visitor: Visitor) -> Visitor:
    """Go all the way from the opening to an answer, with the mouse: hip, T-score −2.4, no bisphosphonate."""
    visitor.open().choose("Check my case").choose("Yes, that fits").say("-2.4").choose("Hip").choose("Never tried one")
    visitor.card.wait_for()
    return visitor
