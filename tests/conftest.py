"""What tests share: the real servers, started once, and a conversation with them."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from osteochat.processes import Server
from osteochat.running import running
from osteochat.settings import HOST, ROOT, Settings, free_port
from tests.talker import Talker
from tests.web_servers import chat_servers, site, stranger

__all__ = ["chat_servers", "site", "stranger"]  # fixtures


def fresh_settings(home: Path) -> Settings:
    """Return settings with a data directory of their own and the model that was trained for this tree."""
    models = Path(os.environ.get("OSTEOCHAT_MODELS") or ROOT / ".osteochat" / "models")
    return Settings(home, models, HOST, free_port(), free_port())


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of the servers that all end-to-end tests share."""
    return fresh_settings(tmp_path_factory.mktemp("osteochat"))


@pytest.fixture(scope="session")
def assistant(settings: Settings) -> Iterator[list[Server]]:
    """The real two servers, up and answering."""
    from osteochat.preparing import prepare

    prepare(settings)
    with running(settings) as servers:
        yield servers


@pytest.fixture
def talk(settings: Settings, assistant: list[Server]) -> Talker:
    """A new conversation."""
    return Talker(settings.address, f"test-{secrets.token_hex(6)}")
