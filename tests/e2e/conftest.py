"""What tests with a Matrix homeserver share."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator

import pytest

from osteochat.settings import free_port
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
