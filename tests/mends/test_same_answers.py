"""With and without the mends that are for speed, the real servers say the same, word for word."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from osteochat import client
from osteochat.processes import Server
from osteochat.settings import ROOT, Settings, free_port
from tests.talker import Talker

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

KINDS = ("happy_path", "corrections", "what_if", "red_flags", "out_of_scope", "topics", "notes")
FILES = [path for kind in KINDS for path in sorted((ROOT / "tests" / "conversations" / kind).glob("*.yml"))]
OWN = ("recipient_id", "record")
"""What differs from one conversation to the next, whatever is said."""
SECONDS_TO_START = 90


@pytest.fixture(scope="module")
def unmended(settings: Settings, assistant: list[Server], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Rasa server without those mends, with the same model and the same action server."""
    home = tmp_path_factory.mktemp("unmended")
    own = replace(settings, home=home, port=free_port())
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "tests.mends.unmended"],
            cwd=ROOT,
            env=own.environment(),
            stdout=log,
            stderr=log,
        )
        end = time.monotonic() + SECONDS_TO_START
        try:
            while not client.answers(own.address):
                assert process.poll() is None, (home / "log").read_text()
                assert time.monotonic() < end, "it does not answer"
                time.sleep(0.2)
            yield own.address
        finally:
            process.terminate()
            process.wait(20)


def without_own(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_own(each) for name, each in value.items() if name not in OWN}
    return [without_own(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_same_is_said(path: Path, talk: Talker, unmended: str) -> None:
    other = Talker(unmended, talk.sender)
    for step in yaml.safe_load(path.read_text(encoding="utf-8")):
        mended, plain = talk.say(step["user"]).replies, other.say(step["user"]).replies
        assert without_own(mended) == without_own(plain), step["user"]
        assert mended, "silence"


def test_decisions_are_among_what_is_compared() -> None:
    said = "".join(path.read_text(encoding="utf-8") for path in FILES)
    assert said.count("type: decision") >= 5
