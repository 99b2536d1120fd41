"""Fractures as people tell them: suspected and cleared, forgotten and remembered, corrected, told in shorthand."""

from __future__ import annotations

from typing import Any

import pytest
from clinical_helpers import asked, clear, heard

NONE: dict[str, object] = {"fracture": "none"}


def told(text: str) -> dict[str, Any]:
    """Return what a message tells of fractures for sure, without the words on how they came about."""
    facts = heard(text).facts()
    return {name: facts[name] for name in ("fracture", "fracture_sites", "vertebral_fractures") if name in facts}


def is_asked(text: str) -> bool:
    """Return whether something on fractures is to be asked back."""
    return bool(asked(text, "fracture_site") or asked(text, "fracture"))


DIALECT = [
    "Hiya, 52, ovaries out at 44. T -2.9 spine. Still boiling hot at night. Never broken owt.",
    "68 and nowt broken, touch wood, T score -2.4",
    "I've never bust owt in me life, T -2.6",
    "ain't never broke a thing",
    "she never broke a thing, my mam, and she's 78, T -2.2",
    "no bones broke, thank God",
    "Never broken so much as a toe",
    "I've not had so much as a cracked rib, 68, T -2.2",
    "I've not had a single break in my body, T -2.4",
    "nuthin broken ever",
    "never had a bone broke",
    "nae fractures, T -2.2, 70",
    "not a bone broken in all my life",
    "Fx: ∅. T: −3.7 (LS). 70 y.",
    "fractures ∅, falls 1/yr",
    "Fx: Ø, T -2.2, 66F",
    "prior # ∅, T -1.9",
    "fractures: nada",
    "Patient 70 years. She did not have fractures, her mother neither.",
    "Dear colleague, my patient is 70. She did not have any fracture, her sister neither.",
    "I did not have fractures, my mother neither",
    "she had no fracture, neither did her sister",
    "68, gran of five, never broke anything",
    "mum of 3, 61, T -2.8, no fractures",
]


@pytest.mark.parametrize("text", DIALECT)
def test_a_denial_in_dialect_or_shorthand_is_heard(text: str) -> None:
    assert told(text) == NONE
    assert not is_asked(text)


NO_DENIAL = [
    "Have you ever broken owt?",
    "my mam never broke owt",
    "her mother never had fractures",
    "Fx: ?",
    "never broken a promise",
    "the scan showed nowt",
    "X-ray showed nowt broken this time",
    "I never broke owt till I fell last year",
    "the bone broke by a small force",
    "it hangs on which bone broke",
]


@pytest.mark.parametrize("text", NO_DENIAL)
def test_no_denial_is_heard_where_none_was_made(text: str) -> None:
    assert "fracture" not in told(text)


CLEARED = [
    "They said it might be a broken wrist but it turned out only sprained. 68, gran of five, never broke anything",
    "Mum is 76. Her doctor thought her back was fractured but the MRI showed no fracture, and she's never broken a bone",
    "thought I'd broken my hip in March but the x-ray was clear, just bruised. Never had a fracture",
    "A&E suspected a scaphoid fracture, the scan ruled it out. No fractures ever.",
    "suspected wrist # excluded on CT, nil fractures ever",
    "I was told my ankle was fractured, then they said it was only a bad sprain, I've never broken anything",
    "we feared mum's hip was broken, turned out to be only a bruise; she has never broken a bone. She's 80",
    "possible rib fracture last year, films normal. Never fractured anything",
    "The GP reckoned I had cracked my pelvis, MRI clear. I have never broken a bone",
]


@pytest.mark.parametrize("text", CLEARED)
def test_a_suspicion_that_was_cleared_is_no_fracture(text: str) -> None:
    assert told(text) == NONE
    assert not is_asked(text)


