"""Stories of a bisphosphonate that was given up, failed or was borne well; and the worries and troubles that are not it."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, heard

PROBLEM = [
    "72F vomits with every oral bisphosphonate we've tried",
    "she throws up with any bisphosphonate",
    "the alendronate tore her stomach to bits, 72F",
    "Fosamax ripped my guts to shreds",
    "the weekly tablets, alendronate and risedronate, burn her something awful, tried both kinds",
    "She had the weekly tablets, they burn her something awful, tried both kinds",
    "Mum had Fosamax last year. She can't have them tablets again, she's 78",
    "alendronate - not to have it again",
    "bad digestive tolerance of alendronate (oesophagitis)",
    "poor GI tolerance to risedronate, 70F",
    "alendronate badly tolerated, 66F T -2.7",
    "tolerance of ibandronate was poor",
    "mauvaise tolérance digestive de l'alendronate",
    "zoledronate x3 w/ new # each yr",
    "zol x4, 2 new VFs",
    "alendronate for 5 yrs with a new vertebral fracture last month",
    "risedronate x6y and another wrist #",
    "3 infusions of zoledronate, yet a further VCF",
    "lump in my throat within two weeks of the first dose of Fosamax, gave it up",
    "acid reflux after only three Actonel tablets, gave up",
    "I had heartburn within days of my first Boniva so that was that, I gave it up",
    "Took Fosamax last year. Severe heartburn all week although I took it as told, so I stopped.",
    "Started alendronic acid in May. Awful indigestion for a month, gave it up in June.",
    "First risedronate in March. By April the reflux was so bad that I quit.",
    "due to side effects I was only able to take a single dose of Boniva",
    "I was on Actonel. Could not continue treatment, severe indigestion",
    "On Fosamax for six weeks. I couldn't continue because of stomach cramps.",
    "I tried ibandronate; nausea for days, so my GP took me off it",
    "Had one Aclasta drip: fever 39, shakes, three days in bed, never again.",
    "Reclast made every bone ache for two weeks, refused the second",
    "Boniva monthly, vomited every time",
    "alendronate stopped - gastric ulcer",
    "Fosamax 2 yrs then broke a vertebra anyway",
    "3rd vertebral # under zoledronate",
    "I managed only two tablets of Actonel, nausea and diarrhoea",
    "I took alendronate for 3 weeks. The heartburn was unbearable so I gave up.",
    "I took the yearly drip twice, terrible fever both times, I refuse a third",
    "They switched me from Fosamax to Prolia because of my stomach",
    "She cannot tolerate the weekly tablet or the drip (fever and terrible aches both times)",
    "couldn't get on with the weekly tablets, and the yearly drip made her ill too",
]

NO_PROBLEM = [
    "72F alendronate started by her previous GP and tolerated, T -2.8",
    "takes ibandronate since 2 years with good tolerance",
    "on risedronate for 2 years and tolerating it",
    "alendronate since 2022, tolerated so far",
    "Zol x1 given, tolerated no worries",
    "zoledronate last June, tolerated without issue",
    "alendronate 3 yrs, good tolerance",
    "Fosamax for four years, no worries with it",
    "I've had two Aclasta drips and felt nothing at all",
    "Actonel since 2021, no bother at all",
]

NOT_TOLD = [
    "which bisphosphonate is best tolerated?",
    "alendronate is poorly understood, not often tolerated they say",
    "she vomits with every migraine, takes alendronate",
    "I can't have them tablets again because of my kidneys, it was Fosamax",
    "start alendronate if tolerated",
    "new # on x-ray, start zoledronate x3?",
    "72F with new VCF, zoledronate?",
    "two new VFs, plan zol x3",
    "worried about the side effects of Fosamax",
    "afraid I could not continue the Fosamax because of heartburn",
    "I read that people get heartburn from Fosamax and stop",
    "My sister got heartburn from Fosamax and gave it up. I'm 66, T -2.6",
    "my friend could not continue Actonel, severe indigestion. I am 70",
    "Evista gave me leg cramps so I stopped",
    "Prolia gave me a rash, stopped it",
    "On Evista I had awful reflux so I stopped; now they want to start Fosamax",
    "I could not continue Fosamax because it was too expensive",
    "stopped Fosamax as the pharmacy ran out",
    "Fosamax 5 years, then a holiday. Had a stomach bug last week.",
    "heartburn for years, so I stopped coffee. Should I take alendronate?",
    "the doctor fears I won't tolerate alendronate because of my reflux",
    "a rash came up when I took penicillin so I stopped; I'm on Actonel",
    "The heartburn stopped when I changed to Fosamax",
    "I was told Fosamax causes heartburn so I didn't take it",
    "Forteo made me dizzy, I gave it up. Next is zoledronate.",
    "calcium tablets gave me indigestion so I stopped",
    "I take Fosamax. My statin gave me muscle aches so I stopped it",
    "hip # under the care of ortho, for zoledronate",
    "the pharmacist said nobody tolerates Fosamax",
    "I prefer Fosamax to Prolia because of my stomach",
    "They switched me from Fosamax to Prolia because of the price",
    "the weekly tablet or the yearly drip, which is better tolerated?",
    "I can't decide between the weekly tablet and the drip",
    "the drip made me ill when I had chemo, and now a weekly tablet is planned",
]


@pytest.mark.parametrize("text", PROBLEM)
def test_a_bisphosphonate_given_up_or_failed_is_a_problem(text: str) -> None:
    assert heard(text).facts().get("bisphosphonate_problem") is True


@pytest.mark.parametrize("text", NO_PROBLEM)
def test_one_that_was_borne_well_is_none(text: str) -> None:
    assert heard(text).facts().get("bisphosphonate_problem") is False


@pytest.mark.parametrize("text", NOT_TOLD)
def test_worries_relatives_and_other_drugs_tell_nothing(text: str) -> None:
    assert heard(text).facts().get("bisphosphonate_problem") is None


@pytest.mark.parametrize(
    "text",
    [
        "cannot tolerate the weekly tablet",
        "the weekly tablet burns her",
        "the weekly tablets gave me heartburn so I stopped",
    ],
)
def test_one_form_alone_does_not_name_the_drug(text: str) -> None:
    assert asked(text, "bisphosphonate_problem") == [("drug_unclear", [True, False])]


def test_a_drug_stopped_for_the_stomach_was_not_tolerated() -> None:
    assert heard("I take alendronate one month and very bad stomach, I stop").facts()["bisphosphonate_problem"] is True


@pytest.mark.parametrize(
    "text", ["I take alendronate and have a bad stomach, should I stop?", "I take Fosamax, no bad stomach"]
)
def test_a_stomach_alone_is_no_intolerance(text: str) -> None:
    assert "bisphosphonate_problem" not in heard(text).facts()


NOT_BORNE_OR_FAILED = [
    "Fosamax first, Boniva after; both gave me frightful cramps in the belly. 68, T -3",
    "Alendronate, risedronate: neither agreed with me. 66, T -2.9",
    "tried alendronate and ibandronate, I couldn't keep either of them down",
    "86F on weekly alendronate since 2019, fully adherent. New NOF #. I'd call that a failure of therapy. T -3.8",
    "72F, risedronate 5 yrs, PDC 95%. Two VFs since. I regard her as a non-responder.",
    "75F, zoledronate x3. Further VF T8. Treatment failure in my book. T -3.4",
    "71F oral BP 6 yrs. Fractured through it. T -3.1",
]


@pytest.mark.parametrize("text", NOT_BORNE_OR_FAILED)
def test_trouble_and_failure_told_clauses_after_the_drug_are_heard(text: str) -> None:
    assert clear(text, "bisphosphonate_problem") == [True]


BORNE = [
    "five years of Fosamax at the weekend and it suits me down to the ground, T -2.7",
    "I'm on alendronate. The tablets suit me fine. 73",
    "risedronate three years, gets on well with it, T -2.5, 70F",
    "ibandronate since 2020, not a peep from my stomach, 70",
]


@pytest.mark.parametrize("text", BORNE)
def test_a_drug_that_suits_is_no_problem(text: str) -> None:
    assert clear(text, "bisphosphonate_problem") == [False]


@pytest.mark.parametrize(
    "text",
    [
        "72F on ALN, heart failure, T -2.9",
        "zoledronic acid and renal failure",
        "72F on ALN, failed hip replacement, T -2.9",
        "I would not call this treatment failure. On ALN 1 year, 72F",
        "On ALN 6y, 72F. What counts as treatment failure?",
        "72F on ALN. Methotrexate treatment failure, T -2.9",
        "Tried alendronate, tried HRT, the HRT gave me headaches",
    ],
)
def test_other_failures_are_not_those_of_the_drug(text: str) -> None:
    assert True not in clear(text, "bisphosphonate_problem")


def test_whether_it_is_a_failure_is_left_open() -> None:
    text = "On ALN 2 years, 72F, T -3.1, wrist fx. Is this treatment failure?"
    assert asked(text, "bisphosphonate_problem") == [("uncertain", [True, False])]
