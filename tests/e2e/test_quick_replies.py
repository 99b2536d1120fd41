"""Every quick reply that is offered with a question is understood as what its title says."""

from __future__ import annotations

import pytest

from answers.facts import signed
from answers.questions import buttons
from answers.strings import theme
from tests.talker import Talker

pytestmark = pytest.mark.e2e

ROUTES = {
    "scope": ["please check my case"],
    "t_score": ["I am past the menopause and I broke my hip"],
    "fracture": ["I am past the menopause and my T-score is -2.7"],
    "vertebral_fractures": ["I am past the menopause, I have collapsed vertebrae, T-score -2.2", "I don't know"],
    "climacteric_symptoms": ["I am past the menopause, 55, two vertebral fractures, T-score -2.2"],
    "bisphosphonate_problem": ["I am past the menopause and I broke my hip, T-score -2.2"],
    "high_energy": ["I am past the menopause, I fell down the stairs and broke my hip, T-score -2.2"],
}
MEANT = {
    "Yes, that fits": {"scope": "in_scope"},
    "Not scanned yet": {"t_score": None},
    "No broken bone": {"fracture": "none"},
    "Hip": {"fracture_sites": ["hip"]},
    "Spine": {"fracture_sites": ["vertebra"]},
    "Wrist": {"fracture_sites": ["wrist"]},
    "Never tried one": {"bisphosphonate_problem": False},
    "No problem with it": {"bisphosphonate_problem": False},
}
BY_QUESTION = {
    ("climacteric_symptoms", "Yes"): {"climacteric_symptoms": True},
    ("climacteric_symptoms", "No"): {"climacteric_symptoms": False},
    ("bisphosphonate_problem", "Yes"): {"bisphosphonate_problem": True},
    ("vertebral_fractures", "One"): {"vertebral_fractures": 1},
    ("vertebral_fractures", "Two"): {"vertebral_fractures": 2},
    ("vertebral_fractures", "Three or more"): {"vertebral_fractures": 3},
    ("high_energy", "A simple fall"): {"high_energy": False},
    ("high_energy", "A big force"): {"high_energy": True},
}
NOT_A_FACT = {"I don't know", "Why do you ask?", "No, not quite", "Another bone"}

REPLIES = [(fact, button.title, button.payload) for fact in ROUTES for button in buttons(fact, "patient")]


@pytest.mark.parametrize(("fact", "title", "payload"), REPLIES, ids=[f"{fact}: {title}" for fact, title, _ in REPLIES])
def test_a_quick_reply_means_what_its_title_says(fact: str, title: str, payload: str, talk: Talker) -> None:
    for text in ROUTES[fact]:
        talk.say(text)
        asked = [custom.get("fact") for custom in talk.customs]
        if fact in asked:
            break
    assert fact in asked, talk.text
    talk.say(payload)
    assert "fallback" not in talk.types
    if title in NOT_A_FACT:
        return
    noted = talk.say("show what you have noted").custom("summary")["facts"]
    for name, value in (MEANT.get(title) or BY_QUESTION[fact, title]).items():
        assert noted[name] == value


SITES = [site for site in theme("facts")["sites"]["patient"] if site != "other"]


@pytest.mark.parametrize("site", SITES)
def test_a_site_offered_by_name_is_understood_as_that_site(site: str, talk: Talker) -> None:
    name = theme("facts")["sites"]["patient"][site]
    talk.say(theme("clarify")["site_payload"].format(site=name))
    assert talk.say("show what you have noted").custom("summary")["facts"]["fracture_sites"] == [site]


@pytest.mark.parametrize("value", ["-2.7", "2.7", "-1.0", "0.5"])
def test_a_score_offered_with_its_sign_is_understood(value: str, talk: Talker) -> None:
    talk.say(f"My T-score is {signed(value).replace('+', 'plus ')}")
    assert talk.say("show what you have noted").custom("summary")["facts"]["t_score"] == float(value)


@pytest.mark.parametrize("scope", list(theme("clarify")["scopes"]))
def test_a_reason_offered_for_being_outside_the_table_is_understood(scope: str, talk: Talker) -> None:
    payload = theme("clarify")["scopes"][scope].split("|")[1].strip()
    assert talk.say(payload).custom("scope")["reason"] == scope
