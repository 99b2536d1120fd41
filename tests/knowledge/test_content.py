"""The content as a whole: complete, cited, and within the rules for words."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
import yaml

from knowledge.checks import RED_FLAGS, SCOPES, problems
from knowledge.load import HERE
from knowledge.schema import KnowledgeBase
from knowledge.schema.base import DrugId, OptionId, TopicId
from knowledge.statements import Statement

FILES = sorted(HERE.rglob("*.yml"))
PATIENT_FORBIDDEN = re.compile(
    r"you should take|you must take|\bi recommend|we recommend you|\bdiagnos|you should|you must\b", re.IGNORECASE
)
# A number in words would slip past the check that traces figures to their source.
NUMBER_WORDS = re.compile(
    r"\b(three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|hundred|thousand)\b",
    re.IGNORECASE,
)
ONE_IN = re.compile(r"\b1 in [\d,]+", re.IGNORECASE)
OUT_OF = re.compile(r"(?:in|of)(?: every)? (1,000|10,000)\b")
# Terms that a patient may not know, and what must stand beside them in the same message.
EXPLAINED = {
    "bisphosphonate": r"bone tablet|drip|bone drug|drugs? of this group|alendronate",
    "oestrogen": r"female hormone",
    "progestogen": r"hormone",
    "MRONJ": r"jaw",
    "eczema": r"rash",
    "antiresorptive": r"slow",
    "biosimilar": r"copies",
    "antibod": r"$.",
    "vertebra": r"$.",
    "osteonecrosis": r"$.",
    "subcutaneous": r"$.",
    "hypocalc": r"$.",
    "infusion": r"$.",
    "densitometry": r"$.",
}


def patient_texts(every: list[Statement]) -> list[tuple[str, str]]:
    return [(s.id, said.text) for s in every for said in s.said if said.audience == "patient"]


def test_no_rule_is_broken(base: KnowledgeBase) -> None:
    assert problems(base) == []


def test_every_statement_has_a_source_and_something_to_say(every: list[Statement]) -> None:
    for statement in every:
        assert statement.sources, statement.id
        assert statement.said, statement.id


def test_statement_ids_are_unique(every: list[Statement]) -> None:
    counts = Counter(statement.id for statement in every)
    assert [identifier for identifier, count in counts.items() if count > 1] == []


def test_nothing_rests_on_what_was_only_recalled(base: KnowledgeBase) -> None:
    assert {source.strength for source in base.sources} == {"primary", "verified", "secondary", "own"}
    for path in FILES:
        assert "recalled" not in path.read_text(encoding="utf-8").lower(), path.name


def test_our_own_advice_is_one_source_and_is_marked(base: KnowledgeBase) -> None:
    assert [source.id for source in base.sources if source.strength == "own"] == ["osteochat"]


def test_no_drug_effect_rests_on_our_own_advice_alone(base: KnowledgeBase) -> None:
    for drug in base.drugs:
        for item in (*drug.pros, *drug.cons, *drug.frequencies):
            assert item.sources != ["osteochat"], (drug.id, item.patient)


def test_sources_were_checked_on_a_known_day(base: KnowledgeBase) -> None:
    assert {source.last_checked for source in base.sources} == {date(2026, 11, 22)}


def test_the_content_is_complete(base: KnowledgeBase) -> None:
    assert {drug.id for drug in base.drugs} == set(get_args(DrugId))
    assert {option.id for option in base.options} == set(get_args(OptionId))
    assert {topic.id for topic in base.topics} == set(get_args(TopicId))
    assert set(RED_FLAGS) <= {flag.id for flag in base.red_flags}
    # A note on a group that no fact can name would never be shown.
    assert set(SCOPES) == {scope.id for scope in base.scope}
    assert [reading.id for reading in base.readings] == [f"R{number}" for number in range(1, 17)]


@pytest.mark.parametrize(
    "caution",
    [
        "kidney_disease",
        "blood_clot",
        "stroke",
        "heart_disease",
        "breast_cancer",
        "other_cancer",
        "swallowing_trouble",
        "reflux",
        "cannot_stay_upright",
        "low_calcium",
        "low_vitamin_d",
        "dental_work",
        "dental_disease",
        "liver_disease",
        "vaginal_bleeding",
        "radiotherapy",
        "kidney_stones",
        "high_calcium",
        "paget",
        "smoking",
        "alcohol",
        "asthma_aspirin",
        "allergy",
        "thyroid",
        "dementia",
        "af",
    ],
)
def test_reasons_to_be_careful_that_people_mention_are_there(base: KnowledgeBase, caution: str) -> None:
    assert caution in {item.id for item in base.cautions}


@pytest.mark.parametrize("flag", ["late_denosumab", "stop_denosumab"])
def test_denosumab_in_danger_needs_a_call_the_same_day(base: KnowledgeBase, flag: str) -> None:
    assert {item.id: item.urgency for item in base.red_flags}[flag] == "same_day"


@pytest.mark.parametrize(
    "flag", ["stroke", "lung_clot", "anaphylaxis", "hip_fracture_now", "cord_compression", "heart_attack"]
)
def test_an_emergency_names_the_emergency_number_in_its_one_action(base: KnowledgeBase, flag: str) -> None:
    found = {item.id: item for item in base.red_flags}[flag]
    assert found.urgency == "emergency_now"
    assert "your emergency number" in found.action.patient
    assert "112 in Europe" in found.action.patient


def test_self_harm_gets_care_and_a_crisis_line_and_nothing_on_drugs(base: KnowledgeBase) -> None:
    flag = {item.id: item for item in base.red_flags}["self_harm"]
    words = f"{flag.action.patient} {flag.why.patient}".lower()
    assert "crisis line" in words
    assert not re.search(r"drug|bone|dose|tablet|table", words)


def test_patients_are_never_steered(every: list[Statement]) -> None:
    assert [(where, text) for where, text in patient_texts(every) if PATIENT_FORBIDDEN.search(text)] == []


def test_patients_never_meet_a_term_that_is_not_explained(every: list[Statement]) -> None:
    # The glossary is the explanation itself.
    texts = [(where, text) for where, text in patient_texts(every) if not where.startswith("glossary/")]
    for term, gloss in EXPLAINED.items():
        for where, text in texts:
            if term.lower() in text.lower():
                assert re.search(gloss, text, re.IGNORECASE), f"{where}: {term} is not explained in: {text}"


def test_quantities_are_in_figures_so_that_they_can_be_traced(every: list[Statement]) -> None:
    found = [(s.id, said.text) for s in every for said in s.said if NUMBER_WORDS.search(said.text)]
    assert found == []


def test_a_patient_message_keeps_to_one_denominator(every: list[Statement]) -> None:
    for where, text in patient_texts(every):
        denominators = set(OUT_OF.findall(text))
        if where not in {"number/jaw_consensus"}:
            assert not ONE_IN.search(text), f"{where}: {text}"
        assert len(denominators) <= 1, f"{where}: {text}"


def test_jaw_drugs_are_never_called_the_commonest_cause_without_context(every: list[Statement]) -> None:
    for statement in every:
        for said in statement.said:
            if "most common cause" in said.text:
                assert said.audience == "clinician"
                assert "5.6 %" in said.text


def test_denosumab_is_never_mentioned_with_a_pause_without_the_warning(base: KnowledgeBase) -> None:
    denosumab = next(drug for drug in base.drugs if drug.id == "denosumab")
    for section in ("stopping", "missed_dose", "how_it_works", "jaw", "thigh"):
        texts = denosumab.sections[section].patient  # type: ignore[index]
        words = " ".join([texts.one_line, texts.short, *texts.more]).lower()
        assert re.search(r"do not stop|never stop|not stopped|do not wait|never put off", words), section


def test_dental_care_says_at_once_not_to_stop_a_bone_drug_alone(base: KnowledgeBase) -> None:
    dental = next(topic for topic in base.topics if topic.id == "dental_care")
    assert re.search(
        r"do not stop denosumab or another bone drug .*without your doctor", dental.general.patient.short, re.I
    )
    assert "do not stop" in dental.general.patient.one_line.lower()


@pytest.mark.parametrize("section", ["duration", "stopping"])
def test_what_follows_teriparatide_is_told(base: KnowledgeBase, section: str) -> None:
    teriparatide = next(drug for drug in base.drugs if drug.id == "teriparatide")
    said = teriparatide.sections[section]  # type: ignore[index]
    for texts in (said.patient, said.clinician):
        whole = " ".join([texts.short, *texts.more])
        assert texts.more and "bisphosphonate" in whole and "denosumab" in whole


def test_a_count_from_a_page_without_address_says_so(base: KnowledgeBase) -> None:
    card = next(number for number in base.numbers if number.id == "zol_af")
    source = next(source for source in base.sources if source.id == "zoledronic-safety-text")
    assert source.url is None and "address was not kept" in source.title
    assert "address" in (card.uncertainty.patient or "") and "address was not kept" in (
        card.uncertainty.clinician or ""
    )


def test_the_hip_benefit_of_alendronate_is_given_in_absolute_terms(base: KnowledgeBase) -> None:
    alendronate = next(drug for drug in base.drugs if drug.id == "alendronate")
    assert re.search(r"[Hh]ip[^.]*ARR 1 %.*NNT about 100", alendronate.sections["benefit"].clinician.short)  # type: ignore[index]


@pytest.mark.parametrize("audience", ["patient", "clinician"])
def test_good_and_bad_points_get_equal_room(base: KnowledgeBase, audience: str) -> None:
    for item in (*base.drugs, *base.options):
        good = sum(len(getattr(point, audience).split()) for point in item.pros)
        bad = sum(len(getattr(point, audience).split()) for point in item.cons)
        assert abs(good - bad) <= 0.3 * max(good, bad), f"{item.id}: {good} words for, {bad} against"


def test_antiresorptives_speak_of_jaw_and_thigh(base: KnowledgeBase) -> None:
    for drug in base.drugs:
        if drug.class_ in ("bisphosphonate", "rankl_inhibitor"):
            assert {"jaw", "thigh"} <= set(drug.sections), drug.id


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HERE)))
def test_files_stay_short_and_clean(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 300
    assert yaml.safe_load(text)
    assert not re.search(r"/work/|/tmp/|stored-file|TODO|FIXME", text)
