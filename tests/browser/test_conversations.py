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


def test_the_answer_stays_within_reach_while_other_things_are_asked(visitor: Visitor) -> None:
    to_decision(visitor)
    visitor.say("what about the jaw?").say("what is a T-score?")
    bar = visitor.page.locator("osteo-chat .answer-bar button")
    assert "treatment" in bar.inner_text()
    assert not visitor.page.evaluate(IN_VIEW)
    bar.click()
    visitor.page.wait_for_function(IN_VIEW)
    assert "Your answer" in visitor.focused


IN_VIEW = """() => {
  const root = document.querySelector("osteo-chat").shadowRoot;
  const card = root.querySelector(".card").getBoundingClientRect();
  const log = root.querySelector(".log").getBoundingClientRect();
  return card.top >= log.top - 4 && card.top < log.bottom;
}"""


def test_why_is_one_press_away(visitor: Visitor) -> None:
    to_decision(visitor).choose("Why?")
    assert "The line of the table that fits you says" in visitor.answer


def test_the_slider_shows_where_the_answer_changes_and_asks_what_would_follow(visitor: Visitor) -> None:
    to_decision(visitor)
    visitor.button("What if…?").last.click()
    legend = visitor.card.locator(".bands").inner_text()
    assert "−1.0 and lower: treatment" in legend
    assert "above −1.0: see a bone specialist" in legend
    says = visitor.card.locator(".says")
    assert says.inner_text() == "At −2.4 the table says: treatment."
    slider = visitor.page.get_by_label("What if my T-score were…")
    slider.fill("-1")
    assert says.inner_text() == "At −1.0 the table says: treatment."
    visitor.button("Higher by 0.1").click()
    assert says.inner_text() == "At −0.9 the table says: see a bone specialist."
    assert slider.get_attribute("aria-valuetext") == says.inner_text()
    visitor.choose("Ask about −0.9")
    assert "What if" in visitor.answer
    assert "−0.9" in visitor.answer
    assert visitor.page.locator("osteo-chat .card").count() == 1, (
        "a supposed answer does not take the place of the real one"
    )
    assert "treatment" in visitor.page.locator("osteo-chat .answer-bar").inner_text()


def test_options_stand_side_by_side(visitor: Visitor) -> None:
    to_decision(visitor)
    visitor.button("Compare options").last.click()
    table = visitor.card.locator("table")
    rows = table.locator("tbody tr").all_inner_texts()
    assert len(rows) == 3
    assert "No drug" in rows[-1] or "no drug" in rows[-1].lower()
    assert all("For it" in row and "Against it" in row for row in rows)


def test_numbers_have_a_picture_with_the_same_in_words(visitor: Visitor) -> None:
    visitor.open().say("what about the jaw?")
    visitor.button("See the numbers as", exact=False).last.click()
    figure = visitor.page.locator("osteo-chat figure").first
    figure.wait_for()
    words = figure.inner_text()
    assert "Picture 10,000 people treated for osteoporosis" in words
    assert "At least 9,970 do not" in words
    assert figure.locator("svg.array").get_attribute("aria-hidden") == "true"


def test_sources_are_one_press_away_and_need_no_request(visitor: Visitor) -> None:
    visitor.open().say("what about the jaw?")
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.button("Sources (", exact=False).last.click()
    links = visitor.page.locator("osteo-chat .sources a")
    assert links.count() > 0
    for link in links.all():
        assert re.match(r"https?://", link.get_attribute("href") or "")
        assert link.get_attribute("rel") == "noopener noreferrer"
    assert asked == []


def test_an_urgent_message_comes_first_loud_and_calm(visitor: Visitor) -> None:
    visitor.open().say("I have chest pain and cannot breathe")
    bubble = visitor.page.locator("osteo-chat .bubble.urgent")
    assert bubble.inner_text().startswith("Assistant:") or "Get help first" in bubble.inner_text()
    assert bubble.get_by_role("link", name="Call 112").get_attribute("href") == "tel:112"
    assert any("112" in each for each in visitor.heard)


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