STILL_BROKEN = [
    ("thought it was a sprain but the x-ray showed my wrist was broken", {"fracture_sites": ["wrist"]}),
    ("They said it was sprained but it turned out to be a broken wrist", {"fracture_sites": ["wrist"]}),
    ("they told me my wrist was broken, my ankle was only sprained", {"fracture_sites": ["wrist"]}),
    ("they said my wrist was broken but the hip x-ray was clear", {"fracture_sites": ["wrist"]}),
    ("I was told I broke my hip. The scan showed no other fracture", {"fracture_sites": ["hip"]}),
    ("broke my wrist, the scan of my heart was normal", {"fracture_sites": ["wrist"]}),
    ("x-ray showed no fracture but the MRI showed a hip fracture", {"fracture_sites": ["hip"]}),
    ("Suspected hip fracture, CT confirmed", {"fracture_sites": ["hip"]}),
    ("possible pelvis fracture, which was confirmed on MRI", {"fracture_sites": ["pelvis"]}),
    ("suspected hip fracture, not confirmed yet", {}),
    ("might be a broken wrist, still waiting for the x-ray", {}),
    ("they thought my hip was broken, the x-ray was normal but then the MRI showed it was broken", None),
]


@pytest.mark.parametrize(("text", "facts"), STILL_BROKEN)
def test_a_fracture_beside_a_suspicion_stays(text: str, facts: dict[str, Any] | None) -> None:
    assert told(text) == facts if facts is not None else "fracture" not in told(text)
    assert not [f for f in heard(text).of("fracture_site") if f.value == "wrist" and f.status == "absent"]


CHILDHOOD = [
    "I broke my arm falling out of a tree when I was nine, nothing since. 65 year old woman, T -2.2 hip.",
    "Broke my collarbone as a kid, none since. 66, T -2.4",
    "fractured wrist at 12 in the playground, no fractures since then. T -2.5",
    "She broke her leg at school and has never broken anything since",
    "childhood elbow fracture, nil since, 71F T -2.1",
    "came off a pony at thirteen and broke my wrist. Nowt since.",
    "when I was 10 I broke my arm, that was the only one ever",
    "# clavicle age 6, nil as an adult, T -1.9, 68F",
    "Mum broke her ankle as a girl and nothing in the sixty years since; she's 77, T -2.5",
]


@pytest.mark.parametrize("text", CHILDHOOD)
def test_only_a_childhood_fracture_is_none_that_counts(text: str) -> None:
    assert told(text) == NONE
    assert not is_asked(text)


GROWN_UP = [
    ("broke my arm when I was nine, nothing since until my wrist last year when I tripped", None),
    ("I broke my wrist at 61, nothing since", {"fracture_sites": ["wrist"]}),
    ("broke my wrist slipping at 58 and none since", {"fracture_sites": ["wrist"]}),
    ("broke my ankle as a child and my wrist at 63, nothing since", {}),
    ("both wrists broken as a child. now 65 T -2.2, nothing since", {}),
    ("hip fracture in 2019, nothing since", {"fracture_sites": ["hip"]}),
    ("when I was at school my brother was ill; broke my wrist at 64, nothing since", {"fracture_sites": ["wrist"]}),
    ("broke my arm when I was nine", {}),
    ("broke my wrist at 45, nothing since. I am 66", {}),
    ("broke my hip when I was in my forties, nothing since", {}),
]


@pytest.mark.parametrize(("text", "facts"), GROWN_UP)
def test_nothing_since_leaves_a_later_fracture(text: str, facts: dict[str, Any] | None) -> None:
    assert told(text) == facts if facts is not None else "fracture" not in told(text)
    assert facts or is_asked(text)


