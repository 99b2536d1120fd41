"""The REST channel refuses what does not fit with one plain sentence, and takes everything else."""

from __future__ import annotations

import json
import urllib.error
import urllib.request

import pytest

from osteochat.settings import Settings
from tests.talker import Talker

pytestmark = pytest.mark.e2e


def post(settings: Settings, body: bytes, kind: str = "application/json") -> tuple[int, object]:
    """Send a raw body; return status and parsed answer."""
    request = urllib.request.Request(f"{settings.address}/webhooks/rest/webhook", body, {"Content-Type": kind})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.load(error)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"[]",
        b"null",
        b'"text"',
        b"{}",
        b'{"sender": "a"}',
        b'{"message": "hello"}',
        b'{"sender": "", "message": "hello"}',
        b'{"sender": 7, "message": "hello"}',
        b'{"sender": "a", "message": 7}',
        b'{"sender": "a", "message": {"text": "hello"}}',
        b'{"sender": "a", "message": null}',
        json.dumps({"sender": "s" * 201, "message": "hello"}).encode(),
        b"\xff\xfe",
    ],
)
def test_a_body_that_does_not_fit_is_refused_with_a_sentence(body: bytes, settings: Settings, talk: Talker) -> None:
    status, answer = post(settings, body)
    assert status == 400
    assert isinstance(answer, dict)
    assert set(answer) == {"error"}
    assert answer["error"].endswith(".")


@pytest.mark.parametrize("length", [1001, 5000, 200_000])
def test_a_message_that_is_too_long_is_refused_and_nothing_of_it_is_kept(length: int, talk: Talker) -> None:
    talk.say("my T-score is -2.2 " + "x" * (length - 19))
    assert "1,000 characters" in talk.text
    assert "noted nothing" in talk.say("show what you have noted").text


def test_a_message_of_just_the_limit_is_taken(talk: Talker) -> None:
    text = "my T-score is -2.2 " + "and so on " * 98
    assert talk.say(text[:1000]).types != []


def test_an_unknown_address_is_refused(settings: Settings, talk: Talker) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{settings.address}/conversations/x/tracker", timeout=5)
    with refused.value:
        assert refused.value.code == 404


@pytest.mark.parametrize("extra", [{"metadata": {"a": 1}}, {"input_channel": "other"}, {"slots": {"age": 3}}])
def test_fields_that_are_not_ours_change_nothing(extra: dict, settings: Settings, talk: Talker) -> None:
    status, answer = post(
        settings, json.dumps({"sender": talk.sender, "message": "show what you have noted", **extra}).encode()
    )
    assert status == 200
    assert "noted nothing" in json.dumps(answer)
