"""Where the time goes: py-spy watches both servers while the tests' conversations are held; drawn into docs/figures."""

from __future__ import annotations

import shutil
import subprocess
import threading
from pathlib import Path

from bench import memory
from bench.flame import svg, tree_of
from bench.stock import find_uv
from bench.subjects import FOLDER, Subject, ours
from bench.turns import new_sender
from bench.users import scripts
from osteochat.errors import SetupError
from osteochat.settings import ROOT

FIGURES = ROOT / "docs" / "figures"
PY_SPY = "py-spy==0.4.3"
SECONDS = 40
SAMPLES_A_SECOND = 200
SERVERS = {"rasa-server": "osteochat.rasa_server", "action-server": "osteochat.action_server"}
BELOW = "serve (sanic"
"""The loop of the server: all work is above it, and it is last itself while it waits."""


def profile() -> None:
    """Record both servers at the same time and draw what was seen.

    :raises SetupError: when py-spy cannot be installed, or may not watch other processes
    """
    home = FOLDER / "home"
    shutil.rmtree(home, ignore_errors=True)
    subject = ours(home)
    print("Starting the assistant …", flush=True)
    subject.start()
    done = threading.Event()
    talker = threading.Thread(target=_talk, args=(subject, done))
    try:
        talker.start()
        assert subject.process is not None
        print(f"Watching for {SECONDS} s …", flush=True)
        watches = {name: _watch(memory.running(subject.process.pid, module), name) for name, module in SERVERS.items()}
        for name, watch in watches.items():
            _, said = watch.communicate()
            if watch.returncode:
                raise SetupError(f"py-spy could not watch the {name}: {said.decode()[-300:].strip()}")
    finally:
        done.set()
        talker.join()
        subject.end()
    FIGURES.mkdir(parents=True, exist_ok=True)
    for name in SERVERS:
        tree = tree_of(_folded(name).read_text(encoding="utf-8"), BELOW, (BELOW,))
        path = FIGURES / f"{name}.svg"
        path.write_text(svg(tree, f"{name}, {tree.samples} samples (green: ours, orange: Rasa)"), encoding="utf-8")
        print(f"{path}: {path.stat().st_size // 1024} kB", flush=True)


def _talk(subject: Subject, done: threading.Event) -> None:
    with subject.client() as client:
        while not done.is_set():
            for script in scripts():
                sender = new_sender()
                for message in script:
                    client.say(sender, message)


def _folded(name: str) -> Path:
    return FOLDER / f"{name}.folded"


def _watch(process: int, name: str) -> subprocess.Popen[bytes]:
    uv = find_uv()
    if uv is None:
        raise SetupError("The profile needs uv, which the set-up installs. Run “make run” first.")
    options = [
        "--nonblocking",
        "--function",
        "--format",
        "raw",
        "--duration",
        str(SECONDS),
        "--rate",
        str(SAMPLES_A_SECOND),
    ]
    command: list[str | Path] = [uv, "tool", "run", "--quiet", "--from", PY_SPY, "py-spy", "record", *options]
    return subprocess.Popen(
        [*command, "--output", str(_folded(name)), "--pid", str(process)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
