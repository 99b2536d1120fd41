"""`run`: one sentence for what keeps it from starting, a server that dies is started again, Ctrl-C ends everything."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from osteochat import client
from osteochat.preparing import prepare
from osteochat.settings import HOST, ROOT, Settings
from tests.conftest import fresh_settings
from tests.talker import Talker

pytestmark = pytest.mark.e2e


def run_until_it_ends(settings: Settings, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "osteochat", "run"],
        cwd=ROOT,
        env={**settings.environment(), **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_a_port_in_use_is_told_in_one_sentence(tmp_path: Path) -> None:
    settings = fresh_settings(tmp_path)
    with socket.socket() as other:
        other.bind((HOST, settings.port))
        other.listen()
        done = run_until_it_ends(settings)
    assert done.returncode == 1
    assert (
        done.stderr.strip()
        == f"Port {settings.port} is in use. End what uses it, or set OSTEOCHAT_PORT to another port."
    )


def test_a_port_that_is_none_is_told_in_one_sentence(tmp_path: Path) -> None:
    done = run_until_it_ends(fresh_settings(tmp_path), OSTEOCHAT_PORT="many")
    assert done.returncode == 1
    assert done.stderr.strip() == "OSTEOCHAT_PORT is “many”, which is no port number. Give a number from 1 to 65535."


def test_a_data_directory_that_cannot_be_made_is_told_in_one_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    done = run_until_it_ends(fresh_settings(tmp_path), OSTEOCHAT_HOME=str(blocked / "home"))
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "OSTEOCHAT_HOME" in done.stderr


@pytest.fixture
def supervised(tmp_path: Path) -> Iterator[tuple[Settings, subprocess.Popen[str]]]:
    """`run` as a user starts it, ready to talk."""
    settings = fresh_settings(tmp_path)
    prepare(settings)
    process = subprocess.Popen(
        [sys.executable, "-m", "osteochat", "run"],
        cwd=ROOT,
        env=settings.environment(),
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    for line in process.stdout:
        if "Talk to it at" in line:
            break
    yield settings, process
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()


def children_of(pid: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True).stdout
    return [int(each) for each in found.split()]


def wait_until(holds: Callable[[], bool], seconds: float = 40.0) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.1)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=["ctrl-c", "term", "kill"])
def test_ending_the_supervisor_ends_both_servers(
    ending: signal.Signals, supervised: tuple[Settings, subprocess.Popen[str]]
) -> None:
    settings, process = supervised
    servers = children_of(process.pid)
    assert len(servers) == 2
    process.send_signal(ending)
    process.wait(20)
    wait_until(lambda: not any(is_alive(pid) for pid in servers))
    assert not client.answers(settings.address)
    if ending is not signal.SIGKILL:
        assert process.returncode == 0


def test_a_server_that_dies_is_started_again_and_the_conversation_goes_on(
    supervised: tuple[Settings, subprocess.Popen[str]],
) -> None:
    settings, process = supervised
    talk = Talker(settings.address, f"supervised-{secrets.token_hex(6)}")
    talk.say("I am past the menopause and my T-score is -2.6")
    for pid in children_of(process.pid):
        os.kill(pid, signal.SIGKILL)
    wait_until(lambda: client.answers(settings.action_address, "/health") and client.answers(settings.address))
    assert talk.say("I have never broken a bone").custom("decision")["action"] == "refer"
