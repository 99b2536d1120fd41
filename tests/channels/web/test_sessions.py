"""Who may read and say what: only who holds the newest or an older valid token of that conversation."""

from __future__ import annotations

import base64
import json
import sqlite3
import time
from collections.abc import Callable

import jwt
import pytest

from osteochat.processes import Server
from osteochat.settings import Settings
from tests.channels.web.client import Answer, WebClient

pytestmark = pytest.mark.e2e

Servers = tuple[Settings, list[Server]]
DOORS = [
    ("POST", "message", {"number": 2, "text": "hello"}),
    ("GET", "history", None),
    ("GET", "export?format=text", None),
    ("GET", "export?format=json", None),
    ("POST", "report", {"record": "topic:mronj"}),
    ("POST", "summary", {}),
    ("DELETE", "conversation", None),
]


def everything_is_refused(client: WebClient, secret: str) -> None:
    """Check that no door opens and nothing of the secret comes back."""
    for method, path, body in DOORS:
        answer = client.ask(method, f"/webhooks/web/{path}", body)
        assert (answer.status, path) == (401, path)
        assert answer.error == "This chat has ended or expired. Please start a new chat."
        assert secret not in answer.text


def secret_of(servers: Servers) -> str:
    return (servers[0].home / "web-secret").read_text(encoding="ascii").strip()


def name_in_store(victim: WebClient, servers: Servers) -> str:
    """Return the name under which the conversation is kept, which no client ever learns."""
    with sqlite3.connect(servers[0].home / "web.db") as database:
        row = database.execute("SELECT conversation FROM chats WHERE id = ?", (claims_of(victim.token)["sub"],))
        return str(row.fetchone()[0])


def claims_of(token: str) -> dict[str, object]:
    claims: dict[str, object] = jwt.decode(token, options={"verify_signature": False})
    return claims


@pytest.fixture
def victim(client: WebClient) -> WebClient:
    assert client.say("I broke my hip over a pomegranate").status == 200
    return client


def altered(token: str) -> list[str]:
    """Return tokens that are nearly right."""
    head, body, signature = token.split(".")
    claims = claims_of(token)
    longer = base64.urlsafe_b64encode(json.dumps({**claims, "exp": 2**33}).encode()).decode().rstrip("=")
    unsigned = base64.urlsafe_b64encode(b'{"alg":"none","typ":"JWT"}').decode().rstrip("=")
    flipped = ("B" if signature[0] == "A" else "A") + signature[1:]
    return [
        f"{head}.{body}.{flipped}",
        f"{head}.{longer}.{signature}",
        f"{unsigned}.{body}.",
        f"{unsigned}.{body}.{signature}",
        f"{head}.{body}",
        str(claims["sub"]),
        jwt.encode(claims, "a guess of the secret that is long enough", "HS256"),
        "x" * 5000,
        "",
        "null",
    ]


def test_an_altered_token_opens_nothing(victim: WebClient, new_client: Callable[[], WebClient]) -> None:
    other = new_client()
    for token in altered(victim.token):
        other.token = token
        everything_is_refused(other, "pomegranate")
    assert "pomegranate" in victim.texts()


def test_a_token_that_was_stolen_and_then_expired_opens_nothing(
    victim: WebClient, new_client: Callable[[], WebClient], chat_servers: Servers
) -> None:
    thief = new_client()
    thief.token = jwt.encode({**claims_of(victim.token), "exp": time.time() - 1}, secret_of(chat_servers), "HS256")
    everything_is_refused(thief, "pomegranate")


def test_the_signature_of_these_tests_is_the_right_one(
    victim: WebClient, new_client: Callable[[], WebClient], chat_servers: Servers
) -> None:
    """Without this, the tests of expired and misused tokens could not fail."""
    again = new_client()
    again.token = jwt.encode(claims_of(victim.token), secret_of(chat_servers), "HS256")
    assert "pomegranate" in again.texts()


def test_a_token_for_a_conversation_that_was_never_opened_opens_nothing(
    victim: WebClient, new_client: Callable[[], WebClient], chat_servers: Servers
) -> None:
    forger = new_client()
    forger.token = jwt.encode({**claims_of(victim.token), "sub": "my-own-name"}, secret_of(chat_servers), "HS256")
    everything_is_refused(forger, "pomegranate")


