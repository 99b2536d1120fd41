"""Signs of danger in a clinician's shorthand alarm as the words do, and stay quiet where they are denied or of the past."""

from __future__ import annotations

import pytest
from clinical_helpers import flags

ALARM = {
    "heart_attack": [
        "67F romosozumab dose 4 last wk, crushing central CP radiating L arm 45 mins, diaphoretic. next dose still ok?",
        "72F on alendronate, central CP since 0600, clammy",
        "Pt on evenity c/o CP radiating to jaw",
        "71F romo. CP x 2hrs. Next dose?",
        "is it ok to give next romo, CP radiating to jaw?",
        "no previous CP, crushing CP now, on romo",
        "66F ?MI, trop sent, next Evenity due?",
        "troponin sent, CP 2/24, romosozumab last month",
        "retrosternal CP, diaphoretic, ? ACS. on romosozumab",
    ],
    "lung_clot": [
        "69F on raloxifene ?PE, when to stop",
        "PE? 71F on HRT, tachy 120",
        "query PE, on Evista",
        "PMH PE 2015. Now ?PE",
        "SOBAR, sats 88%, on HRT",
        "SOBOE new x2/7, calf swelling on HRT",
    ],
    "leg_clot": [
        "?DVT L calf, on raloxifene",
        "R calf 4cm > L, raloxifene, ?DVT - stop?",
        "DVT? unilateral calf swelling, HRT patch",
        "68F raloxifene, unilat calf swelling 4cm > R",
    ],
    "stroke": [
        "FAST +ve, on raloxifene",
        "?TIA this morning on Evenity",
        "?CVA, 79F on romo",
        "R sided weakness acute onset, on romosozumab",
        "acute L hemiparesis, NIHSS 8",
        "80F Evenity, new facial droop this am",
        "speech slurred since lunch, 77F on evenity",
    ],
    "anaphylaxis": [
        "stridor 10 min post denosumab",
        "what to do: 80F stridor post denosumab",
        "facial oedema post infusion",
        "facial oedema after zol, what now",
        "perioral oedema post denosumab",
        "tongue oedema 20 min post dose",
    ],
    "cord_compression": [
        "saddle paraesthesia, 78F new VCF",
        "saddle anaesthesia + back pain, T -3.4",
        "retention + bilat leg weakness, known VCF T12",
        "acute urinary retention + LBP, VCF L2",
        "bilat LL weakness, off legs, VCF T8",
        "?CES, VCF L3",
        "?MSCC, T8 collapse",
        "new faecal incontinence, VCF",
        "sensory level T10, VCF",
    ],
    "low_calcium": [
        "paraesthesia + Chvostek +ve, 10d post denosumab",
        "carpopedal spasm post Prolia, CKD4",
        "tetany, adj Ca 1.7, denosumab 2/52 ago",
    ],
    "palpitations_after_infusion": [
        "palps post zol",
        "palps since zol infusion yest, HR 140 irregular",
        "fast AF post zoledronate",
        "tachy 140 post zol",
    ],
    "eye": ["red eye + photophobia post zol"],
    "hip_fracture_now": ["fall, unable to WB, R hip"],
    "self_harm": ["SI with plan, on Prolia"],
}

QUIET = [
    "68F no CP, no SOB, T -2.7",
    "CP ruled out, T -2.9, 71F",
    "denies CP or SOBOE, romo dose 3 due",
    "CP free, on romo",
    "24F with CP (cerebral palsy), GMFCS IV, low BMD",
    "19M CP, non-ambulant, recurrent low-trauma fx, zol?",
    "seen in the CP clinic, T -2.4",
    "spoke to the CP (community pharmacist) re alendronate",
    "h/o CP 2015, stents, T -2.8",
    "Is CP a side effect of romo?",
    "COPD, chronic SOBOE, T -3",
    "h/o PE 2015, T -2.8, raloxifene ok?",
    "acute PE 2015, off warfarin, T -2.8",
    "PE excluded on CTPA, T -2.6",
    "?DVT ruled out by doppler, resume raloxifene?",
    "?DVT 2012, raloxifene ok?",
    "does raloxifene cause PE?",
    "what is the risk of ?PE with raloxifene",
    "FAST -ve, T -2.9",
    "FAST +ve stroke 2019, T -3",
    "suspected TIA 2018, raloxifene?",
    "L sided weakness since stroke in 2016, 74F T -3",
    "suspected MI 2014 ruled out",
    "troponin neg, CP non-cardiac 2019, T -2.9",
    "no stridor, no facial oedema post dose",
    "leg oedema bilateral for years",
    "no saddle anaesthesia, no retention",
    "?CES excluded, VCF L2",
    "LBP for years, VCF L1 2019",
    "Chvostek -ve, no paraesthesia, Ca 2.32 post denosumab",
    "no palps post zol",
    "can zol cause palps?",
]


@pytest.mark.parametrize(("flag", "text"), [(flag, text) for flag, texts in ALARM.items() for text in texts])
def test_shorthand_of_now_alarms(flag: str, text: str) -> None:
    assert flag in flags(text)


@pytest.mark.parametrize("text", QUIET)
def test_denied_past_or_meant_otherwise_it_does_not(text: str) -> None:
    assert flags(text) == set()
