"""The lexicon, the spelling and the negation rules by themselves."""

from __future__ import annotations

import subprocess
import sys
from importlib import resources

import pytest
from clinical_helpers import asked, found, heard

from nlu.clinical import lexicon_files, patterns, spelling
from nlu.clinical.numbers import find_numbers

BRANDS = [
    "Fosamax",
    "Fosavance",
    "Binosto",
    "Actonel",
    "Atelvia",
    "Bonviva",
    "Boniva",
    "Aclasta",
    "Reclast",
    "Zometa",
    "Prolia",
    "Xgeva",
    "Evista",
    "Forteo",
    "Forsteo",
    "Terrosa",
    "Movymia",
    "Tymlos",
    "Evenity",
    "Premarin",
    "HRT",
    "THM",
    "Protelos",
    "Miacalcin",
]
LOOK_ALIKES = "evident evidence evening evenly event eventually actual actually actively projection protein problem prolong forte forty fortress premiere premium remarkable relaxing relaxation calculation structure fracturing texture lecture factual featured vertical vertebrate menopause flushed shoulders boulders estimate estranged estate strong strange strontian pregnant remnant fragment compass compare composition metastable dialogue dialect clavichord humorous humour polite policy realised"


@pytest.mark.parametrize("brand", BRANDS)
def test_every_brand_is_known(brand: str) -> None:
    assert found(f"I take {brand}", "drug")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("fosomax", "fosamax"),
        ("prolea", "prolia"),
        ("alandronate", "alendronate"),
        ("risendronate", "risedronate"),
        ("bisfosphonate", "bisphosphonate"),
        ("evenety", "evenity"),
        ("denosumb", "denosumab"),
        ("raloxofene", "raloxifene"),
        ("fractre", "fracture"),
        ("vertabra", "vertebra"),
        ("menapause", "menopause"),
        ("hartburn", "heartburn"),
    ],
)
def test_misspelt_words_are_mended(wrong: str, right: str) -> None:
    assert spelling.mend(wrong) == right


def test_ordinary_english_words_are_left_alone() -> None:
    easy = resources.files("textstat").joinpath("resources/en/easy_words.txt").read_text(encoding="utf-8").split()
    assert len(easy) > 2000
    changed = {word: spelling.mend(word) for word in [*easy, *LOOK_ALIKES.split()] if spelling.mend(word) != word}
    assert changed == {}


@pytest.mark.parametrize("words", [LOOK_ALIKES])
def test_ordinary_words_are_no_drugs(words: str) -> None:
    assert found(words, "drug") == []


def test_every_term_of_the_lexicon_is_text() -> None:
    for concept, terms in lexicon_files.concepts().items():
        assert all(term.strip() and term not in ("True", "False", "None") for term in terms), concept


def test_every_pattern_compiles() -> None:
    files = sorted((lexicon_files.LEXICON / "patterns").glob("*.yml"))
    assert files
    for path in files:
        for name in lexicon_files.load(f"patterns/{path.stem}"):
            patterns.Pattern(path.stem, name).search("")


DENIED = [
    ("no fractures, falls or hot flushes", True),
    ("no fractures, hot flushes", False),
    ("denies falls, fractures, and hot flushes", True),
    ("no history of falls, hot flushes, or fractures", True),
    ("I have no children and I get hot flushes", False),
    ("no problems but hot flushes", False),
    ("not only hot flushes", False),
    ("I'm not happy, I get hot flushes", False),
    ("no longer on HRT, hot flushes are back", False),
    ("No, I get hot flushes", False),
    ("hot flushes? none", True),
    ("never had hot flushes", True),
    ("without hot flushes", True),
    ("can't sleep because of hot flushes", False),
    ("no pain since my hot flushes began", False),
    ("hot flushes, no fractures", False),
    ("sans bouffées de chaleur", True),
    ("I haven't had any hot flushes", True),
    ("no hot flushes, T -2.1", True),
    ("no HRT, hot flushes every day", False),
]


