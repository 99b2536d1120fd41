"""What tests of the web chat over HTTP share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from osteochat.processes import Server
from osteochat.settings import Settings
from tests.channels.web.client import WebClient


@pytest.fixture
def new_client(chat_servers: tuple[Settings, list[Server]]) -> Iterator[Callable[[], WebClient]]:
    """Return a function that makes a client without a conversation."""
    made: list[WebClient] = []

    def make() -> WebClient:
        made.append(WebClient(chat_servers[0].address))
        return made[-1]

    yield make
    for client in made:
        client.hang_up()


@pytest.fixture
def client(new_client: Callable[[], WebClient]) -> WebClient:
    """A client with an open conversation."""
    return new_client().open()
