"""From a message to features and vectors."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.intent.concepts import ConceptFinder
from nlu.intent.features import BLOCKS, DRUG, features
from nlu.intent.lexicon_files import lexicon
from nlu.intent.vectors import Vocabulary

FINDER = ConceptFinder(lexicon())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("side effects of Fosamax", "side effects of Actonel"),
        ("can I stop Prolia", "can I stop denosumab"),
        ("how long on zoledronic acid", "how long on Aclasta"),
    ],
)
def test_names_of_one_group_of_drugs_are_the_same(one: str, other: str) -> None:
    assert features(one, FINDER) == features(other, FINDER)


def test_a_drug_name_gives_its_group_and_no_letters() -> None:
    found = features("Prolia", FINDER)
    assert found["words"] == ["1" + DRUG]
    assert found["letters"] == []
    assert {"drug:denosumab", DRUG} <= set(found["concepts"])


def test_hormones_stay_a_word_since_they_are_a_topic() -> None:
    assert "1hrt" in features("what is HRT", FINDER)["words"]


def test_concepts_are_paired_whatever_their_order() -> None:
    assert "dose&forget" in features("I forgot a dose", FINDER)["pairs"]
    assert "dose&forget" in features("a dose that I forgot", FINDER)["pairs"]


@pytest.mark.parametrize(
    ("text", "feature"), [("why?", "asks True"), ("why", "asks False"), ("yes please", "all yes please")]
)
def test_shape(text: str, feature: str) -> None:
    assert feature in features(text, FINDER)["shape"]


def test_a_misspelt_word_shares_letters_with_the_right_one() -> None:
    right, wrong = (set(features(word, FINDER)["letters"]) for word in ("dizziness", "diziness"))
    assert len(right & wrong) > len(right) / 2


@given(st.text(max_size=200))
def test_any_message_has_all_blocks(text: str) -> None:
    assert set(features(text, FINDER)) == set(BLOCKS)


def test_a_vector_has_the_length_of_its_blocks() -> None:
    messages = [features(text, FINDER) for text in ("how long on Prolia?", "how long on Evista?", "is HRT safe?")]
    vocabulary = Vocabulary.of(messages)
    _, values = vocabulary.vector(messages[0])
    known = [weight for block, weight in BLOCKS.items() if set(messages[0][block]) & set(vocabulary.index[block])]
    assert float(np.square(values).sum()) == pytest.approx(sum(weight**2 for weight in known), rel=1e-5)


def test_features_of_a_single_message_are_left_out() -> None:
    vocabulary = Vocabulary.of([features("unheard zebra", FINDER), features("another word", FINDER)])
    assert vocabulary.index["words"] == {}


def test_a_message_without_known_features_has_an_empty_vector() -> None:
    rows, values = Vocabulary.of([]).vector(features("anything at all", FINDER))
    assert len(rows) == len(values) == 0
