"""What a clinician's one-line query adds to the answer: that a new case was begun."""

from __future__ import annotations

from answers.message import Message
from answers.register import CLINICIAN
from answers.strings import theme


def with_new_case(message: Message) -> str:
    """Return the text of a message with the remark that a new case was begun; a decision keeps its headline first."""
    said = str(theme("quick_query")[CLINICIAN]["new_case"])
    if not message.custom or message.custom.get("type") != "decision":
        return f"{said}\n{message.text}"
    headline, _, rest = message.text.partition("\n")
    return "\n".join(part for part in (headline, said, rest) if part)