REMEMBERED = [
    (
        "I said no fractures on the form but I forgot about my wrist in 2018, tripped over the bath mat and landed on "
        "my hand. 67, lady, T -2.2",
        "wrist",
    ),
    ("69 female, t score -2.7, fracture none. Actually wait there was the wrist when I slipped at the pool", "wrist"),
    ("No fractures. Oh wait, I forgot my ankle, went over on it in 2020", "ankle"),
    ("never broken anything... hang on, there was my collarbone three years ago, tripped over the dog", "clavicle"),
    ("I put no fractures but I had forgotten the wrist I broke in 2019", "wrist"),
    ("72F no fx - correction, pelvis last year", "pelvis"),
    ("no broken bones, but the doctor reminded me of my wrist, the fall on the patio", "wrist"),
    ("I told the nurse no fractures but never mentioned my elbow, fell in the kitchen 2022", "elbow"),
    ("she said no fractures, then remembered her shoulder blade, slipped in the bath 2 years ago", "scapula"),
    ("She says no fractures but her daughter reminded us about the pelvis in 2022, fell off a chair", "pelvis"),
    ("I ticked no fractures, completely forgot I cracked a rib coughing in 2021. 70, T -2.3", "rib"),
    ("Never broken a bone. Oh hang on, I did break my wrist in 2018, tripped on the mat", "wrist"),
]


@pytest.mark.parametrize(("text", "site"), REMEMBERED)
def test_a_no_that_is_taken_back_is_no_denial(text: str, site: str) -> None:
    assert told(text) == {"fracture_sites": [site]}


NOT_REMEMBERED = [
    "I said no fractures on the form and that is right",
    "no fractures, I forgot to mention my hip hurts",
    "no fractures but I forgot my wrist splint today",
    "No fractures. I forgot my hip scan result, will ask",
    "no fractures, forgot to say my wrist pain is bad",
    "No fractures. Sorry, there was my mother's hip",
    "No fractures. There was a hip replacement for arthritis in 2019",
    "no fractures; I forgot about my knee physio",
]


@pytest.mark.parametrize("text", NOT_REMEMBERED)
def test_other_things_that_were_forgotten_leave_the_denial(text: str) -> None:
    assert told(text) == NONE


CONTRADICTED = [
    "75F. No previous fractures. PSHx: L DHS for NOF # 2019, appendicectomy. DXA T-score -1.7 lowest",
    "PMH: no fractures. Surgical hx: right hemiarthroplasty for hip fracture 2020. T -1.9",
    "Never fractured. Op notes: ORIF wrist 2021.",
    "72F. Nil previous fractures. Ortho letter: Colles' # 2018 in cast.",
    "No fractures. Past history: vertebral fracture L1 2017, hypertension.",
    "I have no fractures. I broke my hip in 2019.",
    "Fractures: none. XR 2022: T12 wedge fracture.",
    "no prior fx. PMH DM2, HTN, hip fx 2016",
]


@pytest.mark.parametrize("text", CONTRADICTED)
def test_a_record_that_contradicts_itself_is_asked(text: str) -> None:
    assert told(text) == {}
    assert "contradiction" in [reason for reason, _ in asked(text, "fracture_site")]


AGREED = [
    ("No previous fractures. Tripped on rug last night, wrist #", ["wrist"]),
    ("No fractures before this. NOF # 2019", ["hip"]),
    ("NOF # 2019. No fractures since.", ["hip"]),
    ("No fractures until 2019, when I broke my hip", ["hip"]),
    ("No fractures. Oh sorry, I broke my wrist in 2019", ["wrist"]),
    ("no hip fracture. Colles 2019", ["wrist"]),
    ("X-ray showed no fracture. I broke my wrist in 2019", ["wrist"]),
    ("No fractures other than NOF # 2019", ["hip"]),
    ("hip fracture 2019. No other fractures", ["hip"]),
    ("No fragility fractures. Ankle # in RTA 1995", ["ankle"]),
    ("72F. no previous fracture. Fell at home yesterday: NOF #", ["hip"]),
    ("No fractures in my family. I broke my wrist in 2019.", ["wrist"]),
]


@pytest.mark.parametrize(("text", "sites"), AGREED)
def test_a_denial_of_other_fractures_contradicts_nothing(text: str, sites: list[str]) -> None:
    assert told(text).get("fracture_sites") == sites


