"""Which of the offered choices a short message means: by its words, its number, yes or no, or a near spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Optional

from rapidfuzz import fuzz

from answers.exercise import Choice, Step
from answers.strings import theme

SHORT = 12
"""Words up to which a message can be nothing but an answer."""
SAME = 88
"""Likeness (0–100) from which a label counts as misspelt, not as another word."""
LEAST_LETTERS = 5
WHOLE = "="
"""Before a phrase of the strings: it must be the whole message."""
YES, NO, UNKNOWN = "yes", "no", "unknown"

_PICK = re.compile(r"^(?:option |number |answer |choice |no |nr )?(\d{1,2})$")


def plain(text: str) -> str:
    """Return the words of a message in lower case, without accents and signs, apart by single blanks."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^\w\s]|_", " ", bare).split())


def label_of_choice(step: Step, text: str) -> Optional[str]:
    """Return the id of the choice whose label the message is, word for word, or None."""
    return _by_label(step, plain(text))


def choice_of(step: Step, text: str) -> Optional[str]:
    """Return the id of the choice that a message means, or None.

    A message of more than twelve words is no short answer, and neither is one that fits two choices.
    """
    said = plain(text)
    if not said or len(said.split()) > SHORT:
        return None
    readers = (_by_label, _by_number, _by_spelling, _by_words, _by_yes_or_no)
    return next((found for reader in readers if (found := reader(step, said)) is not None), None)


def says_unsure(text: str) -> bool:
    """Say whether a short message means "I don't know"."""
    said = plain(text)
    return len(said.split()) <= SHORT and _has(said, theme("exercise")["unknown"])


def choices_of(step: Step, text: str) -> list[str]:
    """Return the ids of all choices that a message names ("1 and 4", "needles and the jaw"), in order, each once."""
    single = choice_of(step, text)
    if single:
        return [single]
    found = []
    for part in re.split(r"[,;+&/]|\band\b|\bet\b", text.lower()):
        one = choice_of(step, part)
        if one:
            found.append(one)
    return list(dict.fromkeys(found))


def _by_label(step: Step, said: str) -> Optional[str]:
    return next((each.id for each in step.choices if plain(each.label) == said), None)


def _by_number(step: Step, said: str) -> Optional[str]:
    if not step.numbered:
        return None
    words = theme("exercise")
    bare = re.sub(r"^(?:the |number |option |answer )+|(?: one| choice| option| answer)$", "", said)
    found = _PICK.match(said)
    number = int(found.group(1)) if found else words["ordinals"].get(bare) or words["numbers"].get(bare)
    if bare == "last" and step.choices:
        number = len(step.choices)
    return step.choices[number - 1].id if number and 0 < number <= len(step.choices) else None


def _by_words(step: Step, said: str) -> Optional[str]:
    found = {each.id for each in step.choices if any(_says(said, phrase) for phrase in each.words)}
    return found.pop() if len(found) == 1 else None


def _says(said: str, phrase: str) -> bool:
    """The message has the phrase, and nothing else in it denies it: "no heartburn" does not say "heartburn"."""
    if phrase.startswith(WHOLE):
        return said == plain(phrase)
    if not _has(said, [plain(phrase)]):
        return False
    rest = f" {said} ".replace(f" {plain(phrase)} ", " ", 1)
    return not _has(rest, theme("exercise")["no"])


def _by_yes_or_no(step: Step, said: str) -> Optional[str]:
    ids = {each.id for each in step.choices}
    words = theme("exercise")
    if UNKNOWN in ids and _has(said, words["unknown"]):
        return UNKNOWN
    if not {YES, NO} <= ids:
        return None
    is_no, is_yes = _has(said, words["no"]), _has(said, words["yes"])
    if is_no and is_yes:
        return next(key for key in (NO, YES) if _has(said.split()[0], words[key])) if _leads(said, words) else None
    return NO if is_no else YES if is_yes else None


def _leads(said: str, words: dict[str, Sequence[str]]) -> bool:
    """The message opens with its yes or its no: "no, not always", "yes, but not often"."""
    return _has(said.split()[0], words["no"]) or _has(said.split()[0], words["yes"])


def _by_spelling(step: Step, said: str) -> Optional[str]:
    near: list[Choice] = [
        each for each in step.choices if len(said) >= LEAST_LETTERS and fuzz.ratio(plain(each.label), said) >= SAME
    ]
    return near[0].id if len(near) == 1 else None


def _has(said: str, phrases: Iterable[str]) -> bool:
    padded = f" {said} "
    return any(f" {phrase} " in padded for phrase in phrases)
