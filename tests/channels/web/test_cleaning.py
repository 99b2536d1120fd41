"""Chats that nobody can open any more are removed, and only those; the secret and the sessions survive a restart."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from channels.tracker_store import SqliteTrackerStore
from channels.web.api import WebApi
from channels.web.conversations import Conversations
from channels.web.refusal import Refusal
from channels.web.secret import secret_of
from channels.web.sessions import Session, Sessions
from channels.web.settings import WebSettings
from channels.web.tokens import TokenError, issue, read

SECRET = "a secret of these tests, long enough for a key"


@pytest.fixture
def store(tmp_path: Path) -> SqliteTrackerStore:
    return SqliteTrackerStore(Domain.empty(), db=str(tmp_path / "conversations.db"))


@pytest.fixture
def conversations(store: SqliteTrackerStore) -> Conversations:
    async def nothing(_: Any) -> None:
        return None

    return Conversations(nothing, lambda: store)


@pytest.fixture
def sessions(tmp_path: Path) -> Sessions:
    return Sessions(tmp_path / "web.db", hours=24, days=7)


async def talked(sessions: Sessions, store: SqliteTrackerStore) -> Session:
    """Return a session in which something was said."""
    session = sessions.open()
    tracker = DialogueStateTracker.from_events(session.conversation, [], store.domain.slots if store.domain else [])
    tracker.update(UserUttered("hello"))
    await store.save(tracker)
    return session


def age(path: Path, session: Session, column: str, hours: float) -> None:
    with sqlite3.connect(path) as database:
        database.execute(f"UPDATE chats SET {column} = {column} - ? WHERE id = ?", (hours * 3600, session.id))


@pytest.mark.parametrize(("column", "hours"), [("used", 24.1), ("opened", 7 * 24 + 0.1)])
async def test_what_is_too_old_is_removed_and_the_rest_stays(
    column: str,
    hours: float,
    tmp_path: Path,
    store: SqliteTrackerStore,
    sessions: Sessions,
    conversations: Conversations,
) -> None:
    old, young = await talked(sessions, store), await talked(sessions, store)
    age(sessions.path, old, column, hours)
    assert sessions.find(old.id) is None
    await WebApi(WebSettings(tmp_path), conversations).clean()
    assert list(await store.keys()) == [young.conversation]
    assert sessions.find(young.id) is not None
    assert sessions.expired() == []


async def test_a_deleted_conversation_takes_no_message_any_more(
    store: SqliteTrackerStore, sessions: Sessions, conversations: Conversations
) -> None:
    session = await talked(sessions, store)
    await conversations.delete(session.conversation)
    with pytest.raises(Refusal) as refusal:
        await conversations.history(session.conversation)
    assert refusal.value.status == 401


def test_a_session_survives_a_restart_and_a_closed_one_does_not(sessions: Sessions) -> None:
    kept, closed = sessions.open(), sessions.open()
    sessions.close(closed)
    again = Sessions(sessions.path, hours=24, days=7)
    assert again.find(kept.id) == kept
    assert again.find(closed.id) is None
    assert again.use(closed) is None
    assert kept.conversation != kept.id


def test_the_secret_is_made_once_and_nobody_else_can_read_it(tmp_path: Path) -> None:
    settings = WebSettings(tmp_path / "home")
    made = secret_of(settings)
    assert len(made) >= 64
    assert secret_of(settings) == made
    assert (settings.home / "web-secret").stat().st_mode & 0o077 == 0
    assert secret_of(WebSettings(tmp_path, secret=SECRET)) == SECRET


@pytest.mark.parametrize(
    ("secret", "kind", "seconds"),
    [(SECRET + "x", "session", 60), (SECRET, "summary", 60), (SECRET, "session", -1)],
    ids=["another secret", "another kind", "expired"],
)
def test_a_token_opens_only_what_it_is_for(secret: str, kind: Any, seconds: float) -> None:
    assert read(SECRET, issue(SECRET, "one", "session", 60), "session") == "one"
    with pytest.raises(TokenError):
        read(SECRET, issue(secret, "one", kind, seconds), "session")
