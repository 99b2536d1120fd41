"""What of a message speaks of a danger only to deny it, to suppose it or to tell it as long over."""

from __future__ import annotations

import pytest
from clinical_helpers import heard


def rest_of(text: str) -> str:
    """Return the words beside the calm stretches."""
    for start, end in heard(text).calm:
        text = text[:start] + " " * (end - start) + text[end:]
    return " ".join(text.replace(",", " ").replace(".", " ").split())


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("No chest pain, no breathlessness, still on Evista", "still on Evista"),
        ("no pain in my eyes, vision is good", "vision is good"),
        ("My calf isn't swollen and I walk daily", "and I walk daily"),
        ("denies jaw pain, loose teeth, has Prolia", "has Prolia"),
        ("Never any palpitations. How long on Evista?", "How long on Evista?"),
        ("what should I do if I ever had chest pain", "what should I do"),
        ("In 2015 my jaw was infected, it cleared up. Is Prolia safe?", "Is Prolia safe?"),
        ("I had a lump in my throat when he told me", "I had a"),
    ],
)
def test_what_is_denied_supposed_or_over_is_cut_out(text: str, rest: str) -> None:
    assert rest_of(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "crushing chest pain since noon",
        "I can't breathe",
        "my legs have no feeling",
        "never had chest pain like this",
        "nothing helps the pain in my chest",
        "I don't want to live with this pain",
        "my jaw has not healed",
        "what is a T-score",
        "I'm 70 and broke my hip",
    ],
)
def test_nothing_is_cut_out_of_a_danger_or_of_an_ordinary_message(text: str) -> None:
    assert not heard(text).calm


@pytest.mark.parametrize(
    "text",
    [
        "No pain, but my lips have gone blue",
        "no fever — the socket weeps",
        "if I may ask: my calf is swollen, no cough",
    ],
)
def test_what_stands_beside_a_denial_stays(text: str) -> None:
    assert any(word in rest_of(text) for word in ("blue", "weeps", "swollen"))
