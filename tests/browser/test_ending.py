"""Expired, deleted, begun again: what is gone is gone, what was typed is not."""

from __future__ import annotations

import sqlite3

from osteochat.processes import Server
from osteochat.settings import Settings
from tests.browser.visitor import Visitor, to_decision


def rows_in_store(settings: Settings) -> int:
    with sqlite3.connect(settings.home / "conversations.db") as database:
        found: int = database.execute("SELECT count(*) FROM events").fetchone()[0]
    return found


def test_an_expired_chat_says_so_and_keeps_what_was_typed(visitor: Visitor) -> None:
    visitor.open()
    forget_token(visitor)
    visitor.field.fill("a long message that must not be lost")
    visitor.field.press("Enter")
    visitor.page.locator("osteo-chat .banner").get_by_text("This chat has ended").wait_for()
    assert visitor.field.input_value() == "a long message that must not be lost"
    visitor.button("Start a new chat").click()
    visitor.see("automatic assistant")
    assert visitor.field.input_value() == "a long message that must not be lost"
    visitor.problems.clear()


def test_a_chat_that_expired_while_away_begins_anew(visitor: Visitor) -> None:
    visitor.open().choose("Check my case")
    forget_token(visitor)
    visitor.page.reload()
    visitor.see("Your earlier chat has ended")
    visitor.see("automatic assistant")
    assert not [each for each in visitor.bubbles if "Does this fit you?" in each]
    visitor.problems.clear()


def forget_token(visitor: Visitor) -> None:
    """Put a token in the place of the real one that no server has signed."""
    visitor.page.evaluate(
        """() => {
          const [key] = Object.keys(sessionStorage);
          const state = JSON.parse(sessionStorage[key]);
          sessionStorage[key] = JSON.stringify({...state, token: state.token.slice(0, -4) + "AAAA"});
        }"""
    )


def test_deleting_asks_once_removes_everything_and_offers_a_new_chat(
    visitor: Visitor, chat_servers: tuple[Settings, list[Server]]
) -> None:
    before = rows_in_store(chat_servers[0])
    to_decision(visitor)
    assert rows_in_store(chat_servers[0]) > before
    visitor.button("Menu").click()
    visitor.button("Delete this chat").click()
    visitor.button("Keep it").click()
    assert visitor.bubbles
    visitor.button("Menu").click()
    visitor.button("Delete this chat").click()
    visitor.button("Yes, delete it").click()
    visitor.page.get_by_text("Nothing of it is kept.").first.wait_for()
    assert visitor.bubbles == []
    assert visitor.kept == {"session": [], "local": [], "cookies": []}
    assert rows_in_store(chat_servers[0]) == before
    visitor.button("Start a new chat").click()
    visitor.see("automatic assistant")


def test_deleting_in_words_ends_the_chat_too(visitor: Visitor) -> None:
    visitor.open().say("delete what you have noted")
    assert "deleted" in visitor.answer
    visitor.button("Start a new chat").wait_for()
    assert visitor.kept["session"] == []


def test_starting_again_can_be_undone(visitor: Visitor) -> None:
    to_decision(visitor)
    visitor.button("Menu").click()
    visitor.button("Start again").click()
    visitor.see("We start again")
    assert visitor.page.locator("osteo-chat .answer-bar").is_hidden()
    visitor.choose("Undo")
    visitor.see("brought back")
    assert "treatment" in visitor.page.locator("osteo-chat .answer-bar").inner_text()
