"""The answer to the question that is open, in words that by themselves say nothing: "72", "yes", "I don't know"."""

from __future__ import annotations

from typing import Optional

from actions.finding import of_kind
from actions.intents import AFFIRM, DENY, DONT_KNOW
from actions.turn import Turn
from answers.clarification import Clarification
from answers.wording import has_words, small_letters
from guideline.values import AGE_ADULT

SIGN_MISSING, WHICH = "sign_missing", "which"
"""Whether a score lies below or above zero: only a word that says so answers it, since a yes says neither. Which of several."""
BOOL_FACTS = ("climacteric_symptoms", "bisphosphonate_problem", "low_peripheral_risk", "high_energy")
NUMBER_FACTS = ("age", "vertebral_fractures", "t_score")
LARGEST_SCORE = 8
SITES_TO_CHOOSE = ("hip", "vertebra", "wrist", "pelvis", "proximal_humerus")
SCOPES_TO_CHOOSE = ("man", "premenopausal", "glucocorticoids", "cancer_or_metastases", "severe_kidney_disease")
NO = frozenset({"no", "never", "none", "nope", "not", "neither", "nothing", "nor", "longer", "non", "jamais"})
YES = frozenset({"yes", "yeah", "yep", "sometimes", "often", "daily", "nightly", "always", "still", "oui"})
TRIES = 2
"""How often a fact is asked back before it is left open."""
OTHERS = frozenset(
    {"sister", "sisters", "mother", "mum", "aunt", "neighbour", "neighbor", "friend", "daughter", "husband"}
)
"""Of whom a short answer tells instead of the person herself: "my sister never took any"."""
OPEN_WORDS = frozenset({"sure", "know", "certain", "remember", "idea", "think"})
"""With a "not" before them they leave it open: "I'm not sure" is no "no"."""
SHORT_ANSWER = 6
"""Words up to which a message can be nothing but an answer to a question with yes or no."""


def resolve_question(turn: Turn, fact: str) -> None:
    """Give a message the meaning that the open question lends it; a number with a point can be nothing but a T-score."""
    number = number_in(turn)
    if fact != "t_score" and turn.facts["t_score"] is None and _is_like_a_score(number):
        resolve_number(turn, "t_score", number)
    elif fact == "bisphosphonate_problem" and _tells_of_trouble(turn):
        turn.set_fact(fact, True)
    elif turn.intent == DONT_KNOW:
        turn.set_unsure(fact)
    elif fact in BOOL_FACTS and _yes_or_no(turn) is not None:
        turn.set_fact(fact, _yes_or_no(turn))
    elif fact == "scope" and turn.intent == AFFIRM:
        turn.set_fact("scope", "in_scope")
    elif fact == "scope" and turn.intent == DENY:
        turn.heard.clarify.append(Clarification("scope", turn.text, WHICH, SCOPES_TO_CHOOSE))
    elif fact == "fracture" and turn.intent == DENY and not _is_of_something_else(turn):
        turn.set_fact("fracture", "none")
    elif fact == "fracture" and turn.intent == AFFIRM:
        turn.heard.clarify.append(Clarification("fracture", turn.text, "site_missing", SITES_TO_CHOOSE))
    elif fact == "t_score" and turn.intent == DENY:
        turn.set_unsure(fact)
    elif fact in NUMBER_FACTS:
        resolve_number(turn, fact, number)


def _tells_of_trouble(turn: Turn) -> bool:
    """ "It gave me awful reflux, had to give it up": the drug is the one of the question."""
    names_another = any(each.value not in ("bisphosphonate", None) for each in of_kind(turn.findings, "drug"))
    is_told = has_words("talk", "trouble_words", small_letters(turn.text))
    return is_told and not names_another and not turn.reading.get("asks")


def _is_of_something_else(turn: Turn) -> bool:
    """ "No tablets ever" and "T?" deny no fracture."""
    return bool(turn.reading.get("asks")) or has_words("talk", "medicine_words", small_letters(turn.text))


def _yes_or_no(turn: Turn) -> Optional[bool]:
    """Return what a short answer says to a question with yes or no, None when it says neither."""
    words = words_in(turn)
    if words & OTHERS - {turn.dialogue.about}:
        return None
    if words & {"fit", "fits"}:  # said to the question on whom the table is for
        return None
    if has_words("talk", "illness_words", small_letters(turn.said)):
        return None  # "no other illness" says nothing of the drug
    if turn.intent in (AFFIRM, DENY):
        return turn.intent == AFFIRM
    if turn.reading.get("asks") or words & OPEN_WORDS:
        return None
    if len(words) > SHORT_ANSWER or bool(words & YES) == bool(words & NO):
        return None
    return bool(words & YES)


def number_in(turn: Turn) -> Optional[str]:
    """Return the number of a message that says nothing else, None when there is none."""
    numbers = of_kind(turn.findings, "number")
    return str(numbers[0].value) if len(numbers) == 1 else None


def _is_like_a_score(number: Optional[str]) -> bool:
    return number is not None and "." in number and abs(float(number)) <= LARGEST_SCORE


def resolve_number(turn: Turn, fact: str, number: Optional[str]) -> None:
    """Take a number as the value of a fact, or ask back or refuse what cannot be taken as it stands."""
    if number is None:
        return
    if fact == "t_score":
        if number.startswith(("-", "+")) or float(number) == 0:
            turn.set_fact(fact, number.lstrip("+"))
        else:
            turn.heard.clarify.append(Clarification(fact, turn.text, "sign_missing", (f"-{number}", number)))
    elif fact == "age" and number.isdigit() and int(number) < AGE_ADULT:  # hardly the age of who writes here
        turn.heard.clarify.append(Clarification(fact, turn.text, "bare_small_number"))
    elif number.isdigit():
        turn.set_fact(fact, int(number))
    else:
        turn.heard.rejected.append((fact, turn.text, "not_whole"))


def words_in(turn: Turn) -> frozenset[str]:
    """Return the words of the message, or of the part of it that may be an answer, in lower case."""
    return frozenset(turn.said.lower().replace(".", " ").replace(",", " ").split())
