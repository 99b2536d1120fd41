"""Whether an alarming symptom is told of somebody who has it now, or only asked, feared, denied or long past."""

from __future__ import annotations

import re

from nlu.clinical import lexicon_files
from nlu.clinical.analysis import Analysis
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention
from nlu.clinical.questions import is_question
from nlu.clinical.red_flags.harmless import came_back, is_figure, is_harmless_talk_of_dying, is_over
from nlu.clinical.red_flags.reported import is_anothers_words, is_mine_too
from nlu.clinical.segments import Segment
from nlu.clinical.supposition import is_hypothetical

# A message of so few words that names a drug is a query ("uveitis bisphosphonate"), unless somebody owns it.
QUERY_WORDS = 4

_OWN, _OWN_NEAR = Pattern("activity", "own"), Pattern("activity", "own_near")
# "Will I get jaw pain?" tells of no pain.
_FUTURE_SELF, _WHEN_IF = Pattern("activity", "future_self"), Pattern("activity", "when_if")
_INVERTED_IF = Pattern("activity", "inverted_if")
_ABOUT_NOW, _GENERIC_ASKING = Pattern("activity", "about_now"), Pattern("activity", "generic_asking")
_DRUG_DOES, _MODAL_CAUSE = Pattern("activity", "drug_does"), Pattern("activity", "modal_cause")
_PAST, _PAST_AFTER, _STILL = (Pattern("activity", name) for name in ("past", "past_after", "still"))
_PRESENT, _RELATIVE_NOW = Pattern("activity", "present"), Pattern("activity", "relative_now")
_RELATIVE_ONCE, _RELATIVE_PAST = Pattern("activity", "relative_once"), Pattern("activity", "relative_past")
_GENERAL, _LABEL_AFTER = Pattern("activity", "general"), Pattern("activity", "label_after")
_OWN_NEGATION, NORMAL = Pattern("activity", "own_negation"), Pattern("activity", "normal")
_GOING_ON, _NO_WISH = Pattern("activity", "going_on"), Pattern("activity", "no_wish")
_AFTER_ALL = Pattern("activity", "wished_after_all")
# "Never had chest pain like this", "nothing helps the pain": a denial of something else, and the symptom is there.
_WHOLLY_DENIED = Pattern("activity", "wholly_denied")
_NO_DENIAL, _NO_DENIAL_AFTER = Pattern("activity", "no_denial"), Pattern("activity", "no_denial_after")
# "… asked about chest pain, I don't have any."
_NOT_ME = Pattern("activity", "not_me")
_ON_DRUG = re.compile(r"\b(?:on|since|after|under|sous|post)\b")
_TELLS = re.compile(r"\b(?:came|started|began|have|has|had|hurts?|aches?|is|are|went|got|keeps?|feels?)\b")
_SINCE_THEN = re.compile(
    r"[.;]|\b(?:but|and now|now i|and i|because|since)\b|(?:\s-\s|\u2014)\s*(?:i|it|my|mine|she|he|this)\b"
)
_NEVER = re.compile(r"(?:\b(?:never|not|no)|n't)\b")
_OF_EFFECTS = re.compile(
    r"\b(?:side[ -]effects?|caus(?:e|es|ing)|risks?|common|likely|linked|associated|incidence|happen)\b"
)
_SIGNS_OF = re.compile(r"^\W*(?:what|how) (?:are|is|do|would)(?: the)? (?:signs|symptoms|risk|chance)\b")
# "… and now is blood on the pad": the words stand as in a question, and tell.
_NOW_IS = re.compile(r"\W*(?:(?:and|but|then|so)\s+)*(?:now|today|tonight|yesterday)\s+(?:is|are|was|were|has)\b[^?]*$")
_WHEN_SHOULD = re.compile(r"\W*(?:when|at what point)\s+(?:should|do|would)\b")


def is_active(analysis: Analysis, ownership: Ownership, pieces: tuple[Mention, ...]) -> bool:
    """True where somebody is told to have the symptom now; in doubt between told and asked, True."""
    told = [piece for piece in pieces if piece.concept not in _roles("scene")] or list(pieces)
    start = min(piece.start for piece in told)
    end = max(piece.end for piece in told)
    if any(is_figure(analysis, piece.start, piece.end) for piece in pieces):
        return False
    if pieces[0].concept in _roles("self_harm"):
        # A hint of wanting to die is never argued away as a question of one's own, a doubt or a supposition.
        unwished = _NO_WISH.search(analysis.before(start, 30)) and not _AFTER_ALL.match(analysis.plain, end)
        denied = _GOING_ON.match(analysis.plain, end) or unwished
        return not denied and not is_harmless_talk_of_dying(analysis, start, end)
    if any(piece.concept not in _roles("frame") and is_denied(analysis, ownership, piece) for piece in pieces):
        return False
    if _is_past(analysis, start, end):
        return False
    if is_mine_too(analysis, end):
        return True
    if is_hypothetical(analysis, start) or _is_when_if(analysis, start) or is_anothers_words(analysis, start, end):
        return False
    anyone = pieces[0].concept in _roles("anyone")
    if _is_family_history(analysis, ownership, start, end, anyone):
        return False
    cries = pieces[0].concept in _roles("cry")
    if ownership.subjects.at(start) == "generic" and not cries and not _OWN.search(analysis.between(start, end)):
        return False
    if _is_general(analysis, start, end):
        return False
    if any(piece in analysis.shorthand for piece in pieces):
        return ownership.is_one_liner or not _is_asked_of_drugs(analysis, start)
    if _is_query(analysis, start):
        return False
    return not analysis.in_question(start) or _is_own_question(analysis, start)


