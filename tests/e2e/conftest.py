"""What tests with a Matrix homeserver share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e import homeserver as homeservers
from tests.e2e.homeserver import Homeserver


@pytest.fixture(scope="session")
def homeserver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homeserver]:
    """A real homeserver, up and answering."""
    yield from homeservers.serving(tmp_path_factory.mktemp("homeserver"))
