"""The two server processes under one supervisor: started, watched, started again when they die, ended together."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Optional

from osteochat.errors import SetupError
from osteochat.lifeline import LIFELINE
from osteochat.settings import ROOT, Settings

SECONDS_TO_END = 8.0
MOST_RESTARTS = 5
RESTART_WINDOW = 120.0


@dataclass
class Server:
    """One server process, by the module that it runs."""

    name: str
    module: str
    settings: Settings
    process: Optional[subprocess.Popen[bytes]] = None
    starts: list[float] = field(default_factory=list)
    log: Optional[IO[bytes]] = None

    def start(self) -> None:
        """Start the process; its output goes to its log file."""
        self.settings.logs.mkdir(parents=True, exist_ok=True)
        self._release()
        self.log = self.log_path.open("ab")
        self.process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", self.module],
            cwd=ROOT,
            env={**self.settings.environment(), LIFELINE: "1"},
            stdin=subprocess.PIPE,
            stdout=self.log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        self.starts.append(time.monotonic())

    @property
    def log_path(self) -> Path:
        """The log file."""
        return self.settings.logs / f"{self.name}.log"

    @property
    def is_running(self) -> bool:
        """The process is alive."""
        return self.process is not None and self.process.poll() is None

    def restart_if_dead(self) -> bool:
        """Start the process again if it died; say whether it had.

        :raises SetupError: when it dies again and again
        """
        if self.is_running:
            return False
        recent = [each for each in self.starts if time.monotonic() - each < RESTART_WINDOW]
        if len(recent) > MOST_RESTARTS:
            raise SetupError(f"The {self.name} server keeps stopping. Its log is {self.log_path}.")
        self.start()
        return True

    def end(self) -> None:
        """Ask the process to end, and end it when it does not."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(SECONDS_TO_END)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self._release()

    def _release(self) -> None:
        """Close what is still open of a process that has ended."""
        for file in (self.process and self.process.stdin, self.log):
            if file:
                file.close()
        self.log = None


def servers(settings: Settings) -> list[Server]:
    """Return the action server and the Rasa server, not started."""
    return [
        Server("actions", "osteochat.action_server", settings),
        Server("rasa", "osteochat.rasa_server", settings),
    ]
