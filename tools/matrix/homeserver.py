"""A Matrix homeserver on loopback, to try the Matrix channel and to test it: `python tools/matrix/homeserver.py`.

Synapse needs a later Python than Rasa; it is installed once into an environment of its own, beside this file.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import secrets
import shutil
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

PROJECT = Path(__file__).resolve().parent
ROOT = PROJECT.parent.parent
HOST, PORT, SERVER_NAME = "127.0.0.1", 8008, "localhost"
SECONDS_TO_INSTALL, SECONDS_TO_START = 300, 60.0


class NotThere(Exception):
    """There is no homeserver; the message says why in one sentence."""


def installed_python() -> str:
    """Return the Python that has the homeserver, which is installed at the first call.

    :raises NotThere: when it cannot be installed
    """
    known = (ROOT / ".uv" / "bin" / "uv", shutil.which("uv"))
    uv = next((str(each) for each in known if each and Path(each).exists()), None)
    if uv is None:
        raise NotThere("The homeserver is installed with uv, which is not there. Run “make setup” first.")
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    command = [uv, "sync", "--frozen", "--quiet", "--project", str(PROJECT)]
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=SECONDS_TO_INSTALL, check=False
        )
    except subprocess.TimeoutExpired:
        raise NotThere("The homeserver could not be installed in time. Check the network, then try again.") from None
    if done.returncode:
        raise NotThere(f"The homeserver could not be installed. uv says: {done.stderr.strip()[-300:]}")
    return str(PROJECT / ".venv" / "bin" / "python")


@dataclass
class Homeserver:
    """One homeserver, its files in a folder of its own. `secret`: by it accounts are made."""

    python: str
    folder: Path
    port: int
    secret: str
    process: Optional[subprocess.Popen[bytes]] = None

    @property
    def address(self) -> str:
        """The base address."""
        return f"http://{HOST}:{self.port}"

    def prepare(self) -> None:
        """Write the configuration and the key by which it signs; a key that is there is kept."""
        (self.folder / "log.yaml").write_text("version: 1\nroot: {level: WARNING}\n", encoding="utf-8")
        (self.folder / "homeserver.yaml").write_text(json.dumps(self._configuration()), encoding="utf-8")
        key = self.folder / "signing.key"
        if not key.exists():
            seed = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
            key.write_text(f"ed25519 a_key {seed}\n", encoding="utf-8")

    def start(self) -> None:
        """Start it and wait until it answers. :raises NotThere: when it does not"""
        log_path = self.folder / "log"
        command = [self.python, "-m", "synapse.app.homeserver", "-c", "homeserver.yaml"]
        with log_path.open("ab") as log:
            self.process = subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log)
        end = time.monotonic() + SECONDS_TO_START
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > end:
                raise NotThere(f"The homeserver did not start. Its log is {log_path}.")
            time.sleep(0.1)

    def kill(self) -> None:
        """End it as a machine that loses its power does."""
        if self.process:
            self.process.kill()
            self.process.wait()

    def register(self, name: str, password: str = "") -> tuple[str, str]:
        """Make an account; return its whole name and an access token."""
        nonce = self._call("/_synapse/admin/v1/register")["nonce"]
        password = password or secrets.token_hex(8)
        signed = "\0".join([nonce, name, password, "notadmin"]).encode()
        mac = hmac.new(self.secret.encode(), signed, hashlib.sha1).hexdigest()
        body = {"nonce": nonce, "username": name, "password": password, "admin": False, "mac": mac}
        made = self._call("/_synapse/admin/v1/register", body)
        return made["user_id"], made["access_token"]

    def _configuration(self) -> dict[str, Any]:
        fast = {"per_second": 1000, "burst_count": 1000}
        listener = {"port": self.port, "type": "http", "bind_addresses": [HOST], "resources": [{"names": ["client"]}]}
        return {
            "server_name": SERVER_NAME,
            "pid_file": str(self.folder / "pid"),
            "log_config": str(self.folder / "log.yaml"),
            "listeners": [listener],
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

    def _call(self, path: str, body: Optional[dict[str, Any]] = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)


def main() -> None:
    """Serve until Ctrl-C, with an account for the assistant and one for a person, and say how to use them."""
    mark = secrets.token_hex(3)  # accounts of an earlier start stay as they are
    folder = Path(os.environ.get("OSTEOCHAT_HOME") or ROOT / ".osteochat").resolve() / "homeserver"
    folder.mkdir(parents=True, exist_ok=True)
    server = Homeserver(installed_python(), folder, PORT, secrets.token_hex(16))
    server.prepare()
    server.start()
    assistant, token = server.register(f"osteo-{mark}")
    person, _ = server.register(f"visitor-{mark}", password := secrets.token_hex(4))
    print(f"Start the assistant with:\n  OSTEOCHAT_MATRIX_HOMESERVER={server.address} OSTEOCHAT_MATRIX_TOKEN={token}")
    print(f"Log in with a Matrix client at {server.address} as {person}, password {password},")
    print(f"open a room without encryption and invite {assistant}. Ctrl-C ends the homeserver.", flush=True)
    try:
        while server.process and server.process.poll() is None:
            time.sleep(0.2)
    except KeyboardInterrupt:
        server.kill()


if __name__ == "__main__":
    try:
        main()
    except NotThere as reason:
        sys.exit(str(reason))
