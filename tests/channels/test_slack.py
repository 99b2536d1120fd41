"""Slack: what it signs is answered once, in its place, and nothing else is."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest

from tests.channels.on_slack import (
    ASSISTANT,
    POSTED,
    SIGNING_SECRET,
    SlackPerson,
    seen,
    signature,
)
from tests.channels.posting import post
from tests.channels.stand_in import StandIn

pytestmark = pytest.mark.e2e
Bring = Callable[..., SlackPerson]
CASE = "I am past the menopause, T-score -2.7, no fractures"


def test_the_address_is_confirmed_as_slack_asks(slack: Bring) -> None:
    person = slack()
    assert person.send(json.dumps({"token": "z", "challenge": "3eZbrw1aB", "type": "url_verification"}).encode()) == 200
    assert json.loads(person.answer) == {"challenge": "3eZbrw1aB"}


@pytest.mark.parametrize("fault", ["secret", "body", "old", "none", "no time"])
def test_what_slack_did_not_sign_is_refused(fault: str, slack: Bring, stand_in: StandIn) -> None:
    person = slack()
    body, at = person.event(type="message", text="hello"), str(int(time.time()) - (400 if fault == "old" else 0))
    headers = {"Content-Type": "application/json", "X-Slack-Request-Timestamp": at}
    headers["X-Slack-Signature"] = signature(body, at, "another secret" if fault == "secret" else SIGNING_SECRET)
    if fault == "none":
        del headers["X-Slack-Signature"]
    if fault == "no time":
        headers["X-Slack-Request-Timestamp"] = "now"
    before = len(stand_in.calls)
    status, answer = post(person.webhook, body + (b" " if fault == "body" else b""), headers)
    assert status == 401
    assert json.loads(answer)["error"].endswith(".")
    assert len(stand_in.calls) == before


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff"])
def test_a_signed_body_that_cannot_be_read_is_refused(body: bytes, slack: Bring) -> None:
    person = slack()
    assert person.send(body) == 400
    assert json.loads(person.answer)["error"].endswith(".")


@pytest.mark.parametrize(
    "content", [{}, {"event": None}, {"event": {"type": "message"}}, {"event": {"type": "reaction_added"}}]
)
def test_a_shape_that_is_not_known_is_taken_and_not_answered(content: dict, slack: Bring, stand_in: StandIn) -> None:
    before = len(stand_in.calls)
    assert slack().send(json.dumps({"type": "event_callback", **content}).encode()) == 200
    assert len(stand_in.calls) == before


def test_a_direct_message_is_answered_in_one_message_without_threads(slack: Bring) -> None:
    person = slack()
    (answer,) = person.say(CASE)
    assert answer.body["channel"] == person.channel
    assert "thread_ts" not in answer.body
    assert answer.headers["authorization"].startswith("Bearer xoxb-")


def test_a_message_sent_again_is_never_answered_twice(slack: Bring, stand_in: StandIn) -> None:
    person = slack()
    assert len(person.say(CASE)) == 1
    for number in ("1", "2", "3"):
        assert person.send(person.last, **{"X-Slack-Retry-Num": number, "X-Slack-Retry-Reason": "http_timeout"}) == 200
    assert person.send(person.last) == 200
    assert len([call for call in stand_in.sent(POSTED) if call.body["channel"] == person.channel]) == 1


def test_an_answer_that_slack_did_not_take_is_sent_with_the_retry_and_the_turn_is_not_made_again(
    slack: Bring, stand_in: StandIn
) -> None:
    person = slack()
    person.say("hello")
    stand_in.failures[:] = [500]
    assert person.send(person.event(type="message", text=CASE)) == 503
    assert person.send(person.last, **{"X-Slack-Retry-Num": "1"}) == 200
    mine = [call for call in stand_in.sent(POSTED) if call.body["channel"] == person.channel]
    assert len(mine) == 2
    assert "specialist" in seen(mine[1:]).lower()


def test_nobody_is_answered_who_does_not_speak_to_it(slack: Bring) -> None:
    person = slack(channel="C0GENERAL1", channel_type="channel")
    assert person.say("72F, T -2.8") == []
    assert person.say(f"<@UOTHER0001> and <@{ASSISTANT[:-1]}X> 72F, T -2.8") == []
    assert person.say("hello", bot_id="B1") == []
    assert person.say("joined", subtype="channel_join") == []
    assert person.say("hello", user=ASSISTANT) == []


def test_a_mention_is_answered_in_a_thread_which_then_is_the_case(slack: Bring) -> None:
    person = slack(channel="C0GENERAL2", channel_type="channel")
    (answer,) = person.say(f"<@{ASSISTANT}> {CASE}", ts="1700000000.000001")
    assert answer.body["thread_ts"] == "1700000000.000001"
    (follow_up,) = person.say("/why", thread_ts="1700000000.000001")
    assert follow_up.body["thread_ts"] == "1700000000.000001"
    assert person.say("not in the thread: /why") == []


def test_two_persons_and_two_threads_are_two_cases(slack: Bring) -> None:
    one = slack(channel="C0GENERAL3", channel_type="channel")
    other = slack(channel="C0GENERAL3", channel_type="channel")
    one.say(f"<@{ASSISTANT}> {CASE}", ts="1700000001.000001")
    assert "2.7" in seen(one.say("show what you have noted", thread_ts="1700000001.000001"))
    noted = other.say(f"<@{ASSISTANT}> show what you have noted", thread_ts="1700000001.000001")
    assert "2.7" not in seen(noted)
    elsewhere = one.say(f"<@{ASSISTANT}> show what you have noted", ts="1700000002.000001")
    assert "2.7" not in seen(elsewhere)


def test_a_mention_and_the_message_event_of_the_same_text_are_one_message(slack: Bring, stand_in: StandIn) -> None:
    person = slack(channel="C0GENERAL4", channel_type="channel")
    assert len(person.say(f"<@{ASSISTANT}> {CASE}", ts="1700000003.000001", type="app_mention")) == 1
    assert person.say(f"<@{ASSISTANT}> {CASE}", ts="1700000003.000001", type="message") == []


def test_the_slash_command_answers_the_person_alone(slack: Bring, stand_in: StandIn) -> None:
    person = slack(channel="C0GENERAL5", channel_type="channel")
    before = len(stand_in.sent(POSTED))
    (answer,) = person.command(CASE)
    assert answer.body["response_type"] == "ephemeral"
    assert answer.body["replace_original"] is False
    (why,) = person.command("why")
    assert why.body["text"]
    assert len(stand_in.sent(POSTED)) == before
