"""A bone that broke in the years of a bisphosphonate, told as a story; and the breaks that say nothing of the drug."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, heard

FAILED = [
    "I've taken Fosamax for six years without missing a tablet and last month I broke my hip getting off the bus, T -2.9",
    "On risedronate since 2018, never skipped a dose, and now L1 has collapsed. 73, T -3",
    "Five years of alendronate taken religiously, then my wrist snapped in April. 69, T -2.6",
    "68F on ALN 5 yrs, 100% adherent, # hip last week, T -2.7",
    "Patient 68 yrs, on ibandronate since 2 years, now sustained Colles fracture, T -2.7",
    "Broke my hip last week after seven years of faithful Fosamax, T -2.7, 74",
    "Ten years of Actonel and I still broke my pelvis, 78, -2.9",
    "Gran had zoledronate four years on the trot and still went on to fracture, she is 80",
    "progression under 3 yrs of ibandronate, 70F, new VF",
    "She's taken risedronate weekly for 3 yrs and had a fall in March, wrist fracture. T -2.6, 71F",
]
NOT_BORNE = [
    "She threw up on the risedronate twice and then gave it back, 68",
    "I brought the Fosamax straight back up both times, 70",
    "alendronate, vomited it three times. 70F",
    "One Aclasta drip, a week in bed, red sore eyes, and the optician said never again. 69",
    "My eyes flared up after the infusion of Reclast and the eye clinic said not to have another",
    "Aclasta put me in bed for a week, won't have it again. 71, T -3.1",
    "zoledronate -> iritis, ophthalmology says no more. 68F T -3",
]


@pytest.mark.parametrize("text", [*FAILED, *NOT_BORNE])
def test_failure_and_intolerance_are_heard(text: str) -> None:
    assert clear(text, "bisphosphonate_problem") == [True]


SAYS_NOTHING = [
    "Broke my hip in May, started alendronate in June. 74, T -2.8",
    "fell and broke her hip in Sept, since then on alendronic acid, 78F, T -2.8",
    "I've been on Fosamax 3 years for my broken hip. 72, T -2.4",
    "I took alendronate for 5 years, finished in 2017, broke my wrist last month. 70, T -2.6",
    "I've been on Fosamax 3 years, my mother broke her hip last year, T -2.4, 62",
    "On alendronate for 4 years, broke my toe last week. 66, T -2.5",
    "on risedronate 6 years, T now -2.6. Broke a hip at 62, before all that. 70",
    "I broke my wrist in 2012 and have taken alendronate for 6 years, 70, T -2.4",
    "72F, prior hip # 2015, on ALN since 2015 with good compliance. T -2.4",
    "What if I take Fosamax for five years and then break a hip?",
    "Do people who take alendronate for 5 years still break bones?",
    "on alendronate for 6 years, no fractures, T -2.2, 70",
]


@pytest.mark.parametrize("text", SAYS_NOTHING)
def test_other_breaks_say_nothing_of_the_drug(text: str) -> None:
    assert heard(text).facts().get("bisphosphonate_problem") is not True
    assert not asked(text, "bisphosphonate_problem")


def test_it_is_asked_where_the_order_is_not_told() -> None:
    told = "Took ibandronate for three years, never missed one. Broke my wrist. 66, T -2.5"
    assert asked(told, "bisphosphonate_problem") == [("uncertain", [True, False])]
