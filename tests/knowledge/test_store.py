"""The database and its reader."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from knowledge.build import build
from knowledge.load import load
from knowledge.schema import KnowledgeBase
from knowledge.statements import Statement
from knowledge.store import KnowledgeError, Store


def dump(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump())


def test_the_same_files_give_the_same_database(database: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.db"
    build(load(), again)
    assert dump(again) == dump(database)


def test_building_over_an_old_file_replaces_it_and_leaves_nothing_behind(base: KnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "deep" / "knowledge.db"
    build(base, path)
    build(base, path)
    assert [item.name for item in path.parent.iterdir()] == ["knowledge.db"]


def test_foreign_keys_hold_and_the_file_is_sound(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        linked = [name for name in tables if connection.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()]
    assert {"texts", "citations", "quoted_numbers", "drug_options", "topic_links", "caution_options"} <= set(linked)


def test_every_text_of_every_statement_is_in_the_database(database: Path, every: list[Statement]) -> None:
    with sqlite3.connect(database) as connection:
        stored = set(connection.execute("SELECT statement, audience, depth, position, text FROM texts"))
    told = {(s.id, t.audience, t.depth, t.position, t.text) for s in every for t in s.said}
    assert stored == told


def test_the_reader_cannot_write(store: Store) -> None:
    with pytest.raises(KnowledgeError):
        store.reader.all("DELETE FROM topics")
    assert len(store.topics()) == 22


@pytest.mark.parametrize("depth", ["one_line", "short", "more", "full"])
@pytest.mark.parametrize("audience", ["patient", "clinician"])
def test_every_topic_answers_for_every_drug_and_without_one(store: Store, depth: str, audience: str) -> None:
    for topic in store.topics():
        for drug in (None, "bisphosphonate", "oral_bisphosphonate", "injectable_bisphosphonate", *store.drugs()):
            answer = store.topic(topic, drug, depth, audience)  # type: ignore[arg-type]
            assert answer.texts or depth == "more", (topic, drug)
            assert answer.has_more == bool(store.topic(topic, drug, "more", audience).texts)  # type: ignore[arg-type]
            assert answer.sources and answer.title and answer.questions_for_doctor
            assert all(store.source(source).title for source in answer.sources)
            assert all(store.number(number).sentence["patient"] for number in answer.numbers)


@pytest.mark.parametrize(
    ("what_should_answer", "topic", "drug", "statement"),
    [
        ("no drug: the general answer", "mronj", None, "topic/mronj"),
        ("the drug's own section", "mronj", "denosumab", "drug/denosumab/jaw"),
        ("an override for the drug", "mronj", "raloxifene", "topic/mronj/raloxifene"),
        ("an override comes before a section", "dental_care", "denosumab", "topic/dental_care/denosumab"),
        (
            "an override for the option",
            "calcium_vitamin_d",
            "alendronate",
            "topic/calcium_vitamin_d/oral_bisphosphonate",
        ),
        ("an override for the class", "monitoring", "oral_bisphosphonate", "topic/monitoring/bisphosphonate"),
        ("nothing differs for the drug", "lifestyle_falls", "denosumab", "topic/lifestyle_falls"),
        ("a drug outside the table is explained", "drug_choice_comparison", "romosozumab", "drug/romosozumab/place"),
        ("the class itself", "duration", "bisphosphonate", "topic/duration/bisphosphonate"),
        ("rebound asked of another drug", "denosumab_rebound", "alendronate", "topic/denosumab_rebound/bisphosphonate"),
    ],
)
def test_the_narrowest_answer_wins(
    store: Store, what_should_answer: str, topic: str, drug: str | None, statement: str
) -> None:
    assert store.topic(topic, drug).statement == statement


def test_full_is_short_and_more(store: Store) -> None:
    for audience in ("patient", "clinician"):
        for topic in store.topics():
            parts = [store.topic(topic, None, depth, audience).texts for depth in ("short", "more")]  # type: ignore[arg-type]
            assert store.topic(topic, None, "full", audience).texts == (*parts[0], *parts[1])  # type: ignore[arg-type]


def test_a_topic_answer_carries_what_its_card_needs(store: Store) -> None:
    answer = store.topic("mronj")
    assert "8 weeks" in answer.text
    assert answer.red_flags[0] == "jaw"
    assert answer.see_also[0] == "dental_care"
    assert answer.questions_for_dentist
    assert "jaw_range" in answer.numbers


def test_numbers_of_a_drug_include_those_of_its_group(store: Store) -> None:
    found = {number.id for number in store.numbers(drug="alendronate")}
    assert {"fit1_vfx", "jaw_sweden", "aff_white"} <= found
    assert not found & {"pft_vfx", "freedom_vfx"}
    assert {number.kind for number in store.numbers(drug="denosumab", kind="harm")} == {"harm"}


def test_a_number_card_is_exact(store: Store) -> None:
    number = store.number("fit1_vfx")
    assert (number.without, number.with_, number.per, number.years) == (Decimal(150), Decimal(80), 1000, Decimal(3))
    assert number.trial == "FIT-1: 8.0 % v 15.0 %, n = 2,027"
    assert number.sentence["patient"].startswith("Picture 1,000 women who had already had a spine fracture.")


@pytest.mark.parametrize(
    ("name", "drug"),
    [("Fosamax", "alendronate"), ("PROLIA", "denosumab"), ("zoledronate", "zoledronic_acid"), ("aspirin", None)],
)
def test_brands_lead_to_drugs(store: Store, name: str, drug: str | None) -> None:
    assert store.drug_named(name) == drug


def test_drugs_and_options_carry_good_and_bad_points(store: Store) -> None:
    for drug in map(store.drug, store.drugs()):
        assert len(drug.pros) >= 2 and len(drug.cons) >= 2 and drug.plain_name.startswith(drug.name)
    for option in map(store.option, store.options()):
        assert option.what_it_is.text["patient"] and option.pros and option.cons
    assert store.drug("ibandronate").options == ("oral_bisphosphonate", "injectable_bisphosphonate")
    assert not store.drug("romosozumab").in_table


def test_sections_beyond_the_topics_can_be_read(store: Store) -> None:
    section = store.section("denosumab", "living_with")
    assert section.texts and section.sources
    with pytest.raises(KnowledgeError, match="no section"):
        store.section("raloxifene", "jaw")


def test_safety_records(store: Store) -> None:
    for flag in map(store.red_flag, store.red_flags()):
        assert flag.action["patient"] and flag.why["clinician"] and flag.watch_for and flag.sources
    for caution in map(store.caution, store.cautions()):
        assert caution.text["patient"] and set(caution.severity.values()) <= {"avoid", "ask_first"}
    assert store.caution("kidney_disease").severity["denosumab"] == "ask_first"
    assert store.caution("kidney_disease").severity["oral_bisphosphonate"] == "avoid"
    for scope in map(store.scope, store.scopes()):
        assert scope.pointer["patient"] and scope.text["clinician"]
    assert len(store.readings()) == 16
    assert all(store.reading(identifier).text["patient"] for identifier in store.readings())


@pytest.mark.parametrize(
    ("case", "fracture", "t_score", "options", "shown", "not_shown"),
    [
        (
            "non-severe, −2.5: HAS would wait",
            "non_severe",
            "-2.5",
            None,
            "has_2023_non_severe",
            "severe_fracture_urgent",
        ),
        ("non-severe, −3: all agree", "non_severe", "-3", None, "acp_2023_order", "has_2023_non_severe"),
        ("non-severe, −2 belongs to the band", "non_severe", "-2", None, "has_2023_non_severe", "frax_between"),
        ("none, −2.5", "none", "-2.5", None, "t_2_5_with_risk_factors", "no_fracture_frax"),
        ("none, −3", "none", "-3", None, "no_fracture_frax", "frax_between"),
        (
            "severe, score unknown",
            "severe_nonvertebral",
            None,
            None,
            "severe_fracture_urgent",
            "hip_fracture_zoledronate",
        ),
        (
            "spine, denosumab shown",
            "severe_vertebral",
            "-2",
            ["denosumab"],
            "denosumab_second_line",
            "teriparatide_rules",
        ),
    ],
)
def test_disagreements_fit_the_case(
    store: Store,
    case: str,
    fracture: str,
    t_score: str | None,
    options: list[str] | None,
    shown: str,
    not_shown: str,
) -> None:
    score = None if t_score is None else Decimal(t_score)
    found = {note.id.removeprefix("disagreement/") for note in store.disagreements(fracture, score, options)}
    assert shown in found
    assert not_shown not in found


def test_conversations_come_whole(store: Store) -> None:
    assert [question.id for question in store.follow_up().questions][:2] == ["drug", "missed_doses"]
    assert {advice.id for advice in store.follow_up().advice} >= {"forgot", "side_effect", "fear", "cost", "no_need"}
    assert {check.drug for check in store.follow_up().checks} == set(store.drugs())
    assert len(store.values().items) >= 5 and store.values().note.patient
    assert len(store.quiz()) == 3
    assert {note.id for note in store.general_measures()} >= {"calcium", "vitamin_d", "exercise", "falls", "smoking"}
    assert store.announcement()[0].title["patient"] == "A long-term condition"
    assert "not a person" in store.intended_use("first_bubble").text["patient"]
    assert store.intended_use_version() == "1.0"


def test_the_glossary_knows_spellings(store: Store) -> None:
    for spelling in ("t-score", "T-SCORE", "MRONJ", "DEXA"):
        note = store.explain(spelling)
        assert note is not None and note.text["patient"]
    assert store.explain("quux") is None
    assert len(store.terms()[0]) >= len(store.terms()[-1])


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("fosamax jaw", "mronj"),
        ("osteonecrosis of the jaw", "mronj"),
        ("tooth extraction while on bisphosphonates", "dental_care"),
        ("can I have an implant", "dental_care"),
        ("how long stay on prolia", "duration"),
        ("forgot my tablet this week", "missed_dose"),
        ("what is a t score", "t_score_meaning"),
        ("hot flashes patch", "hormone_therapy"),
        ("pain in my thigh bone", "atypical_femoral_fracture"),
        ("next bone scan when", "monitoring"),
        ("what does it cost", "cost_access"),
        ("walking and tai chi", "lifestyle_falls"),
        ("milk cheese vitamin d", "calcium_vitamin_d"),
        ("contraindication egfr kidney", "interactions_contraindications"),
        ("drug holiday pause", "stopping_or_holiday"),
        ("late prolia injection rebound", "denosumab_rebound"),
        ("is osteoporosis inherited", "what_is_osteoporosis"),
        ("teriparatide versus alendronate which is better", "drug_choice_comparison"),
        ("scared and tempted to stop taking it, motivation", "adherence"),
        ("is it effective, how much does it help", "benefit_size"),
        ("blood clot stroke danger", "side_effects_serious"),
        ("nausea and headache side effects", "side_effects_common"),
        ("mechanism of action", "drug_how_it_works"),
        ("empty stomach water breakfast", "drug_how_to_take"),
    ],
)
def test_search_finds_the_nearest_topic(store: Store, words: str, topic: str) -> None:
    assert topic in [hit.topic for hit in store.search(words, limit=2)]


@pytest.mark.parametrize(
    "words", ["", "   ", "?!", "xyzzy", '"', "NEAR(", "jaw OR", "drop table topics; --", "a" * 5000]
)
def test_search_takes_anything_a_person_types(store: Store, words: str) -> None:
    hits = store.search(words, limit=2)
    assert len(hits) <= 2
    assert [hit.score for hit in hits] == sorted(hit.score for hit in hits)


@pytest.mark.parametrize(
    "ask",
    [
        lambda store: store.topic("astrology"),
        lambda store: store.topic("mronj", "aspirin"),
        lambda store: store.drug("aspirin"),
        lambda store: store.option("aspirin"),
        lambda store: store.number("guess"),
        lambda store: store.source("nobody"),
        lambda store: store.red_flag("none"),
        lambda store: store.caution("none"),
        lambda store: store.scope("in_scope"),
        lambda store: store.reading("R17"),
    ],
)
def test_an_unknown_id_is_one_clear_error(store: Store, ask) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(KnowledgeError, match=r"The knowledge base has no .* called .*; check the name\."):
        ask(store)


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_corrupt_file_is_one_clear_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "knowledge.db"
    path.write_bytes(content)
    with pytest.raises(KnowledgeError, match="python -m knowledge build"):
        Store(path)


def read_everything(path: Path) -> None:
    store = Store(path)
    for topic in store.topics():
        store.topic(topic)


def test_a_file_cut_short_is_one_clear_error(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "knowledge.db"
    path.write_bytes(database.read_bytes()[:20_000])
    with pytest.raises(KnowledgeError, match="python -m knowledge build"):
        read_everything(path)


def test_a_missing_file_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"There is no knowledge base at .*python -m knowledge build"):
        Store(tmp_path / "knowledge.db")


def test_a_file_of_another_version_is_one_clear_error(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "knowledge.db"
    path.write_bytes(database.read_bytes())
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = '0'")
    connection.commit()
    connection.close()
    with pytest.raises(KnowledgeError, match="another version"):
        Store(path)


def test_the_default_file_lies_below_the_home(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSTEOCHAT_HOME", str(tmp_path))
    (tmp_path / "knowledge.db").write_bytes(database.read_bytes())
    opened = Store()
    assert len(opened.topics()) == 22
    opened.close()


def test_the_knowledge_never_imports_rasa_or_the_rooms_above(database: Path) -> None:
    code = (
        "import sys, knowledge.store, knowledge.build, knowledge.load, knowledge.__main__;"
        "rooms = {name.split('.')[0] for name in sys.modules};"
        "print(rooms & {'rasa', 'rasa_sdk', 'actions', 'answers', 'nlu', 'channels', 'textstat'})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
