"""The words need the knowledge database; it is built once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A fresh knowledge database where the answers look for it."""
    from answers.knowledge import store
    from knowledge.build import build
    from knowledge.load import load

    home = tmp_path_factory.mktemp("knowledge")
    build(load(), home / "knowledge.db")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OSTEOCHAT_HOME", str(home))
        store.cache_clear()
        yield
        store().close()
        store.cache_clear()
