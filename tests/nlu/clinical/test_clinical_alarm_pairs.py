"""The same words as a danger of now, and as a thing of the past, of the gym or of somebody else: pairs of both."""

from __future__ import annotations

import pytest
from clinical_helpers import flags, heard

ALARM = [
    ("How would I know if I was having a stroke? My face droops on one side and my arm is weak", "stroke"),
    ("I'm scared the tablets will burn my gullet again, it hurts when I swallow since yesterday", "oesophagus"),
    ("the carer gave my mother in law seven of the weekly Fosamax in one go this morning", "unnamed"),
    ("I injected my teriparatide 5 or 6 times today, I keep forgetting", "unnamed"),
    ("on Prolia, last dose 9 months ago, T -2.8", "late_denosumab"),
    ("72F on denosumab, last injection 9/12 ago, T -2.8, no #", "late_denosumab"),
    ("anaphylaxis after Prolia, it is listed on the leaflet", "anaphylaxis"),
    ("I'd rather die than go back to this pain", "self_harm"),
    ("my back is killing me since I lifted the sofa", "new_back_pain"),
    ("my friend took an overdose, we were at lunch", "self_harm"),
    ("took my Actonel with a gulp of tea, now nothing goes down and my spit comes back up", "oesophagus"),
    ("since the alendronate this morning not even water goes down, it all comes back up", "oesophagus"),
    ("risedronate tablet at seven, since then everything I swallow comes straight back up", "oesophagus"),
    ("she had the weekly tablet dry and can't get anything down since", "oesophagus"),
    ("my pelvis cracked when I fell off a stool just now", "hip_fracture_now"),
    ("I broke my wrist two years ago, and tonight my hip cracked and I fell in the hall", "hip_fracture_now"),
    ("my pelvis cracked as I fell in the kitchen and I can't stand", "hip_fracture_now"),
    ("sudden back pain after lifting a bucket", "new_back_pain"),
    ("MRI said D12 fracture in May. Since yesterday terrible back pain after lifting a bucket", "new_back_pain"),
    ("back pain after lifting a bag, the x-ray is on Friday", "new_back_pain"),
    ("I felt a crack in my back as I bent over", "new_back_pain"),
    ("pins and needles in my fingers since the jab every six months", "low_calcium"),
    ("needles in my lips and fingers after the yearly drip", "low_calcium"),
    ("my hands feel like a thousand needles since my Prolia", "low_calcium"),
    ("numb bum from sitting and now I can't wee", "cord_compression"),
    ("numb bum since this morning", "cord_compression"),
    ("my bum has gone numb and my legs are weak, I sit a lot", "cord_compression"),
    ("sore calf and it is swollen after the gym", "leg_clot"),
    ("my aunt took an overdose years ago and I feel like doing the same", "self_harm"),
    ("my aunt took an overdose an hour ago", "self_harm"),
    ("my mum killed herself years ago, I want to end it too", "self_harm"),
    ("I never wanted to hurt myself until now", "self_harm"),
    ("I never wanted to hurt myself but lately I think of nothing else", "self_harm"),
    ("I want to hurt myself", "self_harm"),
    ("I never wanted to die before this pain", "self_harm"),
    ("I have never wanted to die so much", "self_harm"),
    ("broke my hip in 2019, now the other hip cracked when I fell in the kitchen", "hip_fracture_now"),
    ("felt something snap in my back lifting a pot, MRI showed two fractures, legs feel weak", "cord_compression"),
    ("my backside has no feeling and I dribble urine", "cord_compression"),
    ("sore calves and short of breath after zumba", "lung_clot"),
    ("since Prolia my jaw bone pokes out", "jaw"),
    ("I want to die like my aunt who took an overdose years ago", "self_harm"),
    ("I'm 66 and the tablets burn my throat since I began last week", "oesophagus"),
    ("the weekly pill scalds my gullet", "oesophagus"),
    ("bread gets stuck in my gullet so I stopped eating bread, on Fosamax", "oesophagus"),
    ("I had to stop eating as the food gets stuck in my gullet, weekly tablet", "oesophagus"),
    ("difficulty swallowing with the Actonel so I stopped it", "oesophagus"),
    ("my friend took an overdose in 2019 and died, I'm thinking of it too", "self_harm"),
    ("nothing goes down, not even soup, since my tablet; I lost weight", "oesophagus"),
    ("I never wanted to end my life, now I do", "self_harm"),
    ("I fainted after the drip and I'm short of breath", "lung_clot"),
    ("first Fosamax a week ago, lump in my throat since, I can hardly eat", "oesophagus"),
    ("gave up the Fosamax but the food still gets stuck in my gullet", "oesophagus"),
]

