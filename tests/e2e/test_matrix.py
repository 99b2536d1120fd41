"""Matrix, with a real homeserver and a real client: asked, answered once, in its place, whichever side restarts."""

from __future__ import annotations

import os
import statistics
import time

import pytest

from osteochat.processes import Server
from osteochat.settings import Settings
from tests.e2e.on_matrix import body, visiting
from tests.talker import Talker
from tools.matrix.homeserver import Homeserver

pytestmark = pytest.mark.e2e
CASE = "I am past the menopause, T-score -2.7, no fractures"
NOTED = "show what you have noted"
MEASURED, MOST_ROUNDS, MOST_SECONDS_ADDED = 10, 3, 0.15
QUESTION = "I am past the menopause and my T-score is -2.6"


async def test_it_joins_and_answers_also_what_was_written_before_it_came(
    homeserver: Homeserver, on_matrix: str
) -> None:
    async with visiting(homeserver, on_matrix) as person:
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


async def test_a_number_and_a_reaction_choose_the_same(homeserver: Homeserver, on_matrix: str) -> None:
    async with visiting(homeserver, on_matrix) as one, visiting(homeserver, on_matrix) as other:
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
    homeserver: Homeserver, on_matrix: str
) -> None:
    async with visiting(homeserver, on_matrix) as one, visiting(homeserver, on_matrix) as other:
        other.room = await one.open(other.client.user_id)
        await other.look()
        await one.send("72F, T -2.8, what do you think?")
        assert await one.hears_nothing()
        root = await one.send(f"osteo: {CASE}", **{"m.mentions": {"user_ids": [on_matrix]}})
        (answer,) = await one.answers(1)
        assert answer["content"]["m.relates_to"]["rel_type"] == "m.thread"
        assert answer["content"]["m.relates_to"]["event_id"] == root
        assert "2.7" in body(await one.ask(NOTED, thread=root))
        await other.hears_nothing()
        await other.send(NOTED, thread=root)
        assert await other.hears_nothing()
        await other.send(f"{on_matrix} {NOTED}", thread=root)
        (theirs,) = await other.answers(1)
        assert "2.7" not in body(theirs)
        await one.hears_nothing()
        await one.send("what about her?", thread=root, **{"m.mentions": {"user_ids": [other.client.user_id]}})
        assert await one.hears_nothing()


async def test_what_is_no_message_gets_a_sentence_or_nothing(homeserver: Homeserver, on_matrix: str) -> None:
    async with visiting(homeserver, on_matrix) as person:
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
    homeserver: Homeserver, on_matrix: str, matrix_servers: tuple[Settings, list[Server]]
) -> None:
    async with visiting(homeserver, on_matrix) as person:
        await person.open()
        await person.ask(CASE)
        talk = Talker(matrix_servers[0].address, "measured").say(CASE)
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
            print(f"median of {MEASURED}: REST {rest * 1000:.0f} ms, Matrix {matrix * 1000:.0f} ms", end="; ")
            print(
                f"fastest: {min(by_rest) * 1000:.0f} and {min(by_matrix) * 1000:.0f} ms; load {os.getloadavg()[0]:.1f}"
            )
            added.append(matrix - rest)
            if added[-1] <= MOST_SECONDS_ADDED:
                break
    busy = os.getloadavg()[0]
    if min(added) > MOST_SECONDS_ADDED and busy > (os.cpu_count() or 1):
        pytest.skip(f"{min(added) * 1000:.0f} ms say nothing on a machine with other work on it (load {busy:.0f})")
    assert min(added) <= MOST_SECONDS_ADDED