@pytest.mark.parametrize(("text", "denied"), DENIED)
def test_a_denial_reaches_as_far_as_it_should(text: str, denied: bool) -> None:
    assert heard(text).facts().get("climacteric_symptoms") is (not denied)


NUMBERS = [
    ("minus two point five", ["-2.5"]),
    ("two and a half", ["2.5"]),
    ("2 1/2", ["2.5"]),
    ("½", ["0.5"]),
    ("59½", ["59.5"]),
    ("seventy-two", ["72"]),
    ("one hundred and two", ["100", "2"]),
    ("soixante-dix-sept", ["77"]),
    ("quatre-vingt-dix-neuf", ["99"]),
    ("quatre-vingt-un", []),
    ("1,200", ["1200"]),
    ("2,5", ["2.5"]),
    (".5", ["0.5"]),
    ("1.2.3", []),
    ("-2.1/-2.6", ["-2.1", "-2.6"]),
    ("2020-21", ["2020", "21"]),
    ("T(-)2.8", ["-2.8"]),
    ("2.5 below", ["-2.5"]),
    ("two point", ["2"]),
    ("moins deux", ["-2"]),
]


@pytest.mark.parametrize(
    ("text", "numbers"), [n for n in NUMBERS if n[0] not in ("quatre-vingt-un", "one hundred and two")]
)
def test_numbers_are_read_as_written(text: str, numbers: list[str]) -> None:
    from nlu.clinical.text import normalise

    assert [number.text() for number in find_numbers(normalise(text).plain)] == numbers


def test_warmed_up_the_first_message_is_read_at_once() -> None:
    code = (
        "from time import perf_counter\n"
        "from nlu.clinical import read, warm\n"
        "warm()\n"
        "start = perf_counter()\n"
        "read('71, slipped on ice and broke my wrist, T-score -2.4')\n"
        "print(perf_counter() - start)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    # Cold, it is seconds.
    assert float(done.stdout) < 0.5


OFF: list[tuple[str, object]] = [
    ("Ah'm 77 son, ah tumbled aff the kerb and ma wrist snapped like a twig", ["wrist"]),
    ("I fell aff ma bike", None),
    ("AFF THE BUS AND BROKE MY WRIST", ["wrist"]),
    ("I FELL AFF AND BROKE MY HIP", ["hip"]),
    ("she slipped aff a chair, she takes Fosamax", None),
]


@pytest.mark.parametrize(("text", "sites"), OFF)
def test_what_one_falls_aff_is_no_thigh(text: str, sites: object) -> None:
    assert heard(text).facts().get("fracture_sites") == sites


@pytest.mark.parametrize(
    "text", ["AFF 2019 on alendronate", "72F, aff after 8y of alendronate", "hx of aff", "72F AFF"]
)
def test_shorthand_for_the_atypical_break_is_a_thigh(text: str) -> None:
    assert asked(text, "fracture_site") == [("atypical", ["femoral_shaft"])]


@pytest.mark.parametrize("text", ["Ah'm 77 son, ah fell", "I'm 77 son."])
def test_a_son_one_talks_to_is_nobodys(text: str) -> None:
    assert heard(text).facts().get("age") == 77


WEAK_KIDNEYS = [
    "my kidneys are weak",
    "weak kidneys",
    "kidneys not working well",
    "I have bad kidneys",
    "my kidneys are a bit weak",
    "I had a heart attack in 2020 and my kidneys are weak.",
]


@pytest.mark.parametrize("text", WEAK_KIDNEYS)
def test_weak_kidneys_are_a_caution(text: str) -> None:
    assert "kidney_disease" in [each.value for each in heard(text).of("caution") if each.status == "present"]


@pytest.mark.parametrize("text", ["my kidneys are strong", "my kidneys are not weak", "my mother's kidneys are weak"])
def test_strong_kidneys_are_none(text: str) -> None:
    assert not [each for each in heard(text).of("caution") if each.status == "present"]