QUIET = [
    "How would I know if I was having a stroke? The leaflet mentions it.",
    "I'm scared the tablets will burn my gullet. Does that happen to many people?",
    "what if I took three Fosamax in one go?",
    "they gave me two leaflets about my bones and the Fosamax letter in one go",
    "I inject my teriparatide once today and seven times a week",
    "72F on denosumab, last injection 5/12 ago, T -2.8",
    "I have been on Prolia 9 months, T -2.8",
    "on Prolia since 9 months ago, my last scan was fine",
    "Anaphylaxis listed on the Evista leaflet, how often is that?",
    "I'd rather die than go back on those tablets, ha ha",
    "my back is killing me from digging, just stiff muscles, better already",
    "pins and needles in my hand at night, carpal tunnel, having it done in March. Can I have Prolia?",
    "My best friend took an overdose when we were students. Is there an injection instead of tablets?",
    "Broke my wrist on ice, and the year before that my pelvis cracked when I fell off a chair. 73, T -1.4.",
    "my pelvis cracked when I fell off a ladder step, that was in 2018. T -2.2",
    "two years ago my hip cracked in a fall in the garden, pinned since. T -2.6, 77",
    "71 from Pune, back pain, MRI shows L2 compression fracture after lifting a cylinder. T score -3. Which medicine?",
    "back pain after bending, x-ray showed a wedge fracture of D11. 68, T -2.8. what treatment is there",
    "69, T -2.5, cracked vertebra in the spring",
    "cracked a vertebra last year, T -2.9, 66",
    "reading about jaw bones poking out puts me off Prolia",
    "my bottom goes numb on the bike saddle",
    "jab every six months means two needles a year, the drip one",
    "Lumbar compression fx on CT after bending in Feb, back pain, T -2.9, 74F",
    "alendronate was burning my throat so I stopped it, 66, T -2.4",
    "curry burns my throat",
    "my weight won't go down on HRT",
    "a lady at church took her own life years ago after a hip fracture",
    "my friend takes Prolia and I'm thinking of it too",
    "I hate needles, so is the yearly drip better than the jab every six months?",
    "scared of needles, what about Prolia",
    "a drip or a jab every six months: I am afraid of needles and bad with tablets",
    "numb bum from sitting so long in the waiting room",
    "my bottom is numb after the long drive",
    "sore calves after the gym",
    "aching thighs from squats at the gym",
    "my aunt took an overdose years ago",
    "A cousin of mine took an overdose in 1998. I'm 66, T -2.1",
    "my neighbour took her own life years ago",
    "I never wanted to hurt myself",
    "I have never tried to harm myself",
    "never thought of hurting herself, she just dislikes tablets",
    "lump in my throat and acid reflux within two weeks of the first Fosamax, gave it up",
    "I was on Actonel. Could not continue treatment, severe indigestion",
    "I faint at the sight of needles so Prolia or the drip?",
    "the doctor did an xray, said crush fracture of D8 after i lifted a water pot. T score -2.9, age 64",
    "lump in my throat from alendronate in the first month, so the GP stopped it",
    "my late mother took an overdose when I was a girl",
    "my weight: nothing will go down, not even with walking",
]


@pytest.mark.parametrize(("text", "flag"), ALARM)
def test_a_danger_of_now_alarms(text: str, flag: str) -> None:
    assert flag in flags(text)


@pytest.mark.parametrize("text", QUIET)
def test_the_same_words_without_the_danger_do_not(text: str) -> None:
    assert flags(text) == set()


@pytest.mark.parametrize(
    "text", ["my aunt took an overdose years ago", "I never wanted to hurt myself", "numb bum from sitting"]
)
def test_and_the_classifier_is_told_so(text: str) -> None:
    assert (0, len(text)) in heard(text).calm
