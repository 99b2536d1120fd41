"""The same one-liners through the real server in clinician register: the same answer, in one message where it is decided."""

from __future__ import annotations

import pytest

from tests.interop.test_one_liners import LINES, statuses
from tests.talker import Talker

pytestmark = pytest.mark.e2e

AFTER = {"undetermined": ["decision", "question"], "out_of_scope": ["scope"]}


@pytest.mark.parametrize(("line", "action", "expected"), LINES, ids=[line for line, *_ in LINES])
def test_one_message_in_one_out(line: str, action: str, expected: str, talk: Talker) -> None:
    talk.say("/clinician")
    talk.say(line)
    assert talk.types == AFTER.get(action, ["decision"]), talk.text
    if action == "out_of_scope":
        return
    decision = talk.custom("decision")
    assert (decision["action"], statuses(decision["options"])) == (action, expected)
    assert len(talk.texts[0].split("\n")[0]) <= 140
    assert len(talk.texts) == len(talk.types)
