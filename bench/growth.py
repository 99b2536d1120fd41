"""How cost grows: with stored conversations, with training examples, and with topics (intents, rules and actions)."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from bench import stored
from bench.figures import Figure, Row, figure
from bench.report import Report
from bench.subjects import FOLDER, QUIET
from osteochat.errors import SetupError
from osteochat.settings import ROOT

FRACTIONS = (0.25, 0.5, 1.0, 2.0)
MORE_TOPICS = (0, 20, 60, 200)
EXAMPLES_OF_A_TOPIC = 12
SEED = 7


def measure(report: Report) -> None:
    """Measure all three."""
    stored.measure(report)
    project = FOLDER / "grown"
    first: dict[str, Figure] = {}
    for fraction in FRACTIONS:
        report.step(f"{fraction:g} times the training examples")
        count = _grow(project, partial(with_examples, fraction=fraction))
        _show(report, f"{count:,} examples", _inside(project), first)
    first.clear()
    for topics in MORE_TOPICS:
        report.step(f"{topics} more topics")
        _grow(project, lambda file: file)
        add_topics(project, topics)
        _show(report, f"{topics} more topics", _inside(project), first)
    shutil.rmtree(project, ignore_errors=True)


def _show(report: Report, name: str, found: dict[str, Any], first: dict[str, Figure]) -> None:
    for what, unit in (("training", "s"), ("understanding", "ms"), ("choice of the action", "ms"), ("model", "MB")):
        own = figure(found[what])
        report.add(Row(f"{name}: {what}", unit, own, first.setdefault(what, own), "the first"))


def _grow(project: Path, change: Callable[[dict[str, Any]], dict[str, Any]]) -> int:
    """Copy what is trained, with changed training examples; return how many examples there are."""
    shutil.rmtree(project, ignore_errors=True)
    (project / "data").mkdir(parents=True)
    for name in ("domain.yml", "config.yml"):
        shutil.copy(ROOT / name, project / name)
    shutil.copytree(ROOT / "data" / "rules", project / "data" / "rules")
    count = 0
    for path in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        content = change(yaml.safe_load(path.read_text(encoding="utf-8")))
        count += sum(len(lines(each)) for each in content["nlu"])
        _write(project / "data" / path.name, content)
    return count


def lines(intent: dict[str, Any]) -> list[str]:
    """Return the examples of one intent of a file, each as its line."""
    return [line for line in intent.get("examples", "").splitlines() if line.startswith("- ")]


def with_examples(content: dict[str, Any], fraction: float) -> dict[str, Any]:
    """Return a file with that fraction of each intent's examples; above one, with changed copies of them."""
    draw = random.Random(SEED)
    for intent in content["nlu"]:
        known = lines(intent)
        if fraction <= 1:
            chosen = known[: max(2, round(len(known) * fraction))]
        else:
            copies = [f"{line} {draw.choice('abcdefgh')}{number}" for number, line in enumerate(known)]
            chosen = [*known, *copies]
        intent["examples"] = "\n".join(chosen) + "\n"
    return content


def add_topics(project: Path, count: int) -> None:
    """Add topics without any sense: for each an intent with examples, an action and a rule."""
    draw = random.Random(SEED)
    names = [f"ask_made_up_{number}" for number in range(count)]
    domain = yaml.safe_load((project / "domain.yml").read_text(encoding="utf-8"))
    domain["intents"] += [{name: {"use_entities": []}} for name in names]
    domain["actions"] += [f"action_{name}" for name in names]
    _write(project / "domain.yml", domain)
    if not count:
        return
    rules = [{"rule": name, "steps": [{"intent": name}, {"action": f"action_{name}"}]} for name in names]
    _write(project / "data" / "rules" / "made_up.yml", {"version": "3.1", "rules": rules})
    examples = [
        {"intent": name, "examples": "".join(f"- {_sentence(draw, name)}\n" for _ in range(EXAMPLES_OF_A_TOPIC))}
        for name in names
    ]
    _write(project / "data" / "made_up.yml", {"version": "3.1", "nlu": examples})


def _sentence(draw: random.Random, name: str) -> str:
    """Return four made-up words, one of which the topic has to itself."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = ["".join(draw.choices(letters, k=draw.randint(3, 8))) for _ in range(3)]
    return " ".join([*words, name.replace("_", "")])


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")


def _inside(project: Path) -> dict[str, Any]:
    """Train the project and measure its model, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "bench.grown_model", str(project)],
        cwd=ROOT,
        env={**os.environ, **QUIET, "PYTHONPATH": str(ROOT), "TQDM_DISABLE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SetupError(f"The grown project could not be measured: {done.stderr.strip()[-400:]}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
