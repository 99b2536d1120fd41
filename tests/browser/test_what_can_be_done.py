"""Answers changed in place; the summary printed, copied, saved and shared; answers rated and reported; how fast it is."""

from __future__ import annotations

import re
import sqlite3
import statistics
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from osteochat.processes import Server
from osteochat.settings import Settings
from tests.browser.visitor import Visitor, to_decision

MOST_MILLISECONDS = 20.0
MEASURED = 15


def test_an_earlier_answer_is_changed_in_place_and_the_answer_follows(visitor: Visitor) -> None:
    to_decision(visitor)
    visitor.button("Change your answer “-2.4”").click()
    field = visitor.page.get_by_label("Your new answer")
    assert field.input_value() == "-2.4"
    assert visitor.focused == "Your new answer"
    field.fill("-0.4")
    visitor.choose("Save")
    first = visitor.page.locator("osteo-chat .mine-row").filter(has_text="-2.4").first
    assert first.locator("s").count() == 1
    assert "Changed" in first.inner_text()
    assert "−0.4" in visitor.answer
    assert "treatment" not in visitor.page.locator("osteo-chat .answer-bar").inner_text()
    assert visitor.page.locator("osteo-chat .card.earlier").count() == 1


def test_a_changed_reply_is_chosen_among_the_ones_that_were_offered(visitor: Visitor) -> None:
    visitor.open().choose("Check my case").choose("Yes, that fits").say("-2.4").choose("Hip")
    visitor.button("Change your answer “Hip”").click()
    offered = visitor.page.locator("osteo-chat .edit .replies button").all_inner_texts()
    assert "Wrist" in offered
    assert "Hip" not in offered
    assert "Why do you ask?" not in offered
    visitor.choose("Wrist")
    assert "wrist" in visitor.say("show what you have noted").answer.lower()


def test_escape_leaves_an_answer_as_it_was(visitor: Visitor) -> None:
    visitor.open().choose("Check my case").choose("Yes, that fits").say("-2.4")
    visitor.button("Change your answer “-2.4”").click()
    visitor.page.get_by_label("Your new answer").fill("-9")
    visitor.page.keyboard.press("Escape")
    assert visitor.page.locator("osteo-chat .panel").is_visible()
    assert visitor.focused == "Change your answer “-2.4”"
    assert visitor.page.locator("osteo-chat s").count() == 0


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page(?![a-z])", pdf))


@pytest.fixture
def summary(visitor: Visitor) -> Visitor:
    """A visitor with the longest usual case, at her summary."""
    visitor.open().say(
        "I am past the menopause, I am 63, I have three broken vertebrae and a broken hip, my T-score is -3.4"
    )
    visitor.say("I could not take alendronate. I have hot flushes.")
    return visitor.say("Show me a summary")


def test_the_printed_summary_has_at_most_two_sheets_and_all_of_the_answer(summary: Visitor) -> None:
    with summary.page.expect_popup() as opened:
        summary.button("Print").last.click()
    page = opened.value
    page.get_by_role("heading", name="Summary for you and your doctor").wait_for()
    text = page.locator("main").inner_text()
    for words in (
        "What you told me",
        "−3.4",
        "What the table says",
        "The options it names",
        "Questions for your doctor",
        "Source:",
    ):
        assert words in text
    assert pages_of(page.pdf(format="A4", prefer_css_page_size=True)) <= 2
    assert page.get_by_role("button", name="Print this page").is_visible()
    page.emulate_media(media="print")
    assert page.get_by_role("button", name="Print this page").is_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_printable_page(scheme: str, visit: Callable[..., Visitor]) -> None:
    from tests.browser.test_accessibility import violations

    visitor = to_decision(visit(color_scheme=scheme)).say("Show me a summary")
    with visitor.page.expect_popup() as opened:
        visitor.button("Print").last.click()
    opened.value.get_by_role("heading", name="Summary for you and your doctor").wait_for()
    assert violations(opened.value) == []