CORRECTED = [
    ("two fractured vertebrae... just rang the clinic, it's three. T-score -3.3. I'm 73 yrs old", 3),
    ("I told you one crushed vertebra, sorry, make that two", 2),
    ("2 VFs, correction 3", 3),
    ("I said two vertebrae crushed, it's actually only one", 1),
    ("two collapsed vertebrae - no, three of them", 3),
    ("one vertebral fracture; just got the letter, it's actually two", 2),
    ("she has 2 VCFs, wait, report says 4", 4),
    ("one squashed vertebra. The GP rang: it's two now", 2),
    ("three vertebral fractures, no sorry two", 2),
    ("two fractured vertebrae, it's three years since my scan", 2),
    ("two vertebral fractures, it's 3 months ago", 2),
    ("2 VFs, T -3, it's 3 weeks", 2),
    ("two crushed vertebrae and three ribs", 2),
    ("two VFs, sorry, age is 73", 2),
    ("2 VFs. it's -3.1", 2),
    ("two VFs, it's three tablets I take", 2),
    ("one collapsed vertebra, I said it's one", 1),
    ("two vertebral fractures. Score wrong, it's -3.", 2),
]


@pytest.mark.parametrize(("text", "count"), CORRECTED)
def test_the_corrected_number_counts(text: str, count: int) -> None:
    assert told(text).get("vertebral_fractures") == count


REPLACED = [
    ("fractured my collarbone, no sorry, the shoulder, head of the humerus, just fell over", ["proximal_humerus"]),
    ("broke my shoulder, the ball of the humerus", ["proximal_humerus"]),
    ("broken shoulder, humeral head, tripped", ["proximal_humerus"]),
    ("Broke her shoulder (ball part) falling off the step", ["proximal_humerus"]),
    ("broke my wrist, sorry, I mean my ankle", ["ankle"]),
    ("hip fracture - no, wait, it was the pelvis", ["pelvis"]),
    ("fractured elbow, scratch that, the wrist", ["wrist"]),
    ("broke my hip, no sorry my wrist, slipped in the kitchen", ["wrist"]),
    ("a rib fracture, correction, collarbone", ["clavicle"]),
    ("broke my wrist. Sorry for the long story, my hip hurts", ["wrist"]),
    ("broke my wrist and, sorry, my ankle is swollen", ["wrist"]),
    ("broke my collarbone, sorry to go on", ["clavicle"]),
]


@pytest.mark.parametrize(("text", "sites"), REPLACED)
def test_the_corrected_bone_counts(text: str, sites: list[str]) -> None:
    assert told(text).get("fracture_sites") == sites


SPINE = [
    ("81 y.o. woman, mild wedge D12 and severe L1. T: spine -3.9", 2),
    ("moderate wedge of T11, mild L2", 2),
    ("wedge fracture D11 and moderate D12 and severe L1", 3),
    ("severe crush T7, slight L1", 2),
    ("L2 osteoporotic-looking fracture on MRI, no trauma", 1),
    ("benign-appearing fracture of T9, no trauma", 1),
    ("70yo on Prolia since 2021, original indication L3 crush fracture, BMD now T -2.6", 1),
    ("initial indication was a T12 fracture", 1),
    ("Indication: L1 compression fracture. T -2.9", 1),
    ("TV L1 + T12, 72 ans, T rachis -3,4, échec alendronate", 2),
    ("TV D11, L2 et L3, 75 ans, T -3,1", 3),
    ("femme 70 ans, 2 TV, T rachis -3", 2),
    ("71 ans, TV x3, T -2,9", 3),
    ("mild wedge D12 and severe pain L1", 1),
    ("mild wedge D12, severe L4 stenosis", 1),
    ("D12 wedge fracture and severe L5 disc disease", 1),
    ("72 ans, fatiguee devant la TV, T -2,1", None),
    ("is an L3 fracture an indication for denosumab?", None),
    ("what are the indications for teriparatide: vertebral fractures?", None),
]


@pytest.mark.parametrize(("text", "count"), SPINE)
def test_vertebrae_in_shorthand_are_counted(text: str, count: int | None) -> None:
    assert told(text).get("vertebral_fractures") == count


