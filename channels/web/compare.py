"""Options of the table side by side, as data: the same table that the assistant's comparison holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from answers.register import Audience
from answers.subject import NO_DRUG, subject, table


def comparison(options: Sequence[str], audience: Audience) -> dict[str, Any]:
    """Return the options, with “no drug” last, as rows of name, what it is like, and what speaks for and against it."""
    names = [*(each for each in options if each != NO_DRUG), NO_DRUG]
    return {"comparison": table([subject("option", each, audience) for each in names], audience)}