def test_the_summary_is_copied_saved_and_shared(visit: Callable[..., Visitor]) -> None:
    visitor = visit(permissions=["clipboard-read", "clipboard-write"])
    visitor.page.add_init_script("navigator.share = (what) => { window.shared = what; return Promise.resolve(); }")
    visitor.page.reload()
    to_decision(visitor).say("Show me a summary")
    visitor.button("Copy").last.click()
    visitor.page.locator("osteo-chat .banner").get_by_text("Copied.").wait_for()
    copied = visitor.page.evaluate("navigator.clipboard.readText()")
    assert "−2.4" in copied
    with visitor.page.expect_download() as got:
        visitor.button("Download").last.click()
    assert got.value.suggested_filename == "osteochat.txt"
    assert Path(got.value.path()).read_text(encoding="utf-8") == copied
    visitor.button("Share").last.click()
    assert visitor.page.evaluate("window.shared") == {"text": copied}


def test_the_whole_chat_is_saved_as_text(visitor: Visitor) -> None:
    visitor.open().say("what about the jaw?")
    visitor.button("Menu").click()
    with visitor.page.expect_download() as got:
        visitor.button("Save this chat").click()
    text = Path(got.value.path()).read_text(encoding="utf-8")
    assert "what about the jaw?" in text
    assert "MRONJ" in text


def reports(settings: Settings) -> list[tuple[Any, ...]]:
    with sqlite3.connect(settings.home / "reports.db") as database:
        return database.execute("SELECT kind, record, text FROM web_reports").fetchall()


def test_an_unsafe_answer_is_reported_without_the_chat(
    visitor: Visitor, chat_servers: tuple[Settings, list[Server]]
) -> None:
    visitor.open().say("what about the jaw?")
    visitor.button("Report a problem").last.click()
    visitor.page.get_by_label("What is wrong with it?", exact=False).fill("this could frighten people")
    visitor.button("Send report").click()
    visitor.page.get_by_text("Your report was kept, without your chat.").first.wait_for()
    kind, record, _ = next(each for each in reports(chat_servers[0]) if each[2] == "this could frighten people")
    assert kind == "unsafe"
    assert record.startswith("topic:mronj")


def test_an_answer_is_rated_with_one_press(visitor: Visitor, chat_servers: tuple[Settings, list[Server]]) -> None:
    visitor.open().say("what is a T-score?")
    before = len(reports(chat_servers[0])) if (chat_servers[0].home / "reports.db").exists() else 0
    visitor.page.locator("osteo-chat .feedback").last.get_by_role("button", name="Yes", exact=True).click()
    visitor.page.get_by_text("Thank you.").first.wait_for()
    assert reports(chat_servers[0])[before:][-1][0] == "helpful"


DELAY = """async (text) => {
  const root = document.querySelector("osteo-chat").shadowRoot;
  const field = root.querySelector("textarea");
  const count = () => root.querySelectorAll(".theirs").length;
  const before = count();
  performance.clearResourceTimings();
  const sent = performance.now();
  field.value = text;
  field.dispatchEvent(new InputEvent("input", {bubbles: true}));
  field.form.requestSubmit();
  const shown = await new Promise((resolve) => {
    const look = () => (count() > before ? resolve(performance.now()) : undefined);
    new MutationObserver(look).observe(root, {childList: true, subtree: true});
  });
  const [entry] = performance.getEntriesByType("resource").filter(({name}) => name.endsWith("/message"));
  return (shown - sent) - (entry.responseEnd - entry.requestStart);
}"""


def test_the_widget_adds_next_to_nothing_to_the_time_of_the_server(visitor: Visitor) -> None:
    visitor.open()
    added = []
    for _ in range(MEASURED):
        added.append(visitor.page.evaluate(DELAY, "what is a T-score?"))
        visitor.page.wait_for_timeout(50)
    print(f"added by the widget: median {statistics.median(added):.1f} ms, least {min(added):.1f} ms")
    assert statistics.median(added) <= MOST_MILLISECONDS, added
