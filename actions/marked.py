"""A message with the drugs in it marked, so that patterns need not know their names."""

from __future__ import annotations

import re

from actions.finding import EXTRACTOR
from actions.turn import Turn
from answers.strings import theme
from answers.wording import small_letters

MARK = "DRUG"


def marked(turn: Turn) -> str:
    """Return the message in small letters, with `DRUG` for each drug, and for what options look like where none is named."""
    text = plain(turn)
    found = [each for each in turn.message.get("entities") or [] if _is_drug(each)]
    for each in sorted(found, key=lambda entity: -int(entity["start"])):
        text = f"{text[: each['start']]}{MARK}{text[each['end'] :]}"
    return text if found else re.sub(theme("asked")["option_words"], MARK, text)


def plain(turn: Turn) -> str:
    """Return the message in small letters with straight apostrophes, each letter where it was."""
    return small_letters(turn.text)


def drugs_named(turn: Turn) -> list[str]:
    """Return the ids of the drugs that the message names, in order, each once."""
    return list(dict.fromkeys(str(each.value) for each in turn.findings if each.kind == "drug"))


def _is_drug(entity: object) -> bool:
    return (
        isinstance(entity, dict)
        and entity.get("extractor") == EXTRACTOR
        and entity.get("entity") == "drug"
        and "start" in entity
    )