def test_a_chat_ends_some_time_after_its_last_message_and_is_then_removed(
    victim: WebClient, new_client: Callable[[], WebClient], chat_servers: Servers
) -> None:
    with sqlite3.connect(chat_servers[0].home / "web.db") as database:
        database.execute("UPDATE chats SET used = 0 WHERE id = ?", (claims_of(victim.token)["sub"],))
    everything_is_refused(victim, "pomegranate")


def test_a_ticket_for_the_summary_opens_the_summary_only(
    victim: WebClient, new_client: Callable[[], WebClient]
) -> None:
    victim.say("my T-score is -2.7")
    address = victim.api("POST", "summary", {}).json["address"]
    page = new_client().ask("GET", f"/{address}")
    assert page.status == 200
    assert "−2.7" in page.text
    holder = new_client()
    holder.token = address.partition("/")[2]
    everything_is_refused(holder, "pomegranate")
    assert new_client().ask("GET", f"/summary/{victim.token}").status == 401
    assert new_client().ask("GET", f"/{address[:-3]}AAA").status == 401


def test_the_token_comes_in_a_header_and_nowhere_else(victim: WebClient, new_client: Callable[[], WebClient]) -> None:
    other = new_client()
    path = f"/webhooks/web/history?token={victim.token}&sender={claims_of(victim.token)['sub']}"
    cookie = {"Cookie": f"token={victim.token}"}
    for headers in (cookie, {"Authorization": victim.token}, {"Authorization": f"Basic {victim.token}"}):
        assert other.ask("GET", path, headers=headers).status == 401


def test_no_answer_sets_a_cookie_and_none_may_be_kept(victim: WebClient) -> None:
    def check(answer: Answer, may_be_kept: bool) -> None:
        assert answer.headers.get_all("Set-Cookie") is None
        assert (answer.headers["Cache-Control"] != "no-store") is may_be_kept

    for method, path, body in DOORS:
        check(victim.ask(method, f"/webhooks/web/{path}", body), may_be_kept=False)
    for path in ("/", "/widget.js", "/icon.svg", "/openapi.json"):
        check(victim.ask("GET", path), may_be_kept=True)


def test_the_conversation_cannot_be_reached_by_the_rest_channel_under_its_name(
    victim: WebClient, new_client: Callable[[], WebClient]
) -> None:
    name = claims_of(victim.token)["sub"]
    body = {"sender": name, "message": "show what you have noted"}
    answer = new_client().ask("POST", "/webhooks/rest/webhook", body)
    assert "pomegranate" not in answer.text
    assert '"hip"' not in answer.text


def test_deleting_removes_every_row_and_every_word_from_the_files(victim: WebClient, chat_servers: Servers) -> None:
    home, name = chat_servers[0].home, name_in_store(victim, chat_servers)

    def rows() -> list[int]:
        with sqlite3.connect(home / "conversations.db") as database:
            tables = ("events", "conversations")
            found = [database.execute(f"SELECT count(*) FROM {t} WHERE sender_id = ?", (name,)) for t in tables]
            return [each.fetchone()[0] for each in found]

    victim.say("and over a persimmon")
    assert min(rows()) > 0
    assert victim.api("DELETE", "conversation").status == 204
    assert rows() == [0, 0]
    with sqlite3.connect(home / "web.db") as database:
        assert database.execute("SELECT count(*) FROM chats WHERE conversation = ?", (name,)).fetchone()[0] == 0
    for path in home.glob("conversations.db*"):
        assert b"persimmon" not in path.read_bytes(), path
    everything_is_refused(victim, "pomegranate")


def test_deleting_in_words_removes_it_too(victim: WebClient, chat_servers: Servers) -> None:
    name = name_in_store(victim, chat_servers)
    answer = victim.say("delete what you have noted").json
    assert answer["deleted"] is True
    assert "token" not in answer
    with sqlite3.connect(chat_servers[0].home / "conversations.db") as database:
        assert database.execute("SELECT count(*) FROM events WHERE sender_id = ?", (name,)).fetchone()[0] == 0
    everything_is_refused(victim, "pomegranate")
