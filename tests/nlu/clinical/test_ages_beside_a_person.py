"""Ages beside a person's word, name or title, and ages that are those of an earlier day."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found


@pytest.mark.parametrize(
    ("text", "age"),
    [
        # The words that families have for a grandmother or mother.
        ("My gogo is 79, she slipped in the kitchen, hip fracture", 79),
        ("Oma is 84 and broke her pelvis, T -2.3", 84),
        ("My momma's 77, T -2.9, broken wrist", 77),
        ("my dadi is 82. hip fracture in bathroom. which medicine", 82),
        ("Ouma of 76, wrist # after a trip, T -2.4", 76),
        ("Mama of about 80, hip #, no DXA", 80),
        # Her name between.
        ("my sister Jana 68, T-score -2.4, no fractures, what can she take", 68),
        ("My mother Grace 79 fell and broke her hip", 79),
        # Her age before her word.
        ("My 84-year-old nan broke her hip, T -2.2. What should she take?", 84),
        ("79 year old mum, hip # T -2.9", 79),
        ("a 70 year old aunt broke her wrist, T -2.6. Which tablet", 70),
        # Titles and labels.
        ("Madam is 71, hip fracture, T -2.2", 71),
        ("Mdm 66, wrist # T -2.4", 66),
        ("Frau 62 J., T-Wert -2,8", 62),
        ("Pat. 71 J, wrist fracture, T -2.1", 71),
        # Who she is comes sentences before.
        ("My aunt has a sore back since May. Score -2.4. She is 73. What now?", 73),
        ("The lady I look after is 90. Hip fracture last week", 90),
        ("I write for my mum, she lives abroad, has 76 years. She broke her hip, T -2,4", 76),
        ("Mother 81 fall in garden, wrist broken", 81),
        # Ways to tell it last, first or in years lived.
        ("81 I am, T -2.4, no fractures", 81),
        ("Never broke a bone in 68 years - T -1.8", 68),
        ("T is -1.6. What do you think? 71 years.", 71),
        # The menopause has an age of its own.
        ("70/F, LMP 49yo, wrist #", 70),
        ("66F menopause at 50 yrs, T -2.4", 66),
        ("on risedronate 4 yrs, now wrist # tripping at 74. T -2.8", 74),
    ],
)
def test_the_age_is_told(text: str, age: int) -> None:
    assert clear(text, "age") == [age]
    assert not asked(text, "age")


@pytest.mark.parametrize(
    "text",
    [
        "Cracked my foot (a toe bone) slipping off a kerb at 61. Bone density -1.7",
        "I snapped my wrist dancing at 58, bone density -2.2",
        "How long do I take it? 20 years?",
        "Can I stay on it for long? 40 years?",
        "my aunt takes 70, weekly",
    ],
)
def test_no_age_of_today(text: str) -> None:
    assert not clear(text, "age")


def test_an_age_of_another_stays_hers() -> None:
    text = "My mother broke her hip. She is 85. My T is -2.1"
    assert [f.status for f in found(text, "age")] == ["family"]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("I am 56 and my 80 year old mother broke her hip. My T is -2.1", 56),
        ("My 30 year old daughter asks about my bones, I am 61", 61),
        ("61F, 85 year old mother broke a hip, T -2.2", 61),
        ("Two ribs went when my husband hugged me. 76 yrs, T -2.7", 76),
    ],
)
def test_her_own_age_beside_that_of_another(text: str, age: int) -> None:
    assert clear(text, "age") == [age]
