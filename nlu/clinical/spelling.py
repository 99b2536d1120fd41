"""Mends the spelling of the few long words that the rest depends on (drug names, clinical words).

A word is mended only when it is long, begins like its target and lies one or two letters away, has two letters
changed round or sounds like it; words that English itself uses are listed in `lexicon/spelling.yml` and stay as they are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from nlu.clinical import lexicon_files
from nlu.clinical.text import PlainText, normalise, replace_spans

MIN_LENGTH = 6
# Two letters changed round are mended from this length on: such a word is hardly ever another one.
_SHORTEST = 5
_LONG = 9
# Two slips are forgiven only in long names; "prolia" and "protea" are one letter apart as it is.
_SLIPS_SHORT, _SLIPS_LONG = 1, 2
# "Dyalisis", "mieloma": from this length on a word that sounds like its target is it, whatever the number of slips.
_HEARD = 7
_ONE_FOR_ALIKE = {"y": "i", "ae": "e", "oe": "e", "ph": "f"}
_ALIKE, _DOUBLED = re.compile("|".join(_ONE_FOR_ALIKE)), re.compile(r"(.)\1+")


# "Women 73, wrist fx": one woman, not women of an age or more.
_ONE_WOMAN = re.compile(r"^\W*(women)(?=,? ?\d\d\b(?!\s*(?:and|or|to|plus|-|\+|%|years and|in|of|who)))")


_KIN = re.compile(
    r"\b(?P<kin>mat|pat|mo|fa|mgm|pgm|gm)\b\.?(?=:? (?:had |with |w/? ?)?(?:a )?(?:l |r |left |right )?"
    r"(?:hip|nof|fnof|#|fx|fract|vf|wrist|osteop))"
)
_KIN_IN_FULL = {
    "mat": "maternal",
    "pat": "paternal",
    "mo": "mother",
    "fa": "father",
    "mgm": "grandmother",
    "pgm": "grandmother",
    "gm": "grandmother",
}


def kin_in_full(source: PlainText) -> PlainText:
    """Return the message with the relatives of a note spelt out: "Mat hip #", "Mo hip #"."""
    found = _KIN.finditer(source.plain)
    return replace_spans(source, [(*match.span("kin"), _KIN_IN_FULL[match["kin"]]) for match in found])


def one_woman(source: PlainText) -> PlainText:
    """Return a message that opens with "women 73" with the slip mended."""
    slip = _ONE_WOMAN.match(source.plain)
    return replace_spans(source, [(*slip.span(1), "woman")]) if slip else source


def mend(word: str) -> str:
    """Return the known word that `word` (plain text) misspells, or `word` itself."""
    slip = _slips().get(word)
    if slip or len(word) < _SHORTEST or not word.isalpha():
        return slip or word
    known = _known()
    if word in known or word in _ordinary():
        return word
    changed_round = _changed_round(word)
    if changed_round or len(word) < MIN_LENGTH:
        return changed_round or word
    if len(word) >= _HEARD and _sound(word) in _by_sound():
        return _by_sound()[_sound(word)]
    from rapidfuzz.distance import OSA

    best, best_distance = word, _SLIPS_LONG + 1
    for target in _targets_by_letter().get(word[0], ()):
        shorter = min(len(target), len(word))
        allowed = _SLIPS_LONG if shorter >= _LONG else _SLIPS_SHORT
        distance = OSA.distance(word, target, score_cutoff=allowed)
        if distance <= allowed and distance < best_distance:
            best, best_distance = target, distance
    return best


def _sound(word: str) -> str:
    """Return the word with the letters that are taken for one another when it is written as it is heard."""
    return _DOUBLED.sub(r"\1", _ALIKE.sub(lambda match: _ONE_FOR_ALIKE[match.group()], word))


@lru_cache(maxsize=1)
def _by_sound() -> dict[str, str]:
    return {_sound(target): target for target in _targets() if len(target) >= _HEARD}


def _changed_round(word: str) -> str:
    """Return the lexicon's word of which `word` has two neighbouring letters changed round, or ""."""
    for at in range(len(word) - 1):
        swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        if swapped in _known() or swapped in _glue():
            return swapped
    return ""


@lru_cache(maxsize=1)
def _glue() -> frozenset[str]:
    """Number words and the small words that patterns, not the lexicon, look for."""
    numbers = lexicon_files.load("numbers")["words"]
    return frozenset(str(word) for word in (*numbers, *lexicon_files.load("spelling")["glue"]) if len(str(word)) > 3)


@lru_cache(maxsize=1)
def _slips() -> dict[str, str]:
    """Common slips with what is meant: apostrophes left out, letters of short words changed round."""
    return {str(wrong): str(right) for wrong, right in lexicon_files.load("spelling")["slips"].items()}


@lru_cache(maxsize=1)
def _targets() -> tuple[str, ...]:
    return tuple(normalise(word).plain for word in lexicon_files.load("spelling")["mended"])


@lru_cache(maxsize=1)
def _targets_by_letter() -> dict[str, list[str]]:
    """The first letter of a slip is right, so only words that begin with it are compared."""
    found: dict[str, list[str]] = {}
    for target in _targets():
        found.setdefault(target[0], []).append(target)
    return found


@lru_cache(maxsize=1)
def _ordinary() -> frozenset[str]:
    return frozenset(normalise(word).plain for word in lexicon_files.load("spelling")["ordinary"])


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """Every single word that occurs in the lexicon: those are right as they are."""
    words: set[str] = set(_targets())
    for terms in lexicon_files.concepts().values():
        for term in terms:
            words.update(normalise(term).plain.replace("-", " ").replace("'", " ").split())
    return frozenset(words)
