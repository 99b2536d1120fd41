"""The content, read once, and a database built from it once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.build import build
from knowledge.load import load
from knowledge.schema import KnowledgeBase
from knowledge.statements import Statement, statements
from knowledge.store import Store


@pytest.fixture(scope="session")
def base() -> KnowledgeBase:
    return load()


@pytest.fixture(scope="session")
def every(base: KnowledgeBase) -> list[Statement]:
    return statements(base)


@pytest.fixture(scope="session")
def database(base: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("knowledge") / "knowledge.db"
    build(base, path)
    return path


@pytest.fixture(scope="session")
def store(database: Path) -> Iterator[Store]:
    opened = Store(database)
    yield opened
    opened.close()
