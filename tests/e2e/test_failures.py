"""What must not go wrong when something breaks: an honest sentence, no fact lost, the conversation goes on."""

from __future__ import annotations

import secrets
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from osteochat import client
from osteochat.preparing import prepare
from osteochat.processes import Server
from osteochat.running import running, wait_until_answering
from osteochat.settings import Settings
from tests.conftest import fresh_settings
from tests.talker import Talker

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Settings, list[Server]]]:
    """Servers of this module's own, to be broken."""
    settings = fresh_settings(tmp_path_factory.mktemp("fragile"))
    prepare(settings)
    with running(settings) as servers:
        yield settings, servers


@pytest.fixture
def broken(own: tuple[Settings, list[Server]]) -> Iterator[tuple[Settings, list[Server]]]:
    """The same, brought up again after each test."""
    yield own
    settings, servers = own
    for server in servers:
        if not server.is_running:
            server.start()
    wait_until_answering(settings, servers)


def talker(settings: Settings) -> Talker:
    return Talker(settings.address, f"fragile-{secrets.token_hex(6)}")


def named(servers: list[Server], name: str) -> Server:
    return next(server for server in servers if server.name == name)


def kill(server: Server) -> None:
    assert server.process is not None
    server.process.kill()
    server.process.wait()


def wait_for(server_answers: str, path: str = "/") -> None:
    end = time.monotonic() + 60
    while not client.answers(server_answers, path):
        assert time.monotonic() < end
        time.sleep(0.1)


def test_action_server_down_gives_a_sentence_and_no_fact_is_lost(broken: tuple[Settings, list[Server]]) -> None:
    settings, servers = broken
    talk = talker(settings).say("I am past the menopause")
    actions = named(servers, "actions")
    kill(actions)
    assert "went wrong" in talk.say("my T-score is -2.6").text
    assert "went wrong" in talk.say("no fractures").text
    actions.start()
    wait_for(settings.action_address, "/health")
    decision = talk.say("hello").custom("decision")
    assert (decision["facts"]["t_score"], decision["action"]) == (-2.6, "refer")


def test_action_server_that_hangs_gives_a_sentence_within_its_time(broken: tuple[Settings, list[Server]]) -> None:
    settings, servers = broken
    talk = talker(settings).say("I am past the menopause")
    process = named(servers, "actions").process
    assert process is not None
    process.send_signal(signal.SIGSTOP)
    started = time.monotonic()
    try:
        talk.say("my T-score is -2.6")
    finally:
        process.send_signal(signal.SIGCONT)
    assert "went wrong" in talk.text
    assert time.monotonic() - started < 15
    assert talk.say("what have you noted?").custom("summary")["facts"]["t_score"] == -2.6


@pytest.mark.parametrize("victim", ["rasa", "actions"])
def test_a_server_killed_in_mid_conversation_and_started_again_goes_on(
    victim: str, broken: tuple[Settings, list[Server]]
) -> None:
    settings, servers = broken
    talk = talker(settings).say("I am past the menopause and my T-score is -2.6")
    assert talk.custom("question")["fact"] == "fracture"
    server = named(servers, victim)
    kill(server)
    server.start()
    wait_until_answering(settings, servers)
    assert talk.say("I have never broken a bone").custom("decision")["action"] == "refer"


@pytest.mark.parametrize("damage", [b"this is no database", b""], ids=["garbage", "empty"])
def test_a_corrupt_knowledge_file_gives_a_sentence_and_the_table_still_answers(
    damage: bytes, broken: tuple[Settings, list[Server]]
) -> None:
    settings, servers = broken
    actions, whole = named(servers, "actions"), settings.knowledge.read_bytes()
    try:
        replace(settings.knowledge, damage)
        kill(actions)
        actions.start()
        wait_for(settings.action_address, "/health")
        talk = talker(settings).say("what about the jaw?")
        assert "went wrong" in talk.text
        decision = talk.say("I am past the menopause, no fractures, T-score -2.4").custom("decision")
        assert decision["action"] == "refer"
    finally:
        replace(settings.knowledge, whole)
        kill(actions)


def replace(path: Path, content: bytes) -> None:
    """Put another file in its place, as a copy that went wrong would."""
    path.unlink()
    path.write_bytes(content)
