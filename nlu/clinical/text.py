"""Brings a message into one plain form and remembers where each character came from.

The plain form is lower case, without accents, with one kind of minus, quote and space, so that every later
step sees the same signs whatever keyboard, copy-and-paste or language the message came from.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

MAX_CHARACTERS = 5_000

# The em dash and the horizontal bar stay apart from the minus: people use them as punctuation.
_LONG_DASHES = "\u2014\u2015\u2e3a"
_MINUSES = "\u2010\u2011\u2012\u2013\u2212\u02d7\u207b\u208b\ufe58\ufe63\uff0d"
_QUOTES = "\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u00b4`\uff07"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u00ab\u00bb\u2033"
_LETTERS = {
    # An ordinal or a degree, no "o" for "none".
    "\u00ba": "\u00b0",
    "\u0153": "oe",
    "\u0152": "oe",
    "\u00e6": "ae",
    "\u00c6": "ae",
    "\u00df": "ss",
    "\u00f8": "o",
    "\u00d8": "o",
    "\u00d7": "x",
    "\u2715": "x",
}
# A minus or an apostrophe whose UTF-8 bytes were read as Windows-1252.
_MISREAD = {
    "\u00e2\u20ac\u201c": "-",
    "\u00e2\u02c6\u2019": "-",
    "\u00e2\u20ac\u201d": "\u2014",
    "\u00e2\u20ac\u2122": "'",
}
_DROPPED = "\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f"
# The signs of Venus and Mars; at the end of a picture they only say who is drawn.
_SEXES = {"\u2640": " f", "\u2642": " m"}
_HALVES = {"\u00bd": ".5", "\u00bc": ".25", "\u00be": ".75"}

_MARKUP = re.compile(
    r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});|" + "|".join(_MISREAD)
)

_LONG_WORD = re.compile(r"(?<![\w'])[^\W\d_]{4,}")


@dataclass(frozen=True)
class PlainText:
    """The plain form of a message with, for each of its characters, the span it came from."""

    original: str
    plain: str
    starts: tuple[int, ...] | range
    ends: tuple[int, ...] | range

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Turn offsets in `plain` into offsets in `original`; surrounding white space is left out.

        Raises ValueError for an empty or reversed span.
        """
        if not 0 <= start < end <= len(self.plain):
            raise ValueError(f"The span {start}–{end} is empty or lies outside the text.")
        while start < end - 1 and self.plain[start].isspace():
            start += 1
        while end > start + 1 and self.plain[end - 1].isspace():
            end -= 1
        return self.starts[start], self.ends[end - 1]


def replace_words(source: PlainText, mend: Callable[[str], str]) -> PlainText:
    """Return `source` with each word put through `mend`; every letter of a mended word stands for the whole word."""
    changes = [(m.start(), m.end(), mend(m.group())) for m in _LONG_WORD.finditer(source.plain)]
    return replace_spans(source, [change for change in changes if change[2] != source.plain[change[0] : change[1]]])


def replace_spans(source: PlainText, changes: list[tuple[int, int, str]]) -> PlainText:
    """Return `source` with plain[start:end] put for each (start, end, words), in order and without overlap."""
    if not changes:
        return source
    plain: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for start, end, word in [*changes, (len(source.plain), len(source.plain), "")]:
        plain.append(source.plain[position:start] + word)
        starts += source.starts[position:start]
        ends += source.ends[position:start]
        if word:
            starts += [source.starts[start]] * len(word)
            ends += [source.ends[end - 1]] * len(word)
        position = end
    return PlainText(source.original, "".join(plain), tuple(starts), tuple(ends))


def normalise(message: str) -> PlainText:
    """Return the plain form of `message`; only the first `MAX_CHARACTERS` characters are read."""
    text = message[:MAX_CHARACTERS]
    if text.isascii() and not _has_oddities(text):
        return PlainText(message, text.lower(), range(len(text)), range(1, len(text) + 1))
    return _normalise_slowly(message, text)


def _has_oddities(text: str) -> bool:
    return "<" in text or "&" in text or "`" in text or not text.replace("\n", "").replace("\t", "").isprintable()


def _normalise_slowly(message: str, text: str) -> PlainText:
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for match in [*_MARKUP.finditer(text), None]:
        stop = match.start() if match else len(text)
        for index in range(position, stop):
            _append(_plain_character(text[index], characters), index, index + 1, characters, starts, ends)
        if match:
            _append(_plain_markup(match.group(), characters), match.start(), match.end(), characters, starts, ends)
            position = match.end()
    return PlainText(message, "".join(characters), tuple(starts), tuple(ends))


def _append(plain: str, start: int, end: int, characters: list[str], starts: list[int], ends: list[int]) -> None:
    """Add the plain characters that stand for original[start:end]; a bare accent widens the letter before."""
    if not plain:
        if ends and ends[-1] == start and characters[-1].isalnum():
            ends[-1] = end
        return
    for character in plain:
        characters.append(character)
        starts.append(start)
        ends.append(end)


def _plain_markup(markup: str, before: list[str]) -> str:
    if markup in _MISREAD:
        return _MISREAD[markup]
    if markup.startswith("<"):
        return " "
    decoded = html.unescape(markup)
    if decoded == markup:
        return markup.lower()
    return "".join(_plain_character(character, before) for character in decoded) or " "


def _plain_character(character: str, before: list[str]) -> str:
    if character.isascii():
        return _plain_ascii(character)
    if character in _HALVES:
        return _HALVES[character] if before and before[-1].isdigit() else "0" + _HALVES[character]
    if character in _LETTERS:
        return _LETTERS[character]
    if character in _SEXES:
        return _SEXES[character] if not before or before[-1].isascii() else ""
    if character == "\u00ad":
        return "" if before and before[-1].isalpha() else "-"
    if character in _DROPPED:
        return ""
    return "".join(_plain_part(part) for part in unicodedata.normalize("NFKD", character))


def _plain_ascii(character: str) -> str:
    if character == "`":
        return "'"
    if character.isprintable() or character == "\n":
        return character.lower()
    return " "


def _plain_part(part: str) -> str:
    if part.isascii():
        return _plain_ascii(part)
    if part in _MINUSES:
        return "-"
    if part in _LONG_DASHES:
        return "\u2014"
    if part in _QUOTES:
        return "'"
    if part in _DOUBLE_QUOTES:
        return '"'
    if part == "\u2044":
        return "/"
    if part == "\u03bc":
        return "u"
    category = unicodedata.category(part)
    if category == "Mn":
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(part))
    if category.startswith("Z"):
        return " "
    if category.startswith("C"):
        return " "
    lowered = part.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if unicodedata.category(c) != "Mn")
