"""Dangers told in other words, each family beside what sounds like it and must stay quiet."""

from __future__ import annotations

import pytest
from clinical_helpers import flags, heard

ALARM = {
    "hip_fracture_now": [
        "fell ower in the snaw, ma hip's louping and ah cannae get up",
        "gaed ower on the path and cannae stand, hip murder",
        "went flying on the kerb, hip in agony, can't stand",
        "my nan is lying on the bathroom floor with a broken hip",
        "down on the shop floor, hip agony, unable to stand",
        "me mam's on the floor like, hip's knackered, canny gerrup",
    ],
    "stroke": [
        "At dinner she spoke gibberish for a few minutes and her left arm slid off the table; now she is her old self",
        "I talked gibberish on the phone yesterday for about five minutes and then it cleared",
        "Words came out as soup for twenty minutes at lunch, all fine again. On Evista",
        "mum's sentences came out all scrambled this morning, it passed in half an hour",
        "my husband says I talked rubbish for a few minutes after lunch, I'm ok now",
        "acute L homonymous field loss 40 min, now resolved. on raloxifene 60",
        "sudden left visual field defect, on ralox",
        "the right side of everything I look at is missing since this morning",
        "speech gobbledygook and left hand clumsy, 20 mins, gone. On HRT",
    ],
    "cord_compression": [
        "mum leaks at both ends since yesterday and her feet drag",
        "she wets and messes herself since Tuesday, feet flop when she walks",
        "collapsed T12, since the weekend wet and soiled without noticing",
    ],
    "vaginal_bleeding": [
        "blood spots in panty, period stopped 14 years back",
        "I am finish with my periods long time and now is blood on the pad",
        "periods over twelve years and today is blood in my underwear",
    ],
    "low_calcium": [
        "dmab 10 days ago, adj Ca 1.82, asymptomatic",
        "Denosumab 2/52 ago, CKD4, aCa 1.9, Mg 0.6",
        "prolonged QTc a week after Prolia, eGFR 22",
        "iCa 0.92, denosumab last week",
        "low calcium 1.8 after my denosumab",
        "corrected Ca 6.9 mg/dL 8 days after Prolia",
        "My calcium is 1.7 since the Prolia, the lab rang",
    ],
    "late_denosumab": [
        "last Prolia fifteen months ago",
        "8.5 months since my last Prolia",
        "eighteen months have gone by since my last Prolia injection",
        "last dmab 8.5/12 ago",
        "a year and a half since my last Prolia",
        "my Prolia ran out 10 months ago",
        "no Prolia since May, it is overdue",
        "last prolia march 2025",
    ],
    "self_harm": [
        "Mum has been giving away her jewellery and saying goodbye to everybody. On alendronate",
        "he gave the dog away and has said his farewells",
        "My bones are finished and so am I",
        "I was standing on the bridge yesterday and thought how easy",
        "sat at the open window on the sixth floor and thought about letting go",
        "would a whole box of alendronate finish it?",
        "is thirty alendronate enough to die",
        "How many Fosamax would do it?",
        "if I swallowed forty of these would it be over?",
        "what if I just took all forty",
    ],
    "new_back_pain": [
        "Coughed, heard a crack, cannot straighten up. 70",
        "bent for the washing, felt it go, can't straighten",
        "sneeze, crack, bent over like a hairpin",
        "I've shrunk 3 cm since Christmas and there is a girdle of pain round my ribs",
        "lost two inches since summer, new band-like pain round my waist",
        "I am 2 inches shorter since spring with pain round my ribs",
        "I lost 4 cm in height this year and my back hurts badly",
    ],
    "severe_bone_pain": [
        "every bone aches, can barely hold a pen, 5th day of fosamax",
        "day 3 of alendronate, all my muscles and bones hurt, can't dress myself",
        "Risedronate week 2: all joints scream, cannot grip a spoon",
    ],
    "lung_clot": [
        "on raloxifene 6/52, collapse this am, sats 87% on air",
        "ralox since Sept, tachy 128, desat to 86 on RA",
        "HRT started 4/52, syncope + RR 30, SaO2 90",
    ],
    "atypical_thigh_pain": [
        "outer thigh has been niggling for a month, 5 yrs of alendronate",
        "both thighs niggle when I walk, 8 years of alendronic acid",
        "outer side of both legs aching above the knee for a month, ten years Fosamax",
    ],
}
QUIET = [
    "went over my results with the GP, hip T-score -2.9, can't stand the tablets",
    "granny broke her hip in 2010 on the bathroom floor, would that count as family history?",
    "The report reads like gibberish. What does osteopenia mean?",
    "My doctor talks gibberish, what is a T-score?",
    "glaucoma with visual field loss, stable. Is denosumab fine?",
    "The roof leaks front and back. 70, T -3",
    "period ended at 44, now 58, blood spots on my arm from the needle",
    "Corr Ca 2.31, eGFR 60, Prolia due",
    "calcium 1.2 g a day with Prolia",
    "Ionised calcium 1.22, denosumab due",
    "ca 1.65 m tall, 58 kg, Prolia for 3 years",
    "What happens if corrected Ca is 1.8 after Prolia?",
    "QTc 440, Prolia",
    "5.5 months since last inj, dmab",
    "My next Prolia may be moved, last Prolia fine",
    "what if I took them all together with milk",
    "10 months since I started Prolia",
    "it's been fourteen months on Prolia, next jab Monday",
    "last dental check fourteen months ago, Prolia on time",
    "I'm giving away my walking stick, I feel so much better. 66 on Evenity",
    "We are moving, I'm giving my things away to the neighbours and saying goodbye",
    "Would 40 minutes before breakfast do it? alendronate",
    "how many tablets would do it for a three month trip",
    "The physio has me stand at the balcony railing and let go for balance",
    "I stood on the balcony for ten minutes of sun, is it enough vitamin D?",
    "lost three centimetres over twenty years, belt feels tight",
    "I sneezed and cracked a rib in 2018. T -2.7",
    "day 4 of ibandronate and all is well",
    "raloxifene, COPD SpO2 88 usual at rest on home O2",
    "after skiing both outer thighs niggling, alendronate",
]
OF_NOBODY = [
    "Never had: chest pain, fits, loose teeth. 66 T -2.7",
    "No history of: stroke, DVT, trouble swallowing, vaginal bleeding.",
    "None of the following: swollen calf, chest pain, slurred speech, jaw pain",
    "MCQ revision: which comes first in hypocalcaemia, Chvostek or perioral tingling?",
    "Teaching session tomorrow: thigh pain on alendronate, jaw pain, low calcium. Anything else?",
    "Preparing a poster on warning signs: leg swelling, thigh ache, loose teeth",
    "drafting patient info: chest pain, breathlessness, swollen calf",
    "questionnaire about allergies: hives from penicillin as a little girl. Fosamax ok?",
    "hay fever every spring, wheezing and itchy eyes, on antihistamines. starting risedronate",
    "No Prolia injection has been missed. T -2.8",
    "none of my Prolia shots was late",
]
AND_THERE_ALL_THE_SAME = [
    ("Never had: heartburn. Now trouble swallowing since the tablet.", "oesophagus"),
    ("Exam prep had to stop: my lips tingle and my hands cramp since Prolia", "low_calcium"),
    ("I'm writing a leaflet and my calf is swollen and hot, on HRT", "leg_clot"),
    ("Handout says face droop - my wife has it now", "stroke"),
    ("hay fever yes, but since the jab I'm wheezing and my lips swell", "anaphylaxis"),
    ("Chvostek positive, Prolia last week", "low_calcium"),
    ("my Prolia dose is delayed by two months", "late_denosumab"),
]


@pytest.mark.parametrize(("flag", "text"), [(flag, text) for flag, texts in ALARM.items() for text in texts])
def test_other_words_alarm(flag: str, text: str) -> None:
    assert flag in flags(text)


@pytest.mark.parametrize("text", [*QUIET, *OF_NOBODY])
def test_what_only_sounds_like_it_does_not(text: str) -> None:
    assert flags(text) == set()


@pytest.mark.parametrize(("text", "flag"), AND_THERE_ALL_THE_SAME)
def test_what_somebody_has_alarms_beside_it(text: str, flag: str) -> None:
    assert flag in flags(text)


def test_the_classifier_is_told_what_is_only_taught() -> None:
    assert heard("Preparing a poster on warning signs: leg swelling, thigh ache, loose teeth").calm
