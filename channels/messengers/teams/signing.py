"""Who signed a request: the Bot Framework, for this bot and for the address that the request names."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import aiohttp
import jwt

KEYS = "https://login.botframework.com/v1/.well-known/openidconfiguration"
ISSUER = "https://api.botframework.com"
LEEWAY = 300
"""Seconds by which clocks may differ, as Microsoft asks for."""
DAY, SECONDS_BETWEEN_LOOKS = 86_400.0, 60.0
SECONDS_TO_FETCH = 10.0


class Signatures:
    """Checks the tokens of requests. `app_id`: the bot's own; `keys`: where the description of the signing keys is."""

    def __init__(self, app_id: str, keys: str) -> None:
        self._app_id, self._address = app_id, keys
        self._keys: dict[str, Mapping[str, Any]] = {}
        self._fetched = -DAY

    async def are_good(self, header: str, activity: Mapping[str, Any]) -> bool:
        """Say whether the header of a request shows that the Bot Framework sent this activity to this bot.

        :raises aiohttp.ClientError: when the keys cannot be had
        """
        kind, _, token = header.partition(" ")
        if kind.lower() != "bearer":
            return False
        try:
            key = await self._key(str(jwt.get_unverified_header(token).get("kid")))
            if key is None or not _endorses(key, activity):
                return False
            claims = jwt.decode(
                token,
                jwt.PyJWK.from_dict(dict(key), "RS256").key,
                algorithms=["RS256"],
                audience=self._app_id,
                issuer=ISSUER,
                leeway=LEEWAY,
                options={"require": ["exp", "aud", "iss"]},
            )
        except (jwt.PyJWTError, ValueError, KeyError, TypeError):
            return False
        # Our own token goes to the address that the activity names: it must be the one that was signed.
        return bool(activity.get("serviceUrl")) and claims.get("serviceurl") == activity.get("serviceUrl")

    async def _key(self, name: str) -> Mapping[str, Any] | None:
        age = time.monotonic() - self._fetched
        if age > DAY or (name not in self._keys and age > SECONDS_BETWEEN_LOOKS):
            await self._fetch()
        return self._keys.get(name)

    async def _fetch(self) -> None:
        timeout = aiohttp.ClientTimeout(total=SECONDS_TO_FETCH)
        async with aiohttp.ClientSession(timeout=timeout, raise_for_status=True) as session:
            async with session.get(self._address) as answer:
                description = await answer.json()
            async with session.get(description["jwks_uri"]) as answer:
                keys = (await answer.json())["keys"]
        self._keys = {key["kid"]: key for key in keys}
        self._fetched = time.monotonic()


def _endorses(key: Mapping[str, Any], activity: Mapping[str, Any]) -> bool:
    """Say whether a key may sign for the channel of the activity; a key without a list may sign for all."""
    endorsed = key.get("endorsements")
    return not endorsed or activity.get("channelId") in endorsed
