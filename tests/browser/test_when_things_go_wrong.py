"""A server that dies, a slow, broken or missing network: the person is told, nothing is lost, nothing is sent twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from osteochat.processes import Server
from osteochat.running import wait_until_answering
from osteochat.settings import Settings
from tests.browser.sites import Site
from tests.browser.visitor import Visitor
from tests.web_servers import environment, limits_off


def messages_in_store(settings: Settings, text: str) -> int:
    """Return how often a text was taken as a message of a person, in all conversations."""
    with sqlite3.connect(settings.home / "conversations.db") as database:
        query = "SELECT count(*) FROM events WHERE type_name = 'user' AND json_extract(data, '$.text') = ?"
        found: int = database.execute(query, (text,)).fetchone()[0]
    return found


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
