"""Where the focus is: it moves only when somebody asked for it, reaches everything, and is never covered."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.visitor import Visitor, to_decision


def test_the_focus_moves_only_when_somebody_asked_for_it(visitor: Visitor) -> None:
    visitor.open()
    visitor.page.route("**/message", lambda route: (visitor.page.wait_for_timeout(700), route.continue_()))
    visitor.field.fill("what is a T-score?")
    visitor.field.press("Enter")
    visitor.button("Menu").focus()
    visitor.see("T-score")
    visitor.page.wait_for_timeout(1200)
    assert visitor.focused == "Menu"


def test_escape_closes_one_thing_at_a_time_and_the_focus_goes_back(visitor: Visitor) -> None:
    page = visitor.page
    launcher = page.locator("osteo-chat .launcher")
    assert (launcher.get_attribute("aria-expanded"), launcher.evaluate("each => each.tagName")) == ("false", "BUTTON")
    visitor.open()
    assert launcher.get_attribute("aria-expanded") == "true"
    visitor.button("Menu").click()
    page.keyboard.press("Escape")
    assert page.locator("osteo-chat .menu").is_hidden()
    assert visitor.focused == "Menu"
    page.keyboard.press("Escape")
    assert page.locator("osteo-chat .panel").is_hidden()
    assert visitor.focused == "Ask about bone medicines"


def test_the_tab_key_goes_through_everything_in_order_and_out_again(visitor: Visitor) -> None:
    visitor.open().choose("Check my case")
    visitor.page.locator("osteo-chat .panel").focus()
    order = []
    for _ in range(40):
        visitor.page.keyboard.press("Tab")
        order.append(visitor.focused)
        if visitor.focused == "page":
            break
    for first, second in zip(
        ["Menu", "Close", "Conversation", "Yes, that fits", "Why do you ask?", "Your message"],
        ["Close", "Conversation", "Yes, that fits", "Why do you ask?", "Your message", "Send"],
    ):
        assert order.index(first) < order.index(second)
    assert order[-1] == "page", "the tab key does not leave the chat"
    orders = visitor.page.evaluate(
        """() => [...document.querySelector("osteo-chat").shadowRoot.querySelectorAll("[tabindex]")].map((each) => each.tabIndex)"""
    )
    assert set(orders) <= {0, -1}


COVERED = """() => {
  let one = document.activeElement;
  while (one.shadowRoot && one.shadowRoot.activeElement) one = one.shadowRoot.activeElement;
  const box = one.getBoundingClientRect();
  const root = one.getRootNode();
  const x = box.left + box.width / 2, y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
  const top = root.elementFromPoint(x, y);
  return one === document.body || one === top || one.contains(top) || top.contains(one) && top.className === "what" ? "" : `${one.outerHTML.slice(0, 80)} under ${top && top.outerHTML.slice(0, 80)}`;
}"""


@pytest.mark.parametrize("size", [(1280, 900), (390, 700), (640, 400)], ids=["desk", "phone", "great zoom"])
def test_what_has_the_focus_is_not_covered(size: tuple[int, int], visit: Callable[..., Visitor]) -> None:
    visitor = to_decision(visit(viewport={"width": size[0], "height": size[1]}))
    visitor.page.locator("osteo-chat .panel").focus()
    for _ in range(60):
        visitor.page.keyboard.press("Tab")
        if visitor.focused == "page":
            break
        if visitor.focused != "Conversation":
            assert visitor.page.evaluate(COVERED) == ""