@pytest.mark.parametrize(
    "text",
    [
        "my nan is in her 80s, two maybe three bones gone in her spine without even falling, score of -3",
        "two or three crushed vertebrae",
        "2-3 VFs",
        "one or two compression fractures",
        "either 3 or 4 collapsed vertebrae",
        "2 to 3 vertebral fractures",
        "2, poss 3, crush #s",
        "two, possibly three, vertebral fractures",
        "MRI says 'one or two' compression fractures",
        "several bones crumbled in her spine, she's 78",
    ],
)
def test_a_number_said_as_a_range_is_asked(text: str) -> None:
    assert told(text) == {"fracture_sites": ["vertebra"]}
    assert [reason for reason, _ in asked(text, "vertebral_fractures")] == ["count_unclear"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("three bones gone in her spine", 3),
        ("two bones collapsed in my back", 2),
        ("grade 2-3 vertebral fracture at L1", 1),
        ("2 falls, 3 vertebral fractures", 3),
        ("in 2 or 3 years two vertebral fractures", 2),
        ("one or two drinks a day, two crushed vertebrae", 2),
        ("T -2 to -3, 3 VFs", 3),
        ("two vertebral fractures, maybe three glasses of wine a week", 2),
    ],
)
def test_a_number_beside_other_numbers_is_no_range(text: str, count: int) -> None:
    assert told(text).get("vertebral_fractures") == count


ENERGY = [
    ("L1 burst # in RTA 2018, nothing low energy. 64F, T -2.6 spine (L2-4). does that count?", True),
    ("MS, wheelchair bound. distal femur # during hoist transfer", False),
    ("hip # in an MVA, no low trauma fractures", True),
    ("Fell off ladder cleaning gutters (about 3 m), wrist #, 60F, t score -1.5. No other fractures.", True),
    ("fell off a ladder trimming the hedge, roughly 10 feet, broke my hip", True),
    ("fell from a ladder while painting, a drop of 4 metres, pelvis fracture", True),
    ("T6 complete paraplegia since MVA at 35, now 54F, distal femur # during transfer, hip T -3.8", False),
    ("wheelchair user after a car crash in 1990, broke her femoral shaft being hoisted", False),
    ("tetraplegic following RTA, tibial plateau # on transfer", False),
    ("spinal cord injury from a motorbike accident at 20, distal femur fracture when transferring", False),
    ("paralysed since a road accident, hip # during physio", False),
    ("distal femur # during a car crash", True),
    ("hip fracture in a road accident, in a wheelchair since", True),
    ("distal femur # during transfer to hospital after RTA", True),
    ("fell 3 m from a ladder, wrist #", True),
]


@pytest.mark.parametrize(("text", "high"), ENERGY)
def test_the_energy_is_that_of_the_fracture(text: str, high: bool) -> None:
    assert heard(text).facts().get("high_energy") is high
    assert heard(text).facts().get("fracture_sites")


@pytest.mark.parametrize(
    "text",
    [
        "Mum fell down the stairs and broke her hip. She's 72, T-score -2.6",
        "68 f, came off my bike and broke my wrist. T score -2.4",
        "Wrist # falling on the stairs, 60F, T-score -2.2",
        "fell off ladder cleaning windows, wrist #, T -1.5",
        "fell off a step ladder 2 ft, wrist #",
        "fell from stepladder (3rd rung), Colles",
    ],
)
def test_stairs_bicycles_and_ladders_are_asked(text: str) -> None:
    assert asked(text, "high_energy")
    assert told(text) == {}


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("Stress # 2nd metatarsal in a 62yo walker, DXA FN -2.3", ["foot"]),
        ("stress fracture 3rd metatarsal", ["foot"]),
        ("# 5th metacarpal, 60F T -2.1", ["hand"]),
        ("fracture of the fifth metatarsal", ["foot"]),
        ("70 y F distal radius T-score –1.0 fem neck. bisphosphonate or not?", ["wrist"]),
        ("68F wrist T -1.8 spine", ["wrist"]),
        ("71F, pelvis, T-score -2.3 total hip", ["pelvis"]),
        ("66F ankle T -2.4 (LS)", ["ankle"]),
    ],
)
def test_a_bone_in_shorthand_is_read(text: str, sites: list[str]) -> None:
    assert told(text).get("fracture_sites") == sites


