"""French shorthand put into terms that the lexicon knows, in messages that are French and nowhere else.

Most French words stand in the lexicon beside the English ones, since no English word looks like them. The others
("IA", "EP", "tib prox", "il y a") mean something else in English or change what a neighbour means; they are
rewritten here, and only where the message shows by other words that it is French.
"""

from __future__ import annotations

import re
from functools import lru_cache

from nlu.clinical import lexicon_files
from nlu.clinical.text import PlainText, replace_spans


def in_plain_terms(source: PlainText) -> PlainText:
    """Return a French message with its shorthand spelt out; any other message as it is."""
    if not is_french(source.plain):
        return source
    changes: list[tuple[int, int, str]] = []
    for match in _shorthand().finditer(source.plain):
        name = str(match.lastgroup)
        changes.append((match.start(), match.end(), _terms()[int(name[1:])]))
    return replace_spans(source, changes)


def is_french(plain: str) -> bool:
    """True for a plain text with one word that only French has, or two that are rare in English."""
    sure, likely = _markers()
    return bool(sure.search(plain)) or len({match.group() for match in likely.finditer(plain)}) > 1


@lru_cache(maxsize=1)
def _markers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    signs = lexicon_files.load("french")["signs"]
    return _any_of(signs["sure"]), _any_of(signs["likely"])


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)")


@lru_cache(maxsize=1)
def _shorthand() -> re.Pattern[str]:
    """Return one pattern of all shorthand; group `t<n>` is the n-th entry."""
    written = [entry["written"] for entry in lexicon_files.load("french")["shorthand"]]
    groups = "|".join(f"(?P<t{index}>{'|'.join(each)})" for index, each in enumerate(written))
    return re.compile(rf"(?<!\w)(?:{groups})(?!\w)")


@lru_cache(maxsize=1)
def _terms() -> list[str]:
    return [str(entry["means"]) for entry in lexicon_files.load("french")["shorthand"]]
