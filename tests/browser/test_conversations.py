"""Whole conversations in a real browser: by mouse, by keyboard only, and with a phone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.browser.visitor import Visitor, to_decision


def test_nothing_is_stored_or_sent_before_the_chat_is_opened(visit: Callable[..., Visitor]) -> None:
    asked: list[str] = []
    visitor = visit()
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.page.reload()
    assert visitor.kept == {"session": [], "local": [], "cookies": []}
    assert not [url for url in asked if "/webhooks/" in url]
    visitor.open()
    assert [url for url in asked if "/webhooks/web/session" in url]
    kept = visitor.kept
    assert len(kept["session"]) == 1
    assert (kept["local"], kept["cookies"]) == ([], [])


def test_no_request_goes_to_anybody_else(visit: Callable[..., Visitor]) -> None:
    asked: list[str] = []
    visitor = visit()
    visitor.page.on("request", lambda request: asked.append(request.url))
    to_decision(visitor)
    assert asked
    assert all(url.startswith(visitor.address) for url in asked)


def test_by_mouse_from_the_first_question_to_the_answer(visitor: Visitor) -> None:
    to_decision(visitor)
    assert "treatment is needed" in visitor.card.inner_text()
    assert visitor.card.locator(".options .listed").count() == 2
    excluded = visitor.card.locator(".options .excluded").inner_text()
    assert "Denosumab injections" in excluded
    assert "Not on your list" in excluded


def test_every_question_offers_replies_progress_and_free_text(visitor: Visitor) -> None:
    visitor.open().choose("Check my case")
    numbers = []
    for answer in ("Yes, that fits", "-2.4", "Hip"):
        question = visitor.page.locator("osteo-chat .bubble.question").last
        numbers.append(tuple(map(int, re.findall(r"Question (\d+) of at most (\d+)", question.inner_text())[0])))
        for always in ("I don't know", "Why do you ask?"):
            assert visitor.button(always).last.get_attribute("aria-disabled") is None
        assert visitor.field.is_editable()
        visitor.say(answer) if answer == "-2.4" else visitor.choose(answer)
    assert [number for number, _ in numbers] == [1, 2, 3]
    bounds = [bound for _, bound in numbers]
    assert bounds == sorted(bounds, reverse=True)


def test_a_chosen_reply_stays_and_the_others_are_closed_but_readable(visitor: Visitor) -> None:
    visitor.open().choose("Check my case").choose("Yes, that fits")
    assert "Yes, that fits" in visitor.page.locator("osteo-chat .mine").last.inner_text()
    other = visitor.button("No, not quite")
    assert other.is_visible()
    assert other.get_attribute("aria-disabled") == "true"
    assert visitor.focused == "Your message"
    count = len(visitor.bubbles)
    other.click(force=True)
    visitor.page.wait_for_timeout(300)
    assert len(visitor.bubbles) == count


def test_the_whole_task_by_keyboard_only(visitor: Visitor) -> None:
    page = visitor.page

    def tab_to(name: str, most: int = 60) -> None:
        for _ in range(most):
            if visitor.focused == name:
                return
            page.keyboard.press("Shift+Tab" if visitor.focused == "Your message" or going_back else "Tab")
        raise AssertionError(f"the tab key does not reach “{name}”; it is at “{visitor.focused}”")

    going_back = False
    tab_to("Ask about bone medicines")
    page.keyboard.press("Enter")
    visitor.see("automatic assistant")
    assert visitor.focused == "Your message"
    going_back = True
    for name in ("Check my case", "Yes, that fits"):
        before = page.locator("osteo-chat .theirs").count()
        tab_to(name)
        page.keyboard.press("Enter")
        visitor.wait_for_more(before)
        assert visitor.focused == "Your message"
    page.keyboard.type("-2.4")
    page.keyboard.press("Enter")
    visitor.see("broken a bone")
    for name in ("Hip", "Never tried one"):
        before = page.locator("osteo-chat .theirs, osteo-chat .card").count()
        tab_to(name)
        page.keyboard.press("Space")
        visitor.wait_for_more(before)
    visitor.card.wait_for()
    tab_to("What if…?")
    page.keyboard.press("Enter")
    going_back = False
    page.keyboard.press("Tab")
    tab_to("What if my T-score were…")
    for _ in range(15):
        page.keyboard.press("ArrowRight")
    assert "At −0.9 the table says: see a bone specialist." in visitor.card.inner_text()
    page.keyboard.press("Escape")
    assert not page.locator("osteo-chat .panel").is_visible()
    assert visitor.focused == "Ask about bone medicines"


def test_with_a_phone(phone: Visitor) -> None:
    phone.open()
    box = phone.page.locator("osteo-chat .panel").bounding_box()
    assert (box["x"], box["y"], box["width"]) == (0, 0, 390)
    assert phone.focused != "Your message", "the keyboard of a phone would cover the introduction"
    phone.button("Check my case").tap()
    phone.see("Question 1 of at most")
    phone.button("Yes, that fits").last.tap()
    phone.see("T-score of your bone density scan")
    phone.say("-2.4").choose("Hip").choose("Never tried one")
    phone.card.wait_for()
    assert not phone.overflows()


@pytest.mark.parametrize("width", [320, 390, 768])
def test_nothing_scrolls_sideways(width: int, visit: Callable[..., Visitor]) -> None:
    visitor = to_decision(visit(viewport={"width": width, "height": 700}))
    visitor.button("What if…?").last.click()
    visitor.button("Compare options").last.click()
    visitor.page.locator("osteo-chat table").wait_for()
    assert not visitor.overflows()
    visitor.button("Menu").click()
    assert not visitor.overflows()


def test_enter_sends_and_shift_enter_makes_a_line(visitor: Visitor) -> None:
    visitor.open()
    visitor.field.fill("first line")
    visitor.field.press("Shift+Enter")
    visitor.field.type("second line")
    assert visitor.field.input_value() == "first line\nsecond line"


def test_the_counter_comes_near_the_limit_and_nothing_is_cut_off(visitor: Visitor) -> None:
    visitor.open()
    counter = visitor.page.locator("osteo-chat .counter")
    visitor.field.fill("x" * 700)
    assert counter.inner_text() == ""
    visitor.field.fill("x" * 950)
    assert counter.inner_text() == "50 characters left"
    visitor.field.fill("x" * 1012)
    assert counter.inner_text() == "12 characters too many"
    visitor.field.press("Enter")
    assert len(visitor.field.input_value()) == 1012
    assert visitor.field.get_attribute("aria-invalid") == "true"
