"""Any text is read without an error, with exact offsets, and without facts that nobody stated."""

from __future__ import annotations

import subprocess
import sys
import time
import unicodedata

import pytest
from clinical_helpers import TODAY, heard
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nlu.clinical import read
from nlu.clinical.model import Finding, Reading
from nlu.clinical.text import MAX_CHARACTERS, normalise

FACTS = {
    "t_score",
    "age",
    "fracture",
    "fracture_sites",
    "vertebral_fractures",
    "climacteric_symptoms",
    "bisphosphonate_problem",
    "low_peripheral_risk",
    "high_energy",
    "scope",
}
PIECES = st.sampled_from(
    [
        "72F",
        "I'm 62",
        "T -2.7",
        "T-score",
        "−2,5",
        "hip",
        "fracture",
        "no",
        "never",
        "my mother",
        "broke",
        "and",
        ",",
        ".",
        "?",
        "!",
        "Prolia",
        "hot flushes",
        "L1",
        "x2",
        "not",
        "if",
        "what",
        "is",
        "was",
        "T12",
        "-",
        "–",
        "2.5",
        "sorry",
        "jaw pain",
        "ménopausée",
        "fx",
        "#",
        "(",
        ")",
        "BP",
        "mum's",
        "\n",
        "😀",
        "é",
        "½",
        "<b>",
        "&minus;",
        "the",
        "when",
        "had",
        "can't",
        "lost 2 inches",
    ]
)


def check(text: str) -> Reading:
    reading = read(text, TODAY)
    for finding in reading.findings:
        assert isinstance(finding, Finding)
        assert text[finding.start : finding.end] == finding.text
        assert finding.text
        assert finding.certainty in ("clear", "ask", "reject")
        assert finding.status in (
            "present",
            "absent",
            "past",
            "family",
            "hypothetical",
            "planned",
            "refused",
            "never",
            "question",
            "unknown",
        )
        assert finding.reason or finding.certainty == "clear"
    starts = [finding.start for finding in reading.findings]
    assert starts == sorted(starts)
    assert set(reading.facts()) <= FACTS
    return reading


@given(st.text(max_size=300))
@settings(max_examples=400, deadline=None)
@example("\ud800 broke my hip \udfff")
@example("T−２．５")
@example("e\u0301tat: fracture du poignet")
@example("\u200bT\u200b-\u200b2.5")
@example("İ I'm 72")
def test_any_text_is_read_with_exact_offsets(text: str) -> None:
    check(text)


@given(st.lists(PIECES, max_size=40).map(" ".join))
@settings(max_examples=400, deadline=None)
def test_any_jumble_of_clinical_words_is_read(text: str) -> None:
    check(text)


@given(st.lists(PIECES, max_size=15).map("".join))
@settings(max_examples=200, deadline=None)
def test_any_jumble_without_spaces_is_read(text: str) -> None:
    check(text)


@example("#º")
@given(st.text(alphabet=st.characters(whitelist_categories=("Lo", "Lm", "So", "Po", "Sc")), max_size=200))
@settings(max_examples=200, deadline=None)
def test_other_scripts_and_signs_state_nothing(text: str) -> None:
    assert check(text).facts() == {}


SAME = "72 ans, femme ménopausée, fracture du poignet, T -2,5, bouffées de chaleur"


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_every_unicode_form_reads_the_same(form: str) -> None:
    assert heard(unicodedata.normalize(form, SAME)).facts() == heard(SAME).facts()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        str.lower,
        str.title,
        lambda s: s.replace(" ", "\xa0"),
        lambda s: "  " + s + "  \n",
        lambda s: s.replace(", ", ",\n"),
        lambda s: f"<p>{s}</p>",
        lambda s: f'"{s}"',
        lambda s: s + " 🙂🙂",
    ],
)
def test_case_spaces_and_wrapping_do_not_matter(change: object) -> None:
    text = "72F, wrist fracture, T -2.5, no hot flushes"
    assert heard(change(text)).facts() == heard(text).facts()  # type: ignore[operator]


def test_json_reads_like_text() -> None:
    assert heard('{"age": 72, "t_score": -2.5, "fracture": "hip"}').facts()["t_score"] == "-2.5"


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "?", "...", "🙂", "<br/>", "&nbsp;", "{}", "[]", "null", "0", "-", "–", "()", "''"]
)
def test_empty_texts_state_nothing(text: str) -> None:
    assert check(text).facts() == {}


def test_a_very_long_message_is_read_up_to_its_limit() -> None:
    text = "I went to the shops. " * 400 + "I broke my hip."
    assert len(text) > MAX_CHARACTERS
    assert check(text).facts() == {}
    assert check("I broke my hip. " + text).facts() == {"fracture_sites": ["hip"]}


ORDINARY = [
    "The weather was lovely and we had a cup of tea in the garden.",
    "Je ne comprends pas la question.",
    "Can you help me with my computer?",
    "The match ended 3-2 after extra time.",
    "My phone number is 0123 456 789 and I live at 72 High Street.",
    "I paid 2.50 for 2 coffees.",
    "Она сломала бедро",
    "她今年七十二岁",
    "عمري ٧٢ سنة",
    "SELECT * FROM patients WHERE age > 72;",
    "http://example.org/?age=72&t=-2.5",
    "lorem ipsum dolor sit amet",
    "Version 2.7 was released on 12/03/2024",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_texts_state_nothing(text: str) -> None:
    assert check(text).facts() == {}


@given(st.text(max_size=120))
@settings(max_examples=200, deadline=None)
def test_the_plain_form_maps_back_to_the_message(text: str) -> None:
    plain = normalise(text)
    for index in range(len(plain.plain)):
        start, end = plain.original_span(index, index + 1)
        assert 0 <= start < end <= len(text)


HOSTILE = [
    "hip ",
    "hip, ",
    "-2.5 ",
    "broke hip ",
    "no ",
    "I am 62 ",
    "Prolia ",
    "no hot flushes or ",
    "what if ",
    "T12 ",
    "(",
    "- ",
    "and the ",
    "1 ",
    "my mother ",
    "two point ",
    "&amp;",
    "<b>",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_repetition_is_read_in_reasonable_time(piece: str) -> None:
    started = time.process_time()
    check((piece * MAX_CHARACTERS)[:MAX_CHARACTERS])
    assert time.process_time() - started < 5


def test_the_library_is_imported_without_spacy_and_rasa() -> None:
    code = "import sys, nlu.clinical; sys.exit(any(m in sys.modules for m in ('spacy', 'rasa', 'tensorflow', 'rapidfuzz')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_today_defaults_to_the_current_day() -> None:
    assert read("I'm 62").facts() == {"age": 62}


def test_the_words_of_a_person_are_not_kept_in_memory() -> None:
    from nlu.clinical.pipeline import _matcher

    heard("my name is Wilhelmina Zzyzx and I broke my hip")
    kept = _matcher().vocab.strings
    assert "hip" in kept
    assert "wilhelmina" not in kept
    assert "zzyzx" not in kept
