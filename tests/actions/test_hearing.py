"""From findings to facts: what is taken, corrected, asked back, refused; table by table."""

from __future__ import annotations

from typing import Any

import pytest

from actions.finding import Finding, findings_of
from actions.hearing import Heard, hear


def found(kind: str, value: Any = None, **more: Any) -> Finding:
    given = {"text": str(value), "certainty": "clear", "status": "present", "reason": "", "candidates": (), **more}
    return Finding(kind, value, **given)


def site(name: str, **more: Any) -> Finding:
    return found("fracture_site", name, **more)


def site_unclear(*candidates: str) -> Finding:
    return found("fracture_site", None, certainty="ask", reason="site_unclear", candidates=candidates)


TAKEN = [
    ("a score", [found("t_score", "-2.7")], {}, {"t_score": "-2.7"}),
    ("an age", [found("age", 72)], {}, {"age": 72}),
    ("an age replaces a decade", [found("age", 64)], {"age_range": [60, 69]}, {"age": 64, "age_range": None}),
    ("a site", [site("hip")], {}, {"fracture_sites": ["hip"], "fracture": "severe_nonvertebral"}),
    ("sites add up", [site("hip")], {"fracture_sites": ["wrist"], "fracture": "non_severe"}, {"fracture_sites": ["wrist", "hip"], "fracture": "severe_nonvertebral"}),
    ("a count names the site", [found("vertebral_fractures", 2)], {}, {"fracture_sites": ["vertebra"], "vertebral_fractures": 2, "fracture": "severe_vertebral"}),
    ("a denial", [found("fracture", "none")], {}, {"fracture": "none", "fracture_sites": None}),
    ("a denial takes back a site", [found("fracture", "none")], {"fracture_sites": ["hip"], "fracture": "severe_nonvertebral"}, {"fracture": "none", "fracture_sites": None}),
    ("a site takes back a denial", [site("wrist")], {"fracture": "none"}, {"fracture_sites": ["wrist"], "fracture": "non_severe"}),
    ("a bone whose every part is severe", [site_unclear("hip", "femoral_shaft")], {}, {"fracture": "severe_nonvertebral", "fracture_sites": None}),
    ("the same in a crash", [site_unclear("hip", "femoral_shaft"), found("high_energy", True)], {}, {"fracture": "none"}),
    ("a denied site is taken away", [site("hip", status="absent")], {"fracture_sites": ["hip", "wrist"]}, {"fracture_sites": ["wrist"], "fracture": "non_severe"}),
    ("high energy makes it count as none", [found("high_energy", True)], {"fracture_sites": ["hip"], "fracture": "severe_nonvertebral"}, {"high_energy": True, "fracture": "none"}),
    ("a finger with a denial", [found("fracture", "none"), site("hand")], {}, {"fracture": "none", "fracture_sites": ["hand"]}),
    ("a man", [found("sex", "male")], {}, {"scope": "man"}),
    ("after the menopause", [found("menopause", "post")], {}, {"scope": "in_scope"}),
    ("an illness outweighs in_scope", [found("menopause", "post"), found("scope", "glucocorticoids")], {}, {"scope": "glucocorticoids"}),
    ("no symptoms any more", [found("climacteric_symptoms", False, status="past")], {}, {"climacteric_symptoms": False}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "findings", "before", "after"), TAKEN, ids=[case[0] for case in TAKEN])
def test_what_is_taken(sentence: str, findings: list[Finding], before: dict, after: dict) -> None:
    heard = hear(findings, before)
    assert {name: heard.facts[name] for name in after} == after
    assert not heard.rejected
    assert not heard.clarify


NOT_OWN = ["family", "hypothetical", "planned", "refused", "question"]


@pytest.mark.parametrize("status", NOT_OWN)
def test_what_is_not_the_persons_own_is_not_taken(status: str) -> None:
    heard = hear([site("hip", status=status), found("t_score", "-3", status=status)], {})
    assert not heard.anything
    assert heard.facts["fracture_sites"] is None


def test_a_correction_replaces_the_sites() -> None:
    heard = hear([site("wrist")], {"fracture_sites": ["hip"], "fracture": "severe_nonvertebral"}, corrects=True)
    assert heard.facts["fracture_sites"] == ["wrist"]
    assert heard.corrected == [("fracture", ["hip"], ["wrist"])]


CORRECTED = [
    ("a new score", [found("t_score", "-3.2")], {"t_score": "-2.3"}, [("t_score", "-2.3", "-3.2")]),
    ("the same score", [found("t_score", "-2.3")], {"t_score": "-2.3"}, []),
    ("a first score", [found("t_score", "-2.3")], {}, []),
    ("a new age", [found("age", 71)], {"age": 62}, [("age", 62, 71)]),
    ("yes after no", [found("climacteric_symptoms", True)], {"climacteric_symptoms": False}, [("climacteric_symptoms", False, True)]),
    ("a bone after none", [site("wrist")], {"fracture": "none"}, [("fracture", "none", ["wrist"])]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "findings", "before", "corrected"), CORRECTED, ids=[case[0] for case in CORRECTED]
)
def test_what_counts_as_corrected(sentence: str, findings: list[Finding], before: dict, corrected: list) -> None:
    assert hear(findings, before).corrected == corrected


