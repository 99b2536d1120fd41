"""Where things are and on which ports, from the environment; read when asked for, not at import."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from pathlib import Path

from osteochat.errors import SetupError

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"


@dataclass(frozen=True)
class Settings:
    """`home`: data directory. `models`: where trained models are kept. `host`: where the Rasa server listens; the action
    server is always on loopback."""

    home: Path
    models: Path
    host: str
    port: int
    action_port: int

    @property
    def address(self) -> str:
        """The base address of the Rasa server."""
        return f"http://{self.host}:{self.port}"

    @property
    def action_address(self) -> str:
        """The base address of the action server."""
        return f"http://{HOST}:{self.action_port}"

    @property
    def logs(self) -> Path:
        """Folder of the log files."""
        return self.home / "logs"

    @property
    def knowledge(self) -> Path:
        """The knowledge database."""
        return self.home / "knowledge.db"

    def environment(self) -> dict[str, str]:
        """Return the environment for the server processes."""
        return {
            **os.environ,
            "OSTEOCHAT_HOME": str(self.home),
            "OSTEOCHAT_MODELS": str(self.models),
            "OSTEOCHAT_HOST": self.host,
            "OSTEOCHAT_PORT": str(self.port),
            "OSTEOCHAT_ACTION_PORT": str(self.action_port),
            "RASA_TELEMETRY_ENABLED": "false",
            "TF_CPP_MIN_LOG_LEVEL": "3",
            # A message is a small matrix: sharing it out to threads takes longer than reckoning it, most of all under load.
            "OPENBLAS_NUM_THREADS": "1",
            "SANIC_HOST": HOST,
        }


def read_settings() -> Settings:
    """Return the settings: OSTEOCHAT_HOME, _MODELS, _HOST, _PORT and _ACTION_PORT, or their defaults.

    :raises SetupError: when a port is no port number
    """
    home = Path(os.environ.get("OSTEOCHAT_HOME") or ROOT / ".osteochat").resolve()
    models = Path(os.environ.get("OSTEOCHAT_MODELS") or home / "models").resolve()
    return Settings(
        home,
        models,
        os.environ.get("OSTEOCHAT_HOST") or HOST,
        _port("OSTEOCHAT_PORT", 5005),
        _port("OSTEOCHAT_ACTION_PORT", 5055),
    )


def free_port() -> int:
    """Return a port of the loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _port(name: str, default: int) -> int:
    text = os.environ.get(name) or str(default)
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise SetupError(f"{name} is “{text}”, which is no port number. Give a number from 1 to 65535.")
    return int(text)
