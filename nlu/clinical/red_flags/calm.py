"""Where a message speaks of an alarming symptom that is denied, only supposed, long over or a figure of speech.

A classifier of words hears no "no": with these stretches it can be asked again what the rest of the message sounds like.
"""

from __future__ import annotations

from collections.abc import Iterator

from nlu.clinical import lexicon_files
from nlu.clinical.analysis import Analysis
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention
from nlu.clinical.red_flags.activity import NORMAL, is_denied
from nlu.clinical.red_flags.harmless import figures, left_behind, over_until
from nlu.clinical.red_flags.reported import fears, is_anothers_words, words_end
from nlu.clinical.supposition import is_hypothetical

Span = tuple[int, int]

_PREFIX = "flag_"
_PARTS = "flag_net_part"
_ENOUGH = 24
"""So many mentions tell what a message is about; more would only cost time."""

# "No pain in my eyes": the place belongs to what is denied.
_PLACE = Pattern("harmless", "place")
_DENIAL = Pattern("harmless", "denial")
_SUPPOSITION = Pattern("harmless", "supposition")
_WELL, _CHRONIC, _NOT_CHRONIC = (Pattern("harmless", name) for name in ("well", "chronic", "not_chronic"))


def calm_stretches(analysis: Analysis, ownership: Ownership) -> tuple[Span, ...]:
    """Return the stretches of the message itself (not of its plain text), in order; where in doubt, none."""
    found = [(start, max(end, analysis.chunk(end - 1).end)) for start, end in figures(analysis)]
    found += left_behind(analysis)
    found += [] if analysis.theme("flag_self_harm") else fears(analysis)
    # Beside a hint of wanting to die, no denial calms ("I don't want to live with this pain").
    found += [
        (part.start, fine.end()) for part in analysis.theme(_PARTS) if (fine := NORMAL.match(analysis.plain, part.end))
    ]
    for mention in [] if analysis.theme("flag_self_harm") else _symptoms(analysis)[:_ENOUGH]:
        found += _calm(analysis, ownership, mention)
    found += [match.span() for match in _WELL.finditer(analysis.plain)]
    return tuple(sorted({analysis.source.original_span(*span) for span in found}))


def _symptoms(analysis: Analysis) -> list[Mention]:
    """Return the mentions of symptoms, but not those of parts of the body, of drugs and of times."""
    groups = frozenset(lexicon_files.load("red_flags")["roles"]["symptom"])
    return [m for m in analysis.mentions if m.theme.startswith(_PREFIX) and m.theme[len(_PREFIX) :] in groups]


def _calm(analysis: Analysis, ownership: Ownership, mention: Mention) -> Iterator[Span]:
    start, end = mention.start, mention.end
    chunk = analysis.chunk(start)
    if is_denied(analysis, ownership, mention):
        cues = list(_DENIAL.finditer(analysis.plain, analysis.sentence(start).start, start))
        place = _PLACE.match(analysis.plain, end)
        yield (cues[-1].start() if cues else start), (place.end() if place else end)
        return
    if is_anothers_words(analysis, start, end):
        yield analysis.sentence(start).start, words_end(analysis, end)
        return
    if is_hypothetical(analysis, start):
        cue = _SUPPOSITION.search(analysis.plain, analysis.sentence(start).start, start)
        yield (cue.start() if cue else chunk.start), max(chunk.end, end)
        return
    over = over_until(analysis, start, end)
    if over is not None:
        yield analysis.sentence(start).start, over
    sentence = analysis.sentence(start)
    if _CHRONIC.search(analysis.plain, sentence.start, sentence.end) and not _NOT_CHRONIC.search(
        analysis.plain, sentence.start, sentence.end
    ):
        yield sentence.start, sentence.end
