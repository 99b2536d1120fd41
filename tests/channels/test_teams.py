"""Microsoft Teams: what the Bot Framework signed is answered once, in its place, and nothing else is."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from tests.channels.on_teams import (
    ACTIVITIES,
    APP_ID,
    ASSISTANT,
    KID,
    STRANGER,
    TeamsPerson,
    buttons,
    mentioning,
    seen,
)
from tests.channels.posting import post
from tests.channels.stand_in import StandIn

pytestmark = pytest.mark.e2e
Bring = Callable[..., TeamsPerson]
CASE = "I am past the menopause, T-score -2.7, no fractures"
NOTED = "show what you have noted"


@pytest.mark.parametrize(
    "fault",
    ["none", "kind", "garbage", "key", "unknown key", "no algorithm", "other algorithm", "audience", "issuer"]
    + ["expired", "service", "no service", "channel", "sign"],
)
def test_what_the_bot_framework_did_not_sign_is_refused(fault: str, teams: Bring, stand_in: StandIn) -> None:
    person = teams()
    activity = person.activity("hello")
    if fault == "channel":
        activity["channelId"] = "slack"
    if fault == "no service":
        del activity["serviceUrl"]
    tokens: dict[str, Callable[[], str]] = {
        "none": lambda: "",
        "kind": lambda: f"Basic {person.token()}",
        "garbage": lambda: "Bearer a.b.c",
        "key": lambda: f"Bearer {person.token(STRANGER, kid=KID)}",
        "unknown key": lambda: f"Bearer {person.token(STRANGER)}",
        "no algorithm": lambda: f"Bearer {person.token(algorithm='none')}",
        "other algorithm": lambda: f"Bearer {person.token(algorithm='HS256')}",
        "audience": lambda: f"Bearer {person.token(aud=APP_ID[::-1])}",
        "issuer": lambda: f"Bearer {person.token(iss='https://example.org')}",
        "expired": lambda: f"Bearer {person.token(exp=int(time.time()) - 600)}",
        "service": lambda: f"Bearer {person.token(serviceurl='https://example.org/')}",
        "sign": lambda: "Bearer é",
    }
    before = len(stand_in.calls)
    assert person.send(activity, tokens.get(fault, lambda: f"Bearer {person.token()}")()) == 401
    assert len(stand_in.calls) == before


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null"])
def test_a_body_that_cannot_be_read_is_refused(body: bytes, teams: Bring) -> None:
    person = teams()
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {person.token()}"}
    assert post(person.webhook, body, headers)[0] == 400


def test_a_personal_message_is_answered_at_the_service_that_asked(teams: Bring) -> None:
    person = teams()
    activity = person.activity(CASE)
    (answer,) = person.say(CASE, id=activity["id"])
    assert answer.path.endswith(f"/activities/{activity['id']}")
    assert answer.headers["authorization"] == "Bearer our-own-token"
    assert answer.body["from"] == ASSISTANT
    assert answer.body["textFormat"] == "plain"
    assert "specialist" in seen([answer]).lower()


def test_an_activity_sent_again_is_never_answered_twice(teams: Bring, stand_in: StandIn) -> None:
    person = teams()
    activity = person.activity(CASE)
    before = len(stand_in.sent(ACTIVITIES))
    assert [person.send(activity) for _ in range(3)] == [200, 200, 200]
    assert len(stand_in.sent(ACTIVITIES)) == before + 1


def test_an_answer_that_teams_did_not_take_at_first_is_sent_again(teams: Bring, stand_in: StandIn) -> None:
    person = teams()
    stand_in.failures[:] = [502, 429]
    assert len(person.say("hello")) == 1
    stand_in.failures[:] = [403]
    assert person.say("hello") == []


def test_in_a_channel_the_thread_and_the_person_are_the_case(teams: Bring) -> None:
    one, other = (teams(kind="channel", conversation="19:x@thread.tacv2;messageid=1") for _ in range(2))
    (answer,) = one.say(**mentioning(CASE))
    assert "19%3Ax%40thread.tacv2%3Bmessageid%3D1" in answer.path
    assert "specialist" in seen([answer]).lower()
    assert "2.7" in seen(one.say(**mentioning(NOTED)))
    assert "2.7" not in seen(other.say(**mentioning(NOTED)))
    one.conversation = "19:x@thread.tacv2;messageid=2"
    assert "2.7" not in seen(one.say(**mentioning(NOTED)))


def test_a_pressed_button_says_its_option(teams: Bring) -> None:
    pressing, typing = teams(), teams()
    (question,) = pressing.say("I am past the menopause. I never broke a bone")
    typing.say("I am past the menopause. I never broke a bone")
    offered = buttons(question)
    assert 0 < len(offered) <= 6
    assert all(len(each["title"]) <= 40 for each in offered)
    pressed = pressing.say("", value=offered[0]["data"])
    assert seen(pressed) == seen(typing.say(offered[0]["title"].split(")")[0]))


def test_every_activity_keeps_to_the_size_that_teams_takes(teams: Bring) -> None:
    for text in ("hello", CASE, "what are the side effects of alendronate?", "compare all the drugs"):
        assert all(int(message.headers["content-length"]) < 28_000 for message in teams().say(text))


def test_what_is_no_message_is_not_answered_and_a_change_is_with_what_to_do(teams: Bring) -> None:
    person = teams()
    assert person.say("", type="conversationUpdate", membersAdded=[ASSISTANT]) == []
    assert person.say("", type="typing") == []
    assert person.say("hello", **{"from": {"id": "28:x", "role": "bot"}}) == []
    assert "new message" in seen(person.say("T -2.9", type="messageUpdate"))
    assert "text only" in seen(person.say("", attachments=[{"contentType": "image/png"}]))
    assert person.send({**person.activity("hello"), "from": None}) == 200
