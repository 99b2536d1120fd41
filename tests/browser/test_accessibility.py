"""For everybody: axe finds nothing on any screen, each message is announced once, and the focus is where it should be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.visitor import Visitor, to_decision


def violations(page: Any) -> list[str]:
    """Return what axe finds wrong, with the elements."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {[node['target'] for node in each['nodes']][:3]}" for each in found]


SCHEMES = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "more contrast": {"contrast": "more"},
    "forced colours": {"forced_colors": "active"},
}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_on_any_screen(scheme: str, visit: Callable[..., Visitor]) -> None:
    visitor = visit(**SCHEMES[scheme])
    page = visitor.page
    found = {"page": violations(page)}
    visitor.open()
    found["opened"] = violations(page)
    visitor.choose("Check my case").choose("Yes, that fits").say("-2.4")
    visitor.button("Change your answer “-2.4”").click()
    found["changing an answer"] = violations(page)
    page.keyboard.press("Escape")
    visitor.choose("Hip").choose("Never tried one")
    visitor.button("What if…?").last.click()
    visitor.button("Compare options").last.click()
    visitor.card.locator("table").wait_for()
    found["answer"] = violations(page)
    visitor.say("what about the jaw?")
    visitor.button("See the numbers as", exact=False).last.click()
    visitor.button("Sources (", exact=False).last.click()
    page.locator("osteo-chat figure").first.wait_for()
    found["education"] = violations(page)
    visitor.button("Report a problem").last.click()
    found["report"] = violations(page)
    visitor.button("Cancel").last.click()
    visitor.say("Show me a summary")
    found["summary"] = violations(page)
    visitor.say("I have chest pain and cannot breathe")
    found["urgent"] = violations(page)
    visitor.button("Menu").click()
    found["menu"] = violations(page)
    visitor.button("Delete this chat").click()
    found["delete?"] = violations(page)
    visitor.button("Yes, delete it").click()
    visitor.button("Start a new chat").wait_for()
    found["deleted"] = violations(page)
    assert {screen: each for screen, each in found.items() if each} == {}


def test_axe_finds_nothing_where_the_chat_fills_a_page(visit: Callable[..., Visitor], site: Any) -> None:
    visitor = visit(site.page("inline"))
    assert violations(visitor.page) == []
    visitor.open()
    assert violations(visitor.page) == []


def test_each_message_is_announced_once_and_the_conversation_itself_is_silent(visitor: Visitor) -> None:
    visitor.open().choose("Check my case").choose("Yes, that fits").say("-2.4").choose("Hip").choose("Never tried one")
    visitor.say("what about the jaw?")
    heard = visitor.heard
    assert len([each for each in heard if "automatic assistant" in each]) == 1
    assert len([each for each in heard if "T-score of your bone density scan" in each]) == 1
    assert len([each for each in heard if "treatment is needed" in each]) == 1
    assert len([each for each in heard if "Not on your list" in each]) == 1
    assert len([each for each in heard if "MRONJ" in each and "Picture 10,000" in each]) == 1
    assert "You chose: Hip" in heard
    log = visitor.log
    assert (log.get_attribute("role"), log.get_attribute("aria-live")) == ("log", "off")
    assert log.get_attribute("aria-label") == "Conversation"


def test_announcements_are_taken_away_after_a_second(visitor: Visitor) -> None:
    visitor.open()
    visitor.page.wait_for_timeout(1300)
    regions = visitor.page.locator("osteo-chat [aria-live=polite], osteo-chat [role=alert]")
    assert regions.count() == 2
    assert regions.all_inner_texts() == ["", ""]


def test_a_reload_reads_nothing_aloud_again(visitor: Visitor) -> None:
    visitor.open().choose("Check my case")
    visitor.page.reload()
    visitor.see("Does this fit you?")
    assert visitor.heard == []
    assert visitor.focused == "page"
    visitor.choose("Yes, that fits")
    assert [each for each in visitor.heard if "T-score of your bone density scan" in each]


def test_everything_to_press_is_large_enough_for_a_finger(phone: Visitor) -> None:
    to_decision(phone)
    phone.button("What if…?").last.tap()
    phone.button("Menu").tap()
    for control in phone.page.locator(
        "osteo-chat button:visible, osteo-chat input:visible, osteo-chat .keep:visible"
    ).all():
        box = control.bounding_box()
        if control.get_attribute("type") == "checkbox":
            continue  # its label is what is pressed
        assert box["width"] >= 44 and box["height"] >= 44, control.evaluate("each => each.outerHTML")


@pytest.mark.parametrize(
    "viewport", [{"width": 390, "height": 844}, {"width": 1280, "height": 900}], ids=["phone", "desk"]
)
def test_text_at_200_percent_loses_nothing(viewport: dict[str, int], visit: Callable[..., Visitor]) -> None:
    visitor = visit(viewport=viewport)
    visitor.page.evaluate("document.documentElement.style.fontSize = '200%'")
    to_decision(visitor)
    visitor.button("What if…?").last.click()
    assert not visitor.overflows()
    assert visitor.field.bounding_box()["height"] >= 44
    assert visitor.log.bounding_box()["height"] >= 150
    size = visitor.card.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
    assert size >= 34


def test_the_menu_makes_the_text_larger_and_a_reload_keeps_it(visitor: Visitor) -> None:
    visitor.open()
    before = visitor.log.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
    visitor.button("Menu").click()
    visitor.button("Larger text").click()
    after = visitor.log.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
    assert after == pytest.approx(before * 1.25, abs=0.5)
    visitor.page.reload()
    visitor.see("automatic assistant")
    assert visitor.log.evaluate("each => parseFloat(getComputedStyle(each).fontSize)") == pytest.approx(after)


def test_nothing_moves_for_those_who_want_no_motion(visit: Callable[..., Visitor]) -> None:
    visitor = visit(reduced_motion="reduce").open()
    visitor.page.route("**/message", lambda _: None)
    visitor.field.fill("hello")
    visitor.field.press("Enter")
    dot = visitor.page.locator("osteo-chat .typing i").first
    dot.wait_for()
    assert dot.evaluate("each => getComputedStyle(each).animationName") == "none"


def test_the_chat_says_which_language_it_speaks(visitor: Visitor) -> None:
    visitor.open()
    root, panel = visitor.page.locator("osteo-chat .root"), visitor.page.locator("osteo-chat .panel")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == ("en", "ltr")
    assert panel.get_attribute("role") == "dialog"
    assert visitor.page.get_by_role("dialog", name="Questions about bone medicines").count() == 1
