"""What browser tests share: one browser and its visitors; servers and pages of other sites are in `tests.web_servers`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from osteochat.processes import Server
from osteochat.settings import Settings
from tests.browser import engine
from tests.browser.visitor import Visitor

SECONDS_TO_FIND = 8.0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser; without it a test says why it cannot run, and in continuous integration it fails."""
    missing = engine.what_is_missing()
    if missing and engine.must_run():
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=engine.browser(), args=list(engine.ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Any, chat_servers: tuple[Settings, list[Server]]) -> Iterator[Callable[..., Visitor]]:
    """Return a function that brings a visitor: `visit()` on the demo page, `visit(address, **context options)` anywhere."""
    contexts = []

    def bring(address: str = "", **options: Any) -> Visitor:
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(SECONDS_TO_FIND * 1000)
        contexts.append(context)
        return Visitor(context.new_page(), address or chat_servers[0].address).arrive()

    yield bring
    for context in contexts:
        context.close()


@pytest.fixture
def visitor(visit: Callable[..., Visitor]) -> Iterator[Visitor]:
    """A visitor of the demo page at a desk, for whom nothing may go wrong in the browser's console."""
    one = visit()
    yield one
    assert one.problems == []


@pytest.fixture
def phone(visit: Callable[..., Visitor]) -> Iterator[Visitor]:
    """A visitor with a phone."""
    one = visit(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, device_scale_factor=2)
    yield one
    assert one.problems == []
