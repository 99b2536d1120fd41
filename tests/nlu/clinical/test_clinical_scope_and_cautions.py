"""Who the table does not cover, the sex, the menopause, cautions with their status, suspicions."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found, heard

SCOPES = [
    ("it's for my husband, he is 74", "man"),
    ("menopause ten years ago", "in_scope"),
    ("I'm a man", "man"),
    ("I have breast cancer that has spread to the bones, 64", "cancer_or_metastases"),
    ("Bloke, 59, no fractures, spine -2.8", "man"),
    ("bloke here, 70, T -3", "man"),
    ("Fella of 70 with a T of -3", "man"),
    ("chap aged 66, wrist fx", "man"),
    ("guy, 61, T -2.9", "man"),
    ("Prostate ca on leuprolide, 75, T -2.2 FN", "man"),
    ("75, prostate cancer, on Zoladex, hip fracture", "man"),
    ("my prostate was taken out, 71, T -2.7", "man"),
    ("46, periods still like clockwork, T -2.1", "premenopausal"),
    ("I'm 44 and my periods come like clockwork", "premenopausal"),
    ("48, cycle still regular as clockwork, T -2.2", "premenopausal"),
    ("my period comes every month, 47", "premenopausal"),
    ("64 female, primary hyperparathyroidism (calcium high, awaiting surgery)", "secondary_osteoporosis"),
    ("65F PHPT listed for surgery", "secondary_osteoporosis"),
    ("66F hyperparathyroidism, waiting for her operation", "secondary_osteoporosis"),
    ("72M hip fracture", "man"),
    ("70-year-old man with hip fracture", "man"),
    ("homme 65 ans", "man"),
    ("my husband is 70, broke his hip, T -3, what should he take?", "man"),
    ("I still have periods", "premenopausal"),
    ("premenopausal woman, T -2.5", "premenopausal"),
    ("haven't reached menopause", "premenopausal"),
    ("I'm pregnant", "pregnancy"),
    ("I am breastfeeding", "pregnancy"),
    ("trying to conceive", "pregnancy"),
    ("I take prednisone 5 mg daily for polymyalgia", "glucocorticoids"),
    ("on long-term steroids", "glucocorticoids"),
    ("corticothérapie au long cours", "glucocorticoids"),
    ("I have bone metastases", "cancer_or_metastases"),
    ("multiple myeloma", "cancer_or_metastases"),
    ("on letrozole for breast cancer", "cancer_or_metastases"),
    ("my breast cancer spread to my bones", "cancer_or_metastases"),
    ("having chemo", "cancer_or_metastases"),
    ("primary hyperparathyroidism", "secondary_osteoporosis"),
    ("I have coeliac disease", "secondary_osteoporosis"),
    ("Cushing's", "secondary_osteoporosis"),
    ("osteogenesis imperfecta", "secondary_osteoporosis"),
    ("pathological fracture", "secondary_osteoporosis"),
    ("I'm on dialysis", "severe_kidney_disease"),
    ("eGFR 28", "severe_kidney_disease"),
    ("CKD stage 4", "severe_kidney_disease"),
    ("eGFR of 32, T -2.7", "severe_kidney_disease"),
    ("postmenopausal woman", "in_scope"),
    ("I went through the menopause at 50", "in_scope"),
    ("my periods stopped years ago", "in_scope"),
    ("ménopausée", "in_scope"),
    ("LMP 18 months ago", "in_scope"),
]


@pytest.mark.parametrize(("text", "scope"), SCOPES)
def test_the_scope_is_heard(text: str, scope: str) -> None:
    assert scope in clear(text, "scope")


NOT_SCOPE = [
    "59F two atraumatic VFx, T +0.2, myeloma screen -ve",
    "myeloma screen negative",
    "myeloma screen: neg, 72F T -2.8",
    "coeliac screen neg",
    "coeliac serology negative",
    "tested for myeloma, negative",
    "coeliac antibodies were normal",
    "myeloma work-up clear",
    "cushing's screen normal",
    "I met a nice bloke, 59, at the clinic",
    "a guy at work has osteoporosis, 59",
    "my periods stopped like clockwork at 51",
    "no prostate trouble in the family, I am a woman of 70",
    "dad had prostate cancer, I'm 66",
    "i m 65 t score - 2.6",
    "no menopausal symptoms any more",
    "I'm 81",
    "I'm 58 and a woman",
    "I had breast cancer in 2005",
    "my mother has myeloma",
    "no history of cancer",
    "eGFR 72",
    "is Prolia safe on dialysis?",
    "not pregnant",
    "I had three pregnancies",
    "I don't take steroids",
    "never been on prednisone",
    "no kidney disease",
    "my husband says I should ask",
    "I live with my dad",
    "what about men?",
    "",
]


@pytest.mark.parametrize("text", NOT_SCOPE)
def test_others_and_denials_change_no_scope(text: str) -> None:
    assert set(clear(text, "scope")) <= {"in_scope"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("I use a steroid inhaler", "short_or_local"),
        ("I had one short course of prednisolone last month", "short_or_local"),
        ("I was on prednisone years ago", "stopped"),
        ("I get Zometa", "cancer_dose"),
    ],
)
def test_what_may_not_be_out_of_scope_is_asked(text: str, reason: str) -> None:
    assert reason in [r for r, _ in asked(text, "scope")]


SEX = [
    ("72F", "female"),
    ("F72", "female"),
    ("this lady", "female"),
    ("femme 72 ans", "female"),
    ("72M", "male"),
    ("gentleman of 70", "male"),
    ("my mum is 80, broke her hip, what now?", "female"),
]


@pytest.mark.parametrize(("text", "sex"), SEX)
def test_the_sex_is_heard(text: str, sex: str) -> None:
    assert clear(text, "sex") == [sex]


def test_years_since_menopause() -> None:
    assert clear("menopause 8 years ago", "years_since_menopause") == [8]
    assert clear("10 years post-menopausal", "years_since_menopause") == [10]
    assert found("menopause at 52", "years_since_menopause") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("postmenopausal", "post"), ("perimenopausal", "peri"), ("premenopausal", "pre"), ("menopause at 51", "post")],
)
def test_the_menopause_is_heard(text: str, value: str) -> None:
    assert value in clear(text, "menopause")


CAUTIONS = [
    ("I have kidney disease", "kidney_disease", "present"),
    ("CKD 3", "kidney_disease", "present"),
    ("I had a DVT in 2010", "blood_clot", "past"),
    ("history of PE", "blood_clot", "past"),
    ("no history of VTE", "blood_clot", "absent"),
    ("my mother had a blood clot, I'm 60", "blood_clot", "family"),
    ("I had a stroke 5 years ago", "stroke", "past"),
    ("I had a heart attack last year", "heart_disease", "past"),
    ("angina", "heart_disease", "present"),
    ("I had breast cancer in 2005", "breast_cancer", "past"),
    ("trouble swallowing", "swallowing_trouble", "present"),
    ("Barrett's oesophagus", "reflux", "present"),
    ("I have acid reflux", "reflux", "present"),
    ("can't sit upright for 30 minutes", "cannot_stay_upright", "present"),
    ("hypocalcaemia", "low_calcium", "present"),
    ("vitamin D deficiency", "low_vitamin_d", "present"),
    ("I need a tooth extraction", "dental_work", "present"),
    ("dental implants next month", "dental_work", "present"),
    ("gum disease", "dental_disease", "present"),
    ("cirrhosis", "liver_disease", "present"),
    ("migraine with aura", "migraine_aura", "present"),
    ("I had radiotherapy to the spine", "radiotherapy", "past"),
    ("kidney stones", "kidney_stones", "present"),
    ("hypercalcaemia", "high_calcium", "present"),
    ("Paget's disease", "paget", "present"),
    ("I smoke", "smoking", "present"),
    ("ex-smoker", "smoking", "past"),
    ("non-smoker", "smoking", "absent"),
    ("heavy drinker", "alcohol", "present"),
    ("aspirin-sensitive asthma", "asthma_aspirin", "present"),
    ("atrial fibrillation", "af", "present"),
    ("Is raloxifene contraindicated with a history of PE?", "blood_clot", "question"),
    ("does HRT cause blood clots?", "blood_clot", "question"),
]


@pytest.mark.parametrize(("text", "caution", "status"), CAUTIONS)
def test_a_caution_is_heard_with_its_status(text: str, caution: str, status: str) -> None:
    assert status in [f.status for f in found(text, "caution") if f.value == caution]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I lost 2 inches", "height_loss"),
        ("I've shrunk 4 cm", "height_loss"),
        ("height loss", "height_loss"),
        ("my back aches", "back_pain"),
        ("dowager's hump", "kyphosis"),
        ("mal au dos", "back_pain"),
    ],
)
def test_a_suspicion_is_no_fracture(text: str, value: str) -> None:
    assert value in clear(text, "suspicion")
    assert "fracture_sites" not in heard(text).facts()


def test_lost_centimetres_are_kept_as_said() -> None:
    assert clear("I've shrunk 4 cm", "height_loss_cm") == ["4"]
    assert found("I lost 2 inches", "height_loss_cm") == []


@pytest.mark.parametrize("text", ["no back pain", "I lost 2 inches off my waist", "my sister has a hump"])
def test_no_suspicion(text: str) -> None:
    assert clear(text, "suspicion") == []


SUPPOSED = [
    ("and if GFR 28?", "severe_kidney_disease"),
    ("what if eGFR is 28", "severe_kidney_disease"),
    ("what if she was on dialysis?", "severe_kidney_disease"),
    ("what if I get pregnant?", "pregnancy"),
    ("what if she has myeloma?", "cancer_or_metastases"),
    ("what if she took prednisolone 10 mg daily?", "glucocorticoids"),
    ("what if her GFR were 60?", None),
    ("what if she had no cancer?", None),
]


@pytest.mark.parametrize(("text", "scope"), SUPPOSED)
def test_a_supposed_scope_is_only_supposed(text: str, scope: str | None) -> None:
    told = [(each.value, each.status) for each in found(text, "scope")]
    assert told == ([(scope, "hypothetical")] if scope else [])
