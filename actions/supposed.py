"""What a supposition says of fractures: one more beside those that are known, or another number of them."""

from __future__ import annotations

import re

from actions.finding import Finding, of_kind
from actions.turn import Turn
from answers.strings import theme
from answers.wording import small_letters
from guideline.fractures import VERTEBRA


def adds_fracture(text: str) -> bool:
    """Say whether the fracture that is supposed comes to the known ones: "what if I broke my hip as well?".

    "What if it were only the wrist?" puts it in their place.
    """
    said = small_letters(text)
    strings = theme("asked")
    return re.search(strings["replaces_words"], said) is None and re.search(strings["adds_words"], said) is not None


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
