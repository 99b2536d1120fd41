"""French shorthand in a clinician's line is read like the English one, and English is left alone."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, flags, found, heard

from nlu.clinical.french import in_plain_terms, is_french
from nlu.clinical.text import normalise

LINES = [
    (
        "fx vert x2, T -2,7, 58 a, BVM+",
        {
            "fracture_sites": ["vertebra"],
            "vertebral_fractures": 2,
            "t_score": "-2.7",
            "age": 58,
            "climacteric_symptoms": True,
        },
    ),
    ("fx vert x2, T -2,7, 58 a, BVM-", {"climacteric_symptoms": False}),
    (
        "femme 72 ans, fracture du poignet, T-score -2,8, intolérance alendronate",
        {"age": 72, "fracture_sites": ["wrist"], "t_score": "-2.8", "bisphosphonate_problem": True},
    ),
    ("F 68 ans FESF T -2,1", {"age": 68, "fracture_sites": ["hip"], "t_score": "-2.1"}),
    ("fracture du col du fémur, 74 ans, T -1,9", {"fracture_sites": ["hip"], "t_score": "-1.9", "age": 74}),
    ("tassement vertébral L1, 66 ans, T -2,6", {"fracture_sites": ["vertebra"], "vertebral_fractures": 1}),
    ("3 tassements, T -2,6", {"fracture_sites": ["vertebra"], "vertebral_fractures": 3}),
    ("ménopausée, 57 ans, T -2,9, pas de fracture", {"scope": "in_scope", "age": 57, "fracture": "none"}),
    ("sans fracture, T -3,1, 63 ans", {"fracture": "none", "t_score": "-3.1", "age": 63}),
    ("n'a jamais fracturé, T -2,6, 70 a", {"fracture": "none", "age": 70}),
    ("0 fx, T -2,9, 57 ans", {"fracture": "none", "age": 57}),
    ("F 59a T-2,8 fx- BVM+", {"fracture": "none", "climacteric_symptoms": True}),
    ("pas d'ATCD fracturaire, T -2,1", {"fracture": "none"}),
    ("femme 65 ans sous corticoïdes, T -2,4", {"scope": "glucocorticoids"}),
    (
        "bisphosphonate mal toléré, fx poignet, T -2,2, 64 ans",
        {"bisphosphonate_problem": True, "fracture_sites": ["wrist"]},
    ),
    ("BP per os mal tolérés, FESF", {"bisphosphonate_problem": True, "fracture_sites": ["hip"]}),
    ("oesophagite sous Fosamax, T -2,2", {"bisphosphonate_problem": True}),
    ("échec des bisphosphonates, 3 tassements", {"bisphosphonate_problem": True, "vertebral_fractures": 3}),
    (
        "jamais traitée, T -2,9, fx humérus proximal",
        {"bisphosphonate_problem": False, "fracture_sites": ["proximal_humerus"]},
    ),
    ("fracture non vertébrale sévère, T -1,6, 70 ans", {"fracture": "severe_nonvertebral"}),
    ("fx tib prox, T -2,2, 70 ans", {"fracture_sites": ["proximal_tibia"]}),
    ("fx 1/4 inf du fémur, 70 ans", {"fracture_sites": ["distal_femur"]}),
    ("fx 3 côtes, T -2,4, 69 a", {"fracture_sites": ["three_ribs"]}),
    ("fx costale unique, 69 a", {"fracture_sites": ["rib"]}),
    ("branche ischio-pubienne, 84 ans, T -2,0", {"fracture_sites": ["pelvis"]}),
    ("AVP, fx bassin, 66 ans", {"high_energy": True, "fracture_sites": ["pelvis"]}),
    ("chute de sa hauteur, fx poignet", {"high_energy": False}),
    ("pré-ménopausée 48 ans", {"scope": "premenopausal", "age": 48}),
    ("non ménopausée, 45 ans", {"scope": "premenopausal", "age": 45}),
    ("homme 70 ans, fx vert, T -3", {"scope": "man"}),
    ("IRC stade 4, FESF, T -2,0", {"scope": "severe_kidney_disease"}),
    ("cancer du sein métastatique, 66 ans", {"scope": "cancer_or_metastases"}),
    ("moins deux virgule huit", {"t_score": "-2.8"}),
]


@pytest.mark.parametrize(("line", "facts"), LINES)
def test_a_line_in_french_shorthand_is_read(line: str, facts: dict[str, object]) -> None:
    read = heard(line).facts()
    assert {name: read.get(name) for name in facts} == facts


@pytest.mark.parametrize("line", [line for line, _ in LINES if "," in line])
def test_a_french_line_invents_no_years_since_the_menopause(line: str) -> None:
    assert not found(line, "years_since_menopause")


def test_reflux_clots_and_drugs_of_a_french_line_are_cautions() -> None:
    assert clear("RGO, FESF, 80 ans", "caution") == ["reflux"]
    assert clear("ATCD d'EP, FESF, 80 ans", "caution", "past") == ["blood_clot"]
    assert clear("K sein sous IA, T -2,7", "drug") == ["aromatase_inhibitor"]


def test_il_y_a_names_no_man() -> None:
    assert not found("dénosumab arrêté il y a 9 mois", "sex")


@pytest.mark.parametrize(
    "line", ["mère FESF, patiente 62 ans T -2,8", "mère : FESF à 80 ans ; patiente 63 a sans fracture, T -2,3"]
)
def test_a_mother_of_a_french_line_is_family(line: str) -> None:
    assert clear(line, "fracture_site", "family") == ["hip"]
    assert not clear(line, "fracture_site")


def test_a_bare_neck_of_the_femur_may_be_the_site_of_the_scan_and_is_asked() -> None:
    assert asked("col du fémur, 74 ans, T -1,9", "fracture_site") == [("no_fracture_word", ["hip"])]


ENGLISH = [
    "72F, 2 VCF, T -2.8, GERD, alendronate intolerant",
    "I broke my hip and my T-score is -2.7",
    "66F humerus fx, level not given, T -1.5",
    "non severe fx, T -2.2, 66F",
    "MHT, HRT, THM, what's the difference",
    "She takes IA and EP training at the club",
    "62F s/p EP study for AF, sans complaint",
    "prox tib fx, 70F",
    "68F, NOF #, T -2.1, BP naive",
    "my T-score is -2,7 and I am 61",
    "pas, I don't know",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_left_as_it_is(text: str) -> None:
    plain = normalise(text)
    assert not is_french(plain.plain)
    assert in_plain_terms(plain) is plain


def test_french_words_are_quoted_as_they_were_written() -> None:
    finding = found("femme 70 ans, fracture non vertébrale sévère, T -1,6", "fracture")[0]
    assert finding.text == "fracture non vertébrale sévère"
    assert not flags("femme 70 ans, fracture non vertébrale sévère, T -1,6")
