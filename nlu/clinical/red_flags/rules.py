"""The rules of the red flags, read from `lexicon/red_flags.yml`, and the search for places where they are met."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise, product
from typing import Any

from nlu.clinical import lexicon_files
from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

_WITHIN = 6
# More occurrences than this of one group in one message add nothing but time.
_MOST = 6


@dataclass(frozen=True)
class Rule:
    """Fires `flag` where a mention of every group of `near` stands within `within` words of the others.

    across: the mentions may stand in neighbouring sentences.
    unless: groups that rule it out when they stand in the same sentence.
    having, without: groups of which one, or none, must stand somewhere in the message.
    said, unsaid: patterns (`patterns/needs.yml`) of which all, or none, must be found in the message.
    needs: the name of a further condition (`red_flags/needs.py`).
    """

    flag: str
    near: tuple[str, ...]
    within: int = _WITHIN
    across: bool = False
    needs: str = ""
    unless: tuple[str, ...] = ()
    having: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    said: tuple[Pattern, ...] = ()
    unsaid: tuple[Pattern, ...] = ()

    @cached_property
    def themes(self) -> frozenset[str]:
        """The themes of the lexicon that must all be in a message: most messages have those of no rule."""
        return frozenset(map(_theme, self.near))


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Return all rules in the order of the file."""
    flags: dict[str, list[dict[str, Any]]] = lexicon_files.load("red_flags")["flags"]
    return tuple(_rule(flag, entry) for flag, entries in flags.items() for entry in entries)


def _rule(flag: str, entry: dict[str, Any]) -> Rule:
    return Rule(
        flag,
        tuple(entry["near"]),
        within=entry.get("within", _WITHIN),
        across=entry.get("across", False),
        needs=entry.get("needs", ""),
        unless=tuple(entry.get("unless", ())),
        having=tuple(entry.get("with", ())),
        without=tuple(entry.get("without", ())),
        said=tuple(Pattern("needs", name) for name in entry.get("said", ())),
        unsaid=tuple(Pattern("needs", name) for name in entry.get("unsaid", ())),
    )


def suits(analysis: Analysis, rule: Rule) -> bool:
    """True where the message as a whole meets what the rule asks for beside its groups."""
    if rule.having and not any(group(analysis, name) for name in rule.having):
        return False
    if any(group(analysis, name) for name in rule.without):
        return False
    if not all(pattern.search(analysis.plain) for pattern in rule.said):
        return False
    return not any(pattern.search(analysis.plain) for pattern in rule.unsaid)


def group(analysis: Analysis, name: str) -> list[Mention]:
    """Return the mentions of a group of words, in order."""
    return analysis.theme(_theme(name))


def _theme(name: str) -> str:
    return f"flag_{name}"


def matches(analysis: Analysis, rule: Rule) -> list[tuple[Mention, ...]]:
    """Return the combinations of mentions that meet the rule, the tightest first."""
    groups = [group(analysis, name)[:_MOST] for name in rule.near]
    found = [pieces for pieces in product(*groups) if _meet(analysis, pieces, rule)]
    return sorted(found, key=lambda pieces: max(p.end for p in pieces) - min(p.start for p in pieces))


def _meet(analysis: Analysis, pieces: tuple[Mention, ...], rule: Rule) -> bool:
    if _overlap(pieces):
        return False
    ordered = sorted(pieces, key=lambda piece: piece.start)
    first, last = ordered[0], ordered[-1]
    apart = analysis.sentence_index(last.start) - analysis.sentence_index(first.start)
    if apart > (1 if rule.across else 0):
        return False
    return all(analysis.words_between(one.end, other.start) <= rule.within for one, other in pairwise(ordered))


def _overlap(pieces: tuple[Mention, ...]) -> bool:
    """True where one word would have to stand for two groups."""
    return any(
        one.start < other.end and other.start < one.end
        for index, one in enumerate(pieces)
        for other in pieces[index + 1 :]
    )
