"""What tests with a Matrix homeserver share."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator

import pytest

from osteochat.preparing import prepare
from osteochat.processes import Server
from osteochat.running import running
from osteochat.settings import Settings, free_port
from tests.conftest import fresh_settings
from tools.matrix.homeserver import Homeserver, NotThere, installed_python


@pytest.fixture(scope="session")
def homeserver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homeserver]:
    """A real homeserver, up and answering; without one a test says why, and in continuous integration it fails."""
    try:
        python = installed_python()
    except NotThere as reason:
        if os.environ.get("CI"):
            pytest.fail(str(reason))
        pytest.skip(str(reason))
    one = Homeserver(python, tmp_path_factory.mktemp("homeserver"), free_port(), secrets.token_hex(16))
    one.prepare()
    one.start()
    yield one
    one.kill()


@pytest.fixture(scope="session")
def matrix_account(homeserver: Homeserver) -> tuple[str, str]:
    """The assistant's own account: its name, and an access token."""
    return homeserver.register("osteo")


@pytest.fixture(scope="session")
def matrix_servers(
    homeserver: Homeserver, matrix_account: tuple[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Settings, list[Server]]]:
    """The real two servers, with Matrix on."""
    settings = fresh_settings(tmp_path_factory.mktemp("matrix"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "OSTEOCHAT_MATRIX_HOMESERVER", homeserver.address)
        patch.setitem(os.environ, "OSTEOCHAT_MATRIX_TOKEN", matrix_account[1])
        prepare(settings)
        with running(settings) as started:
            yield settings, started


@pytest.fixture
def on_matrix(matrix_account: tuple[str, str], matrix_servers: tuple[Settings, list[Server]]) -> str:
    """The name of the assistant that listens."""
    return matrix_account[0]
