"""Health data stay where they belong: not in logs, not on the network, and gone when they are deleted."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from osteochat.processes import Server
from osteochat.settings import Settings
from tests.talker import Talker

pytestmark = pytest.mark.e2e

LOOPBACK = "0100007F"
LISTENING = "0A"


def test_no_word_and_no_fact_of_a_person_is_in_any_log(talk: Talker, settings: Settings) -> None:
    secret = ["Wilhelmina", "-3.37", "kangaroo", "walrus"]
    talk.say(f"My name is {secret[0]}, I broke my hip, my T-score is {secret[1]}")
    talk.say(secret[2])
    talk.say("/inform{" + secret[3])
    talk.say("x" * 5000 + secret[2])
    assert talk.say("show what you have noted").custom("summary")["facts"]["t_score"] == float(secret[1])
    logs = sorted(settings.logs.glob("*.log"))
    assert len(logs) == 2
    for log in logs:
        content = log.read_text(encoding="utf-8", errors="replace")
        assert not [word for word in [*secret, "hip", talk.sender] if word in content], log


def test_both_servers_listen_on_loopback_only(talk: Talker, settings: Settings) -> None:
    talk.say("hello")
    ports = {settings.port, settings.action_port}
    heard = {}
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        local, state = line.split()[1], line.split()[3]
        host, port = local.split(":")
        if state == LISTENING and int(port, 16) in ports:
            heard[int(port, 16)] = host
    assert heard == dict.fromkeys(ports, LOOPBACK)


def test_telemetry_is_off(assistant: list[Server]) -> None:
    for server in assistant:
        assert server.process is not None
        environment = Path(f"/proc/{server.process.pid}/environ").read_bytes().split(b"\0")
        assert b"RASA_TELEMETRY_ENABLED=false" in environment


def rows_of(settings: Settings, sender: str) -> int:
    with sqlite3.connect(settings.home / "conversations.db") as database:
        found: int = database.execute("SELECT count(*) FROM events WHERE sender_id = ?", (sender,)).fetchone()[0]
    return found


def test_deleting_removes_every_row_and_every_word_from_the_files(talk: Talker, settings: Settings) -> None:
    talk.say("I broke my hip on a pomegranate and my T-score is -2.9")
    assert rows_of(settings, talk.sender) > 0
    assert talk.say("delete what you have noted").custom("status")["what"] == "deleted"
    assert rows_of(settings, talk.sender) == 0
    for path in settings.home.glob("conversations.db*"):
        assert b"pomegranate" not in path.read_bytes(), path
    assert "noted nothing" in talk.say("show what you have noted").text


def test_two_conversations_do_not_meet(talk: Talker, settings: Settings) -> None:
    other = Talker(settings.address, talk.sender + "-other")
    talk.say("my T-score is -2.9")
    other.say("my T-score is -1.1")
    assert talk.say("show what you have noted").custom("summary")["facts"]["t_score"] == -2.9
    assert other.say("show what you have noted").custom("summary")["facts"]["t_score"] == -1.1
