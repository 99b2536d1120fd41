"""Every topic, for every drug and without one, in both registers and three depths."""

from __future__ import annotations

from itertools import chain, product

import pytest

from answers.glossary import explained
from answers.limits import MOST_MESSAGES, MOST_WORDS, words
from answers.message import Message
from answers.pages import Pages
from answers.register import Audience
from answers.topic import TOPICS, topic_pages

DRUGS = (
    "alendronate",
    "risedronate",
    "ibandronate",
    "zoledronic_acid",
    "denosumab",
    "raloxifene",
    "teriparatide",
    "menopausal_hormone_therapy",
    "romosozumab",
    "bisphosphonate",
)
REGISTERS: tuple[Audience, ...] = ("patient", "clinician")
ASKED = list(product(TOPICS, [[], *([each] for each in DRUGS), ["alendronate", "denosumab"]], REGISTERS))
JAW_DRUGS = ("alendronate", "risedronate", "ibandronate", "zoledronic_acid", "denosumab", "bisphosphonate")


def text_of(pages: Pages) -> str:
    return "\n".join(message.text for message in chain.from_iterable(pages))


def test_every_topic_has_an_answer_for_every_drug_in_both_registers_with_sources() -> None:
    for topic, drugs, audience in ASKED:
        first = topic_pages(topic, drugs, audience)[0][0]
        assert first.text, (topic, drugs, audience)
        assert first.custom is not None
        assert (first.custom["type"], first.custom["topic"], first.custom["drugs"]) == ("topic", topic, drugs)
        assert first.custom["sources"], (topic, drugs, audience)
        assert all({"id", "title", "year", "url"} <= set(source) for source in first.custom["sources"])


def test_one_line_comes_before_the_short_form_and_that_before_the_rest() -> None:
    for topic, drugs, audience in ASKED:
        brief = topic_pages(topic, drugs, audience, brief=True)
        whole = topic_pages(topic, drugs, audience)
        assert brief[1:] and text_of(brief[1:]) == text_of(whole), (topic, drugs, audience)
        if len(drugs) < 2 and audience == "patient":
            assert words(text_of(brief[:1])) <= 25, (topic, drugs)


def test_a_patient_never_gets_more_than_three_messages_of_sixty_words_at_once() -> None:
    for topic, drugs, audience in ASKED:
        for page in topic_pages(topic, drugs, audience):
            assert len(page) <= MOST_MESSAGES
            if audience == "patient":
                assert all(words(message.text) <= MOST_WORDS for message in page), (topic, drugs)


def test_only_the_last_message_of_a_page_has_quick_replies_and_the_way_to_the_sources_is_one_of_them() -> None:
    for topic, drugs, audience in ASKED:
        for page in topic_pages(topic, drugs, audience):
            assert not any(message.buttons for message in page[:-1])
            assert "Sources" in [button.title for button in page[-1].buttons]


@pytest.mark.parametrize("drug", ["", *JAW_DRUGS])
def test_the_jaw_is_told_whole_at_once(drug: str) -> None:
    page = topic_pages("mronj", [drug] if drug else [], "patient")[0]
    told = " ".join(message.text for message in page).lower()
    for part in (
        "8 weeks",
        "10,000 people treated for osteoporosis",
        "30 get it",
        "9,970 do not",
        "cancer doses",
        "8,500 do not",
        "steroids",
        "before you start",
        "tell your dentist",
        "loose tooth",
        "doctor and dentist the same day",
    ):
        assert part in told, part
    assert "on your own" in told or "do not stop or delay the injection" in told
    assert "commonest cause" not in told and "most common cause" not in told


def test_a_term_is_explained_at_first_use_and_not_again() -> None:
    said = Message("A bisphosphonate such as alendronate slows bone loss.")
    first, known = explained([said], [])
    assert "Alendronate: a bone tablet" in "\n".join(message.text for message in first)
    second, _ = explained([said], known)
    assert [message.text for message in second] == [said.text]


def test_a_question_comes_first_and_what_explains_it_below_it_in_the_same_message() -> None:
    question = Message("Have you had alendronate?", {"type": "question"})
    [shown], known = explained([question], [])
    assert shown.text.startswith(question.text + "\nAlendronate: ")
    assert explained([question], known)[0] == [question]


@pytest.mark.parametrize("custom", [{"type": "clarify"}, {"type": "rejected"}, {"type": "status", "what": "exercise"}])
def test_a_step_or_a_question_back_is_left_alone_and_the_term_waits(custom: dict) -> None:
    asked = Message("Have you had alendronate?", custom)
    assert explained([asked], []) == ([asked], [])


def test_no_more_than_two_terms_are_explained_at_a_time_and_the_others_at_their_next_use() -> None:
    said = Message("Names: alendronate, risedronate, zoledronic acid and raloxifene.")
    _, known = explained([said], [])
    second, known_then = explained([said], known)
    assert len(known) == 2
    assert len(known_then) == 4
    assert "Alendronate:" not in "\n".join(message.text for message in second)


def test_a_term_that_has_no_room_below_comes_right_after_its_message() -> None:
    long = Message("Alendronate is a tablet. " + "It is taken once a week by many people. " * 7)
    asked = Message("How old are you?", {"type": "question"})
    shown, _ = explained([long, asked], [])
    assert shown[0].text == long.text
    assert shown[-1] == asked
