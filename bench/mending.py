"""What the mends of Rasa save: the same messages to servers with and without those that are for speed, in turn."""

from __future__ import annotations

import shutil
import sys

from bench.figures import Row, figure
from bench.messages import DECISION, FORM, TOPIC, Talk
from bench.report import Report
from bench.subjects import FOLDER, Subject, ours
from bench.turns import new_sender
from osteochat.settings import ROOT

CONVERSATIONS = 20


def measure(report: Report) -> None:
    """Start both on one action server and measure form, decision and topic turns."""
    home = FOLDER / "home"
    shutil.rmtree(home, ignore_errors=True)
    mended = ours(home)
    environment = {**mended.environment, "OSTEOCHAT_HOME": str(home / "unmended")}
    unmended = Subject(
        "unmended", [sys.executable, "-m", "tests.mends.unmended"], ROOT, mended.plain, mended.greets, environment
    )
    try:
        mended.start()
        unmended.start()
        for name, talk in (("form", FORM), ("decision", DECISION), ("topic", TOPIC)):
            report.step(f"{name} turns, with and without the mends")
            own, other = _turns(mended, unmended, talk)
            report.add(Row(f"{name} turn", "ms", figure(own), figure(other), "without the mends"))
    finally:
        unmended.end()
        mended.end()


def _turns(mended: Subject, unmended: Subject, talk: Talk) -> tuple[list[float], list[float]]:
    own: list[float] = []
    other: list[float] = []
    with mended.client() as first, unmended.client() as second:
        for number in range(-1, CONVERSATIONS):
            sender = new_sender()
            for message in talk.before:
                first.say(sender, message)
                second.say(sender, message)
            for message in talk.measured:
                taken = first.time(sender, message), second.time(sender, message)
                if number >= 0:  # the first conversation warms both up
                    own.append(taken[0])
                    other.append(taken[1])
    return own, other
