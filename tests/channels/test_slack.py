"""Slack: what it signs is answered once, in its place, and nothing else is."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from urllib.parse import urlencode

import pytest

from tests.channels.on_slack import (
    ASSISTANT,
    FORM,
    POSTED,
    SIGNING_SECRET,
    SlackPerson,
    blocks,
    buttons,
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


def test_a_pressed_button_says_its_option_and_an_old_one_says_nothing_in_the_case(slack: Bring) -> None:
    person = slack()
    (question,) = person.say("I am past the menopause and my T-score is -2.6")
    assert all(len(each["text"]["text"]) <= 75 and len(each["value"]) <= 255 for each in buttons(question))
    answered = person.press(question, "No")
    assert len(answered) == 1
    (stale,) = person.press(question, buttons(question)[0]["text"]["text"])
    assert "earlier question" in seen([stale])


def test_the_number_of_an_option_says_the_option(slack: Bring) -> None:
    pressing, typing = slack(), slack()
    (question,) = pressing.say("I am past the menopause and my T-score is -2.6")
    typing.say("I am past the menopause and my T-score is -2.6")
    label = next(each["text"]["text"] for each in buttons(question) if "No" in each["text"]["text"])
    pressed, typed = pressing.press(question, label), typing.say(label.split(")")[0])
    assert seen(pressed) == seen(typed)


def test_the_text_that_is_read_aloud_names_the_options(slack: Bring) -> None:
    (question,) = slack().say("I am past the menopause and my T-score is -2.6")
    for button in buttons(question):
        assert button["text"]["text"] in question.body["text"].replace("&lt;", "<").replace("&amp;", "&")


def test_every_block_keeps_to_the_limits_of_slack(slack: Bring) -> None:
    for text in ("hello", CASE, "what are the side effects of alendronate?", "compare all the drugs"):
        for message in slack().say(text):
            found = blocks(message)
            assert 0 < len(found) <= 50
            assert all(len(block["text"]["text"]) <= 3000 for block in found if block["type"] == "section")
            assert all(len(block["elements"]) <= 25 for block in found if block["type"] == "actions")


def test_slacks_own_signs_are_read_and_written_as_they_were_meant(slack: Bring) -> None:
    (answer,) = slack().say("T-score &lt; -2.5? see <https://example.org/a|example.org> &amp; <@U1|bob>")
    assert "<" not in answer.body["text"]


def test_a_change_of_a_message_is_answered_with_what_to_do(slack: Bring) -> None:
    person = slack()
    new = {"type": "message", "user": person.user, "text": "T -2.9", "ts": "1.1"}
    (answer,) = person.say(
        "", subtype="message_changed", message=new, previous_message=new | {"text": "T -2.8"}, hidden=True
    )
    assert "new message" in seen([answer])
    assert person.say("", subtype="message_changed", message=new, previous_message=new, hidden=True) == []


def test_a_file_is_answered_with_what_to_do(slack: Bring) -> None:
    (answer,) = slack().say("", subtype="file_share", files=[{"id": "F1"}])
    assert "text only" in seen([answer])


def test_a_message_that_is_too_long_is_refused_with_a_sentence(slack: Bring) -> None:
    person = slack()
    (answer,) = person.say("my T-score is -2.2 " + "x" * 4000)
    assert "1,000 characters" in seen([answer])
    assert "2.2" not in seen(person.say("show what you have noted"))


def test_a_form_that_is_not_ours_is_refused(slack: Bring) -> None:
    assert slack().send(urlencode({"payload": "{"}).encode(), FORM) == 400
    assert slack().send(urlencode({"a": "b"}).encode(), FORM) == 400
    assert (
        slack().send(
            urlencode({"payload": json.dumps({"actions": [{"type": "button", "value": "/inform{}"}]})}).encode(), FORM
        )
        == 200
    )
