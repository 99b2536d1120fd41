"""Fractures as clinicians note them: what a picture cleared, what is still open, what a big force or childhood explains."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found, heard

CLEARED = [
    "Back x-rays clear, 68F T -2.2",
    "XR T/L spine normal, 71F",
    "thoracolumbar films: no #. 66F T -2.4",
    "dorsolumbar spine radiographs no vertebral fractures, 70F",
    "Thoracic and lumbar spine X-rays don't show any fracture, 66F",
    "No wedging on lateral spine films, 66F",
    "TL xray no compression #, 70F",
    "CT spine negative for fractures, 66F",
    "VFA: no #. 66F",
    "X-ray DL spine: no fracture, 66F",
]


@pytest.mark.parametrize("text", CLEARED)
def test_a_spine_without_a_fracture_on_its_picture_has_none(text: str) -> None:
    assert heard(text).facts()["vertebral_fractures"] == 0
    assert clear(text, "fracture_site", "absent") == ["vertebra"]


def test_a_clear_picture_beside_a_denial_is_no_bone_of_it() -> None:
    text = "No other fracture, back films clear. 66F"
    assert clear(text, "fracture_site", "absent") == ["vertebra"] and asked(text, "fracture") == [("limited", [])]


@pytest.mark.parametrize(
    "text",
    [
        "Spine films requested, bloods normal, 70F",
        "spine x-ray awaited, calcium normal",
        "back from CT, all clear",
        "chest x-ray clear, 70F",
    ],
)
def test_another_thing_that_is_normal_clears_no_spine(text: str) -> None:
    assert "vertebral_fractures" not in heard(text).facts()


CALLED = [
    "CT abdomen incidentally called several old compression fractures. 79F",
    "Radiology called multiple osteoporotic compression fractures, 79F",
    "CXR called wedge fractures, multiple, 79F",
]


@pytest.mark.parametrize("text", CALLED)
def test_fractures_that_a_picture_called_are_told(text: str) -> None:
    assert clear(text, "fracture_site") == ["vertebra"] and heard(text).facts()["age"] == 79
    assert asked(text, "vertebral_fractures") == [("count_unclear", [])]


def test_what_a_fracture_is_called_is_general_and_supposes_nothing() -> None:
    text = "It is called multiple compression fractures. 79F"
    assert clear(text, "fracture_site") == [] and not heard(text).hypothetical


REGION_OPEN = [
    "Vertebral fracture after a fall at home, unclear if cervical or thoracic. 71F T -2.6",
    "She broke a vertebra, the letter does not say whether neck or back. 70, T -2.5",
    "# vertebra 2018, cervical vs lumbar, no report. 70F",
    "spinal fracture, ?dorsal ?cervical, 70F",
]


@pytest.mark.parametrize("text", REGION_OPEN)
def test_a_vertebra_of_the_neck_or_the_back_is_asked(text: str) -> None:
    assert clear(text, "fracture_site") == [] and found(text, "vertebral_fractures") == []
    assert asked(text, "fracture_site") == [("site_unclear", ["cervical_spine", "vertebra"])]


@pytest.mark.parametrize(
    "text",
    ["L1 vertebral fracture. Cervical or lumbar spondylosis, not sure which. 70F", "dorsal vertebra fracture, 70F"],
)
def test_a_vertebra_of_a_told_region_is_taken(text: str) -> None:
    assert clear(text, "fracture_site") == ["vertebra"]


CAUSE_OPEN = [
    "L2 crush, osteoporotic or malignant, MRI awaited. 69F T -2.2",
    "T11 collapse: metastatic vs osteoporotic, 69F T -2.2",
    "T9 #, mets not excluded, biopsy booked. 69F",
    "L3 wedge fracture ?pathological, 69F T -2",
    "T8 collapse, cannot exclude myeloma. 69F",
    "T10 collapse: osteoporosis? mets? 69F",
]


@pytest.mark.parametrize("text", CAUSE_OPEN)
def test_a_collapse_of_open_cause_is_asked(text: str) -> None:
    assert clear(text, "fracture_site") == [] and clear(text, "scope") == []
    assert asked(text, "fracture_site") == [("uncertain", ["vertebra"])]


@pytest.mark.parametrize(
    "text",
    [
        "L2 collapse, biopsy benign. 69F T -2.2",
        "T9 #, mets excluded. 69F",
        "T11 collapse, MRI confirmed osteoporotic vs metastatic: benign. 69F",
        "osteoporotic fracture L1, no malignancy. 69F",
    ],
)
def test_a_collapse_of_known_cause_is_taken(text: str) -> None:
    assert clear(text, "fracture_site") == ["vertebra"]


def test_a_spread_beside_a_collapse_of_open_cause_still_counts() -> None:
    assert clear("Breast cancer with liver metastases, 69F. T-score -2.1", "scope") == ["cancer_or_metastases"]


SHRUNK = [
    "72F, 5 cm height loss, no spine film so far. No known fractures, T -1.8",
    "Lost 7 cm in height, spine never x-rayed. No previous #. 72F T -1.8",
    "70F lost 3 inches, no VFA. No documented fractures. T -1.8",
]


@pytest.mark.parametrize("text", SHRUNK)
def test_no_known_fracture_is_asked_beside_much_lost_height_and_no_picture(text: str) -> None:
    assert asked(text, "fracture") == [("limited", [])]


@pytest.mark.parametrize(
    "text",
    [
        "72F, 5 cm height loss, spine films normal. No known fractures, T -1.8",
        "72F, lost 1 cm, no spine film. No known fractures, T -1.8",
        "72F, no spine film. No known fractures, T -1.8",
    ],
)
def test_no_known_fracture_is_taken_where_the_spine_was_seen_or_little_was_lost(text: str) -> None:
    assert heard(text).facts()["fracture"] == "none"


ONLY_AS_CHILD = [
    "66F. Only fracture: elbow at eight, out of an oak tree. T -1.4",
    "Only # was a forearm aged 10, 66F T -1.4",
    "66F, only break: wrist as a child. T -1.4",
    "66F. Fractures: clavicle at 11, nil since. T -1.4",
]


@pytest.mark.parametrize("text", ONLY_AS_CHILD)
def test_the_only_fracture_of_a_child_is_none(text: str) -> None:
    assert heard(text).facts()["fracture"] == "none" and found(text, "fracture_site") == []


def test_the_only_fracture_of_a_grown_woman_is_one() -> None:
    assert clear("66F. Only fracture: wrist at 62. T -1.4", "fracture_site") == ["wrist"]
    assert clear("Fractures: wrist at nine, and hip at 68. 70F", "fracture_site") == ["hip"]


STEPS_OPEN = [
    "fell down three or four steps, wrist #, 70F",
    "ankle # after missing 3-4 stairs, 70F",
    "fell off the 3rd or 4th step, broke her wrist. 70",
    "Colles, fell from the fourth stair, 70F",
]


@pytest.mark.parametrize("text", STEPS_OPEN)
def test_steps_on_the_border_of_a_low_fall_are_asked(text: str) -> None:
    assert asked(text, "high_energy") == [("high_energy", [True, False])] and clear(text, "fracture_site") == []


@pytest.mark.parametrize(
    ("text", "high"), [("fell 2 or 3 steps, wrist #, 70F", False), ("fell 5-6 steps, wrist #, 70F", True)]
)
def test_steps_on_one_side_of_the_border_are_heard(text: str, high: bool) -> None:
    assert clear(text, "high_energy") == [high]


@pytest.mark.parametrize(
    "text",
    [
        "Tonic-clonic seizure, fracture-dislocation L shoulder, 62F. No other fractures. T -2.8",
        "Shoulder # in an RTA 2020, no other #. 64F T -2.4",
    ],
)
def test_a_part_left_open_does_not_matter_after_a_great_force(text: str) -> None:
    assert heard(text).facts()["fracture"] == "none" and asked(text, "fracture_site") == []


@pytest.mark.parametrize(
    "text",
    [
        "Status epilepticus, then wedge fractures T6 and T7. 61F",
        "L1 # when fitting, 61F",
        "had a fit and broke her hip, 61F",
    ],
)
def test_a_bone_broken_in_a_fit_is_asked(text: str) -> None:
    assert asked(text, "high_energy") == [("high_energy", [True, False])] and clear(text, "fracture_site") == []


def test_a_part_left_open_matters_after_a_simple_fall() -> None:
    text = "Fracture-dislocation R shoulder, slipped in the kitchen. No other fractures. 64F"
    assert asked(text, "fracture_site") == [("site_unclear", ["proximal_humerus", "clavicle", "scapula"])]


@pytest.mark.parametrize(
    "text", ["T -3.3, 65. Haven't taken a fracture history yet.", "66F T -2.4, have not asked about fracture hx"]
)
def test_a_history_that_was_not_taken_is_not_known(text: str) -> None:
    assert "fracture" not in heard(text).facts()
    assert [each.status for each in found(text, "fracture")] == ["unknown"]


def test_a_mothers_hip_beside_the_patient_herself_is_the_mothers() -> None:
    text = "Mother broke a hip at 80, patient herself nothing. 56, T -1.2"
    assert clear(text, "fracture_site", "family") == ["hip"] and not clear(text, "fracture_site")


def test_a_man_who_has_fallen_is_a_man() -> None:
    assert clear("78M fallen at home, hip #, T -3.0", "scope") == ["man"]
