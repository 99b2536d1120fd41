"""What all messengers share, without a server: options, choices, the limits of a channel, and what is remembered."""

from __future__ import annotations

from typing import Any

import pytest

from channels.messengers import sentences
from channels.messengers.choosing import meaning_of
from channels.messengers.incoming import Pressed, Reacted, cleaned, pressed_in
from channels.messengers.reply import Limits, Reply, split
from channels.numbered import Offer, Option, choice_in, offer_in


def question(fact: str, *titles: str, text: str = "Which?") -> tuple[dict[str, Any], ...]:
    """Return a turn that asks for a fact."""
    buttons = [{"title": title, "payload": f"say {title}"} for title in titles]
    return ({"text": "Noted."}, {"text": text, "buttons": buttons, "custom": {"type": "question", "fact": fact}})


YES_NO = question("menopause", "Yes", "No", "I don't know")
NUMBER = question("t_score", "I don't know", "Why do you ask?")


@pytest.mark.parametrize("limits", [Limits(4096), Limits(4096, 2, 30), Limits(4096, 10, 10)])
def test_options_that_do_not_fit_on_buttons_are_lines(limits: Limits) -> None:
    reply = Reply(YES_NO)
    assert reply.buttons(limits) == []
    assert reply.texts(limits)[-1].endswith("1) Yes\n2) No\n3) I don't know")


def test_options_that_fit_are_buttons_that_show_their_number() -> None:
    reply, limits = Reply(YES_NO), Limits(4096, 3, 20)
    assert [button.label for button in reply.buttons(limits)] == ["1) Yes", "2) No", "3) I don't know"]
    assert reply.texts(limits) == ["Noted.\n\nWhich?"]
    assert [pressed_in(button.token) for button in reply.buttons(limits)] == [
        Pressed(reply.offer.tag, place) for place in (1, 2, 3)
    ]


def test_a_number_is_never_taken_for_an_option_where_a_number_answers() -> None:
    offer = offer_in(NUMBER)
    assert offer is not None
    assert choice_in("2", offer) is None
    assert choice_in("b", offer) == offer.at(2)
    assert choice_in("-2.5", offer) is None


@pytest.mark.parametrize("said", ["2", "2.", "#2", "option 2", "no. 2", "(2)", "2)", "2\ufe0f\u20e3"])
def test_a_number_chooses(said: str) -> None:
    offer = offer_in(YES_NO)
    assert offer is not None
    assert choice_in(said, offer) == Option("2", "No", "say No")


@pytest.mark.parametrize("said", ["0", "4", "22", "2 vertebrae", "-2", "2.5", "", "two of them"])
def test_what_is_no_number_of_an_option_is_a_message(said: str) -> None:
    offer = offer_in(YES_NO)
    assert offer is not None
    assert choice_in(said, offer) is None


@pytest.mark.parametrize(
    ("sign", "payload"),
    [
        ("👍", "say Yes"),
        ("👍🏽", "say Yes"),
        ("👎", "say No"),
        ("🤷", "say I don't know"),
        ("2️⃣", "say No"),
        ("1⃣", "say Yes"),
    ],
)
def test_a_reaction_answers(sign: str, payload: str) -> None:
    offer = offer_in(YES_NO)
    assert offer is not None
    assert meaning_of(Reacted(offer.tag, sign), offer).text == payload


@pytest.mark.parametrize(
    ("sign", "sentence"),
    [("❤️", ""), ("", ""), ("9️⃣", sentences.WHICH), ("🎉", "")],
    ids=["heart", "none", "nine", "party"],
)
def test_a_reaction_that_answers_nothing_says_nothing(sign: str, sentence: str) -> None:
    offer = offer_in(YES_NO)
    assert offer is not None
    meaning = meaning_of(Reacted(offer.tag, sign), offer)
    assert (meaning.text, meaning.sentence) == (None, sentence)


def test_a_thumb_never_answers_where_there_is_more_than_a_yes_and_a_no() -> None:
    offer = offer_in(question("fracture", "Yes, a hip", "Yes, a wrist", "No"))
    assert offer is not None
    assert meaning_of(Reacted(offer.tag, "👍"), offer).sentence == sentences.WHICH


def test_a_choice_of_an_earlier_question_is_not_taken() -> None:
    offer = offer_in(YES_NO)
    assert offer is not None
    old = Pressed("0123abcd", 1)
    assert meaning_of(old, offer).sentence == sentences.STALE
    assert meaning_of(Reacted("0123abcd", "1️⃣"), offer).sentence == sentences.STALE
    assert meaning_of(Reacted("0123abcd", "👍"), offer).sentence == ""
    assert meaning_of(Pressed(offer.tag, 9), offer).sentence == sentences.STALE
    assert meaning_of(Pressed(Offer().tag, 1), Offer()).sentence == sentences.STALE


@pytest.mark.parametrize(
    "token", [None, 7, "", "choose", "choose:xyz:1", "choose:0123abcd:100", "/inform{}", "choose:0a:1\n"]
)
def test_a_token_that_is_none_of_ours_presses_nothing(token: object) -> None:
    assert pressed_in(token) is None


@pytest.mark.parametrize("most", [20, 50, 333, 1600])
def test_a_text_is_parted_without_losing_a_word_or_passing_the_limit(most: int) -> None:
    text = "\n\n".join(f"Sentence {number} says something. It says more.\nAnd a line." for number in range(40))
    pieces = split(text, most)
    assert all(0 < len(piece) <= most for piece in pieces)
    assert " ".join(pieces).split() == text.split()


def test_a_word_longer_than_a_message_is_cut_and_not_lost() -> None:
    assert split("x" * 50, 20) == ["x" * 20, "x" * 20, "x" * 10]


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("!why", "/why"),
        ("!whatif T -1.9", "/whatif T -1.9"),
        ("!inform{}", "!inform{}"),
        ("a\u200bb\x00", "ab"),
        ("\xa0hi ", "hi"),
    ],
)
def test_a_text_is_cleaned(text: str, taken: str) -> None:
    assert cleaned(text) == taken
