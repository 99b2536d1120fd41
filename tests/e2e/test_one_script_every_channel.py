"""One script, every channel: whichever way a person talks to the assistant, it decides the same."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import sqlite3
import urllib.request
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any

import pytest

from channels.messengers.case_key import case_key, read_key
from osteochat.preparing import prepare
from osteochat.running import running
from osteochat.settings import Settings
from tests.channels import on_slack, on_telegram
from tests.channels.services import all_services, switches
from tests.channels.stand_in import StandIn
from tests.conftest import fresh_settings
from tests.e2e.on_matrix import visiting
from tests.talker import Talker
from tools.matrix.homeserver import Homeserver

pytestmark = pytest.mark.e2e
SCRIPTS = {
    "a patient, fact by fact": [
        "I am past the menopause",
        "my T-score is -2.7",
        "no fractures",
        "what if my T-score was -1.9?",
        "what are my options?",
    ],
    "a patient who corrects herself": [
        "I am 68, past the menopause and I broke my wrist in a fall at home. T-score -2.2",
        "sorry, the T-score is -1.2",
        "/why",
    ],
    "a clinician": ["72F, 2 VCF, T -2.8, GERD, alendronate intolerant", "/why", "/whatif T -1.9", "/patient"],
    "a clinician in French": ["fx vert x2, T -2,7, 58 a, BVM+", "/source"],
    "two cases": ["64F, no fx, T -2.6", "/new", "70F, hip fx, T -2.1"],
}
Say = Callable[[str], Awaitable[str]]


@dataclass
class Everything:
    """The servers with every channel on. `matrix`: the homeserver and the assistant's name on it, or why there is none."""

    settings: Settings
    stand_in: StandIn
    matrix: tuple[Homeserver, str] | str


@pytest.fixture(scope="module")
def everything(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Everything]:
    """Start the real servers; without a homeserver, with every channel but Matrix."""
    settings = fresh_settings(tmp_path_factory.mktemp("everything"))
    with all_services() as stand_in, pytest.MonkeyPatch.context() as patch:
        variables = switches(stand_in)
        matrix: tuple[Homeserver, str] | str
        try:
            homeserver = request.getfixturevalue("homeserver")
        except pytest.skip.Exception as reason:
            matrix = str(reason)
        else:
            name, token = homeserver.register(f"osteo-{secrets.token_hex(3)}")
            variables |= {"OSTEOCHAT_MATRIX_HOMESERVER": homeserver.address, "OSTEOCHAT_MATRIX_TOKEN": token}
            matrix = (homeserver, name)
        for variable, value in variables.items():
            patch.setitem(os.environ, variable, value)
        prepare(settings)
        with running(settings):
            yield Everything(settings, stand_in, matrix)


@pytest.fixture
async def visit(everything: Everything) -> AsyncIterator[Callable[[str], Awaitable[Visit]]]:
    """Return a function that brings a new person to a channel."""
    async with AsyncExitStack() as stack:

        async def bring(channel: str) -> Visit:
            return await BRINGING[channel](everything, stack)

        yield bring


@dataclass
class Visit:
    """A person on a channel. `say` sends a message and returns all that is seen of the answer; `decisions` returns those so far."""

    say: Say
    decisions: Callable[[], list[dict[str, Any]]]


async def by_rest(everything: Everything, _: AsyncExitStack) -> Visit:
    talker, found = Talker(everything.settings.address, f"one-script-{secrets.token_hex(6)}"), []

    async def say(text: str) -> str:
        await asyncio.to_thread(talker.say, text)
        found.extend(custom for custom in talker.customs if custom["type"] == "decision")
        return talker.text

    return Visit(say, lambda: found)


async def by_web(everything: Everything, _: AsyncExitStack) -> Visit:
    address, found = f"{everything.settings.address}/webhooks/web", []
    state = {"number": 0, "token": post(f"{address}/session", {})["token"]}

    async def say(text: str) -> str:
        state["number"] += 1
        answer = await asyncio.to_thread(
            post, f"{address}/message", {"number": state["number"], "text": text}, state["token"]
        )
        found.extend(each["custom"] for each in answer["replies"] if (each["custom"] or {}).get("type") == "decision")
        return "\n".join(each["text"] for each in answer["replies"])

    return Visit(say, lambda: found)


async def by_slack(everything: Everything, _: AsyncExitStack) -> Visit:
    address = f"{everything.settings.address}/webhooks/slack/webhook"
    user, room = f"U{secrets.token_hex(4).upper()}", f"D{secrets.token_hex(4).upper()}"
    person = on_slack.SlackPerson(address, everything.stand_in, user, room)

    async def say(text: str) -> str:
        # Slack keeps what begins with a slash for itself.
        return on_slack.seen(await asyncio.to_thread(person.say, text.replace("/", "!", 1)))

    return Visit(say, lambda: kept(everything.settings, "slack", room, user))


async def by_telegram(everything: Everything, _: AsyncExitStack) -> Visit:
    address, number = f"{everything.settings.address}/webhooks/telegram/webhook", secrets.randbelow(10**9) + 10**6
    person = on_telegram.TelegramPerson(address, everything.stand_in, number, number)

    async def say(text: str) -> str:
        return on_telegram.seen(await asyncio.to_thread(person.say, text))

    return Visit(say, lambda: kept(everything.settings, "telegram", str(number), str(number)))


async def by_matrix(everything: Everything, stack: AsyncExitStack) -> Visit:
    if isinstance(everything.matrix, str):
        pytest.skip(everything.matrix)
    person = await stack.enter_async_context(visiting(*everything.matrix))
    await person.open()

    async def say(text: str) -> str:
        # Clients of Matrix keep what begins with a slash for themselves.
        return str((await person.ask(text.replace("/", "!", 1)))["content"]["body"])

    return Visit(say, lambda: kept(everything.settings, "matrix", person.room, person.client.user_id))


BRINGING = {"rest": by_rest, "web": by_web, "slack": by_slack, "telegram": by_telegram, "matrix": by_matrix}


def post(address: str, body: dict[str, Any], token: str = "") -> Any:
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    with urllib.request.urlopen(
        urllib.request.Request(address, json.dumps(body).encode(), headers), timeout=30
    ) as answer:
        return json.load(answer)


def kept(settings: Settings, channel: str, room: str, person: str) -> list[dict[str, Any]]:
    """Return the decisions that were made for a person, from the file of all conversations."""
    case = case_key(read_key(settings.home), channel, room, "", person)
    database = sqlite3.connect(f"file:{settings.home / 'conversations.db'}?mode=ro", uri=True)
    rows = database.execute("SELECT data FROM events WHERE sender_id = ? AND type_name = 'bot' ORDER BY id", (case,))
    customs = [(json.loads(row[0]).get("data") or {}).get("custom") or {} for row in rows]
    database.close()
    return [custom for custom in customs if custom.get("type") == "decision"]


@pytest.mark.parametrize("channel", [name for name in BRINGING if name != "rest"])
@pytest.mark.parametrize("script", SCRIPTS)
async def test_a_conversation_comes_to_the_same_decisions(
    script: str, channel: str, visit: Callable[[str], Awaitable[Visit]]
) -> None:
    rest, other = await visit("rest"), await visit(channel)
    for text in SCRIPTS[script]:
        by_rest_seen, seen = await rest.say(text), await other.say(text)
        first = next(line for line in by_rest_seen.split("\n") if line.strip())
        assert first in seen
    assert rest.decisions()
    assert other.decisions() == rest.decisions()
