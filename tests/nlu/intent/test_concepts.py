"""The topic lexicon and the finder of its terms."""

from __future__ import annotations

import pytest

from nlu.intent.concepts import ConceptFinder, Mention
from nlu.intent.lexicon_files import DRUG_PREFIX, GROUP_OF, lexicon
from nlu.intent.words import words_of

SMALL = ConceptFinder(
    {
        "stop": ["stop*", "come off", "coming off"],
        "drug": ["prolia", "zoledronic acid"],
        "other_medicine": ["*pril"],
        "ask_duration": ["how long"],
    }
)


def found(text: str, finder: ConceptFinder = SMALL) -> list[str]:
    return [each.concept for each in finder.find(words_of(text))]


@pytest.mark.parametrize(
    ("sentence", "text", "expected"),
    [
        ("an exact word", "Prolia", ["drug"]),
        ("a word with any ending", "she stopped", ["stop"]),
        ("a word that only contains the term is none", "nonstop", []),
        ("a phrase", "I want to come off it", ["stop"]),
        ("half a phrase is none", "come here", []),
        ("a phrase at the very end that is cut off", "the pain will come", []),
        ("a phrase of two words for a drug", "zoledronic acid", ["drug"]),
        ("an ending", "I take ramipril", ["other_medicine"]),
        ("an ending in too short a word is none", "pril", []),
        ("several concepts in order", "how long after stopping prolia", ["ask_duration", "stop", "drug"]),
        ("nothing", "", []),
    ],
)
def test_finding(sentence: str, text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_mention_says_where_it_stands() -> None:
    assert SMALL.find(["i", "come", "off", "prolia"]) == [Mention(1, 3, "stop"), Mention(3, 4, "drug")]


def test_a_term_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="without words"):
        ConceptFinder({"empty": ["  "]})


def test_the_lexicon_can_be_found_term_by_term() -> None:
    finder = ConceptFinder(lexicon())
    for concept, terms in lexicon().items():
        for term in terms:
            text = "aaaaaa" + term[1:] if term.startswith("*") else term.replace("*", "")
            assert concept in found(text, finder), (concept, term)


def test_every_drug_group_has_names() -> None:
    groups = {name.removeprefix(DRUG_PREFIX) for name in lexicon() if name.startswith(DRUG_PREFIX)}
    assert set(GROUP_OF.values()) <= groups
