"""Slack: what is offered and shown keeps to its limits, and what it sends beside text is taken for what it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import urlencode

import pytest

from tests.channels.on_slack import (
    FORM,
    POSTED,
    SlackPerson,
    blocks,
    buttons,
    seen,
)
from tests.channels.stand_in import StandIn

pytestmark = pytest.mark.e2e
Bring = Callable[..., SlackPerson]
CASE = "I am past the menopause, T-score -2.7, no fractures"


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


def test_an_answer_that_slack_refuses_after_it_was_told_that_all_is_well_is_sent_again(
    slack: Bring, stand_in: StandIn
) -> None:
    person = slack()
    person.say("hello")
    before = len(stand_in.sent(POSTED))
    stand_in.seconds, stand_in.failures[:] = 3.0, [500]
    assert person.send(person.event(type="message", text=CASE)) == 200
    assert len(stand_in.sent(POSTED)) == before
    answer = stand_in.wait(POSTED, before + 1)[-1]
    assert "specialist" in seen([answer]).lower()


def test_what_is_deleted_is_gone_and_a_new_case_begins(slack: Bring) -> None:
    person = slack()
    person.say(CASE)
    (deleted,) = person.say("!delete")
    assert seen([deleted])
    assert "2.7" not in seen(person.say("show what you have noted"))