@pytest.mark.parametrize(
    "text",
    [
        "70F distal radius T-score -1.0, fem neck -1.2",
        "distal radius T-score -2.8, spine T -1.9",
        "70F hip T -2.1 spine -1.8",
        "65F forearm T -3.0 spine T -2.0",
        "wrist T -2.1 hip -1.8",
        "T -2.6 spine (L2-4), 64F",
        "T-score -2.6 lumbar spine (L1-L4), 64F",
        "LS -2.1 (L2-L4) FN -1.8, 70F",
        "distal radius T-score -1.0",
    ],
)
def test_a_measured_bone_is_not_broken(text: str) -> None:
    assert told(text) == {}


NECK = ["hip", "cervical_spine"]


@pytest.mark.parametrize(
    "text",
    [
        "neck fracture after a fall in NH, 83F, T -1.8 hip. conservative mx",
        "# neck, 80F, conservative",
        "fractured neck, nursing home resident 88",
        "neck # last month 79F T -2.2",
        "pt with a neck fracture, simple fall",
        "Neck fracture 2022, 76F T -1.9",
        "83F NH resident, neck fx, T -2.2",
        "she has a neck fracture, T -1.8",
    ],
)
def test_a_broken_neck_of_femur_or_spine_is_asked(text: str) -> None:
    assert told(text) == {}
    assert ("site_unclear", NECK) in asked(text, "fracture_site")


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("84F fall from bed, neck fracture, for hemiarthroplasty", "hip"),
        ("fractured neck of femur", "hip"),
        ("neck fracture C2, in a collar", "cervical_spine"),
        ("broke my neck", "cervical_spine"),
        ("she broke her neck", "cervical_spine"),
        ("I fractured my neck in 2019", "cervical_spine"),
        ("surgical neck fracture", "proximal_humerus"),
        ("she fractured the neck of her humerus", "proximal_humerus"),
        ("metacarpal neck fracture", "hand"),
        ("radial neck fracture", "elbow"),
        ("humeral neck fracture", "proximal_humerus"),
        ("femoral neck fracture", "hip"),
        ("cervical spine fracture", "cervical_spine"),
    ],
)
def test_a_broken_neck_that_is_told_is_read(text: str, site: str) -> None:
    assert told(text) == {"fracture_sites": [site]}


@pytest.mark.parametrize(
    "text",
    [
        "Rib fractures after minor fall, T -1.5 LS, 72F. severe or not?",
        "rib #s coughing, 70F",
        "rib fxs, T -2.1",
        "multiple rib fractures, 81F",
        "she had rib fractures last winter",
        "several rib fractures",
        "broken ribs",
        "2-3 ribs broken",
        "two or three cracked ribs",
        "a few cracked ribs",
    ],
)
def test_ribs_without_a_number_are_asked(text: str) -> None:
    assert "rib" not in told(text).get("fracture_sites", [])
    assert ("site_unclear", ["three_ribs", "rib"]) in asked(text, "fracture_site")


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("two rib fractures", "rib"),
        ("3 rib fractures", "three_ribs"),
        ("one or two broken ribs", "rib"),
        ("4 or 5 broken ribs", "three_ribs"),
        ("rib fractures x4", "three_ribs"),
        ("a rib fracture", "rib"),
        ("single rib # after sneezing", "rib"),
        ("rib fractures: 2", "rib"),
        ("four rib #s", "three_ribs"),
        ("rib fracture, T -2.1", "rib"),
    ],
)
def test_a_number_of_ribs_is_read(text: str, site: str) -> None:
    assert told(text) == {"fracture_sites": [site]}


