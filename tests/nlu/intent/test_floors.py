"""What the trained classifier understands of the development set: floors slightly below what was measured.

How the figures came about, and those on other texts: docs/measurements.md.
"""

from __future__ import annotations

import itertools
import statistics
import time

import pytest

from nlu.arbiter import FACTS, OWN, Limits, rank
from nlu.clinical import read
from tests.nlu.intent.intent_helpers import RED_FLAG, dev, model, topics, training

pytestmark = pytest.mark.slow

FIRST, IN_THREE = 0.88, 0.97
OUT_OF_SCOPE = 0.8
FALSE_ALARMS = 0.03
SELF_HARM_HEARD = 0.6
MILLISECONDS, MILLISECONDS_95 = 8.0, 15.0
SELF_HARM = "self_harm"
LIMITS = Limits(understood=0.2, alarm=0.7)


def gold(record: dict) -> list[str]:
    """Return the topics that count as right."""
    return [record["topic"], *record["also"]]


def intent_of(text: str) -> str:
    """Return the intent that the assistant acts on, with the extractor's part in it."""
    reading = read(text)
    findings = [{"entity": each.kind, "status": each.status} for each in reading.findings]
    flags = {"asks": reading.asks, "hypothetical": reading.hypothetical, "calm": reading.calm}
    return str(rank(model().scores, text, findings, flags, LIMITS)[0]["name"])


def test_the_right_topic_comes_first() -> None:
    right = [topics(record["text"])[0] in gold(record) for record in dev("questions")]
    assert statistics.mean(right) >= FIRST


def test_the_right_topic_is_among_the_first_three() -> None:
    right = [bool(set(topics(record["text"])[:3]) & set(gold(record))) for record in dev("questions")]
    assert statistics.mean(right) >= IN_THREE


def test_what_is_out_of_scope_is_seen() -> None:
    records = [record for record in dev("questions") if record["topic"] == "out_of_scope"]
    assert statistics.mean(topics(record["text"])[0] == "out_of_scope" for record in records) >= OUT_OF_SCOPE


@pytest.mark.parametrize(
    "text",
    [
        "Can you prescribe me Fosamax?",
        "prescribe me prolia",
        "Write me a prescription.",
        "please could you write me a script for Actonel",
        "I'd like a prescription for Evista from you",
    ],
)
def test_a_wish_for_a_prescription_is_out_of_scope(text: str) -> None:
    assert intent_of(text) == "out_of_scope"


@pytest.mark.parametrize("text", ["plus", "it was a plus", "above zero", "minus", "with a minus in front"])
def test_a_sign_by_itself_is_a_fact_and_no_yes(text: str) -> None:
    assert intent_of(text) == "inform"


def test_who_may_prescribe_is_a_question_about_access() -> None:
    assert intent_of("can my GP prescribe Prolia") == "ask_cost_access"


def test_ordinary_questions_raise_no_alarm() -> None:
    ordinary = [record for record in dev("questions") if RED_FLAG not in gold(record)]
    alarms = [intent_of(record["text"]) in (RED_FLAG, SELF_HARM) for record in ordinary]
    assert statistics.mean(alarms) <= FALSE_ALARMS


HARMLESS = (
    "no chest pain, no breathlessness, feeling well on HRT, how long can I stay on it",
    "no bleeding since the change and no lumps. would hrt help my bones at 54?",
    "No redness, no pain in my eyes, vision's good. How common is that with Fosamax?",
    "pt denies jaw pain, loose teeth, thigh pain. On denosumab 4y, next step?",
    "my calf isn't swollen and I'm not breathless, is Evista safe for me",
    "what should I do if I ever had chest pain on Evista",
    "my jaw ached after the extraction, it settled and has been grand ever since",
    "red painful eye after my first drip, it went with drops and hasn't come back",
    "in my twenties I had suicidal thoughts, that is far behind me and I'm content",
    "Can bisphosphonates make you depressed or suicidal?",
    "I had a lump in my throat reading the letter with my result",
    "I'd rather die than swallow another of those chalky things, what else is there",
)
STILL_ALARMING = (
    "no chest pain, but my lips have gone blue and I feel dreadful",
    "no fever, only a hard lump in the groin that is agony since this morning, I can't stand",
    "no pain in my eyes but everything went black in one eye",
    "my jaw infection in 2015 healed, now there's pus again and the bone shows",
    "no suicidal thoughts before, but tonight I just want to die",
)


@pytest.mark.parametrize("text", HARMLESS)
def test_a_danger_denied_supposed_or_long_over_raises_no_alarm(text: str) -> None:
    assert intent_of(text) not in (RED_FLAG, SELF_HARM)
    assert not read(text).of(RED_FLAG)


@pytest.mark.parametrize("text", STILL_ALARMING)
def test_a_denied_danger_hides_no_other_one(text: str) -> None:
    assert intent_of(text) in (RED_FLAG, SELF_HARM) or read(text).of(RED_FLAG)


def test_a_wish_to_die_is_heard_by_the_extractor_and_mostly_by_the_classifier_too() -> None:
    cries = [record["text"] for record in dev("red_flags") if record["flag"] == SELF_HARM]
    heard = [next(iter(model().scores(text))) == SELF_HARM for text in cries]
    read_out = [any(each.value == SELF_HARM for each in read(text).of(RED_FLAG)) for text in cries]
    assert all(one or other for one, other in zip(heard, read_out))
    assert statistics.mean(heard) >= SELF_HARM_HEARD


def test_a_case_told_without_a_question_is_taken_as_facts() -> None:
    told = [intent_of(record["text"]) == "inform" for record in dev("vignettes") if "?" not in record["text"]]
    assert statistics.mean(told) >= 0.97


QUESTIONS = (
    "How long do I have to take these tablets?",
    "What are the side effects?",
    "Should I see my dentist first?",
    "Can I stop after five years?",
    "How much calcium do I need?",
    "What does that T-score mean?",
    "Does it really prevent fractures?",
    "how often do I need a scan?",
    "Is alendronate or denosumab better?",
)


def test_a_question_after_a_case_is_heard_and_no_fact_is_lost() -> None:
    cases = [record["text"] for record in dev("vignettes") if "?" not in record["text"] and record["scope"] is None]
    heard, kept = [], []
    for case, question in zip(cases, itertools.cycle(QUESTIONS)):
        both = f"{case.rstrip('. ')}. {question}"
        heard.append(intent_of(both) == intent_of(question))
        kept.append(own_facts(case) <= own_facts(both))
    assert len(cases) >= 50
    assert statistics.mean(heard) >= 0.95
    assert all(kept)


def own_facts(text: str) -> set[tuple[str, str]]:
    """Return the facts that a message states of the person herself."""
    return {(each.kind, str(each.value)) for each in read(text).findings if each.kind in FACTS and each.status in OWN}


def test_a_message_takes_milliseconds() -> None:
    # The processor's time, not the clock's: what else runs on the machine must not decide.
    texts = [record["text"] for record in dev("questions")]
    intent_of(texts[0])
    spent = []
    for text in texts:
        began = time.thread_time()
        intent_of(text)
        spent.append((time.thread_time() - began) * 1000)
    assert statistics.median(spent) <= MILLISECONDS
    assert sorted(spent)[int(len(spent) * 0.95)] <= MILLISECONDS_95


def test_every_intent_is_learnt() -> None:
    assert set(model().intents) == set(training()[1])
