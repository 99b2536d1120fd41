"""Fractures: the site that was broken, how many, how, whose; a denial only where one was made."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found, heard

SITES = [
    ("a finger and my nose, years ago", ["face", "hand"]),
    ("fell off a 3 foot wall and broke my hip", []),
    ("I broke my hip", ["hip"]),
    ("broken hip", ["hip"]),
    ("hip fracture", ["hip"]),
    ("fractured NOF", ["hip"]),
    ("#NOF", ["hip"]),
    ("# neck of femur", ["hip"]),
    ("L #NOF 2019", ["hip"]),
    ("fractured neck of femur", ["hip"]),
    ("intertrochanteric fx", ["hip"]),
    ("subcapital fracture of the left femur", ["hip"]),
    ("femoral neck fracture", ["hip"]),
    ("fracture of the proximal femur", ["hip"]),
    ("fract. ESF", ["hip"]),
    ("fracture du col du fémur", ["hip"]),
    ("my hip was broken in 2019", ["hip"]),
    ("my hip snapped", ["hip"]),
    ("Colles", ["wrist"]),
    ("Colles' fracture 2018", ["wrist"]),
    ("distal radius fracture", ["wrist"]),
    ("I broke my left wrist last winter", ["wrist"]),
    ("cracked my wrist", ["wrist"]),
    ("fx poignet", ["wrist"]),
    ("fracture du poignet", ["wrist"]),
    ("ORIF right wrist", ["wrist"]),
    ("VCF", ["vertebra"]),
    ("vertebral fracture", ["vertebra"]),
    ("I've got a crushed vertebra", ["vertebra"]),
    ("collapsed vertebra", ["vertebra"]),
    ("wedge compression T12 and L2", ["vertebra"]),
    ("compression fracture of L1", ["vertebra"]),
    ("L1 fracture", ["vertebra"]),
    ("T12 wedge fracture", ["vertebra"]),
    ("tassement vertébral", ["vertebra"]),
    ("fx vert x2", ["vertebra"]),
    ("fractured spine", ["vertebra"]),
    ("spinal fracture", ["vertebra"]),
    ("I crushed a bone in my back", ["vertebra"]),
    ("D12 fracture", ["vertebra"]),
    ("pubic ramus fracture", ["pelvis"]),
    ("sacral insufficiency fracture", ["pelvis"]),
    ("I broke my pelvis", ["pelvis"]),
    ("cracked my sacrum", ["pelvis"]),
    ("acetabular fracture", ["pelvis"]),
    ("humeral neck fracture", ["proximal_humerus"]),
    ("fracture of the surgical neck of the humerus", ["proximal_humerus"]),
    ("proximal humerus fx", ["proximal_humerus"]),
    ("broke my upper arm right by the shoulder", ["proximal_humerus"]),
    ("fracture ESH", ["proximal_humerus"]),
    ("femoral shaft fracture", ["femoral_shaft"]),
    ("broke the shaft of my femur", ["femoral_shaft"]),
    ("distal femur fracture", ["distal_femur"]),
    ("supracondylar femoral fracture", ["distal_femur"]),
    ("tibial plateau fracture", ["proximal_tibia"]),
    ("3 ribs fractured", ["three_ribs"]),
    ("I broke three ribs", ["three_ribs"]),
    ("4 broken ribs", ["three_ribs"]),
    ("cracked a rib", ["rib"]),
    ("two broken ribs", ["rib"]),
    ("ribs 5, 6 and 7 fractured", ["three_ribs"]),
    ("broken ankle", ["ankle"]),
    ("bimalleolar fracture", ["ankle"]),
    ("broke my collarbone", ["clavicle"]),
    ("fractured elbow", ["elbow"]),
    ("kneecap broken", ["patella"]),
    ("broken shoulder blade", ["scapula"]),
    ("fractured sternum", ["sternum"]),
    ("tibial shaft fracture", ["tibial_shaft"]),
    ("fibula fracture", ["fibula"]),
    ("fractured forearm", ["forearm"]),
    ("humeral shaft fracture", ["humeral_shaft"]),
    ("broke a finger", ["hand"]),
    ("broken toe", ["foot"]),
    ("metatarsal stress fracture", ["foot"]),
    ("scaphoid fracture", ["hand"]),
    ("broke my nose", ["face"]),
    ("jaw fracture", ["face"]),
    ("skull fracture", ["skull"]),
    ("T2 fracture", ["upper_thoracic_spine"]),
    ("C5 fracture", ["cervical_spine"]),
    ("broke my neck", ["cervical_spine"]),
    ("hip and wrist fractures", ["hip", "wrist"]),
    ("I broke my hip and my wrist", ["hip", "wrist"]),
    ("fractures: hip 2019, wrist 2021, L1 2022", ["hip", "vertebra", "wrist"]),
    ("hip + vertebral fracture (L4)", ["hip", "vertebra"]),
    ("broke my left and right wrists", ["wrist"]),
    ("fractured hip, wrist and two ribs", ["hip", "rib", "wrist"]),
    ("wrist went when I slipped", ["wrist"]),
    ("three of my vertebrae have gone", ["vertebra"]),
    ("I twisted my ankle and it fractured", ["ankle"]),
    ("wrist fracture, no hip fracture", ["wrist"]),
    ("no fractures other than my wrist", ["wrist"]),
    ("no broken bones except a toe", ["foot"]),
    ("72F hip fx T -2.7", ["hip"]),
    ("hip fracture T -2.1 hip", ["hip"]),
    ("60 a, cheville, T -2,1", ["ankle"]),
    ("fractre of the hip", ["hip"]),
    ("I fractured my vertabra", ["vertebra"]),
]


@pytest.mark.parametrize(("text", "sites"), SITES)
def test_the_broken_site_is_read(text: str, sites: list[str]) -> None:
    assert sorted(heard(text).facts().get("fracture_sites", [])) == sites


UNCLEAR = [
    ("I broke my arm", ["wrist", "forearm", "proximal_humerus", "humeral_shaft", "elbow"]),
    ("broken shoulder", ["proximal_humerus", "clavicle", "scapula"]),
    (
        "I broke my leg",
        ["ankle", "tibial_shaft", "proximal_tibia", "hip", "femoral_shaft", "distal_femur", "fibula"],
    ),
    ("broke my back", ["vertebra", "pelvis", "upper_thoracic_spine"]),
    ("fractured femur", ["hip", "femoral_shaft", "distal_femur"]),
    ("broken ribs", ["three_ribs", "rib"]),
    ("humerus fracture", ["proximal_humerus", "humeral_shaft", "elbow"]),
    ("broke my knee", ["patella", "proximal_tibia", "distal_femur"]),
    ("broke my tailbone", ["other", "pelvis"]),
]


@pytest.mark.parametrize(("text", "candidates"), UNCLEAR)
def test_a_part_that_spans_several_sites_is_asked(text: str, candidates: list[str]) -> None:
    assert asked(text, "fracture_site") == [("site_unclear", candidates)]
    assert "fracture_sites" not in heard(text).facts()


NARROWED = [
    ("broke my femur, mid-shaft", "femoral_shaft"),
    ("broke my thigh bone just above the knee", "distal_femur"),
    ("broke my arm near the shoulder", "proximal_humerus"),
    ("broke my arm at the wrist", "wrist"),
]


@pytest.mark.parametrize(("text", "site"), NARROWED)
def test_words_beside_an_unclear_part_narrow_it(text: str, site: str) -> None:
    assert clear(text, "fracture_site") == [site]


NONE = [
    "I have broken nothing",
    "I broke nothing",
    "none broken, touch wood",
    "my mum and my aunt both had hip fractures but I've had none",
    "no fractures",
    "no fracture",
    "no fx",
    "never broken a bone",
    "I have never broken anything",
    "never had a fracture",
    "haven't broken any bones",
    "no history of fracture",
    "no prior fractures",
    "fracture-free",
    "denies fractures",
    "no broken bones",
    "pas de fracture",
    "sans fracture",
    "fractures: none",
    "fracture - no",
    "0 fractures",
    "no breaks",
    "nothing broken",
    "no fragility fractures",
    "no previous osteoporotic fracture",
    "72F, no fx, hot flushes, T -2.1",
    "denies falls, fractures and hot flushes",
    "no falls or fractures",
    "without any fracture",
    "jamais de fracture",
    "no fractures yet",
    "no family or personal history of fracture",
    "Fracture history: nil",
]


@pytest.mark.parametrize("text", NONE)
def test_a_plain_denial_means_no_fracture(text: str) -> None:
    assert heard(text).facts().get("fracture") == "none"
    assert "fracture_sites" not in heard(text).facts()


NOT_NONE = [
    "my back is bent but nobody said fracture",
    "no hip fracture",
    "no vertebral fractures",
    "no new fractures",
    "no further fractures since the hip",
    "X-ray showed no fracture",
    "I fell last week but no fracture",
    "not sure whether I broke anything",
    "I don't know if I've had a fracture",
    "does no fracture mean no treatment?",
    "No, I broke my hip",
    "no fractures other than my wrist",
    "hip fracture, no other fractures",
    "",
    "I have no idea",
    "no",
    "my mother never broke a bone",
    "what if I had no fracture?",
]


@pytest.mark.parametrize("text", NOT_NONE)
def test_a_limited_or_doubtful_denial_is_no_plain_denial(text: str) -> None:
    assert heard(text).facts().get("fracture") != "none"


@pytest.mark.parametrize(
    "text",
    [
        "not sure whether I broke anything",
        "I don't know if I've ever had a fracture",
        "unsure if I broke a bone",
    ],
)
def test_doubt_about_fractures_is_unknown_not_none(text: str) -> None:
    assert [f.status for f in found(text, "fracture")] == ["unknown"]


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("no hip fracture", "hip"),
        ("never broke my wrist", "wrist"),
        ("denies vertebral fractures", "vertebra"),
        ("pas de fracture du col du fémur", "hip"),
    ],
)
def test_a_denied_site_is_absent(text: str, site: str) -> None:
    assert clear(text, "fracture_site", "absent") == [site]


@pytest.mark.parametrize(
    "text",
    [
        "no new fractures",
        "X-ray showed no fracture",
        "I fell last week but no fracture",
        "no recent fracture",
    ],
)
def test_a_denial_of_one_event_is_asked(text: str) -> None:
    assert asked(text, "fracture") == [("limited", [])]


COUNTS = [
    ("one vertebra collapsed in 2020 and another last month", 2),
    ("T12 and L2 are crushed", 2),
    ("she has had three squashed vertebrae in two years", 3),
    ("2 VFs", 2),
    ("two vertebral fractures", 2),
    ("3 VCFs", 3),
    ("T12 and L2 compression fractures", 2),
    ("T12, L1 and L2 fractures", 3),
    ("vertebral fractures at T6, T9 and L1", 3),
    ("crushed three vertebrae", 3),
    ("three crushed vertebrae", 3),
    ("VF x2", 2),
    ("VFx ×2", 2),
    ("fx vert x2", 2),
    ("vertebral fractures (3)", 3),
    ("fx vert L1 + L3", 2),
    ("a compression fracture of L1", 1),
    ("a vertebral fracture", 1),
    ("one collapsed vertebra", 1),
    ("L1 fracture", 1),
    ("two of my vertebrae have collapsed", 2),
    ("a couple of crushed vertebrae", 2),
    ("second vertebral fracture", 2),
    ("2 tassements vertébraux", 2),
    ("T11-T12 fractures", 2),
    ("fractures of T11, T12", 2),
    ("no vertebral fractures", 0),
    ("five squashed vertebrae", 5),
]


@pytest.mark.parametrize(("text", "count"), COUNTS)
def test_vertebral_fractures_are_counted(text: str, count: int) -> None:
    assert heard(text).facts().get("vertebral_fractures") == count


@pytest.mark.parametrize(
    "text",
    [
        "several collapsed vertebrae",
        "multiple vertebral fractures",
        "compression fractures",
        "crushed vertebrae",
        "a few vertebral fractures",
    ],
)
def test_a_plural_without_a_number_is_asked(text: str) -> None:
    assert asked(text, "vertebral_fractures") == [("count_unclear", [])]


@pytest.mark.parametrize("text", ["VCF", "72F VF T -2.5", "hip fracture x2", "history of vertebral fracture"])
def test_a_count_is_not_made_up(text: str) -> None:
    assert found(text, "vertebral_fractures") == []


ENERGY = [
    ("I broke my hip in a car crash", True),
    ("hip fracture, RTA", True),
    ("pedestrian struck by car, pelvic fracture", True),
    ("fell off a horse and broke my wrist", True),
    ("fell from the roof, broke my hip", True),
    ("broke my leg skiing", True),
    ("fractured vertebra during a seizure", True),
    ("fell down a flight of stairs and broke my wrist", True),
    ("fell down 10 steps and broke my hip", True),
    ("I tripped and broke my wrist", False),
    ("slipped on the kitchen floor, hip fracture", False),
    ("fell from standing height, distal radius fracture", False),
    ("hip fracture, no trauma", False),
    ("vertebra collapsed while lifting a box", False),
    ("broke a rib coughing", False),
    ("low-energy hip fracture", False),
    ("broke my wrist, missed a step", False),
    ("fell down two steps and broke my ankle", False),
]


@pytest.mark.parametrize(("text", "high"), ENERGY)
def test_the_energy_is_heard(text: str, high: bool) -> None:
    assert heard(text).facts().get("high_energy") is high


@pytest.mark.parametrize(
    "text",
    [
        "I fell down the stairs and broke my wrist",
        "fell off a ladder, broke my hip",
        "broke my wrist cycling",
        "slipped on ice, broke my wrist",
    ],
)
def test_an_open_energy_is_asked(text: str) -> None:
    assert ("high_energy", [True, False]) in asked(text, "high_energy")
    assert [reason for reason, _ in asked(text, "fracture_site")] == ["high_energy"]
    assert "fracture_sites" not in heard(text).facts()


@pytest.mark.parametrize(
    "text",
    [
        "I broke my wrist when I was 12",
        "broke my arm as a child",
        "at 45 I broke my wrist",
        "wrist fracture aged 30",
        "I'm 62, broke my wrist 30 years ago",
        "I'm 70 and broke my hip in 1980",
        "broke my ankle in my twenties",
        "I was 48 and slipped in the shop, broken wrist",
    ],
)
def test_a_fracture_before_fifty_is_asked(text: str) -> None:
    reasons = [(f.certainty, f.status, f.reason) for f in found(text, "fracture_site")]
    assert reasons == [("ask", "past", "before_50")]


NOT_OWN = [
    ("my mother broke her hip", "family"),
    ("my mum had two vertebral fractures", "family"),
    ("mother hip fx, 62F", "family"),
    ("family history of hip fracture", "family"),
    ("what if I break my hip?", "hypothetical"),
    ("if I broke my wrist, would I need treatment?", "hypothetical"),
    ("suppose she had a hip fracture", "hypothetical"),
    ("Does Prolia prevent hip fractures?", "question"),
    ("atypical femur fracture signs", "question"),
    ("hip fracture symptoms", "question"),
    ("signs of a hip fracture", "question"),
    ("warning signs of vertebral fracture", "question"),
]


@pytest.mark.parametrize(("text", "status"), NOT_OWN)
def test_what_is_not_the_persons_own_is_no_fact(text: str, status: str) -> None:
    assert {f.status for f in found(text, "fracture_site")} == {status}
    assert "fracture_sites" not in heard(text).facts()
    assert "vertebral_fractures" not in heard(text).facts()


NOT_BROKEN = [
    "I broke a tooth",
    "she broke the news to me",
    "hip replacement for arthritis",
    "my hip hurts",
    "hip T -2.1",
    "hip pain",
    "back pain",
    "my car broke down",
    "I'm broke",
    "broken sleep",
    "collapsed lung",
    "can I crush the tablet?",
    "fracture risk",
    "hip fracture risk of 5%",
    "fracture clinic on Monday",
    "FRAX hip 5.2%",
    "I cracked my knuckles",
    "wedge pillow",
    "take a break from Fosamax",
    "my heart is broken",
    "spine T-score -2.5",
    "femoral neck -2.1",
    "I'm afraid of breaking my hip",
    "to prevent fractures",
    "I might break something",
    "neck pain",
    "I have a sore wrist",
    "broken English",
    "hip hop",
    "x-ray of my wrist",
    "arm circumference 30 cm",
    "",
]


@pytest.mark.parametrize("text", NOT_BROKEN)
def test_what_is_not_broken_is_no_fracture(text: str) -> None:
    facts = heard(text).facts()
    assert "fracture_sites" not in facts
    assert "fracture" not in facts
    assert [f for f in found(text, "fracture_site") if f.status == "present" and f.certainty == "clear"] == []


@pytest.mark.parametrize(
    "text", ["I had a fracture", "I broke a bone", "fragility fracture in 2019", "previous fracture"]
)
def test_a_fracture_without_a_site_is_asked(text: str) -> None:
    assert asked(text, "fracture") == [("site_missing", [])]


@pytest.mark.parametrize(
    "text",
    [
        "possible L1 fracture",
        "?hip fracture",
        "I think I may have cracked a rib",
        "suspected vertebral fracture",
        "r/o hip fracture",
    ],
)
def test_a_suspected_fracture_is_asked(text: str) -> None:
    assert [(f.certainty, f.status) for f in found(text, "fracture_site")] == [("ask", "unknown")]


@pytest.mark.parametrize("text", ["wrist", "my hip", "ankle"])
def test_a_place_alone_is_asked_and_never_taken_for_a_fracture(text: str) -> None:
    assert [reason for reason, _ in asked(text, "fracture_site")] == ["no_fracture_word"]


def test_a_contradiction_within_a_message_is_asked() -> None:
    assert [f.reason for f in found("she never broke anything, her hip fracture was in 2020", "fracture_site")] == [
        "contradiction"
    ]
