"""WhatsApp and SMS by Twilio: what Twilio signed is answered once, in text, and nothing else is."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable

import pytest

from osteochat.settings import Settings
from tests.channels.on_twilio import NUMBER, POSTED, TwilioPerson, seen, signature
from tests.channels.posting import post
from tests.channels.stand_in import StandIn

pytestmark = pytest.mark.e2e
Bring = Callable[..., TwilioPerson]
CASE = "I am past the menopause, T-score -2.7, no fractures"
QUESTION = "I am past the menopause and my T-score is -2.6"


@pytest.mark.parametrize("fault", ["token", "address", "field", "none", "sign"])
def test_what_twilio_did_not_sign_is_refused(fault: str, twilio: Bring, stand_in: StandIn) -> None:
    person = twilio()
    form = person.form("hello")
    shown = {
        "token": signature(form, token="another"),
        "address": signature(form, address="https://example.org/other"),
        "field": signature({**form, "From": "whatsapp:+1"}),
        "none": "",
        "sign": "é",
    }[fault]
    before = len(stand_in.calls)
    assert person.send(form, **{"X-Twilio-Signature": shown}) == 401
    assert len(stand_in.calls) == before


def test_a_body_that_cannot_be_read_is_refused(twilio: Bring) -> None:
    status, answer = post(twilio().webhook, b"\xff=\xfe", {"Content-Type": "application/x-www-form-urlencoded"})
    assert status in (400, 401)
    assert json.loads(answer)["error"].endswith(".")


def test_a_message_is_answered_from_the_number_that_it_came_to(twilio: Bring) -> None:
    person = twilio()
    (answer,) = person.say(CASE)
    assert (answer.body["To"], answer.body["From"]) == (person.number, NUMBER)
    assert "specialist" in seen([answer]).lower()


def test_a_message_sent_again_is_never_answered_twice(twilio: Bring, stand_in: StandIn) -> None:
    person = twilio()
    form = person.form(CASE)
    before = len(stand_in.sent(POSTED))
    assert [person.send(form, **{"I-Twilio-Idempotency-Token": "1"}) for _ in range(3)] == [200, 200, 200]
    assert len(stand_in.sent(POSTED)) == before + 1


def test_an_answer_that_twilio_did_not_take_at_first_is_sent_again(twilio: Bring, stand_in: StandIn) -> None:
    person = twilio()
    stand_in.failures[:] = [503]
    assert len(person.say("hello")) == 1
    assert stand_in.failures == []


def test_a_person_who_said_stop_to_twilio_is_let_go(twilio: Bring, stand_in: StandIn) -> None:
    person = twilio()
    stand_in.failures[:] = [400]
    assert person.say("hello") == []
    assert person.say("STOP", OptOutType="STOP") == []
    assert person.say("", MessageStatus="delivered") == []


def test_options_are_numbered_lines_that_a_number_chooses(twilio: Bring) -> None:
    one, other = twilio(), twilio()
    (question,) = one.say(QUESTION)
    assert "\n1) " in seen([question])
    other.say(QUESTION)
    first = seen([question]).split("\n1) ")[1].split("\n")[0]
    assert seen(one.say("1")) == seen(other.say(first))


def test_no_message_is_longer_than_twilio_takes(twilio: Bring) -> None:
    for text in ("hello", CASE, "what are the side effects of alendronate?", "compare all the drugs"):
        assert all(0 < len(message.body["Body"]) <= 1600 for message in twilio().say(text))


def test_a_position_and_a_picture_are_no_commands(twilio: Bring) -> None:
    assert "text only" in seen(twilio().say("", Latitude="48.8", Longitude="2.3"))
    assert "text only" in seen(twilio().say("", NumMedia="1", MediaUrl0="https://example.org/x"))


def test_two_telephones_are_two_cases_and_no_number_is_kept(twilio: Bring, messengers: Settings) -> None:
    one, other = twilio(), twilio()
    one.say(CASE)
    assert "2.7" in seen(one.say("show what you have noted"))
    assert "2.7" not in seen(other.say("show what you have noted"))
    for name in ("conversations.db", "messengers.db"):
        with sqlite3.connect(f"file:{messengers.home / name}?mode=ro", uri=True) as database:
            dump = "\n".join(database.iterdump())
        database.close()
        assert one.number.removeprefix("whatsapp:+") not in dump
    for log in messengers.logs.glob("*.log"):
        assert "2.7" not in log.read_text()
        assert one.number[-9:] not in log.read_text()
