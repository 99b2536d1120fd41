"""How much is too much: with the limits that the server has when nobody sets any."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from channels.web.pace import Pace, address_of
from channels.web.settings import WebSettings, read_web_settings
from osteochat.processes import Server
from osteochat.settings import Settings
from tests.channels.web.client import WebClient


@pytest.fixture
def fast_client(settings: Settings, assistant: list[Server]) -> Iterator[WebClient]:
    """A client of servers with the default limits."""
    client = WebClient(settings.address)
    yield client
    client.hang_up()


@pytest.mark.e2e
def test_too_many_messages_are_refused_politely_and_a_retry_is_not_counted(fast_client: WebClient) -> None:
    most = WebSettings.messages_a_minute
    fast_client.api("POST", "session")
    for _ in range(most):
        assert fast_client.say("what is a T-score?").status == 200
    refused = fast_client.say("one too many")
    assert refused.status == 429
    seconds = refused.json["retry_after"]
    assert 0 < seconds <= 60
    assert refused.headers["Retry-After"] == str(seconds)
    assert refused.error.startswith("That was a lot of messages at once. Please wait ")
    assert fast_client.number == most
    assert fast_client.say("what is a T-score?", number=most).status == 200, "a retry is no new message"


@pytest.mark.e2e
def test_too_many_new_chats_from_one_address_are_refused_whatever_the_address_claims_to_be(
    fast_client: WebClient,
) -> None:
    statuses = []
    for number in range(WebSettings.sessions_a_minute + 2):
        claimed = {"X-Forwarded-For": f"203.0.113.{number}", "Forwarded": f"for=203.0.113.{number}"}
        answer = fast_client.ask("POST", "/webhooks/web/session", headers=claimed)
        statuses.append(answer.status)
    assert statuses[-1] == 429
    assert answer.error.startswith("That was a lot of new chats at once. Please wait ")
    assert statuses.count(201) <= WebSettings.sessions_a_minute


def test_a_pace_lets_so_many_through_and_says_how_long_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr("channels.web.pace.time.monotonic", lambda: now[0])
    pace = Pace(2)
    assert [pace.wait("a"), pace.wait("a"), pace.wait("b")] == [0, 0, 0]
    now[0] += 20.5
    assert pace.wait("a") == 40
    now[0] += 39.5
    assert pace.wait("a") == 0, "what was refused does not count"


@pytest.mark.parametrize(
    ("connection", "forwarded", "proxies", "counted"),
    [
        ("192.0.2.1", "", 0, "192.0.2.1"),
        ("192.0.2.1", "203.0.113.9", 0, "192.0.2.1"),
        ("192.0.2.1", "203.0.113.9", 1, "203.0.113.9"),
        ("192.0.2.1", "1.1.1.1, 203.0.113.9", 1, "203.0.113.9"),
        ("192.0.2.1", "1.1.1.1, 203.0.113.9", 2, "1.1.1.1"),
        ("192.0.2.1", "", 1, "192.0.2.1"),
        ("192.0.2.1", "nonsense", 1, "192.0.2.1"),
        ("2001:db8:1:2:3::4", "", 0, "2001:db8:1:2::/64"),
    ],
)
def test_the_address_that_counts(connection: str, forwarded: str, proxies: int, counted: str) -> None:
    assert address_of(connection, forwarded, proxies) == counted


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("OSTEOCHAT_SECRET", "short", "OSTEOCHAT_SECRET is too short. Give at least 32 characters."),
        ("OSTEOCHAT_ORIGINS", "*", "OSTEOCHAT_ORIGINS holds “*”. Give origins such as https://www.example.org."),
        (
            "OSTEOCHAT_ORIGINS",
            "https://a.example/path",
            "OSTEOCHAT_ORIGINS holds “https://a.example/path”. Give origins such as https://www.example.org.",
        ),
        ("OSTEOCHAT_MESSAGES_A_MINUTE", "many", "OSTEOCHAT_MESSAGES_A_MINUTE is “many”. Give a number above zero."),
        ("OSTEOCHAT_SESSION_HOURS", "-1", "OSTEOCHAT_SESSION_HOURS is “-1”. Give a number above zero."),
    ],
)
def test_a_wrong_setting_is_one_sentence(name: str, value: str, sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ValueError) as error:
        read_web_settings()
    assert str(error.value) == sentence


def test_origins_are_read_with_and_without_a_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSTEOCHAT_ORIGINS", " https://a.example/ , http://localhost:8000 ,")
    assert read_web_settings().origins == {"https://a.example", "http://localhost:8000"}
