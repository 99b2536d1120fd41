"""Words that sound like a fact of the case and are another's, a length, a time or an abbreviation; and those that are hers."""

from __future__ import annotations

import pytest

from tests.nlu.clinical.clinical_helpers import asked, clear, found, heard

NO_MAN = [
    "Faut-il un traitement ?",
    "Faut-il que je prenne un traitement ? 70 ans",
    "il faut traiter ? femme de 70 ans",
    "(1.60 m) hip #, 70F",
    "Hip fracture 70F, 1.60 m, 52 kg, T -2.1",
    "1,60 m, 70F, wrist #",
    "fell 10 m from a balcony, 70F",
    "just borderline he didnt say a number",
    "he told me it is thin",
    "she only said that it was low, he never said how much",
]


@pytest.mark.parametrize("text", NO_MAN)
def test_no_man_is_heard(text: str) -> None:
    assert not any(f.value == "man" for f in found(text, "scope"))
    assert not any(f.value == "male" for f in found(text, "sex"))


MEN = ["60M, hip #", "hip # in a 70 M", "71 m, T -2.5", "pt 68,M hip fracture"]


@pytest.mark.parametrize("text", MEN)
def test_a_man_in_shorthand_is_heard(text: str) -> None:
    assert clear(text, "scope") == ["man"]


@pytest.mark.parametrize("text", ["He has dialysis", "Il est sous dialyse", "he fell and broke his hip"])
def test_a_he_of_the_case_is_asked(text: str) -> None:
    assert any(reason == "pronoun" for reason, _ in asked(text, "scope"))


TIMES = [
    "Before the menopause my hip was -1.2",
    "I had a fracture before the menopause",
    "I broke my wrist before menopause",
]


@pytest.mark.parametrize("text", TIMES)
def test_before_the_menopause_may_be_a_time(text: str) -> None:
    assert not any(f.value == "premenopausal" for f in found(text, "scope"))


@pytest.mark.parametrize("text", ["I am 45, before menopause, T -2.5", "I'm still before the menopause"])
def test_before_the_menopause_may_be_today(text: str) -> None:
    assert clear(text, "scope") == ["premenopausal"]


DECADES = ["I broke my collarbone skiing in my thirties", "I fractured my wrist on the ice in Norway in my sixties"]


@pytest.mark.parametrize("text", DECADES)
def test_the_decade_of_a_fracture_is_no_age(text: str) -> None:
    assert found(text, "age") == []


@pytest.mark.parametrize(
    "text", ["I broke my hip and I'm in my seventies", "I broke my wrist last year, I am in my sixties"]
)
def test_the_decade_of_today_is_one(text: str) -> None:
    assert [reason for reason, _ in asked(text, "age")] == ["decade"]


PRESSURES = [
    "she is on thyroid tablet and BP, sugar also",
    "I have diabetes and BP",
    "tablets for cholesterol, BP and gout",
    "BP, sugar and heart trouble",
]


@pytest.mark.parametrize("text", PRESSURES)
def test_bp_among_illnesses_is_blood_pressure(text: str) -> None:
    assert found(text, "drug") == [] or all(f.value != "bisphosphonate" for f in found(text, "drug"))


NO_TROUBLE = [
    "no BP intol",
    "70F, hip #, T -2.1, no BP intol. HRT ok?",
    "no BP intol - I said",
    "hip #, T -2.8, no prev tx",
]


@pytest.mark.parametrize("text", NO_TROUBLE)
def test_no_trouble_with_a_bisphosphonate_in_shorthand(text: str) -> None:
    assert heard(text).facts()["bisphosphonate_problem"] is False


def test_trouble_with_a_bisphosphonate_in_shorthand() -> None:
    assert heard("70F hip #, T -2.1, BP intol").facts()["bisphosphonate_problem"] is True


def test_a_risk_that_is_asked_and_answered_in_one_line() -> None:
    assert clear("low peripheral risk? she's had a wrist #, so probably not low", "low_peripheral_risk") == [False]
    assert found("low peripheral risk? probably low", "low_peripheral_risk") == []
    assert found("low peripheral risk?", "low_peripheral_risk") == []


def test_the_neighbours_fracture_is_hers() -> None:
    text = "I'm Maureen's neighbour by the way and she had it too, she broke her hip on the church steps"
    assert [f.status for f in found(text, "fracture_site")] == ["family"]
    assert [f.status for f in found("I'm Anna's daughter, she is 80 and broke her hip", "fracture_site")] == ["present"]
