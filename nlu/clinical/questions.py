"""Finds the questions of a message: which stretches ask, and whether the message asks at all."""

from __future__ import annotations

import re

from nlu.clinical.segments import Segment

_PRONOUN = (
    r"(?:i|you|we|they|she|he|it|this|that|these|those|there|my|your|his|her|our|the|a|an|any|"
    r"anyone|anybody|someone|women|people|patients|one|mum|mom|mother|dad)"
)
_AUX = (
    r"(?:is|are|was|were|am|do|does|did|don't|doesn't|didn't|isn't|aren't|can|can't|could|"
    r"couldn't|should|shouldn't|shall|will|won't|would|wouldn't|may|might|must|has|have|had|"
    r"hasn't|haven't|ought)"
)
_OPENING = (
    r"^[\W_]*(?:(?:and|but|so|then|also|or|ok|okay|hi|hello|hey|please|pls|dear \w+|well|now|"
    r"because|just|by the way|btw|yes|no|thanks|thank you|doctor|et|mais|alors|bonjour|"
    r"good morning|in that case|if so|sorry|honestly|basically|therefore)\b[\W_]*)*"
)
_LEAD = re.compile(
    _OPENING
    + r"(?:"
    + rf"{_AUX}\s+(?:not\s+)?{_PRONOUN}\b"
    + r"|(?:can|could|does|do|will|would|should|may|might)\s+(?!not\b)[a-z]+\b|(?:is|are)\s+(?!minus\b|"
    r"negative\b|around\b|about\b|now\b|at\b|low\b|normal\b)[a-z]+\s+(?!and\b|but\b)[a-z]"
    + r"|(?:what|what's|whats|how|how's|why|which|who|who's|where|whose|whether)\b"
    + rf"|when\s+{_AUX}\b|when's\b|when to\b"
    + r"|any\s+(?:advice|ideas?|thoughts?|chance|tips|risk|danger|alternatives?|suggestions?|reason|"
    r"side|concerns?|recommendations?|evidence|interactions?|other|need|problem)"
    + r"|(?:i(?:'m| am|m| was| just)?\s+)?(?:also\s+|just\s+)?(?:wonder|wondering|curious|"
    r"would like to know|want to know|need to know|like to understand|'d like to know|"
    r"want to understand|would love to know|wanted to ask|want to ask|have a question|am asking|"
    r"asking)\b"
    + r"|(?:i'd|id) (?:like|love) to (?:know|ask|understand)"
    + r"|(?:can|could|would) (?:you|someone|anyone|somebody)\b|tell me\b|explain\b|describe\b|"
    r"advise\b|give me\b|show me\b|compare\b|list\b|thoughts\b|advice\b|pros and cons\b|"
    r"need advice|need info|help me\b|tell us\b|looking for\b"
    + r"|(?:est[- ]ce|quel|quels|quelle|quelles|peut[- ]on|faut[- ]il|dois[- ]je|puis[- ]je|comment|"
    r"pourquoi|combien|que|qu'est|qu'est-ce|quoi|quand|a quoi|doit[- ]on|ou)\b" + r")"
)
# "Have broken my hip", "is taking calcium", "does have flushes", "was told …": a statement whose subject was left out.
_STATEMENT = re.compile(
    _OPENING
    + r"(?:had\s+(?:the|my|a|an)\b|(?:have|had|has)\s+(?!i\b|you\b|we\b|they\b|she\b|he\b|it\b|there\b|my\b|your\b|"
    r"any(?:one|body)\b|the\b)|(?:is|was|am|are|were)\s+(?:now\s+|also\s+|currently\s+)?(?:taking|"
    r"on|told|diagnosed|prescribed|having|getting|not|very|\d|in\s+(?:my|her)|a\s+\d|post|-|aged|"
    r"also|already|due|given)\b"
    + r"|(?:do|does|did)\s+(?:have|not|take|get|n't)\b|(?:can|will|would)\s+(?:not|take|be|hardly|barely|"
    r"scarcely|only|no longer)\b|"
    r"who\s+(?:is|has|was|had|broke|takes)\b|what\s+i\s+(?:have|mean|meant)|how\s+i\s+(?:broke|"
    r"fell)|which\s+(?:is|was|i|she|showed|shows|has|means|came|gave|caused|he)\b|why\s+i\b|"
    r"where\s+(?:i|my)\b|do\b\s*$)"
)
# "Is -2.5 bad" asks what a number means, whosever it is.
_JUDGED = re.compile(
    _OPENING
    + r"is (?:a )?(?:t[\s-]?score (?:of )?)?(?:-|minus )\s?\d[\d.,]*\s+(?:(?:really|very|so|that|too|quite)\s+)?"
    r"(?:bad|ok|okay|normal|good|serious|low|severe|worrying|dangerous|osteop\w+)\b"
)
# Inside a sentence without a question mark these go on with it ("my mother, who broke her hip").
_RELATIVE = re.compile(r"[\s,;:()-]*(?:who|which|where|whose|whom|when)\b")
# "-2.6 is the neck and -3 the spine" tells; without a mark only "is" and a place stand behind the value.
_OF_VALUE = re.compile(
    r"\s*(?:is|are)\s+(?:the|my|her)\s+(?:(?:left|right|total|lumbar|femoral|fem|lower|other)\s+)*"
    r"(?:neck|hips?|spine|femur|back|lowest|worst|score|value|result|reading|one|forearm|wrist)\b"
)
_OPENS_ASKING = re.compile(
    _OPENING + r"(?:is|are|does|do|can|could|should|would|will|which|what|how|why|who|when|where|am i|may i|"
    r"must)\s+(?!(?:not|n't|hardly|barely|scarcely|only|no longer)\b)\w+\s+\w+"
)
_TAG = re.compile(
    r"(?:advice|thoughts|help|suggestions|ideas|opinions?|recommendations?)\s*(?:please|pls|"
    r"appreciated|welcome|needed|\?)"
)