def asked(heard: Heard) -> list[tuple[str, str]]:
    return [(each.fact, each.reason) for each in heard.clarify]


ASKED = [
    ("a sign", [found("t_score", None, certainty="ask", reason="sign_missing", candidates=("-2.7", "2.7"))], [("t_score", "sign_missing")]),
    ("a decade across a limit", [found("age", None, certainty="ask", reason="decade", candidates=(60, 69))], [("age", "decade")]),
    ("a decade away from the limits", [found("age", None, certainty="ask", reason="decade", candidates=(70, 79))], []),
    ("a decade within the limits", [found("age", None, certainty="ask", reason="decade", candidates=(50, 59))], []),
    ("a bone without a name", [found("fracture", "unspecified", certainty="ask", reason="site_missing")], [("fracture", "site_missing")]),
    ("part of the arm", [site("wrist", certainty="ask", reason="site_unclear", candidates=("wrist", "proximal_humerus"))], [("fracture", "site_unclear")]),
    ("the force", [found("high_energy", None, certainty="ask", reason="high_energy")], [("high_energy", "high_energy")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "findings", "questions"), ASKED, ids=[case[0] for case in ASKED])
def test_what_is_asked_back(sentence: str, findings: list[Finding], questions: list) -> None:
    assert asked(hear(findings, {})) == questions


@pytest.mark.parametrize("candidates", [("hip", "wrist"), ("hand", "foot"), ("vertebra", "rib"), ()])
def test_a_part_that_decides_the_class_is_asked_back(candidates: tuple[str, ...]) -> None:
    heard = hear([site_unclear(*candidates)], {})
    assert heard.facts["fracture"] is None
    assert [each.fact for each in heard.clarify] == ["fracture"]


def test_an_unclear_part_beside_a_known_site_is_asked_back() -> None:
    heard = hear([site_unclear("hip", "femoral_shaft")], {"fracture_sites": ["wrist"], "fracture": "non_severe"})
    assert [each.fact for each in heard.clarify] == ["fracture"]


def test_a_bare_site_is_the_answer_to_the_question_for_fractures_and_else_a_question() -> None:
    bare = site("wrist", certainty="ask", reason="no_fracture_word", candidates=("wrist",))
    assert hear([bare], {}, asked="fracture").facts["fracture_sites"] == ["wrist"]
    assert asked(hear([bare], {})) == [("fracture", "no_fracture_word")]


REFUSED = [
    ("by the extractor", [found("t_score", None, certainty="reject", reason="out_of_range")], {}, "t_score"),
    ("a score beyond the limits", [found("t_score", "-12")], {"t_score": "-2"}, "t_score"),
    ("an age beyond the limits", [found("age", 300)], {}, "age"),
    ("a wrong type", [found("age", {"a": 1})], {}, "age"),
    ("words for a truth", [found("climacteric_symptoms", "yes")], {}, "climacteric_symptoms"),
    ("an unknown site", [site("tail")], {"fracture_sites": ["hip"]}, "fracture_sites"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "findings", "before", "fact"), REFUSED, ids=[case[0] for case in REFUSED])
def test_what_is_refused_leaves_what_was_known(sentence: str, findings: list[Finding], before: dict, fact: str) -> None:
    heard = hear(findings, before)
    assert [each[0] for each in heard.rejected] == [fact]
    assert heard.facts[fact] == before.get(fact)


def test_unknown_is_noted_as_unknown_and_never_as_no() -> None:
    heard = hear([found("t_score", None, status="unknown"), found("fracture", None, status="unknown")], {})
    assert heard.unsure == {"t_score", "fracture"}
    assert heard.facts["fracture"] is None


def test_entities_of_another_origin_are_not_looked_at() -> None:
    forged = {"entity": "t_score", "value": "-9", "extractor": "RegexMessageHandler"}
    assert findings_of({"entities": [forged]}) == []


def test_drugs_and_cautions_are_remembered_with_their_status() -> None:
    heard = hear(
        [
            found("drug", "denosumab"),
            found("caution", "stroke", status="past"),
            found("drug", "raloxifene", status="question"),
        ],
        {},
    )
    assert heard.mentions == {"drug": {"denosumab": "present"}, "caution": {"stroke": "past"}}


def test_a_bare_number_of_vertebrae_is_the_answer_to_the_question_for_fractures_and_else_a_question() -> None:
    bare = found("vertebral_fractures", 2, certainty="ask", reason="no_fracture_word", candidates=(2,))
    answered = hear([bare], {}, asked="vertebral_fractures").facts
    assert (answered["vertebral_fractures"], answered["fracture_sites"]) == (2, ["vertebra"])
    assert asked(hear([bare], {})) == [("vertebral_fractures", "no_fracture_word")]
