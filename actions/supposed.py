"""What a supposition says of fractures: one more beside those that are known, or another number of them."""

from __future__ import annotations

import re

from actions.finding import Finding, of_kind
from actions.turn import Turn
from answers.counts import bones_named
from answers.register import CLINICIAN
from answers.strings import theme
from answers.wording import small_letters
from guideline.fractures import NONE, VERTEBRA


def adds_fracture(text: str) -> bool:
    """Say whether the fracture that is supposed comes to the known ones: "what if I broke my hip as well?".

    "What if it were only the wrist?" puts it in their place.
    """
    said = small_letters(text)
    strings = theme("asked")
    return re.search(strings["replaces_words"], said) is None and re.search(strings["adds_words"], said) is not None


def supposes(turn: Turn) -> bool:
    """Say whether the message supposes another fact without saying "if": "and at 58?", "without the hip #?"."""
    strings, text = theme("follow_on"), small_letters(turn.text)
    if not any(re.search(each, text) for each in strings["supposes_words"]):
        return False
    if turn.facts["t_score"] is None and of_kind(turn.findings, "t_score"):
        return False  # the first score is told
    is_named = of_kind(turn.findings, *SUPPOSABLE) or bisphosphonate_trouble(turn)
    return re.search(strings["no_fracture_words"], text) is not None or bool(is_named)


def bisphosphonate_trouble(turn: Turn) -> list[Finding]:
    """Return the trouble with a bisphosphonate that is supposed, or that there was none ("and if BP intolerant?")."""
    strings, text = theme("follow_on"), small_letters(turn.text)
    if not re.search(strings["trouble_words"], text):
        return []
    is_none = re.search(strings["no_trouble_words"], text) is not None
    return [Finding("bisphosphonate_problem", not is_none, turn.text, "clear", "present", "", ())]


def unclear_bones(turn: Turn) -> list[Finding]:
    """Return the bones that the message names without a word for breaking, as broken, with their number where it counts."""
    bare = [each for each in of_kind(turn.findings, "fracture_site") if each.status == "unknown" and each.value]
    found = re.search(theme("follow_on")["number_words"], small_letters(turn.text))
    counts = of_kind(turn.findings, "vertebral_fractures")
    numbers = theme("asked")["count_numbers"]
    sites = [_supposed("fracture_site", str(each.value), each.text) for each in bare]
    if found and not counts and any(each.value == VERTEBRA for each in bare):
        sites.append(Finding("vertebral_fractures", numbers[found["count"]], found.group(), "clear", "present", "", ()))
    return sites


SUPPOSABLE = (
    "age",
    "t_score",
    "fracture_site",
    "vertebral_fractures",
    "climacteric_symptoms",
    "bisphosphonate_problem",
)


def bone_alone(turn: Turn) -> list[Finding]:
    """Return the one bone that a clinician's message of no other word asks about: "wrist?"."""
    sites = bones_named(turn.text) if turn.audience == CLINICIAN else []
    if len(sites) != 1 or of_kind(turn.findings, "fracture_site", "drug"):
        return []
    if len(turn.text.split()) > FEW or not re.search(theme("follow_on")["bone_alone_words"], small_letters(turn.text)):
        return []
    return [_supposed("fracture_site", sites[0], turn.text)]


FEW = 3


def whole_bones(turn: Turn) -> list[Finding]:
    """Return the known broken bones that are supposed to be whole: those named, else all ("and with no fx?")."""
    found = re.search(theme("follow_on")["no_fracture_words"], small_letters(turn.text))
    known = [str(each) for each in turn.facts["fracture_sites"] or ()]
    if found is None:
        return []
    named = bones_named(found.group())
    whole = [each for each in known if each in named or not named]
    if whole == known:
        return [_supposed("fracture", NONE, found.group())]
    return [_supposed("fracture_site", each, found.group(), "absent") for each in whole]


def _supposed(kind: str, value: str, text: str, status: str = "present") -> Finding:
    return Finding(kind, value, text, "clear", status, "", ())


def counted_spine(turn: Turn) -> list[Finding]:
    """Return the number of broken bones that is supposed, where those that are known are of the spine and no bone is named."""
    if VERTEBRA not in (turn.facts["fracture_sites"] or ()) or of_kind(
        turn.findings, "vertebral_fractures", "fracture_site"
    ):
        return []
    found = re.search(theme("asked")["count_words"], turn.text.lower())
    if not found:
        return []
    count = theme("asked")["count_numbers"][found["count"]]
    return [Finding("vertebral_fractures", count, found.group(), "clear", "present", "", ())]
