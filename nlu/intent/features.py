"""From a message to the features of the intent classifier: character and word n-grams, weighted by rarity."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

CHARACTER_SIZES = (2, 3, 4, 5)
WORD_SIZES = (1, 2, 3)
LONGEST = 600
"""Characters of a message that are looked at; a longer one is cut in the middle, since questions stand at the ends."""

_WORD = re.compile(r"[a-z]+|\d+|[^\sa-z\d]")
_NUMBER = re.compile(r"\d+")


def normalise(text: str) -> str:
    """Return the message in lower case, without accents, with every number as 0, and not longer than `LONGEST`."""
    plain = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign)).replace("’", "'")
    plain = _NUMBER.sub("0", " ".join(plain.split()))
    if len(plain) > LONGEST:
        plain = plain[: LONGEST // 2] + " … " + plain[-LONGEST // 2 :]
    return plain


def features(text: str) -> Iterator[str]:
    """Yield the features of a message, repeated as often as they occur."""
    words = _WORD.findall(normalise(text))
    for size in WORD_SIZES:
        for start in range(len(words) - size + 1):
            yield " ".join(words[start : start + size])
    for word in words:
        if word.isalpha():
            padded = f"<{word}>"
            for size in CHARACTER_SIZES:
                for start in range(len(padded) - size + 1):
                    yield "#" + padded[start : start + size]


def vocabulary_of(texts: Iterable[str], least: int = 2) -> dict[str, float]:
    """Return the features that stand in at least so many messages, each with its inverse document frequency."""
    seen: Counter[str] = Counter()
    count = 0
    for text in texts:
        count += 1
        seen.update(set(features(text)))
    return {
        feature: math.log((1 + count) / (1 + number)) + 1
        for feature, number in sorted(seen.items())
        if number >= least
    }
