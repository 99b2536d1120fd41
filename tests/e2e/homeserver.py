"""A real Matrix homeserver on loopback, from an environment of its own that is made once and kept."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import secrets
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from osteochat.settings import HOST, ROOT, free_port

PROJECT = ROOT / "tools" / "matrix"
SERVER_NAME = "localhost"
SECONDS_TO_INSTALL, SECONDS_TO_START = 300, 60.0


def python_of_the_homeserver() -> str:
    """Return the Python that has the homeserver; a test is skipped where it cannot be had, and fails in continuous integration."""
    uv = next(
        (str(each) for each in (ROOT / ".uv" / "bin" / "uv", shutil.which("uv")) if each and Path(each).exists()), None
    )
    if uv is None:
        give_up("uv is not there to install the homeserver with; `make setup` fetches it")
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    command = [str(uv), "sync", "--frozen", "--quiet", "--project", str(PROJECT)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=SECONDS_TO_INSTALL)
    if done.returncode:
        give_up(f"the homeserver could not be installed: {done.stderr.strip()[-300:]}")
    return str(PROJECT / ".venv" / "bin" / "python")


def give_up(reason: str) -> None:
    """Skip the test, or fail it in continuous integration."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@dataclass
class Homeserver:
    """One homeserver, its files in a folder of its own."""

    python: str
    folder: Path
    port: int
    secret: str
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """The base address."""
        return f"http://{HOST}:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(self._command(), cwd=self.folder, stdout=log, stderr=log)
        end = time.monotonic() + SECONDS_TO_START
        while not self._answers():
            assert self.process.poll() is None, (self.folder / "log").read_text()[-2000:]
            assert time.monotonic() < end
            time.sleep(0.1)

    def kill(self) -> None:
        """End it as a machine that loses its power does."""
        if self.process:
            self.process.kill()
            self.process.wait()

    def register(self, name: str) -> tuple[str, str]:
        """Make an account; return its name and an access token."""
        nonce = self._call("/_synapse/admin/v1/register")["nonce"]
        password = secrets.token_hex(8)
        signed = "\0".join([nonce, name, password, "notadmin"]).encode()
        mac = hmac.new(self.secret.encode(), signed, hashlib.sha1).hexdigest()
        body = {"nonce": nonce, "username": name, "password": password, "admin": False, "mac": mac}
        made = self._call("/_synapse/admin/v1/register", body)
        return made["user_id"], made["access_token"]

    def prepare(self) -> None:
        """Write the configuration and the key by which it signs."""
        (self.folder / "log.yaml").write_text("version: 1\nroot: {level: WARNING}\n")
        (self.folder / "homeserver.yaml").write_text(json.dumps(self._configuration()))
        seed = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        (self.folder / "signing.key").write_text(f"ed25519 a_key {seed}\n")

    def _command(self) -> list[str]:
        return [self.python, "-m", "synapse.app.homeserver", "-c", "homeserver.yaml"]

    def _configuration(self) -> dict[str, Any]:
        fast = {"per_second": 1000, "burst_count": 1000}
        return {
            "server_name": SERVER_NAME,
            "pid_file": str(self.folder / "pid"),
            "log_config": str(self.folder / "log.yaml"),
            "listeners": [
                {"port": self.port, "type": "http", "bind_addresses": [HOST], "resources": [{"names": ["client"]}]}
            ],
            "database": {"name": "sqlite3", "args": {"database": str(self.folder / "homeserver.db")}},
            "media_store_path": str(self.folder / "media"),
            "signing_key_path": str(self.folder / "signing.key"),
            "registration_shared_secret": self.secret,
            "macaroon_secret_key": self.secret,
            "trusted_key_servers": [],
            "report_stats": False,
            "rc_message": fast,
            "rc_registration": fast,
            "rc_invites": {"per_room": fast, "per_user": fast, "per_issuer": fast},
            "rc_joins": {"local": fast, "remote": fast},
        }

    def _answers(self) -> bool:
        try:
            return bool(self._call("/_matrix/client/versions"))
        except OSError:
            return False

    def _call(self, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)


def serving(folder: Path) -> Iterator[Homeserver]:
    """Have a homeserver run."""
    one = Homeserver(python_of_the_homeserver(), folder, free_port(), secrets.token_hex(16))
    one.prepare()
    one.start()
    yield one
    one.kill()