def _roles(role: str) -> frozenset[str]:
    return frozenset(lexicon_files.load("red_flags")["roles"][role])


def is_denied(analysis: Analysis, ownership: Ownership, piece: Mention) -> bool:
    """True where the words of one mention are denied or said to be normal."""
    if NORMAL.match(analysis.plain, piece.end) or _NOT_ME.match(analysis.plain, piece.end):
        return True
    if _OWN_NEGATION.search(analysis.between(piece.start, piece.end)):
        # The piece carries its own negation ("can't breathe"); only a denial of it as a whole counts.
        return bool(re.search(r"\b(?:denies|no longer)\s+(?:\w+\s+)?$", analysis.before(piece.start, 20)))
    before = analysis.between(analysis.sentence(piece.start).start, piece.start)
    if _WHOLLY_DENIED.search(before):
        return True
    before = before[-70:]
    if _NO_DENIAL.search(before) or (_NEVER.search(before) and _NO_DENIAL_AFTER.match(analysis.plain, piece.end)):
        return False
    context = ownership.context(piece.start, piece.end)
    return (context.denied and not context.doubtful) or context.limited


def _is_when_if(analysis: Analysis, start: int) -> bool:
    """True for "call me when you get chest pain", "should I have chest pain", "in case"."""
    sentence = analysis.sentence(start)
    inverted = _INVERTED_IF.search(analysis.between(sentence.start, sentence.end))
    return bool(inverted or _WHEN_IF.search(analysis.between(sentence.start, start)[-60:]))


def _is_past(analysis: Analysis, start: int, end: int) -> bool:
    around = analysis.between(analysis.chunk(start).start, analysis.chunk(end - 1).end)
    after = analysis.between(end, analysis.sentence(end - 1).end)[:50]
    if is_over(analysis, start, end):
        return True
    if not (_PAST.search(around) or _PAST_AFTER.match(after)) or came_back(analysis, end):
        return False
    return not _STILL.search(_PAST.sub(" ", around))


def _is_family_history(analysis: Analysis, ownership: Ownership, start: int, end: int, anyone: bool) -> bool:
    """True where a relative once had it; a relative who has it now is an emergency like any other.

    anyone: what is told is urgent whoever it befell (a child at the tablets), unless it was long ago.
    """
    if not ownership.subjects.is_other(start):
        return False
    sentence = analysis.sentence(start)
    text = analysis.between(sentence.start, max(sentence.end, end))
    if (anyone or _RELATIVE_NOW.search(text)) and not _RELATIVE_ONCE.search(text):
        return False
    return bool(_RELATIVE_PAST.search(text)) or not _PRESENT.search(text)


def _is_general(analysis: Analysis, start: int, end: int) -> bool:
    """True in talk of effects, risks and reading, unless the symptom is the person's own ("my jaw pain")."""
    before = analysis.between(analysis.sentence(start).start, start)
    general = list(_GENERAL.finditer(before))
    if not general and not _LABEL_AFTER.match(analysis.plain, end):
        return False
    symptom = analysis.between(start, end)
    if _OWN_NEAR.search(before[-45:]) or _OWN_NEAR.search(symptom) or re.match(r"(?:my|her|his)\b", symptom):
        return bool(_MODAL_CAUSE.search(before[-50:]))
    since = before[general[-1].end() :] if general else ""
    return not _SINCE_THEN.search(since)


def _is_query(analysis: Analysis, start: int) -> bool:
    """True for a question in general that does not open like one ("thigh pain on bone tablets, how common")."""
    sentence = analysis.sentence(start)
    text = analysis.between(sentence.start, sentence.end)
    if _OWN.search(text):
        return False
    short = len(re.findall(r"\w+", analysis.plain)) <= QUERY_WORDS and bool(analysis.theme("drug"))
    short = short and not _ON_DRUG.search(text)
    return bool(_GENERIC_ASKING.search(analysis.plain)) or (short and not _PRESENT.search(text))


def _is_asked_of_drugs(analysis: Analysis, start: int) -> bool:
    """True in "is CP a side effect?"; the mark of "on raloxifene ?PE" asks for nothing in general."""
    asking = [(s, e) for s, e in analysis.question_stretches if s <= start < e]
    return any(
        is_question(analysis.plain, Segment(*each)) and _OF_EFFECTS.search(analysis.between(*each)) for each in asking
    )


def _is_own_question(analysis: Analysis, start: int) -> bool:
    """True where a question tells that the asker has the symptom ("is it normal that my jaw hurts?")."""
    opened, closed = next((s, e) for s, e in analysis.question_stretches if s <= start < e)
    text = analysis.between(opened, closed)
    if _WHEN_SHOULD.match(text) and not re.search(r"\bmy\b|\bthis\b", text):
        return False
    if _DRUG_DOES.search(analysis.between(opened, start)):
        return False
    if _ABOUT_NOW.search(text) or _NOW_IS.match(text):
        return True
    if not is_question(analysis.plain, Segment(opened, closed)) and _TELLS.search(text):
        # Only the question mark asks ("period came back at 63?").
        return True
    return bool(_OWN.search(_FUTURE_SELF.sub(" ", text))) and not _SIGNS_OF.search(text)