def is_question(plain: str, segment: Segment) -> bool:
    """True where the stretch opens like a question or a request for information."""
    text = plain[segment.start : segment.end].lstrip(" ,;:()-\u2014")
    return bool(_JUDGED.match(text)) or (bool(_LEAD.match(text)) and not _STATEMENT.match(text))


def is_statement_start(plain: str, segment: Segment) -> bool:
    """True where the stretch opens a plain statement about a person ("I'm 72", "she has …")."""
    text = plain[segment.start : segment.end].lstrip(" ,;:()-\u2014")
    return bool(
        re.match(
            r"(?:(?:and|but|as|since|because|for|given(?: that)?|considering|so|fyi|background|context)\W+)*"
            r"(?:i'm|im|i am|i've|ive|i have|i had|i broke|i take|i was|i fell|i got|i did|i don't|"
            r"i never|my (?!doctor|gp)|she's|she is|she has|he's|he is|j'ai|je suis|elle a|\d\d\s?(?:f|"
            r"y))",
            text,
        )
    )


def question_stretches(plain: str, parts: list[list[Segment]]) -> list[tuple[int, int]]:
    """Return the stretches that ask, given the chunks of each sentence.

    A stretch begins at a chunk that opens like a question and lasts until the sentence ends or a chunk
    opens a statement about the person. In a sentence that only its question mark gives away, the last chunk asks.
    """
    found: list[tuple[int, int]] = []
    for chunks in parts:
        asking: int | None = None
        marked = plain[: chunks[-1].end].rstrip("\"') \n").endswith("?")
        for chunk in chunks:
            relative = chunk.start > chunks[0].start and _RELATIVE.match(plain[chunk.start : chunk.end])
            tells = not marked and _is_said_of_value(plain, chunk)
            if asking is None and is_question(plain, chunk) and (marked or not relative) and not tells:
                asking = chunk.start
            elif asking is not None and is_statement_start(plain, chunk):
                found.append((asking, chunk.start))
                asking = None
        end = chunks[-1].end
        if asking is not None:
            found.append((asking, end))
        elif marked and not (found and found[-1][1] > chunks[0].start):
            found.append((_last_words(plain, chunks), end))
    return found


def _is_said_of_value(plain: str, chunk: Segment) -> bool:
    behind = plain[max(0, chunk.start - 2) : chunk.start].strip()[-1:]
    return behind.isdigit() and _OF_VALUE.match(plain, chunk.start) is not None


def _opens_asking(plain: str) -> bool:
    return bool(_OPENS_ASKING.match(plain)) and not _STATEMENT.match(plain)


def _last_words(plain: str, chunks: list[Segment]) -> int:
    """Return where the last chunk begins that holds a word."""
    return next((c.start for c in reversed(chunks) if re.search(r"\w", plain[c.start : c.end])), chunks[-1].start)


def asks(plain: str, stretches: list[tuple[int, int]]) -> bool:
    """True where the message contains a question or a request for information."""
    return bool(stretches) or "?" in plain or bool(_TAG.search(plain)) or _opens_asking(plain)
