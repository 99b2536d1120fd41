"""From a message to the features of the intent classifier, in blocks that weigh alike however long the message is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from nlu.intent.concepts import ConceptFinder, Mention
from nlu.intent.lexicon_files import BONE_DRUGS, DRUG_PREFIX
from nlu.intent.words import EMPTY_WORDS, stem, words_of

BLOCKS = {"words": 1.0, "letters": 1.0, "concepts": 1.0, "pairs": 1.0, "mixed": 1.0, "shape": 0.5}
"""The blocks and their weights. Measured: without any one of them macro-F1 in cross-validation falls."""

LETTER_SIZES = (3, 4, 5)
DRUG = "DRUG"
_UNNAMED = "unnamed_bone_drug"
_LENGTH_STEP, _LENGTH_STEPS = 4, 12
_MOST_DRUGS = 3
_SHORT = 3

Features = dict[str, list[str]]


def features(text: str, finder: ConceptFinder) -> Features:
    """Return the features of a message by block, repeated as often as they occur."""
    words = words_of(text)
    mentions = _outside_drug_names(finder.find(words))
    drugs = {each.concept.removeprefix(DRUG_PREFIX) for each in mentions if each.concept.startswith(DRUG_PREFIX)}
    plain = _without_drug_names(words, mentions)
    stems = [stem(word) for word in plain]
    concepts = _concepts(mentions, drugs)
    content = {each for each in stems if each not in EMPTY_WORDS and each != DRUG}
    return {
        "words": ["1" + each for each in stems] + [f"2{one} {two}" for one, two in pairwise(stems)],
        "letters": list(_letters(plain)),
        "concepts": concepts,
        "pairs": [f"{one}&{two}" for one, two in combinations(concepts, 2)],
        "mixed": [f"{word}~{concept}" for word in sorted(content) for concept in concepts],
        "shape": _shape(words, stems, len(drugs & BONE_DRUGS)),
    }


def _outside_drug_names(mentions: list[Mention]) -> list[Mention]:
    """Leave out concepts found inside the name of a bone drug: the acid of zoledronic acid is none of the stomach."""
    names = [each for each in mentions if _is_bone_drug(each.concept)]
    return [
        each
        for each in mentions
        if each.concept.startswith(DRUG_PREFIX)
        or not any(name.start <= each.start and each.end <= name.end for name in names)
    ]


def _is_bone_drug(concept: str) -> bool:
    return concept.startswith(DRUG_PREFIX) and concept.removeprefix(DRUG_PREFIX) in BONE_DRUGS


def _without_drug_names(words: list[str], mentions: list[Mention]) -> list[str]:
    """Put one token in the place of each name of a bone drug: what is asked of one can be asked of another."""
    plain: list[str | None] = list(words)
    for start, end, concept in sorted(mentions, key=lambda each: each.start - each.end):
        if _is_bone_drug(concept) or concept == DRUG_PREFIX + _UNNAMED:
            plain[start:end] = [DRUG] + [None] * (end - start - 1)
    return [word for word in plain if word is not None]


def _concepts(mentions: list[Mention], drugs: set[str]) -> list[str]:
    found = {each.concept for each in mentions}
    return sorted(found | {DRUG}) if drugs & BONE_DRUGS else sorted(found)


def _letters(words: list[str]) -> Iterator[str]:
    """Yield the runs of letters within each word: they see through endings and typing errors."""
    for word in words:
        if word.isalpha() and word != DRUG:
            padded = f"<{word}>"
            for size in LETTER_SIZES:
                for start in range(len(padded) - size + 1):
                    yield padded[start : start + size]


def _shape(words: list[str], stems: list[str], drugs: int) -> list[str]:
    """Return how the message begins, how long it is, whether it asks; a very short one also as a whole."""
    found = [
        f"first {words[0] if words else ''}",
        f"first two {' '.join(words[:2])}",
        f"length {min(len(words) // _LENGTH_STEP, _LENGTH_STEPS)}",
        f"asks {'?' in words}",
        f"drugs {min(drugs, _MOST_DRUGS)}",
    ]
    return found + [f"all {' '.join(stems)}"] if len(words) <= _SHORT else found
