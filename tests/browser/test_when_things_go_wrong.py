"""Reload, two tabs, a server that dies, a slow or broken network, an expired chat: nothing is lost, nothing is sent twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from osteochat.processes import Server
from osteochat.running import wait_until_answering
from osteochat.settings import Settings
from tests.browser.sites import Site
from tests.browser.visitor import Visitor, to_decision
from tests.web_servers import environment, limits_off


def messages_in_store(settings: Settings, text: str) -> int:
    """Return how often a text was taken as a message of a person, in all conversations."""
    with sqlite3.connect(settings.home / "conversations.db") as database:
        query = "SELECT count(*) FROM events WHERE type_name = 'user' AND json_extract(data, '$.text') = ?"
        found: int = database.execute(query, (text,)).fetchone()[0]
    return found


def rows_in_store(settings: Settings) -> int:
    with sqlite3.connect(settings.home / "conversations.db") as database:
        found: int = database.execute("SELECT count(*) FROM events").fetchone()[0]
    return found


def test_a_reload_in_mid_form_shows_the_same_and_goes_on(visitor: Visitor) -> None:
    visitor.open().choose("Check my case").choose("Yes, that fits").say("-2.4")
    before = visitor.bubbles
    visitor.page.reload()
    visitor.see("Have you broken a bone")
    assert visitor.bubbles == before
    assert visitor.button("Yes, that fits").get_attribute("aria-disabled") == "true"
    visitor.choose("Hip").choose("Never tried one")
    assert "treatment is needed" in visitor.card.inner_text()


def test_a_closed_chat_stays_closed_on_reload_and_opens_where_it_was(visitor: Visitor) -> None:
    visitor.open().choose("Check my case")
    visitor.button("Close").click()
    visitor.page.reload()
    assert visitor.page.locator("osteo-chat .launcher").is_visible()
    assert visitor.page.locator("osteo-chat .panel").is_hidden()
    visitor.open()
    visitor.see("Does this fit you?")


def test_two_tabs_are_two_conversations(visit: Callable[..., Visitor]) -> None:
    first = visit().open()
    second = Visitor(first.page.context.new_page(), first.address).arrive().open()
    first.say("my T-score is -2.9")
    second.say("my T-score is -1.1")
    assert "−2.9" in first.say("show what you have noted").answer
    noted = second.say("show what you have noted").answer
    assert "−1.1" in noted
    assert "−2.9" not in noted


def test_one_conversation_in_two_tabs_does_not_mix_up_its_answers(visit: Callable[..., Visitor]) -> None:
    first = visit().open()
    first.button("Menu").click()
    first.page.get_by_label("Keep this chat on this device").check()
    first.button("Menu").click()
    first.choose("Check my case")
    second = Visitor(first.page.context.new_page(), first.address).arrive()
    second.see("Does this fit you?")
    first.choose("Yes, that fits").say("-2.4")
    second.field.fill("yes")
    second.field.press("Enter")
    second.see("Have you broken a bone")
    assert second.field.input_value() == "yes", "an answer to another question than the person saw must not be sent"
    assert "gone on elsewhere" in second.page.locator("osteo-chat .banner").inner_text()
    second.field.fill("")
    second.choose("Hip")
    assert "tried a bisphosphonate" in second.answer


@pytest.mark.e2e
def test_a_server_that_dies_and_comes_back_answers_what_was_sent_meanwhile_once(
    visit: Callable[..., Visitor], chat_servers: tuple[Settings, list[Server]], site: Site
) -> None:
    settings, servers = chat_servers
    visitor = visit().open().choose("Check my case").choose("Yes, that fits")
    rasa = next(server for server in servers if server.name == "rasa")
    assert rasa.process is not None
    rasa.process.kill()
    rasa.process.wait()
    visitor.field.fill("my T-score is -2.41")
    visitor.field.press("Enter")
    banner = visitor.page.locator("osteo-chat .banner")
    banner.get_by_text("cannot be reached").wait_for()
    assert visitor.field.is_editable()
    with environment(limits_off(site)):
        rasa.start()
    wait_until_answering(settings, servers)
    visitor.page.evaluate("window.dispatchEvent(new Event('online'))")
    visitor.log.get_by_text("Have you broken a bone").wait_for(timeout=40_000)
    assert banner.is_hidden()
    assert messages_in_store(settings, "my T-score is -2.41") == 1
    visitor.choose("Hip")


def test_an_answer_that_is_lost_on_the_way_is_fetched_not_made_again(
    visitor: Visitor, chat_servers: tuple[Settings, list[Server]]
) -> None:
    visitor.open().choose("Check my case").choose("Yes, that fits")
    lost: list[int] = []

    def lose(route: Any) -> None:
        answer = route.fetch()
        if lost:
            route.fulfill(response=answer)
        else:
            lost.append(answer.status)
            route.abort()

    visitor.page.route("**/message", lose)
    visitor.say("my T-score is -2.42")
    assert lost == [200]
    visitor.see("Have you broken a bone")
    assert messages_in_store(chat_servers[0], "my T-score is -2.42") == 1
    assert len([each for each in visitor.bubbles if "Have you broken a bone" in each]) == 1
    visitor.problems.clear()  # the browser notes the lost answer


def test_offline_says_so_keeps_the_text_and_sends_it_when_the_network_is_back(visitor: Visitor) -> None:
    visitor.open()
    visitor.page.context.set_offline(True)
    visitor.field.fill("what about the jaw?")
    visitor.field.press("Enter")
    visitor.page.locator("osteo-chat .banner").get_by_text("There is no connection").wait_for()
    assert "what about the jaw?" in visitor.bubbles[-1]
    visitor.page.context.set_offline(False)
    visitor.see("MRONJ")
    assert visitor.page.locator("osteo-chat .banner").is_hidden()
    visitor.problems.clear()


def test_a_reload_while_a_message_waits_sends_it_afterwards_once(
    visitor: Visitor, chat_servers: tuple[Settings, list[Server]]
) -> None:
    visitor.open()
    visitor.page.route("**/message", lambda route: route.abort())
    visitor.field.fill("what about the jaw, really?")
    visitor.field.press("Enter")
    visitor.page.locator("osteo-chat .banner").get_by_text("cannot be reached").wait_for()
    visitor.page.unroute_all()
    visitor.page.reload()
    visitor.see("MRONJ")
    assert messages_in_store(chat_servers[0], "what about the jaw, really?") == 1
    visitor.problems.clear()


def test_when_trying_again_does_not_help_the_person_decides(visitor: Visitor) -> None:
    visitor.page.clock.install()
    visitor.page.reload()
    visitor.open()
    visitor.page.route("**/message", lambda route: route.abort())
    visitor.field.fill("what about the jaw?")
    visitor.field.press("Enter")
    for _ in range(12):
        visitor.page.clock.run_for(31_000)
        visitor.page.wait_for_timeout(60)
    again = visitor.button("Try again")
    again.wait_for()
    assert "Not sent." in visitor.page.locator("osteo-chat .mine-row").last.inner_text()
    visitor.page.unroute_all()
    again.click()
    visitor.see("MRONJ")
    assert visitor.button("Try again").count() == 0
    visitor.problems.clear()


def test_a_slow_answer_shows_that_it_is_on_its_way_and_a_quick_one_does_not(visitor: Visitor) -> None:
    visitor.open()
    typing = visitor.page.locator("osteo-chat .typing")
    shown: list[bool] = []

    def slowly(route: Any) -> None:
        visitor.page.wait_for_timeout(200)
        shown.append(typing.is_visible())
        visitor.page.wait_for_timeout(500)
        shown.append(typing.is_visible())
        route.continue_()

    visitor.page.route("**/message", slowly)
    visitor.say("what about the jaw?")
    assert shown == [False, True]
    assert typing.is_hidden()
    assert not [each for each in visitor.heard if "writing" in each]


def test_whoever_is_too_fast_is_told_politely_and_answered_later(visitor: Visitor) -> None:
    visitor.open()
    sentence = "That was a lot of messages at once. Please wait 1 second, then try again."
    refused: list[int] = []

    def refuse_once(route: Any) -> None:
        if refused:
            route.continue_()
        else:
            refused.append(429)
            route.fulfill(status=429, json={"error": sentence, "retry_after": 1})

    visitor.page.route("**/message", refuse_once)
    visitor.field.fill("what about the jaw?")
    visitor.field.press("Enter")
    visitor.page.locator("osteo-chat .banner").get_by_text(sentence).wait_for()
    visitor.see("MRONJ")
    visitor.problems.clear()


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


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_server_in_trouble_is_tried_again(status: int, visitor: Visitor) -> None:
    visitor.open()
    answers: list[int] = []

    def fail_once(route: Any) -> None:
        if answers:
            route.continue_()
        else:
            answers.append(status)
            route.fulfill(status=status, body="<h1>Bad gateway</h1>", content_type="text/html")

    visitor.page.route("**/message", fail_once)
    visitor.say("what about the jaw?")
    assert "MRONJ" in visitor.answer
    visitor.problems.clear()
