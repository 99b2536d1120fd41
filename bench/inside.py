"""Parts by themselves, each in a process of its own: `python -m bench.inside nlu <model> | rules`; prints JSON."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from pathlib import Path

from bench.messages import CASES, NLU
from osteochat.errors import SetupError
from osteochat.quiet import quiet_logs
from osteochat.settings import ROOT

WARM_UP = 3


def measure(folder: Path, *arguments: str) -> list[float]:
    """Run one of the parts in a new process and return its milliseconds.

    :raises SetupError: when it fails
    """
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "bench.inside", *arguments],
        cwd=folder,
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SetupError(f"{' '.join(arguments)} failed: {done.stderr.strip()[-400:]}")
    found: list[float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _environment() -> dict[str, str]:
    import os

    from bench.subjects import QUIET

    return {**os.environ, **QUIET, "PYTHONPATH": str(ROOT)}


async def _nlu(model: str, light: bool, count: int) -> list[float]:
    if light:
        from mends import light_imports

        light_imports.apply()
    from rasa.core.agent import Agent

    quiet_logs()
    agent = Agent.load(model)
    found = []
    for number in range(-WARM_UP, count):
        began = time.perf_counter()
        await agent.parse_message(NLU[number % len(NLU)])
        if number >= 0:
            found.append((time.perf_counter() - began) * 1000)
    return found


def _rules(count: int) -> list[float]:
    from guideline import Case, decide

    found = []
    for number in range(-WARM_UP, count):
        began = time.perf_counter()
        decide(Case.from_facts(CASES[number % len(CASES)]))
        if number >= 0:
            found.append((time.perf_counter() - began) * 1000)
    return found


def main(arguments: list[str]) -> None:
    """Measure one part: `nlu-ours <model> <count>`, `nlu-starter <model> <count>` or `rules <count>`."""
    kind, *rest = arguments
    if kind == "rules":
        print(json.dumps(_rules(int(rest[0]))))
    else:
        print(json.dumps(asyncio.run(_nlu(rest[0], kind == "nlu-ours", int(rest[1])))))


if __name__ == "__main__":
    main(sys.argv[1:])
