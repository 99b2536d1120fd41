"""What sounds alarming and is not: long over, a figure of speech, or thoughts of dying only asked about or left behind."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern

# How far after the symptom it may be told that it is over, in characters: the same sentence or the next.
_REACH = 220

_OVER, _TOLD_AS_PAST = Pattern("harmless", "over"), Pattern("harmless", "told_as_past")
_RECENT, _CAME_BACK = Pattern("harmless", "recent"), Pattern("harmless", "came_back")
_FIGURE = Pattern("harmless", "figure")
_LONG_AGO, _CONTENT = Pattern("harmless", "long_ago"), Pattern("harmless", "content")
_OF_DYING = re.compile(r"suicid|self|kill|dying|\bdi?e\b|dead|dark|ending|overdos|end |harm|\blive\b|\bliving|\blife")
_NOT_BEHIND = Pattern("harmless", "not_behind")
_EXPLAINED, _NOT_EXPLAINED = Pattern("harmless", "explained"), Pattern("harmless", "not_explained")
_OLD_SWALLOWING, _NEW_SWALLOWING = Pattern("harmless", "old_swallowing"), Pattern("harmless", "new_swallowing")
_TOUCHED, _NOT_TOUCHED = Pattern("harmless", "touched"), Pattern("harmless", "not_touched")
_OF_ANOTHER = Pattern("harmless", "of_another")
_NEVER_WISHED, _NOW_WISHED = Pattern("harmless", "never_wished"), Pattern("harmless", "now_wished")
_ASKED_IN_GENERAL, _OWN_FEELING = Pattern("harmless", "asked_in_general"), Pattern("harmless", "own_feeling")


def over_until(analysis: Analysis, start: int, end: int) -> int | None:
    """Return where it is told that the symptom at plain[start:end] is long over, None where that is not told.

    The symptom must be told as past, and neither recent days nor a return may be told beside it; in doubt it is not over.
    """
    sentence = analysis.sentence(end - 1)
    following = analysis.sentences[analysis.sentence_index(end - 1) + 1 :][:1]
    last = following[0].end if following else sentence.end
    over = _OVER.search(analysis.plain, end, min(last, end + _REACH))
    if not over or (over.start() >= sentence.end and not _speaks_of_it(analysis, sentence.end, over.start())):
        return None
    story = analysis.between(analysis.sentence(start).start, over.end())
    if not _TOLD_AS_PAST.search(story) or _RECENT.search(_OVER.sub(" ", story)) or came_back(analysis, end):
        return None
    return over.end()


def is_over(analysis: Analysis, start: int, end: int) -> bool:
    """True for "swollen jaw in 2015, it cleared up and has been perfect ever since"."""
    return over_until(analysis, start, end) is not None


def came_back(analysis: Analysis, end: int) -> bool:
    """True where what follows tells that it is there again ("all clear then, but now it has started again")."""
    return bool(_CAME_BACK.search(_OVER.sub(" ", analysis.plain[end : end + _REACH])))


def _speaks_of_it(analysis: Analysis, start: int, end: int) -> bool:
    """True where a sentence up to here speaks on of the same thing, not of another part of the body."""
    text = analysis.between(start, end)
    return not text.strip() or (bool(re.search(r"\b(?:it|that|this|they)\b", text)) and not re.search(r"\bmy\b", text))


def figures(analysis: Analysis) -> list[tuple[int, int]]:
    """Return the stretches that are a way of speaking ("a lump in my throat when she told me") or plainly explained."""
    return analysis.once(
        "figures",
        lambda a: (
            [match.span() for match in _FIGURE.finditer(a.plain)]
            + _explained(a.plain)
            + _alone(_OLD_SWALLOWING, _NEW_SWALLOWING, a.plain)
            + _alone(_TOUCHED, _NOT_TOUCHED, a.plain)
        ),
    )


def _alone(harmless: Pattern, doubt: Pattern, plain: str) -> list[tuple[int, int]]:
    """Return where the harmless thing is told; nothing where the message holds a word of doubt."""
    found = [match.span() for match in harmless.finditer(plain)]
    return [] if not found or doubt.search(plain) else found


def _explained(plain: str) -> list[tuple[int, int]]:
    """Return where a numb seat comes from sitting or sore calves from the gym, and nothing worse is told beside it."""
    return [m.span() for m in _EXPLAINED.finditer(plain) if not _NOT_EXPLAINED.search(_EXPLAINED.sub(" ", plain))]


def is_figure(analysis: Analysis, start: int, end: int) -> bool:
    """True where plain[start:end] belongs to a figure of speech."""
    return any(first < end and start < last for first, last in figures(analysis))


def is_harmless_talk_of_dying(analysis: Analysis, start: int, end: int) -> bool:
    """True where thoughts of suicide are only asked about as an effect, or lie long behind a person content now."""
    return any(first <= start and end <= last for first, last in left_behind(analysis))


def left_behind(analysis: Analysis) -> list[tuple[int, int]]:
    """Return the stretches with such thoughts: the question in general, or the whole message of a person content now."""
    return analysis.once("left_behind", _left_behind)


def _left_behind(analysis: Analysis) -> list[tuple[int, int]]:
    plain = analysis.plain
    if not _OF_DYING.search(plain):
        return []
    if _LONG_AGO.search(plain) and _CONTENT.search(plain) and not _NOT_BEHIND.search(_CONTENT.sub(" ", plain)):
        return [(0, len(plain))]
    asked = [] if _OWN_FEELING.search(plain) else [match.span() for match in _ASKED_IN_GENERAL.finditer(plain)]
    return asked + _anothers_or_never(plain)


def _anothers_or_never(plain: str) -> list[tuple[int, int]]:
    """Return where an overdose was somebody else's long ago or no wish ever was, and the rest tells of no own feeling."""
    told = [*_OF_ANOTHER.finditer(plain), *_NEVER_WISHED.finditer(plain)]
    rest = _NEVER_WISHED.sub(" ", _OF_ANOTHER.sub(" ", plain)) if told else ""
    doubts = (_OWN_FEELING, _NOT_BEHIND, _NOW_WISHED)
    return [] if any(doubt.search(rest) for doubt in doubts) else [match.span() for match in told]
