"""Who reads out a report, or tells what a doctor said of her, writes as a patient."""

from __future__ import annotations

import pytest

from nlu.clinical import read


@pytest.mark.parametrize(
    "text",
    [
        "my report says 69F, T -2.2, no fx",
        "doctor says CKD 3a, 70, -2.4",
        "I'm a bloke of 70 with -2.6",
        "on my letter: pt 70F, hx of fx, T -2.2",
        "GP told me: CKD 3, T -2.5, #NOF",
        "IMPRESSION: PT 69F postmenopausal. T=-3.0",
        "CLINICAL HISTORY: 69F, hx fx. T -2.2",
    ],
)
def test_she_is_no_clinician(text: str) -> None:
    assert read(text).register != "clinician"


@pytest.mark.parametrize(
    "text",
    [
        "70F with hip #, T -2.4",
        "I have a 70F with hip #, T -2.4",
        "my patient 72F, 2 VCF, T -2.8",
        "results: 72F, 2 VCF, T -2.8",
        "pt told to stop po BP, 70F, T -2.5",
    ],
)
def test_a_clinician_is_one(text: str) -> None:
    assert read(text).register == "clinician"
