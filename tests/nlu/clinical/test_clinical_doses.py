"""Doses: too many tablets in the words of the kitchen, and injections of denosumab that are, or will be, late."""

from __future__ import annotations

import pytest
from clinical_helpers import flags, found

TOO_MANY = [
    "i swallowed 4 of the weekly tabs instead of one by mistake this morning, is that bad",
    "took 4 instead of one of my risedronate",
    "I've had two months worth of tabs in one go",
    "mum took a week's worth of her alendronate at once",
    "mum swallowed a weeks worth at once",
    "downed six of my bone tabs today",
    "took 4 instead of one",
    "I took five instead of 1 this morning",
    "I've taken three tabs together by accident",
    "necked the whole strip of alendronate",
    "I took 2 weekly tablets today instead of one",
    "took a whole month's worth of the bone pill in one go",
    "she swallowed four of them rather than one",
    "I gulped down 3 of the weekly ones instead of one",
]

NOT_TOO_MANY = [
    "can I take 2 tabs instead of one?",
    "I take 4 tabs every morning, two for blood pressure",
    "I take one tab once a week",
    "I open four tabs in the browser at once",
    "It took 4 weeks instead of one to recover",
    "it took me 4 months instead of one to get an appointment",
    "took tab weekly for 3 years",
    "I paid for a month's worth of tablets at once",
    "what if somebody takes a week's worth at once?",
    "my pharmacist gave me three months' worth at once",
    "She took four tabs instead of one last year and nothing happened",
    "we took two buses instead of one",
    "I took the tabs for three years, then stopped",
    "They took 4 x-rays instead of one",
    "the nurse took three readings instead of one",
    "I have two weeks' worth of tabs left",
    "I took home a month's worth of tablets",
    "the scan took 4 images instead of one",
    "I picked up a week's worth of tabs",
]


@pytest.mark.parametrize("text", TOO_MANY)
def test_tablets_taken_all_at_once_alarm_in_slang_too(text: str) -> None:
    assert flags(text) == {"unnamed"}


@pytest.mark.parametrize("text", NOT_TOO_MANY)
def test_what_else_comes_in_numbers_is_no_overdose(text: str) -> None:
    assert flags(text) == set()


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("I'm on holiday when it's due, I'd be seven weeks late", 7),
        ("But they can't fit me in for three months anyway. Is that dangerous?", 13),
        ("they said the earliest appointment is in 10 weeks", 10),
        ("I have to wait another two months for it", 9),
        ("it will be 5 weeks overdue by then", 5),
    ],
)
def test_a_delay_is_told_where_only_the_conversation_knows_the_drug(text: str, weeks: int) -> None:
    assert [each.value for each in found(text, "dose_delay")] == [weeks]
    assert flags(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "My Prolia can't be done for three months",
        "the clinic has no slot for my denosumab for another two months",
        "I'd be seven weeks late with my Prolia because of a holiday",
        "my prolia has been pushed back two months",
        "mum's denosumab: they won't see her until 9 weeks from now, she will be 2 months late",
    ],
)
def test_denosumab_that_will_be_late_by_a_month_or_more_alarms(text: str) -> None:
    assert flags(text) == {"late_denosumab"}


@pytest.mark.parametrize(
    "text",
    [
        "I'm to start Prolia but they can't fit me in for three months",
        "I had Prolia last week and can't have it again for six months",
        "what if I was 3 months late with Prolia?",
        "What happens if a Prolia injection is 3 months late?",
        "How dangerous is it to be 8 weeks late with Prolia?",
        "the dentist can't see me for three months, I'm on Prolia",
        "I was 3 months behind with my rent",
        "They can't fit me in until Tuesday for my scan",
    ],
)
def test_questions_on_late_doses_and_other_waits_are_no_delay(text: str) -> None:
    assert flags(text) == set()
    assert found(text, "dose_delay") == []
