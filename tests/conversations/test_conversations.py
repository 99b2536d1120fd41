"""Every conversation in the folders beside this file, held with the real servers.

A file is a list of steps: `user` says something; `expect` are objects of the contract that the reply must hold, by the
fields given; `types` is the exact order of all of them; `says` and `never` are pieces of text; `buttons` titles offered.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.talker import Talker

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*/*.yml"))
KNOWN = {"user", "expect", "types", "says", "never", "buttons", "messages"}

pytestmark = pytest.mark.e2e


def holds(wanted: Any, found: Any) -> bool:
    """Say whether all that is wanted is in what was found; a list must match in full, a mapping in the fields named."""
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(
            key in found and holds(value, found[key]) for key, value in wanted.items()
        )
    if isinstance(wanted, list):
        return isinstance(found, list) and len(wanted) == len(found) and all(map(holds, wanted, found))
    return bool(wanted == found)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_conversation(path: Path, talk: Talker) -> None:
    for step in yaml.safe_load(path.read_text(encoding="utf-8")):
        assert set(step) <= KNOWN, f"unknown words in {path.name}: {set(step) - KNOWN}"
        talk.say(step["user"])
        context = f"{path.name}, after “{step['user'][:80]}”: {talk.text!r} {talk.types}"
        assert talk.replies, f"silence: {context}"
        for wanted in step.get("expect", []):
            assert any(holds(wanted, custom) for custom in talk.customs), f"no {wanted} in {talk.customs}; {context}"
        if "types" in step:
            assert talk.types == step["types"], context
        for words in step.get("says", []):
            assert words.lower() in talk.text.lower(), f"“{words}” is not said; {context}"
        for words in step.get("never", []):
            assert words.lower() not in talk.text.lower(), f"“{words}” is said; {context}"
        for title in step.get("buttons", []):
            assert title in [button["title"] for button in talk.buttons], context
        if "messages" in step:
            assert len(talk.texts) <= step["messages"], context
