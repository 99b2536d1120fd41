"""Whose age it is: a relative's beside her word, a patient's beside her name, and which of several ages is today's."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found, heard

TOLD_OF = [
    ("Grandma 87, x-ray of the spine clear. She cracked her wrist tripping over the cat. T-score -1.8", 87),
    ("Mother 79, MRI shows compression fractures. T -2.8", 79),
    ("Please help, grandma 85 hip fracture", 85),
    ("Mother in law 76 fell at the temple from standing, femur neck fracture. BMD T score -2.9. Which medicine", 76),
    ("Mam is 84, T score minus 3.5, the GP wants to give her the 6 month injection", 84),
    ("Aunt Rosa is 83. Three ribs broken at the same time just from coughing.", 83),
    ("I'm writing for my aunt (79). She broke her hip getting up from the toilet.", 79),
    ("My mother 74, T score -1.7. Never had any fracture. She wants the yearly drip like her neighbour has.", 74),
    ("mum of two here asking for my nan who is 82!! nan broke her hip, her score was -2.2. i'm 33 and fine lol", 82),
    ("nanna, 91, broke her pelvis getting out of the bath, never scanned", 91),
    ("Hi, my wife Deirdre is 72, T score -2.9, broke her wrist on the ice at mass", 72),
    ("Mummy 78 yrs fell in bathroom, hip fracture operated, T score -3.1, pls suggest tablet", 78),
    ("granny's 88, crushed a vertebra lifting a kettle, T -3", 88),
    ("My step-mum (81) broke her hip. T-score -2.4", 81),
    ("mother-in-law aged 80, hip fracture, T -2.6. what for her?", 80),
    ("Aunty Pat, 77, wrist fracture after a trip, T -2.6, is there something for her?", 77),
    ("My grandma is now 90 and broke her hip", 90),
    ("My sister Anne-Marie (68) broke two ribs at once and her pelvis. T -2.2. What should she take?", 68),
    ("mum 69, hip t score -2.7 no breaks, should she start the tablets", 69),
    ("mother 82 slipped, wrist gone, score -2.6. which tablet for her?", 82),
]


@pytest.mark.parametrize(("text", "age"), TOLD_OF)
def test_the_age_beside_a_relative_is_hers_and_the_case_is_hers(text: str, age: int) -> None:
    assert heard(text).facts().get("age") == age
    assert heard(text).about not in ("", "writer")


HERS = [
    "I'm writing for my aunt (79). Her late husband had Paget's. She broke her hip getting up from the toilet.",
    "Asking for mum, 80. Her brother takes Fosamax. She broke her hip in May, T -2.2",
    "My mother is 77. Dad looks after her. She tripped and broke her hip, T -2.4",
    "for my nan, 82, broken hip after a trip, T -2.9, what tablets",
    "Hello, for our mother: 82, hip fracture, T -2.4",
    "My mother-in-law, Sheila, 79, broke her hip",
    "My mum Sheila is 79 and broke her hip",
    "mum will be 80 in March. T -2.4, hip fracture",
    "my grandmother of 84 broke her hip, T -2.6",
]


@pytest.mark.parametrize("text", HERS)
def test_the_fracture_is_hers_whoever_else_is_named(text: str) -> None:
    assert heard(text).facts().get("fracture_sites") == ["hip"]
    assert 77 <= heard(text).facts().get("age", 0) <= 84


@pytest.mark.parametrize(
    "text",
    [
        "My aunt takes Fosamax. Her husband is 79. He broke his hip. I'm 62, T -2.2",
        "I'm 62, T -2.2. My mother is fine. My father is 88 and frail. He broke his hip",
        "my patient's mother 90 had hip #. Patient 62, T -2.4",
        "pt 62 T -2.4 mum 90 hip #",
        "my mum aged 80 broke her hip. T -2.4, I am 62 myself",
        "I (62) have a sister (70) with a hip fracture. My T -2.3",
        "My sister 66 broke her hip, me I'm 62, T -2.6",
        "I'm 62 and my aunt Rosa is 83 and broke her hip",
    ],
)
def test_the_fracture_of_another_is_not_hers(text: str) -> None:
    assert heard(text).facts().get("age") == 62
    assert "fracture_sites" not in heard(text).facts()


def test_a_birthday_soon_makes_a_relative_a_year_younger() -> None:
    assert clear("mum 59 next month, T -2.8, no fractures, flushes", "age") == [58]
    assert clear("Mrs Byrne is 72, seen next month, T -2.8", "age") == [72]


NAMED = [
    ("Single rib # after sneezing, mrs D is 71, DEXA neck -2.5.", 71),
    ("Mrs Murphy 72, menopause at 50, T-score -2.9, no fractures on hx. Mother broke a hip at 80.", 72),
    ("Mrs O'Sullivan, 77, hip # last May, T -2.2", 77),
    ("Mrs. Kaur (66), Colles, T -2.6", 66),
    ("Ms Patel-Jones is now 59, no fx, T -2.8", 59),
    ("Miss B 81 NOF # T -3", 81),
    ("Mrs de Souza aged 68, wrist #, T -2.3", 68),
    ("T -2.7, no fx. Mrs K is 63. Options?", 63),
    ("2 ribs cracked bending over the cot, granny of 63, DXA -1.4 LS", 63),
    ("Wrist #, grandmother of 70, T -2.1", 70),
    ("56 \u2640 BP-naive, 1x VFx T9 grade 2, T spine -2.8, no vasomotor sx", 56),
    ("\u2640 72, hip #, T -2.4", 72),
    ("hip #, 81\u2640, T -2.4", 81),
    ("68yo\u2640 T -2.6 no fx", 68),
    ("\u264070 wrist fx, T -1.9", 70),
    ("LFN -3.3, RFN -3.1, L/S uninterpretable. 80 yrs", 80),
]


@pytest.mark.parametrize(("text", "age"), NAMED)
def test_the_age_beside_a_patients_name_or_sign_is_hers(text: str, age: int) -> None:
    assert clear(text, "age") == [age]


@pytest.mark.parametrize("text", ["56 \u2640, T -2.6", "\u2640 72 hip #, T -2", "wrist fx, 70\u2640"])
def test_the_sign_of_venus_tells_the_sex(text: str) -> None:
    assert clear(text, "sex") == ["female"]


def test_the_sign_of_mars_tells_the_sex() -> None:
    assert clear("72 \u2642, hip #, T -2.6", "sex") == ["male"]


def test_the_sign_inside_a_picture_tells_nothing() -> None:
    assert found("no idea \U0001f937\u200d\u2640\ufe0f T -2.6", "sex") == []
    assert clear("72 \U0001f937\u200d\u2642\ufe0f hip fracture", "sex") == []


TODAYS = [
    ("60 next month, so 59 still. Spine -2.2, no fractures, post menopause.", 59),
    ("71 next week, T -2.8", 70),
    ("No fractures, T -2.2, 66 in two weeks", 65),
    ("still only 59, T -2.6, no fractures", 59),
    ("T -2.8, no fractures, 58 still", 58),
    ("Score 2.2 last year and 2.5 this year, going the wrong way! 62, menopause at 51, wrist fracture.", 62),
    ("Hello! 64, hip -2.6", 64),
    ("Should I worry? 70, T -2.6, no breaks", 70),
    ("57 & post-meno. Spine -1.9. My mum broke her hip at 70.", 57),
    ("63 + postmenopausal, T -2.6", 63),
    ("# finger at netball aged 58, nothing else. now 61. T -1.2", 61),
    ("fractured wrist aged 55, now 67, T -2.1", 67),
    ("broke my ankle at the age of 51. 72 now. T -2.2", 72),
    ("Colles # aged 62, currently 74, T -2.6", 74),
    ("menopause aged 49, she is 66 now, T -2", 66),
    ("Hip # at 78, now 80, T -2.2", 80),
    ("My twin's DEXA was -3.4. I haven't had mine yet. We're 65. I did break my wrist two years ago.", 65),
    ("we are both 66 and retired. I broke my wrist, T -2.1", 66),
    ("My husband and I are 68, I broke my hip last year, T -2.4", 68),
    ("My sister and I are twins of 70. My T is -2.9", 70),
]


@pytest.mark.parametrize(("text", "age"), TODAYS)
def test_todays_age_is_told_from_the_others(text: str, age: int) -> None:
    assert heard(text).facts().get("age") == age
    assert clear(text, "age") == [age]


NOT_THE_CASES = [
    ("I live with my mother, 85, and I broke my wrist, T -2.3", None),
    ("My daughter 35 is a nurse and says I need a scan. I'm 62, T -2.1", 62),
    ("Daughter (40) typed this for me. I am 71 and broke my hip", 71),
    ("I'm 62, my mum 85 broke her hip", 62),
    ("62, T -1.8. mother 90 hip fx", 62),
    ("72F T -2.7, mother 95 alive, sister 70 on Prolia", 72),
    ("my friend Anne is 70 and takes Fosamax, I take nothing, T -2.2", None),
    ("my neighbour, 81, broke her hip. I'm 59, no breaks", 59),
    ("I am a mum of 2, 47 hours of work a week", None),
    ("lives with son, 81, hip fracture, T -2.2", 81),
    ("broke a rib lifting my grandson, 73, T -2.6", 73),
    ("Mum 70 when she broke her hip. T -2.6", None),
    ("My gran was 81 when she broke her hip. T -2.6, I'm 60", 60),
    ("mother 52 at menopause, T -2.2, I'm 60", 60),
    ("patient's sister, 70, has osteoporosis. T -2.2 FN, no fx", None),
    ("Pt's mother 91, broke both hips. Pt 66, T -2.4", 66),
    ("mum now 82 and me 60. T -2.0", 60),
    ("it cost me 60 euros and took me 70 minutes, T -2.2", None),
    ("gave me 60, T -2.2", None),
    ("my nan 88 had a stroke, I'm 50, T -2.1", 50),
    ("70 F, sister 68 on Prolia, T -2.2", 70),
    ("mother of 3, I'm 64, T -2.2", 64),
    ("gran of five, 68, T -3.2, never broke anything", 68),
    ("My mum died at 82. T -2.2", None),
    ("Mrs Murphy bed 72 T -2.2", None),
    ("Mrs Byrne in room 66, hip #", None),
    ("Mrs Byrne weighs 66, T -2.6", None),
    ("mum takes 70 mg on mondays", None),
    ("my gran weighs 60, T -2.6", None),
    ("my mum's score is 65", None),
    ("we are 3 sisters, T -2.2", None),
    ("we are 50 miles from the clinic", None),
    ("60% next month", None),
    ("2 scans! 60 mg Prolia", None),
    ("My sister and I both take Fosamax; she's 70 and I'm 66", 66),
    ("my mum 80 kilos, T -2.2", None),
    ("nan smokes 40 a day and broke her hip", None),
    ("Mum has had 60 sessions of physio", None),
]


@pytest.mark.parametrize(("text", "age"), NOT_THE_CASES)
def test_anothers_age_and_other_numbers_are_not_the_cases(text: str, age: int | None) -> None:
    assert heard(text).facts().get("age") == age


AT_THE_FRACTURE = [
    "bilat wrist fx at 69, one year apart. nil vertebral. T \u22123.5 L-spine",
    "hip # at 82. T -2.2",
    "NOF # at 77, T -2.6 FN",
    "wrist fx at age 66, T -1.9 LS",
    "T -2.4 TH, # humerus at 71",
    "Colles fx at age 64, BP naive, T -2.6",
    "VCF L1 at 73, T -2.9",
    "# pelvis at 79, DXA -2.3",
]


@pytest.mark.parametrize("text", AT_THE_FRACTURE)
def test_an_age_that_may_be_that_of_the_fracture_only_is_asked(text: str) -> None:
    assert "age" not in heard(text).facts()
    ((reason, candidates),) = asked(text, "age")
    assert reason == "age_then"
    assert len(candidates) == 1


@pytest.mark.parametrize(
    "text",
    [
        "hip # at 82, now 84, T -2.2",
        "70F, wrist # at 62, T -2.2",
        "70F T -2.2, mother hip # at 82",
        "menopause at 52, T -2.2, no fx",
        "hysterectomy at 41, hip #, T -2",
        "I broke my wrist at 58",
        "FHx hip # at 80 (mother). T -2.1, no fx",
        "DXA at 65, T -2.1, wrist #",
        "wrist fx, age 66, T -2.1",
    ],
)
def test_an_age_at_an_event_is_not_asked_for_where_another_is_told_or_it_is_no_fracture(text: str) -> None:
    assert [f for f in found(text, "age") if f.reason == "age_then"] == []


def test_an_age_beside_a_year_of_birth_that_makes_another_is_asked() -> None:
    assert asked("I am 58, born in 1946", "age") == [("contradiction", [58])]
    assert clear("I'm 79, born 1946, hip fracture", "age") == [79]
    assert clear("I'm 80, born in 1946", "age") == [80]


def test_who_writes_here_is_no_relative() -> None:
    assert clear("74 year old granny here! Cracked my pelvis last autumn", "age") == [74]
    assert clear("74 yr old gran here. broke my hip in May", "age") == [74]
    assert clear("55yo F LMP age 51, no fx, LS T -2.5", "age") == [55]


def test_the_age_now_counts_beside_that_of_an_accident() -> None:
    assert clear("RTA polytrauma aged 40 (tib/fib, ribs), nil since. 69 now w T -1.4", "age") == [69]
    assert clear("59 and postmenopausal. Tscore hip -2.4", "age") == [59]
