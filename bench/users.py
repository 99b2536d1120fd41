"""Many people at once: Locust with time to think and the conversations of the tests as scripts."""

from __future__ import annotations

import json
import math
import os
import shutil
import subprocess
import threading
from pathlib import Path
from typing import Any

import yaml

from bench.figures import Figure, Limit, Row, figure
from bench.report import Report
from bench.stock import find_uv
from bench.subjects import FOLDER, Subject, ours
from osteochat.errors import SetupError
from osteochat.settings import HOST, ROOT

LOCUST = ROOT / "tools" / "locust"
USERS = (50, 100, 200)
MORE_USERS = (400, 800, 1600)
"""After the planned numbers, until it breaks."""
SECONDS = 120
SECONDS_MORE = 60
MOST_MILLISECONDS = 300.0
SECONDS_BETWEEN_LOOKS = 5.0


def scripts() -> list[list[str]]:
    """Return what people say in the conversation tests."""
    files = sorted((ROOT / "tests" / "conversations").glob("*/*.yml"))
    return [[step["user"] for step in yaml.safe_load(each.read_text(encoding="utf-8"))] for each in files]


def measure(report: Report) -> None:
    """Let more and more people talk to this assistant, until it breaks.

    :raises SetupError: when Locust cannot be installed or run
    """
    home = FOLDER / "home"
    shutil.rmtree(home, ignore_errors=True)
    path = FOLDER / "scripts.json"
    FOLDER.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(scripts()), encoding="utf-8")
    report.step("Locust is installed")
    _uv("sync", "--frozen", "--quiet")
    subject = ours(home)
    subject.start()
    try:
        for users in (*USERS, *MORE_USERS):
            if not _level(report, subject, path, users) and users >= max(USERS):
                report.notes.append(f"It breaks at {users} users: p95 above {MOST_MILLISECONDS:.0f} ms or errors.")
                return
        report.notes.append(f"It did not break with {MORE_USERS[-1]} users.")
    finally:
        subject.end()


def _level(report: Report, subject: Subject, path: Path, users: int) -> bool:
    """Measure with so many people; say whether it held."""
    seconds = SECONDS if users in USERS else SECONDS_MORE
    report.step(f"{users} users, {seconds} s")
    done = threading.Event()
    most = [subject.memory()]
    watch = threading.Thread(target=_watch, args=(subject, most, done))
    watch.start()
    try:
        turns = _locust(subject, path, users, seconds)
    finally:
        done.set()
        watch.join()
    times = turn_times(turns)
    rate = turns["num_requests"] / seconds
    errors = float(turns["num_failures"])
    limit = Limit(absolute=MOST_MILLISECONDS)
    report.add(
        Row(f"{users} users: turn", "ms", times),
        Row(f"{users} users: p95 of a turn", "ms", Figure(times.p95, times.p95, times.count), limit=limit),
        Row(f"{users} users: turns", "turns/s", Figure(rate, rate, 1)),
        Row(f"{users} users: errors", "turns", Figure(errors, errors, times.count)),
        Row(f"{users} users: memory, highest", "MB", figure([max(most)])),
    )
    return times.p95 <= MOST_MILLISECONDS and not errors


def turn_times(turns: dict[str, Any]) -> Figure:
    """Return median and p95 from Locust's counts by time (it rounds above 100 ms to tens)."""
    counts = sorted((float(time_), count) for time_, count in turns["response_times"].items())
    total = sum(count for _, count in counts)
    if not total:
        raise SetupError("Locust sent no message.")
    return Figure(_at(counts, math.ceil(total / 2)), _at(counts, math.ceil(0.95 * total)), total)


def _at(counts: list[tuple[float, int]], place: int) -> float:
    for milliseconds, count in counts:
        place -= count
        if place <= 0:
            return milliseconds
    raise ValueError("there are fewer samples than that")


def _locust(subject: Subject, path: Path, users: int, seconds: int) -> dict[str, Any]:
    said = _uv(
        *(
            "run",
            "--frozen",
            "--quiet",
            "--no-sync",
            "locust",
            "--headless",
            "--json",
            "--skip-log",
            "--exit-code-on-error",
            "0",
        ),
        *("-f", "locustfile.py", "-H", f"http://{HOST}:{subject.port}"),
        *("-u", str(users), "-r", str(max(10, users // 10)), "-t", f"{seconds}s", "--stop-timeout", "10"),
        scripts_at=path,
    )
    found: list[dict[str, Any]] = json.loads(said[said.index("[") :])
    turns = [each for each in found if each["name"] == "turn"]
    if not turns:
        raise SetupError("Locust sent no message.")
    return turns[0]


def _uv(*arguments: str, scripts_at: Path | None = None) -> str:
    uv = find_uv()
    if uv is None:
        raise SetupError("Locust needs uv, which the set-up installs. Run “make test” or “make run” first.")
    environment = {name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "PYTHONPATH")}
    environment["UV_PROJECT_ENVIRONMENT"] = str(FOLDER / "locust")
    if scripts_at:
        environment["OSTEOCHAT_SCRIPTS"] = str(scripts_at)
    done = subprocess.run([uv, *arguments], cwd=LOCUST, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetupError(f"Locust could not be run: {(done.stderr or done.stdout).strip()[-400:]}")
    return done.stdout


def _watch(subject: Subject, most: list[float], done: threading.Event) -> None:
    while not done.wait(SECONDS_BETWEEN_LOOKS):
        most.append(subject.memory())
