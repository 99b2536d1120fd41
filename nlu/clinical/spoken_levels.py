"""Writes vertebrae told in words ("T twelve", "L one", "LWK 1") as the rest of the package reads them: "t12", "l1"."""

from __future__ import annotations

import re

from nlu.clinical.number_words import word_values
from nlu.clinical.patterns import Pattern
from nlu.clinical.text import PlainText, replace_spans

_LEVEL, _OTHER_NUMBER = Pattern("spoken_levels", "level"), Pattern("spoken_levels", "other_number")
_LUMBAR = ("of_l", "of_lumbar", "of_lwk")
_DORSAL = ("of_t", "of_dorsal", "of_bwk")


def in_figures(source: PlainText) -> PlainText:
    """Return the message with the vertebrae told in words in figures."""
    changes = [
        (*match.span(), _figures(match))
        for match in _LEVEL.finditer(source.plain)
        if not _OTHER_NUMBER.match(source.plain, match.end())
    ]
    return replace_spans(source, changes)


def _figures(match: re.Match[str]) -> str:
    lumbar = next((match[name] for name in _LUMBAR if match[name]), "")
    said = lumbar or next(match[name] for name in _DORSAL if match[name])
    number = int(said) if said.isdigit() else word_values()[said]
    return f"{'l' if lumbar else 't'}{number}"
