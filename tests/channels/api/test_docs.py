"""Every example of docs/api.md, replayed."""

from __future__ import annotations

import ast
import json
import re
import shlex
from typing import Any

import pytest

from osteochat.processes import Server
from osteochat.settings import ROOT, Settings
from tests.channels.api.http import Answer, send
from tests.conversations.test_conversations import holds
from tests.interop.test_command import run

TEXT = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```sh\n(curl .*?)```\n\n```json\n(.*?)```", TEXT, re.DOTALL)
THERE = "http://127.0.0.1:5005"


def replay(command: str, address: str) -> Answer:
    """Do what a curl command does, for the few options that the page uses."""
    command = re.sub(
        r"\$'(.*?)'", lambda found: shlex.quote(ast.literal_eval(f"'{found.group(1)}'")), command, flags=re.DOTALL
    )
    words = shlex.split(command.replace("\\\n", " "))
    assert words.pop(0) == "curl"
    options: dict[str, str] = {}
    target = ""
    while words:
        word = words.pop(0)
        if word in ("-H", "-d", "--data-binary"):
            options[word.replace("--data-binary", "-d")] = words.pop(0)
        else:
            target = word
    assert target.startswith(THERE)
    kind = options["-H"].removeprefix("Content-Type: ")
    return send(target.replace(THERE, address), options["-d"].encode(), kind=kind)


def objects(text: str) -> list[Any]:
    """Return the JSON of a block: one object over several lines, or one on each."""
    try:
        return [json.loads(text)]
    except ValueError:
        return [json.loads(line) for line in text.splitlines()]


def test_the_page_has_examples() -> None:
    assert len(EXAMPLES) == TEXT.count("```sh") >= 6


@pytest.mark.e2e
@pytest.mark.parametrize(
    ("command", "expected"), EXAMPLES, ids=[re.sub(r"\W+", "-", each[:90]) for each, _ in EXAMPLES]
)
def test_an_example(command: str, expected: str, settings: Settings, assistant: list[Server]) -> None:
    answer = replay(command, settings.address)
    found = answer.lines if "/batch" in command else [answer.json]
    wanted = objects(expected)
    assert len(found) == len(wanted)
    for one, other in zip(wanted, found):
        assert holds(one, other), json.dumps(other, ensure_ascii=False, indent=1)[:3000]


def test_the_command() -> None:
    block = re.search(r"    \$ .venv/bin/python -m osteochat decide \"(.*)\"\n((?:    .*\n)+)", TEXT)
    assert block
    shown = [line.strip() for line in block.group(2).splitlines()]
    assert run(block.group(1)).stdout.splitlines()[: len(shown)] == shown
