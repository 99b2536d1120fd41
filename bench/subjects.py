"""The two that are compared: each is started by its own command and spoken to over its REST channel."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Optional

from bench import memory
from bench.client import Client
from osteochat.errors import SetupError
from osteochat.settings import HOST, ROOT, free_port, read_settings

FOLDER = ROOT / ".osteochat" / "bench"
SECONDS_TO_START = 300.0
SECONDS_TO_END = 20.0
SECONDS_BETWEEN_LOOKS = 0.05
QUIET = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "SQLALCHEMY_SILENCE_UBER_WARNING": "1"}


@dataclass
class Subject:
    """One assistant.

    `command` gets `port` filled in. `plain` are small talk messages that it understands, the first a greeting; `greets`
    is in the answer to it.
    """

    name: str
    command: list[str]
    folder: Path
    plain: tuple[str, ...]
    greets: str
    environment: Mapping[str, str]
    port: int = 0
    process: Optional[subprocess.Popen[bytes]] = None
    log: Optional[IO[bytes]] = field(default=None, repr=False)

    def start(self) -> float:
        """Start it and return the seconds until its first answer to a message.

        :raises SetupError: when it ends or does not answer
        """
        FOLDER.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        self.log = (FOLDER / f"{self.name}.log").open("wb")
        began = time.perf_counter()
        self.process = subprocess.Popen(
            [part.format(port=self.port) for part in self.command],
            cwd=self.folder,
            env={**os.environ, **QUIET, **self.environment, "OSTEOCHAT_PORT": str(self.port)},
            stdout=self.log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        while not self._answers():
            if self.process.poll() is not None or time.perf_counter() - began > SECONDS_TO_START:
                self.end()
                raise SetupError(f"The {self.name} did not start. Its log is {FOLDER / (self.name + '.log')}.")
            time.sleep(SECONDS_BETWEEN_LOOKS)
        return time.perf_counter() - began

    def client(self) -> Client:
        """Return a new client with a connection of its own."""
        return Client(HOST, self.port)

    def memory(self) -> float:
        """Return the proportional share of memory of all its processes, in MB."""
        assert self.process is not None
        return memory.of_tree(self.process.pid)

    def end(self) -> None:
        """End it and wait until its processes are gone."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(SECONDS_TO_END)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self.log:
            self.log.close()
        self.process = self.log = None

    def _answers(self) -> bool:
        try:
            with self.client() as client:
                replies = client.say(f"first-{secrets.token_hex(6)}", self.plain[0])
                return any(self.greets in reply.get("text", "") for reply in replies)
        except OSError:
            return False


def ours(home: Path) -> Subject:
    """Return this assistant, with its conversations in `home`."""
    models = read_settings().models
    return Subject(
        "assistant",
        [sys.executable, "-m", "osteochat", "run"],
        ROOT,
        ("hello", "thank you", "are you a bot?", "bye", "what can you do?"),
        "automatic",
        {
            "OSTEOCHAT_HOME": str(home),
            "OSTEOCHAT_MODELS": str(models),
            "OSTEOCHAT_ACTION_PORT": str(free_port()),
            "PYTHONPATH": str(ROOT),
        },
    )


def starter(folder: Path) -> Subject:
    """Return the starter project that was built in `folder`."""
    return Subject(
        "starter",
        [sys.executable, "-m", "rasa", "run", "--port", "{port}", "--interface", HOST],
        folder,
        ("hello", "I am very sad", "are you a bot?", "bye", "I am great"),
        "How are you",
        {},
    )
