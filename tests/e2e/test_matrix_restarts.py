"""Matrix: a restart of the assistant or of the homeserver neither loses nor doubles an answer."""

from __future__ import annotations

import asyncio

import pytest

from osteochat.processes import Server
from osteochat.settings import Settings
from tests.e2e.on_matrix import body, visiting
from tools.matrix.homeserver import Homeserver

pytestmark = pytest.mark.e2e
CASE = "I am past the menopause, T-score -2.7, no fractures"
NOTED = "show what you have noted"
QUESTION = "I am past the menopause and my T-score is -2.6"


def rasa(servers: tuple[Settings, list[Server]]) -> Server:
    return next(server for server in servers[1] if server.name == "rasa")


async def test_what_came_while_it_was_away_is_answered_once_and_in_order(
    homeserver: Homeserver, on_matrix: str, matrix_servers: tuple[Settings, list[Server]]
) -> None:
    async with visiting(homeserver, on_matrix) as one, visiting(homeserver, on_matrix) as other:
        await one.open()
        await one.ask(QUESTION)
        await other.open(one.client.user_id)
        await other.send("osteo hello")
        await other.answers(1)
        server = rasa(matrix_servers)
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
    homeserver: Homeserver, on_matrix: str, matrix_servers: tuple[Settings, list[Server]]
) -> None:
    async with visiting(homeserver, on_matrix) as person:
        await person.open()
        await person.ask("hello")
        server = rasa(matrix_servers)
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
    homeserver: Homeserver, on_matrix: str
) -> None:
    async with visiting(homeserver, on_matrix) as person:
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
