"""Messages: numbered, answered once, limited; replies only from what was offered; history and files say the same."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable
from typing import Any

import pytest

from osteochat.processes import Server
from osteochat.settings import Settings
from tests.channels.web.client import Answer, WebClient

pytestmark = pytest.mark.e2e

Servers = tuple[Settings, list[Server]]


def times_stored(servers: Servers, text: str) -> int:
    with sqlite3.connect(servers[0].home / "conversations.db") as database:
        query = "SELECT count(*) FROM events WHERE type_name = 'user' AND json_extract(data, '$.text') = ?"
        return int(database.execute(query, (text,)).fetchone()[0])


def customs(answer: Answer) -> list[dict[str, Any]]:
    return [each["custom"] for each in answer.json["replies"] if each["custom"]]


def test_a_retry_gets_the_same_answer_and_is_not_answered_twice(client: WebClient, chat_servers: Servers) -> None:
    text = "my T-score is -2.61"
    first = client.say(text, number=2)
    again = client.say(text, number=2)
    assert (first.status, again.status) == (200, 200)
    assert first.json["replies"] == again.json["replies"]
    assert first.json["number"] == again.json["number"] == 2
    assert times_stored(chat_servers, text) == 1


def test_the_same_message_at_the_same_time_is_answered_once(client: WebClient, chat_servers: Servers) -> None:
    text = "my T-score is -2.62"
    answers: list[Answer] = []

    def send() -> None:
        one = WebClient(client.address, client.token)
        answers.append(one.say(text, number=2))
        one.hang_up()

    threads = [threading.Thread(target=send) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert [answer.status for answer in answers] == [200] * 6
    assert len({json.dumps(answer.json["replies"]) for answer in answers}) == 1
    assert times_stored(chat_servers, text) == 1


@pytest.mark.parametrize("number", [1, 3, 99])
def test_a_number_out_of_order_is_refused_with_the_right_one(number: int, client: WebClient) -> None:
    answer = client.say("another message", number=number)
    assert answer.status == 409
    assert answer.json["next"] == 2
    assert client.say("what is a T-score?").status == 200


def test_a_reply_must_have_been_offered_in_this_chat(client: WebClient, new_client: Callable[[], WebClient]) -> None:
    other = new_client().open()
    asked = other.say("check my case").json["replies"]
    elsewhere = next(button["payload"] for each in asked for button in each["buttons"])
    for payload in ('/inform{"age": 3}', "/delete", "/patient", "/restart", "anything", elsewhere):
        answer = client.say(payload, "reply")
        assert (answer.status, answer.error) == (
            400,
            "That reply was not offered in this chat. Please type your answer.",
        )
    assert client.number == 1


def test_an_offered_reply_is_shown_by_its_title_and_can_be_chosen_later(client: WebClient) -> None:
    first = client.api("GET", "history").json["turns"][0]["replies"]
    button = next(button for each in first for button in each["buttons"])
    client.say("what is a T-score?")
    assert client.say(button["payload"], "reply").json["said"] == button["title"]
    assert client.api("GET", "history").json["turns"][-1]["said"] == button["title"]


@pytest.mark.parametrize(
    "text", ['/inform{"t_score": -5.0, "age": 40}', '/inform{"fracture":{"a":[1]}}', " /staff_only"]
)
def test_a_typed_slash_fills_no_slot(text: str, client: WebClient) -> None:
    assert client.say(text).status == 200
    facts = next(c for c in customs(client.say("show what you have noted")) if c["type"] == "summary")["facts"]
    assert {value for name, value in facts.items() if name not in ("scope", "audience")} <= {None, False} or not any(
        facts[name] for name in ("t_score", "age", "fracture")
    )


@pytest.mark.parametrize(
    ("body", "status", "sentence"),
    [
        (b"", 400, "Send a JSON object."),
        (b"\xff\xfe", 400, "Send a JSON object."),
        (b"[" * 9000, 400, "Send a JSON object."),
        ([1], 400, "Send a JSON object."),
        ({"text": "hello"}, 400, "“number” is the running number of the message, from 1."),
        ({"number": True, "text": "hello"}, 400, "“number” is the running number of the message, from 1."),
        ({"number": 2.0, "text": "hello"}, 400, "“number” is the running number of the message, from 1."),
        ({"number": 10**30, "text": "hello"}, 400, "“number” is the running number of the message, from 1."),
        ({"number": 2}, 400, "Send either “text” or “reply”, as a text."),
        ({"number": 2, "text": "a", "reply": "b"}, 400, "Send either “text” or “reply”, as a text."),
        ({"number": 2, "text": {"a": 1}}, 400, "Send either “text” or “reply”, as a text."),
        ({"number": 2, "text": " \n\t "}, 400, "That message was empty. Please type a few words."),
        ({"number": 2, "text": "a\x00b"}, 400, "That message holds signs that cannot be read. Please type it again."),
        ({"number": 2, "text": "\ud800"}, 400, "That message holds signs that cannot be read. Please type it again."),
        ({"number": 2, "text": "x" * 1001}, 413, "That message is too long. Please send at most 1,000 characters."),
        ({"number": 2, "text": "x" * 20_000}, 413, "That message is too long. Please send at most 1,000 characters."),
        (b"x" * (2**20 + 1), 413, "That is too large. Please send less."),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(
    body: Any, status: int, sentence: str, client: WebClient
) -> None:
    answer = client.ask("POST", "/webhooks/web/message", body)
    assert (answer.status, answer.error) == (status, sentence)
    assert client.number == 1
    assert client.say("hello").status == 200, "nothing is lost by a refusal"


def test_a_message_of_a_thousand_characters_is_answered(client: WebClient) -> None:
    assert client.say("é" * 1000).status == 200


def test_history_holds_all_turns_and_cards(client: WebClient) -> None:
    client.say("I am past the menopause, I broke my hip, my T-score is -2.4, I am 63, I never took a bisphosphonate")
    turns = client.api("GET", "history").json["turns"]
    assert [turn["number"] for turn in turns] == [1, 2]
    assert turns[0]["said"] is None, "nobody typed the opening"
    card = next(each["card"] for each in turns[1]["replies"] if "card" in each)
    assert card["options"]
    assert card["what_if"]["value"] == -2.4


def test_the_chat_as_a_file(client: WebClient) -> None:
    client.say("what about the jaw? <script>alert(1)</script>")
    text = client.api("GET", "export?format=text")
    assert text.headers["Content-Type"].startswith("text/plain")
    assert text.headers["Content-Disposition"] == 'attachment; filename="osteochat.txt"'
    assert "what about the jaw? <script>alert(1)</script>" in text.text
    data = client.api("GET", "export?format=json")
    assert data.headers["Content-Disposition"] == 'attachment; filename="osteochat.json"'
    turns = data.json["turns"]
    assert [turn["said"] for turn in turns] == [None, "what about the jaw? <script>alert(1)</script>"]
    for reply in turns[1]["replies"]:
        assert reply["text"] in text.text
    assert client.api("GET", "export?format=xml").status == 400


def test_a_report_keeps_the_name_of_the_answer_and_nothing_of_the_chat(
    client: WebClient, chat_servers: Servers
) -> None:
    client.say("my T-score is -2.63")
    assert client.api("POST", "report", {"record": "topic:mronj", "text": "this frightened me"}).status == 204
    with sqlite3.connect(chat_servers[0].home / "reports.db") as database:
        rows = database.execute("SELECT * FROM web_reports WHERE text = 'this frightened me'").fetchall()
    assert len(rows) == 1
    assert rows[0] == ("unsafe", "topic:mronj", "this frightened me")
    for wrong in ({"record": ""}, {"record": "x" * 121}, {"record": "a\nb"}, {"record": "a", "kind": "x"}, {}):
        assert client.api("POST", "report", wrong).status == 400
