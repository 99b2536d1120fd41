"""The connection to the action server is kept open between two calls.

Upstream `rasa/utils/endpoints.py`, `EndpointConfig.request`, opens a session with a pool of connections, and in it a
connection, for each call and closes both behind it, on both sides: a fifteenth of the Rasa server's time.
"""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Optional

import aiohttp
from rasa.core.constants import DEFAULT_REQUEST_TIMEOUT
from rasa.utils.endpoints import EndpointConfig

SECONDS_KEPT = 3.0
"""Less than the 5 s after which Sanic, in the action server, closes what is idle: no call goes to a closing connection."""

KEPT = "osteochat_session"


class Kept:
    """What upstream opens and closes with `async with`: opening gives the session that is there, closing leaves it."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def __aenter__(self) -> aiohttp.ClientSession:
        return self._session

    async def __aexit__(
        self, kind: Optional[type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        """Leave it open."""


def apply() -> None:
    """Replace `EndpointConfig.session`."""
    EndpointConfig.session = _session


def _session(endpoint: EndpointConfig) -> Kept:
    """Return the session of this endpoint in this event loop."""
    loop = asyncio.get_running_loop()
    of_loop, session = endpoint.__dict__.get(KEPT, (None, None))
    if of_loop is not loop or session.closed:
        session = _opened(endpoint)
        setattr(endpoint, KEPT, (loop, session))
    return Kept(session)


def _opened(endpoint: EndpointConfig) -> aiohttp.ClientSession:
    """Open a session with upstream's settings; it keeps no cookies, as one per call keeps none."""
    basic = endpoint.basic_auth
    return aiohttp.ClientSession(
        headers=endpoint.headers,
        auth=aiohttp.BasicAuth(basic["username"], basic["password"]) if basic else None,
        timeout=aiohttp.ClientTimeout(total=DEFAULT_REQUEST_TIMEOUT),
        connector=aiohttp.TCPConnector(keepalive_timeout=SECONDS_KEPT),
        cookie_jar=aiohttp.DummyCookieJar(),
    )
