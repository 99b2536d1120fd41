"""Answers: within reach, explained, supposed otherwise, compared, in pictures and with their sources."""

from __future__ import annotations

import re

from tests.browser.visitor import Visitor, to_decision


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
    table.wait_for()
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
