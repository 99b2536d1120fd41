"""Red flags fire on symptoms that somebody has now, and stay quiet on questions, history, family and denials."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from clinical_helpers import flags

PHRASES = yaml.safe_load((Path(__file__).parent / "red_flag_phrases.yml").read_text(encoding="utf-8"))
FIRES = [(flag, text) for flag, kinds in PHRASES.items() for text in kinds["fires"]]
QUIET = [(flag, text) for flag, kinds in PHRASES.items() for text in kinds["quiet"]]


@pytest.mark.parametrize(("flag", "text"), FIRES)
def test_a_symptom_of_now_raises_its_flag(flag: str, text: str) -> None:
    assert flag in flags(text)


@pytest.mark.parametrize(("flag", "text"), QUIET)
def test_questions_history_family_and_denials_raise_no_flag(flag: str, text: str) -> None:
    assert flags(text) == set()


def test_every_flag_has_enough_phrases() -> None:
    assert len(PHRASES) == 23
    assert all(len(kinds["fires"]) >= 12 and len(kinds["quiet"]) >= 6 for kinds in PHRASES.values())


TYPED = yaml.safe_load((Path(__file__).parent / "red_flag_messages.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("flag", "text"), [(flag, text) for flag, texts in TYPED["fires"].items() for text in texts])
def test_a_symptom_of_now_is_heard_as_people_type_it(flag: str, text: str) -> None:
    assert flag in flags(text)


@pytest.mark.parametrize("text", TYPED["quiet"])
def test_near_misses_raise_no_flag(text: str) -> None:
    assert flags(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "on prolia. me: 66 woman, -2.6, broken wrist 2019 slipped on wet leaves",
        "I'm on Prolia, I slipped on the ice in May and broke my wrist",
        "I was sick with worry before my blood test",
        "I've been sick for a week, the blood test is on Monday",
        "I've no thoughts of harming myself, just fed up with waiting for the scan",
        "I have my denosumab every six months on the dot, never missed",
        "57, tried alendronate - heartburn so bad I gave up after six weeks",
        "couldn't get on with ibandronate, terrible bone aches so stopped",
        "she fractured her pelvis after a tumble in the bathroom. alendronate gave her awful stomach pain so she had to quit",
        "Cracked my pelvis in a silly fall in the bathroom last autumn, the scan came back at -1.3 hip and -0.9 back",
        "My gran's pelvis cracked when she sat down hard on a chair. She's 91.",
        "Mum has had 4 compression fractures, none from a fall. She is 80 and in agony most days with her shoulder.",
    ],
)
def test_how_a_bone_once_broke_is_no_alarm(text: str) -> None:
    assert flags(text) == set()


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("my prolia slipped to 8 months", "late_denosumab"),
        ("never missed my Prolia but this one is two months late", "late_denosumab"),
        ("she has thoughts of harming herself", "self_harm"),
        ("I have been sick and there was blood in it, I take the weekly bone tablet", "oesophagus"),
        ("she was sick this morning and it had blood in it", "oesophagus"),
        ("since I started alendronate I have awful heartburn", "oesophagus"),
        ("my Prolia appointment has slipped", "late_denosumab"),
        ("Mum fell and is in agony, she can't move her leg", "hip_fracture_now"),
        ("heard a crack in my hip and went down in the kitchen", "hip_fracture_now"),
        ("I broke a wrist last winter, now my hip cracked and I went down in the kitchen", "hip_fracture_now"),
        ("My hip cracked and I'm on the bathroom floor, my last fall was last year", "hip_fracture_now"),
    ],
)
def test_and_these_still_alarm(text: str, flag: str) -> None:
    assert flag in flags(text)


@pytest.mark.parametrize(
    "text",
    [
        "Numb lips and cramps in my hands since my Prolia last week",
        "my lips are numb and both hands cramp since the drip",
        "numbness round my mouth and tingling fingers since my denosumab injection on Monday",
    ],
)
def test_numb_lips_and_cramps_of_both_hands_after_a_dose_are_no_stroke(text: str) -> None:
    assert flags(text) == {"low_calcium"}


@pytest.mark.parametrize(
    "text",
    [
        "Numb lips on one side and cramp in my hand since my Prolia last week",
        "numb lips, cramps in my hands and I can't speak properly, I had Prolia last week",
        "my mouth droops and is numb, my fingers cramp, had my Prolia last week",
        "my lips went numb and my left hand is limp, fingers tingling, had my drip on Monday",
        "my face is numb and my hands cramp since Prolia",
        "my mouth is numb and my fingers tingle",
    ],
)
def test_any_sign_of_a_stroke_beside_them_stays_one(text: str) -> None:
    assert "stroke" in flags(text)


@pytest.mark.parametrize(
    "text",
    [
        "Only a wee crack in the pelvis when I slipped in the yard, it was nothing really, ten years since",
        "Only a wee crack in the pelvis when I slipped in the yard, ten years since",
        "I slipped in the kitchen and cracked my hip. That was about 12 years back.",
        "cracked my hip when I went down in the hall, a good twenty years since",
    ],
)
def test_years_since_at_the_end_are_long_ago(text: str) -> None:
    assert flags(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "My hip cracked and I went down in the yard, and it's ten years since I had a fall",
        "Cracked my pelvis when I slipped in the yard this morning, ten years since my last fall",
        "my hip cracked when I went down in the yard, an hour since",
        "my hip cracked and I went down in the yard. My last fall was ten years ago",
        "my hip cracked and I went down in the yard. I had my knee done, ten years since",
        "my hip cracked when I slipped in the yard, it was nothing really ten years since, now I can't stand",
    ],
)
def test_years_of_something_else_end_no_alarm(text: str) -> None:
    assert "hip_fracture_now" in flags(text)


@pytest.mark.parametrize(
    "text",
    [
        "there is bone in my mouth since the tooth was pulled, taking risedronate",
        "I have a numb chin since a tooth infection and take alendronate",
        "my lower lip is numb since the root canal, I'm on Actonel",
        "numb chin, on Fosamax",
        "my bottom lip has lost all feeling since the molar came out",
    ],
)
def test_bone_and_numbness_beside_a_tooth_are_those_of_the_jaw(text: str) -> None:
    assert flags(text) == {"jaw"}


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("my mouth is pulled down since the tooth was pulled and my left arm is weak", "stroke"),
        ("mouth pulled to one side since the dentist", "stroke"),
        ("numb chin and my fingers tingle since Prolia, the tooth is fine", "low_calcium"),
    ],
)
def test_and_a_tooth_beside_them_hides_nothing_worse(text: str, flag: str) -> None:
    assert flag in flags(text)


def test_who_stopped_denosumab_long_ago_is_late_as_well() -> None:
    assert flags("I stopped Prolia 8 months ago because the dentist said so") == {"late_denosumab", "stop_denosumab"}
