"""Regular expressions kept as data (`lexicon/patterns/*.yml`), built and compiled at first use.

In a file each name holds a list of alternatives. An alternative is a regular expression, or a mapping with
`any` (a list of alternatives) between an optional `before` and `after`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any

from nlu.clinical import lexicon_files


class Pattern:
    """A regular expression of a pattern file, compiled when it is first used."""

    def __init__(self, file: str, name: str) -> None:
        self._file = file
        self._name = name

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(source(self._file, self._name))

    @cached_property
    def pattern(self) -> str:
        """The regular expression as text."""
        return source(self._file, self._name)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        return self._compiled.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self._compiled.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self._compiled.fullmatch(text)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        return self._compiled.finditer(text, start, len(text) if end is None else end)

    def sub(self, replacement: str, text: str) -> str:
        return self._compiled.sub(replacement, text)


@cache
def source(file: str, name: str) -> str:
    """Return the text of a pattern. Raises KeyError if the file has no such name."""
    return "|".join(_build(node) for node in lexicon_files.load(f"patterns/{file}")[name])


def _build(node: Any) -> str:
    if isinstance(node, dict):
        inner = "|".join(_build(child) for child in node["any"])
        return f"{node.get('before', '')}(?:{inner}){node.get('after', '')}"
    return str(node)
