"""Matrix, with a real homeserver and a real client: asked, answered once, in its place, whichever side restarts."""

from __future__ import annotations

import asyncio
import os
import statistics
import time
from collections.abc import Iterator

import pytest

from osteochat.preparing import prepare
from osteochat.processes import Server
from osteochat.running import running
from osteochat.settings import Settings
from tests.conftest import fresh_settings
from tests.e2e.on_matrix import visiting
from tests.talker import Talker
from tools.matrix.homeserver import Homeserver

pytestmark = pytest.mark.e2e
CASE = "I am past the menopause, T-score -2.7, no fractures"
NOTED = "show what you have noted"
MEASURED, MOST_ROUNDS, MOST_SECONDS_ADDED = 10, 3, 0.15
QUESTION = "I am past the menopause and my T-score is -2.6"


@pytest.fixture(scope="module")
def account(homeserver: Homeserver) -> tuple[str, str]:
    """The assistant's own account: its name, and an access token."""
    return homeserver.register("osteo")


@pytest.fixture(scope="module")
def servers(
    homeserver: Homeserver, account: tuple[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Settings, list[Server]]]:
    """The real two servers, with Matrix on."""
    settings = fresh_settings(tmp_path_factory.mktemp("matrix"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "OSTEOCHAT_MATRIX_HOMESERVER", homeserver.address)
        patch.setitem(os.environ, "OSTEOCHAT_MATRIX_TOKEN", account[1])
        prepare(settings)
        with running(settings) as started:
            yield settings, started


@pytest.fixture
def assistant(account: tuple[str, str], servers: tuple[Settings, list[Server]]) -> str:
    """The name of the assistant that listens."""
    return account[0]


def rasa(servers: tuple[Settings, list[Server]]) -> Server:
    return next(server for server in servers[1] if server.name == "rasa")


def body(event: dict) -> str:
    return str(event["content"]["body"])


async def test_it_joins_and_answers_also_what_was_written_before_it_came(
    homeserver: Homeserver, assistant: str
) -> None:
    async with visiting(homeserver, assistant) as person:
        await person.open()
        event = await person.ask(CASE)
        assert "specialist" in body(event).lower()
        assert event["content"]["format"] == "org.matrix.custom.html"
        assert event["content"]["formatted_body"].startswith("<p>")
        assert "m.relates_to" not in event["content"]
        follow_up = await person.ask("!why")
        assert body(follow_up) != body(event)
        assert "2.7" in body(await person.ask(NOTED))
        assert await person.hears_nothing()


async def test_a_number_and_a_reaction_choose_the_same(homeserver: Homeserver, assistant: str) -> None:
    async with visiting(homeserver, assistant) as one, visiting(homeserver, assistant) as other:
        answers = []
        for person in (one, other):
            await person.open()
            question = await person.ask(QUESTION)
            assert "\n1) " in body(question)
            await (person.send("1") if person is one else person.react(question, "1️⃣"))
            (answer,) = await person.answers(1)
            answers.append(body(answer))
        assert answers[0] == answers[1]
        await other.react(question, "❤️")
        assert await other.hears_nothing()
        await other.react(question, "2️⃣")
        (late,) = await other.answers(1)
        assert "earlier question" in body(late)


async def test_among_others_it_answers_who_calls_it_in_a_thread_of_her_own(
    homeserver: Homeserver, assistant: str
) -> None:
    async with visiting(homeserver, assistant) as one, visiting(homeserver, assistant) as other:
        other.room = await one.open(other.client.user_id)
        await other.look()
        await one.send("72F, T -2.8, what do you think?")
        assert await one.hears_nothing()
        root = await one.send(f"osteo: {CASE}", **{"m.mentions": {"user_ids": [assistant]}})
        (answer,) = await one.answers(1)
        assert answer["content"]["m.relates_to"]["rel_type"] == "m.thread"
        assert answer["content"]["m.relates_to"]["event_id"] == root
        assert "2.7" in body(await one.ask(NOTED, thread=root))
        await other.hears_nothing()
        await other.send(NOTED, thread=root)
        assert await other.hears_nothing()
        await other.send(f"{assistant} {NOTED}", thread=root)
        (theirs,) = await other.answers(1)
        assert "2.7" not in body(theirs)
        await one.hears_nothing()
        await one.send("what about her?", thread=root, **{"m.mentions": {"user_ids": [other.client.user_id]}})
        assert await one.hears_nothing()


async def test_what_is_no_message_gets_a_sentence_or_nothing(homeserver: Homeserver, assistant: str) -> None:
    async with visiting(homeserver, assistant) as person:
        await person.open()
        first = await person.send("hello")
        await person.answers(1)
        new = {"msgtype": "m.text", "body": "T -2.9"}
        await person.put(
            "m.room.message",
            {**new, "m.new_content": new, "m.relates_to": {"rel_type": "m.replace", "event_id": first}},
        )
        assert "new message" in body((await person.answers(1))[0])
        await person.put("m.room.message", {"msgtype": "m.image", "body": "scan.png", "url": "mxc://localhost/a"})
        assert "text only" in body((await person.answers(1))[0])
        await person.put(
            "m.room.encrypted", {"algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "x", "session_id": "s"}
        )
        assert "encrypted" in body((await person.answers(1))[0])
        await person.put("m.room.message", {"msgtype": "m.notice", "body": "hello"})
        await person.put("m.reaction", {"m.relates_to": {"rel_type": "m.annotation", "event_id": first, "key": "👍"}})
        await person.put("m.reaction", {"m.relates_to": "x"})
        assert await person.hears_nothing()


async def test_matrix_adds_little_time_to_an_answer(
    homeserver: Homeserver, assistant: str, servers: tuple[Settings, list[Server]]
) -> None:
    async with visiting(homeserver, assistant) as person:
        await person.open()
        await person.ask(CASE)
        talk = Talker(servers[0].address, "measured").say(CASE)
        added = []
        for _ in range(MOST_ROUNDS):
            by_matrix, by_rest = [], []
            for _ in range(MEASURED):
                started = time.perf_counter()
                await person.ask(NOTED)
                by_matrix.append(time.perf_counter() - started)
                started = time.perf_counter()
                talk.say(NOTED)
                by_rest.append(time.perf_counter() - started)
            matrix, rest = statistics.median(by_matrix), statistics.median(by_rest)
            print(f"median of {MEASURED}: REST {rest * 1000:.0f} ms, Matrix {matrix * 1000:.0f} ms")
            added.append(matrix - rest)
            if added[-1] <= MOST_SECONDS_ADDED:
                break
    # Other work on the machine only ever adds to it.
    assert min(added) <= MOST_SECONDS_ADDED


async def test_what_came_while_it_was_away_is_answered_once_and_in_order(
    homeserver: Homeserver, assistant: str, servers: tuple[Settings, list[Server]]
) -> None:
    async with visiting(homeserver, assistant) as one, visiting(homeserver, assistant) as other:
        await one.open()
        await one.ask(QUESTION)
        await other.open(one.client.user_id)
        await other.send("osteo hello")
        await other.answers(1)
        server = rasa(servers)
        assert server.process
        server.process.kill()
        server.process.wait()
        await one.send("I have never broken a bone")
        await one.send(NOTED)
        await other.send(f"osteo: {CASE}")
        await asyncio.gather(*(other.send("chatter of no concern") for _ in range(70)))
        server.start()
        told, noted = await one.answers(2)
        assert "specialist" in body(told).lower()
        assert "noted" in body(noted).lower()
        (answer,) = await other.answers(1)
        assert "specialist" in body(answer).lower()
        assert await one.hears_nothing()
        assert await other.hears_nothing()


async def test_a_restart_in_the_middle_of_an_answer_neither_loses_nor_doubles_it(
    homeserver: Homeserver, assistant: str, servers: tuple[Settings, list[Server]]
) -> None:
    async with visiting(homeserver, assistant) as person:
        await person.open()
        await person.ask("hello")
        server = rasa(servers)
        for text in (CASE, NOTED, "what is a T-score?"):
            await person.send(text)
        await asyncio.sleep(0.1)
        assert server.process
        server.process.kill()
        server.process.wait()
        server.start()
        told, noted, _ = await person.answers(3)
        assert "specialist" in body(told).lower()
        assert "2.7" in body(noted)
        assert await person.hears_nothing()


async def test_a_homeserver_that_restarts_neither_loses_nor_doubles_an_answer(
    homeserver: Homeserver, assistant: str
) -> None:
    async with visiting(homeserver, assistant) as person:
        await person.open()
        await person.ask("hello")
        for text in (CASE, NOTED, "what is a T-score?"):
            await person.send(text)
        homeserver.kill()
        await asyncio.sleep(1.0)
        homeserver.start()
        told, noted, _ = await person.answers(3)
        assert "specialist" in body(told).lower()
        assert "2.7" in body(noted)
        assert await person.hears_nothing()
