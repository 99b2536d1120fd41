"""Signed, expiring tokens: the only thing by which a client names a conversation, and never one that it chose."""

from __future__ import annotations

import time
from typing import Literal

import jwt

Kind = Literal["session", "summary"]
"""`session`: talks and reads. `summary`: opens the printable summary, for some minutes; it may stand in an address."""

ALGORITHM = "HS256"
LONGEST = 600
"""Characters of a token; ours have about 200."""


class TokenError(Exception):
    """The token is altered, expired, of another kind, or none at all."""


def issue(secret: str, conversation: str, kind: Kind, seconds: float) -> str:
    """Return a token for a conversation that holds for so many seconds."""
    now = time.time()
    return jwt.encode({"sub": conversation, "aud": kind, "iat": now, "exp": now + seconds}, secret, ALGORITHM)


def read(secret: str, token: str, kind: Kind) -> str:
    """Return the conversation that a token names.

    :raises TokenError: whatever is wrong with it
    """
    if len(token) > LONGEST:
        raise TokenError
    try:
        claims = jwt.decode(
            token, secret, algorithms=[ALGORITHM], audience=kind, options={"require": ["sub", "aud", "exp", "iat"]}
        )
    except jwt.PyJWTError as error:
        raise TokenError from error
    return str(claims["sub"])
