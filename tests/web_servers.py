"""The real two servers with the web chat, shared by the tests over HTTP and in the browser, and pages of other sites."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from osteochat.processes import Server
from osteochat.running import running
from osteochat.settings import Settings
from tests.browser.sites import Site, serving

MANY = "100000"


@contextmanager
def environment(given: dict[str, str]) -> Iterator[None]:
    """Set variables of the environment until the end of the block."""
    before = {name: os.environ.get(name) for name in given}
    os.environ.update(given)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def limits_off(site: Site) -> dict[str, str]:
    """Return the environment of servers that know a site and slow nobody down."""
    return {
        "OSTEOCHAT_ORIGINS": site.origin,
        "OSTEOCHAT_MESSAGES_A_MINUTE": MANY,
        "OSTEOCHAT_SESSIONS_A_MINUTE": MANY,
    }


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """Pages of another origin, which the chat's server knows."""
    with serving() as one:
        yield one


@pytest.fixture(scope="session")
def stranger() -> Iterator[Site]:
    """Pages of an origin that the chat's server does not know."""
    with serving() as one:
        yield one


@pytest.fixture(scope="session")
def chat_servers(
    site: Site, stranger: Site, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Settings, list[Server]]]:
    """Both servers, with limits that a test does not run into by accident."""
    from osteochat.preparing import prepare
    from tests.conftest import fresh_settings

    settings = fresh_settings(tmp_path_factory.mktemp("web"))
    site.handler.chat = stranger.handler.chat = settings.address
    with environment(limits_off(site)):
        prepare(settings)
        both = ExitStack()
        started = both.enter_context(running(settings))
    # The environment is as before: other tests want servers with the limits on.
    with both:
        yield settings, started
