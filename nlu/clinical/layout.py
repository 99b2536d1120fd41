"""Takes away what only the layout of a message adds: runs of spaces, and quotation marks round the whole of it."""

from __future__ import annotations

import re
from dataclasses import replace

from nlu.clinical.text import PlainText, replace_spans

_SPACES = re.compile(r" {2,}")
_QUOTED = re.compile(r'\s*"([^"]*)"\s*')


def squeezed(source: PlainText) -> PlainText:
    """Return the text with one space for each run of spaces; line breaks stay."""
    return replace_spans(source, [(match.start(), match.end(), " ") for match in _SPACES.finditer(source.plain)])


def without_quotes_round(source: PlainText) -> PlainText:
    """Return the text with spaces for the quotation marks that enclose all of it."""
    match = _QUOTED.fullmatch(source.plain)
    if match is None:
        return source
    start, end = match.span(1)
    return replace(source, plain=f"{' ' * start}{match.group(1)}{' ' * (len(source.plain) - end)}")
