"""`run`: both servers up until Ctrl-C, a real message answered before the address is printed."""

from __future__ import annotations

import secrets
import shutil
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Optional

from osteochat import client
from osteochat.errors import SetupError
from osteochat.processes import Server, servers
from osteochat.settings import HOST, Settings

SECONDS_TO_START = 180.0
SECONDS_BETWEEN_LOOKS = 0.2
LEAST_DISK = 200 * 2**20
"""Bytes of free disk below which neither a model nor a conversation can be kept safely."""


def check_machine(settings: Settings) -> None:
    """Refuse to start where it cannot work.

    :raises SetupError: a port in use, no room on the disk, or a data directory that cannot be written
    """
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SetupError(
            f"The data directory {settings.home} cannot be made ({error.strerror}). Set OSTEOCHAT_HOME."
        ) from error
    free = shutil.disk_usage(settings.home).free
    if free < LEAST_DISK:
        raise SetupError(
            f"Only {free // 2**20} MB of disk are free at {settings.home}. Free at least {LEAST_DISK // 2**20} MB."
        )
    for host, port, name in (
        (settings.host, settings.port, "OSTEOCHAT_PORT"),
        (HOST, settings.action_port, "OSTEOCHAT_ACTION_PORT"),
    ):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError as error:
                raise SetupError(f"Port {port} is in use. End what uses it, or set {name} to another port.") from error


@contextmanager
def running(settings: Settings) -> Iterator[list[Server]]:
    """Start both servers, hand them over once a real message is answered, and end both."""
    started = servers(settings)
    try:
        for server in started:
            server.start()
        wait_until_answering(settings, started)
        yield started
    finally:
        for server in reversed(started):
            server.end()


def wait_until_answering(settings: Settings, started: list[Server]) -> None:
    """Wait until a message sent like any other gets its answer; the conversation is deleted again.

    :raises SetupError: when a server dies, or nothing answers in time
    """
    sender = f"readiness-{secrets.token_hex(8)}"
    end = time.monotonic() + SECONDS_TO_START
    for probe in (
        lambda: client.answers(settings.action_address, "/health"),
        lambda: client.answers(settings.address),
        lambda: _is_answered(settings, sender),
    ):
        _wait_for(probe, started, end)
    client.send(settings.address, sender, "/delete")


def _wait_for(probe: Callable[[], bool], started: list[Server], end: float) -> None:
    while not probe():
        for server in started:
            if not server.is_running:
                raise SetupError(f"The {server.name} server stopped while starting. Its log is {server.log_path}.")
        if time.monotonic() > end:
            raise SetupError(f"The servers did not answer in time. Their logs are in {started[0].log_path.parent}.")
        time.sleep(SECONDS_BETWEEN_LOOKS)


def _is_answered(settings: Settings, sender: str) -> bool:
    try:
        replies = client.send(settings.address, sender, "hello")
    except OSError:
        return False
    return any("automatic" in reply.get("text", "") for reply in replies)


def run(settings: Settings) -> None:
    """Run until Ctrl-C or a request to end; a server that dies is started again."""
    wanted_to_end = _listen_for_end()
    started_at = time.monotonic()
    print("Starting the action server and the Rasa server …", flush=True)
    with running(settings) as started:
        print(f"Ready after {time.monotonic() - started_at:.0f} s. Talk to it at {settings.address}", flush=True)
        print(
            f"REST: POST {settings.address}/webhooks/rest/webhook; logs: {settings.logs}; Ctrl-C ends it.", flush=True
        )
        while not wanted_to_end():
            time.sleep(SECONDS_BETWEEN_LOOKS)
            for server in started:
                if not wanted_to_end() and server.restart_if_dead():
                    print(f"The {server.name} server had stopped; it is starting again.", flush=True)
    print("Ended.", flush=True)


def _listen_for_end() -> Callable[[], bool]:
    """Turn SIGINT and SIGTERM into a question that can be asked: a second one ends at once."""
    received: list[int] = []

    def note(number: int, _: Optional[FrameType]) -> None:
        received.append(number)
        if len(received) > 1 or number == 0:
            raise KeyboardInterrupt

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, note)
    return lambda: bool(received)
