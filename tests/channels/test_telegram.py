"""Telegram: an update that shows the secret is answered once, in its place, and nothing else is."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.channels.on_telegram import HEADER, POSTED, USERNAME, TelegramPerson, buttons, seen
from tests.channels.posting import post
from tests.channels.stand_in import StandIn

pytestmark = pytest.mark.e2e
Bring = Callable[..., TelegramPerson]
CASE = "I am past the menopause, T-score -2.7, no fractures"


def test_telegram_is_told_where_to_send_updates_and_with_which_secret(telegram: Bring, stand_in: StandIn) -> None:
    (call,) = stand_in.wait("/setWebhook", 1)
    assert call.body["url"] == "https://example.org/webhooks/telegram/webhook"
    assert json.loads(call.body["allowed_updates"]) == ["message", "edited_message", "callback_query"]
    assert len(call.body["secret_token"]) == 64


@pytest.mark.parametrize("shown", [None, "", "wrong", "é", "0" * 64])
def test_what_does_not_show_the_secret_is_refused(shown: str | None, telegram: Bring, stand_in: StandIn) -> None:
    person = telegram()
    headers = {"Content-Type": "application/json"} | ({} if shown is None else {HEADER: shown})
    before = len(stand_in.calls)
    body = json.dumps({"update_id": 1, "message": person.message("hello")}).encode()
    status, answer = post(person.webhook, body, headers)
    assert status == 401
    assert json.loads(answer)["error"].endswith(".")
    assert len(stand_in.calls) == before


def test_nobody_sets_the_webhook_from_outside(telegram: Bring) -> None:
    status, _ = post(telegram().webhook.replace("/webhook", "/set_webhook"), b"{}", {})
    assert status == 404


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null"])
def test_a_body_that_cannot_be_read_is_refused(body: bytes, telegram: Bring) -> None:
    person = telegram()
    assert post(person.webhook, body, {"Content-Type": "application/json", HEADER: person.secret})[0] == 400


@pytest.mark.parametrize(
    "update",
    [
        {},
        {"message": None},
        {"message": {}},
        {"message": {"from": {}}},
        {"callback_query": {}},
        {"callback_query": {"data": "/inform{}", "message": {"chat": {"id": 1}}}},
        {"channel_post": {"text": "hello", "chat": {"id": 1}}},
        {"my_chat_member": {"chat": {"id": 1}}},
    ],
)
def test_an_update_that_is_no_message_to_it_is_taken_and_not_answered(
    update: dict, telegram: Bring, stand_in: StandIn
) -> None:
    before = len(stand_in.sent(POSTED))
    assert telegram().send(update) == 200
    assert len(stand_in.sent(POSTED)) == before


def test_a_private_message_is_answered_in_one_plain_message(telegram: Bring) -> None:
    person = telegram()
    (answer,) = person.say(CASE)
    assert answer.body["chat_id"] == str(person.chat)
    assert "parse_mode" not in answer.body
    assert "reply_to_message_id" not in answer.body
    assert "specialist" in seen([answer]).lower()


def test_an_update_sent_again_is_never_answered_twice(telegram: Bring, stand_in: StandIn) -> None:
    person = telegram()
    assert len(person.say(CASE)) == 1
    before = len(stand_in.sent(POSTED))
    assert [person.again() for _ in range(3)] == [200, 200, 200]
    assert len(stand_in.sent(POSTED)) == before


def test_an_answer_that_telegram_did_not_take_is_sent_with_the_retry(telegram: Bring, stand_in: StandIn) -> None:
    person = telegram()
    person.say("hello")
    stand_in.failures[:] = [502]
    before = len(stand_in.sent(POSTED))
    assert person.send({"message": person.message(CASE)}) == 503
    assert person.again() == 200
    (answer,) = stand_in.sent(POSTED)[before:]
    assert "specialist" in seen([answer]).lower()


def test_a_person_who_blocked_it_is_let_go(telegram: Bring, stand_in: StandIn) -> None:
    person = telegram()
    stand_in.failures[:] = [403]
    assert person.send({"message": person.message("hello")}) == 200
    assert len(person.say("hello")) == 1


def test_in_a_group_only_who_speaks_to_it_is_answered(telegram: Bring) -> None:
    person = telegram(chat=-1001234500001)
    assert person.say("72F, T -2.8") == []
    assert person.say("@another_bot 72F, T -2.8") == []
    assert person.say(f"@{USERNAME}x hello") == []
    assert person.say("/why") == []
    said = person.message(f"@{USERNAME} {CASE}")
    (answer,) = person.say(said["text"], message_id=said["message_id"])
    assert answer.body["reply_to_message_id"] == str(said["message_id"])
    assert answer.body["allow_sending_without_reply"] in ("True", "true")
    assert len(person.say(f"/why@{USERNAME.upper()}")) == 1
    assert len(person.say("/why")) == 1
    assert len(person.say("why?", reply_to_message={"from": {"id": 123456789, "is_bot": True}})) == 1
    assert person.say("thanks, all", reply_to_message={"from": {"id": 5, "is_bot": False}}) == []


def test_two_persons_and_two_topics_are_two_cases(telegram: Bring) -> None:
    one, other = telegram(chat=-1001234500002, topic=7), telegram(chat=-1001234500002, topic=7)
    (answer,) = one.say(f"@{USERNAME} {CASE}")
    assert answer.body["message_thread_id"] == "7"
    noted = f"@{USERNAME} show what you have noted"
    assert "2.7" in seen(one.say(noted))
    assert "2.7" not in seen(other.say(noted))
    one.topic = 8
    assert "2.7" not in seen(one.say(noted))


def test_a_pressed_button_is_confirmed_and_says_its_option(telegram: Bring, stand_in: StandIn) -> None:
    pressing, typing = telegram(), telegram()
    (question,), _ = (
        pressing.say("I am past the menopause. I never broke a bone"),
        typing.say("I am past the menopause. I never broke a bone"),
    )
    offered = buttons(question)
    assert offered
    assert all(len(each["text"]) <= 32 and len(each["callback_data"]) <= 64 for each in offered)
    confirmed = len(stand_in.sent("/answerCallbackQuery"))
    pressed = pressing.press(question, offered[0]["text"])
    assert len(stand_in.sent("/answerCallbackQuery")) == confirmed + 1
    assert seen(pressed) == seen(typing.say(offered[0]["text"].split(")")[0]))
    (stale,) = pressing.press(question, offered[-1]["text"])
    assert seen(pressed) != seen([stale])


def test_no_message_is_longer_than_telegram_takes(telegram: Bring) -> None:
    for text in ("hello", CASE, "what are the side effects of alendronate?", "compare all the drugs"):
        assert all(0 < len(message.body["text"]) <= 4096 for message in telegram().say(text))


def test_a_command_that_is_none_of_ours_starts_nothing(telegram: Bring) -> None:
    person = telegram()
    person.say(CASE)
    (answer,) = person.say('/inform{"t_score": 3}')
    assert answer.body["text"]
    assert "2.7" in seen(person.say("show what you have noted"))


def test_a_change_of_a_message_is_answered_with_what_to_do(telegram: Bring, stand_in: StandIn) -> None:
    person = telegram()
    before = len(stand_in.sent(POSTED))
    assert person.send({"edited_message": person.message("T -2.9")}) == 200
    assert "new message" in seen(stand_in.sent(POSTED)[before:])


@pytest.mark.parametrize("sent", ["voice", "photo", "sticker", "location"])
def test_what_is_no_text_is_answered_with_what_to_do(sent: str, telegram: Bring) -> None:
    (answer,) = telegram().say(None, **{sent: {"file_id": "x"}})
    assert "text only" in seen([answer])


def test_what_happens_in_a_chat_is_not_answered(telegram: Bring) -> None:
    assert telegram().say(None, new_chat_title="x") == []
    assert telegram().say("hello", **{"from": {"id": 5, "is_bot": True}}) == []