KIN = [
    ("Please help, grandma 85 hip fracture", ["hip"]),
    (
        "I'm writing for my aunt (79). Her late husband had Paget's. She broke her hip getting up from the toilet",
        ["hip"],
    ),
    ("Nan 88 broke her hip. T -2.9", ["hip"]),
    ("mother 79 fractured pelvis, T score -2.5, what to do", ["pelvis"]),
    ("My mum (81) broke her wrist. My dad drives her about. She has a T-score of -2.6", ["wrist"]),
    ("gran, 90, hip fracture in March. Grandad died last year. Should she have the injection?", ["hip"]),
    ("aunty 77 wrist broken, slipped at the temple, her son is a doctor", ["wrist"]),
    ("my mother aged 80 broke her hip, please advise", ["hip"]),
    (
        "Grandma 87, no fractured vertebrae. But she did crack her wrist in January tripping over the cat. T-score -1.8.",
        ["wrist"],
    ),
    ("I'm 62, T -2.1. My mother 85 hip fracture", None),
    ("65F, T -2.5, mother 82 hip fx", None),
    ("my late aunt broke her hip at 79. I am 60", None),
    ("my gran broke her hip at 85, she died of it", None),
    ("my mum broke her hip at 70, I'm terrified of ending up like her", None),
    ("My aunt is 79 and broke her hip, I'm 60 with T -2.2", None),
    ("My friend (79) broke her hip", None),
    ("My husband broke his hip. He is 80. I have no fractures", None),
]


@pytest.mark.parametrize(("text", "sites"), KIN)
def test_the_fracture_of_the_relative_asked_for_is_hers(text: str, sites: list[str] | None) -> None:
    assert told(text).get("fracture_sites") == sites


@pytest.mark.parametrize(
    ("text", "energy"),
    [
        ("82F, R intertroch # 6/12 ago, fell from bed height, T -2.4", [False]),
        ("hip fracture, fell from chair height", [False]),
        ("wrist #, fall from standing height", [False]),
        ("fell from a great height, hip fracture", [True]),
        ("57F fell ~3 m off a roof -> tib/fib shaft #s", [True]),
    ],
)
def test_the_height_of_furniture_is_no_height(text: str, energy: list[bool]) -> None:
    assert clear(text, "high_energy") == energy


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("80F, 3 concurrent rib #s after low-energy fall, T -1.2", ["three_ribs"]),
        ("three simultaneous rib fractures", ["three_ribs"]),
        ("74F C2 peg # after simple fall, no other fractures, T -2.3", ["cervical_spine"]),
        ("80F odontoid peg fracture", ["cervical_spine"]),
        ("T-score -1.9, I'm 61, is that osteopenia? broke my ankle in the spring", ["ankle"]),
        ("is that bad? broke my wrist last year", ["wrist"]),
    ],
)
def test_more_bones_are_read(text: str, sites: list[str]) -> None:
    assert clear(text, "fracture_site") == sites


def test_a_query_mark_before_a_fracture_still_asks() -> None:
    for text in ("70F ?fracture L2", "? # wrist", "(?fracture of the hip)"):
        assert clear(text, "fracture_site") == []


def test_what_follows_me_is_told_of_the_writer() -> None:
    text = "sister is on prolia for her spine fractures. me: 66 woman, -2.6, broken wrist 2019 slipped on wet leaves."
    assert (clear(text, "fracture_site"), clear(text, "age"), clear(text, "t_score")) == (["wrist"], [66], ["-2.6"])
    assert clear(text, "drug") == clear(text, "red_flag") == []


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("59F no prior fx FN T-score -1.8, denies hot flashes", NONE),
        ("no fractures LS T -2.2", NONE),
        ("Dx osteoporosis. Age 75. Fx: none. T: -2.9 (neck).", NONE),
        ("80F, new hip # in spite of full compliance", {"fracture_sites": ["hip"]}),
        ("a new hip fracture last week", {"fracture_sites": ["hip"]}),
        ("I have a new hip", {}),
    ],
)
def test_the_names_of_a_scan_and_of_a_joint_are_no_bones_that_broke(text: str, facts: dict[str, Any]) -> None:
    assert told(text) == facts
