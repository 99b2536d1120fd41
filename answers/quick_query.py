"""What a clinician's one-line query adds to the answer: that a new case was begun, what was corrected, what was not clear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from answers.beside import flag_lines
from answers.clarification import Clarification
from answers.facts import name_of
from answers.message import Message
from answers.register import CLINICIAN
from answers.strings import theme

DECISION = "decision"


def with_new_case(message: Message) -> str:
    """Return the text of a message with the remark that a new case was begun; a decision keeps its headline first."""
    said = str(theme("quick_query")[CLINICIAN]["new_case"])
    return _below_headline(message, said) if _is_decision(message) else f"{said}\n{message.text}"


def joined(replies: Sequence[Message]) -> list[Message]:
    """Return the replies with plain remarks that stand before a decision inside it, below its headline."""
    place = next((number for number, each in enumerate(replies) if _is_decision(each)), 0)
    if not place or any(each.custom or each.buttons for each in replies[:place]):
        return list(replies)
    remarks = "\n".join(each.text for each in replies[:place])
    return [replace(replies[place], text=_below_headline(replies[place], remarks)), *replies[place + 1 :]]


def flags_first(replies: Sequence[Message], flags: Sequence[str]) -> list[Message]:
    """Return the replies with the red flags of the case before all else; a decision holds them below its headline."""
    if not flags or (replies and _is_decision(replies[0])):
        return list(replies)
    return [Message("\n".join(flag_lines(flags))), *replies]


def unclear_text(unclear: Sequence[Clarification]) -> str:
    """Return the line that says what was not clear and was left unknown; nothing when all was."""
    words = theme("quick_query")[CLINICIAN]
    said = [words["one_unclear"].format(heard=each.heard, fact=name_of(each.fact, CLINICIAN)) for each in unclear]
    return str(words["unclear"].format(unclear="; ".join(said))) if said else ""


def _is_decision(message: Message) -> bool:
    return message.custom is not None and message.custom.get("type") == DECISION


def _below_headline(message: Message, words: str) -> str:
    headline, _, rest = message.text.partition("\n")
    return "\n".join(part for part in (headline, words, rest) if part)
