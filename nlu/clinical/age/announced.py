"""Whether the words around a number announce an age."""

from __future__ import annotations

import re

from nlu.clinical import repair
from nlu.clinical.age.described import is_described
from nlu.clinical.age.placed import is_dose
from nlu.clinical.analysis import Analysis
from nlu.clinical.numbers import Number
from nlu.clinical.patterns import Pattern

YEARS_OLD = Pattern("age", "years_old")
YEARS = Pattern("age", "years")
CLINICAL_A = re.compile(r"\s?a\b(?=\s*(?:$|[,;.)/]|bvm|fx|fract|t\b|f\b|femme|menop))")
SEX_AFTER = re.compile(
    r"[\s/,-]*(?:(?:years?|yrs?|y|yo|y/o|ans?)?[\s/,-]*(?:f|m|female|male|fem|woman|lady|man|"
    r"gentleman|femme|homme|dame|girl|boy)\b(?!\s*(?:scale|/s)))"
)
_SEX_BEFORE = re.compile(
    r"(?<!\w)(?:f|m|female|male|woman|lady|femme|homme|wf|pmw|pmo|post-?\s?meno(?:p(?:ausal|ause)?)?|dame|patient(?:e|in)?|pat|pa[cz]ie?nte|pte?|"
    r"(?:mrs|mme|madame|madam|mlle|mdm|puan|makcik|frau|mevrouw|begum|smt)(?: [a-z])?)[\s/,:.(-]*$"
)
_AFTER_SCORE = re.compile(r"(?:-|minus )\d(?:[.,]\d+)?\s*$")
# "-2.3 70" and "me -2.2 60 nothing broken"; a dose would have its drug behind it.
_AFTER_EXACT_SCORE = re.compile(r"(?:-|minus )\d[.,]\d+,? +$")
_NOTHING_COUNTED = re.compile(r"\s*(?:$|[.,;!?)](?!\d)|(?:no|nothing|never|none|not|past|post|through|and)\b)")
_HAVE = re.compile(r"\b(?:i|she) ha(?:ve|s)\s*$")
# "Who do I believe? 66 years."
_QUESTION_ENDS = re.compile(r"[?!]\s*$")
_ONLY_YEARS = re.compile(r"\s*(?:years?|yrs?)\s*(?:[,.;]|$|and\b)")
_AGED = re.compile(
    r"\b(?:aged?|aging|agee?|age\s?(?:is|was|:|=|-)|years old:|is turning|my age(?: is| to)?|her age(?: is| to)?|"
    r"age of(?! menopause))\s*(?:of\s|about\s|is\s|:\s?|=\s?|\"\s?:?\s?\"?|-\s?)?$"
)
_BE = Pattern("age", "be")
_TURNED = re.compile(r"\b(?:turned|hit|reached|celebrated my|had my|turning|became)\s+(?:the (?:big|age of)\s+)?$")
UPCOMING = Pattern("age", "upcoming")
NEARLY = Pattern("age", "nearly")
ABOUT = re.compile(r"\b(?:about|around|roughly|approximately|approx|circa|ca|c|environ|some|approx\.)\s*$|~\s*$")
BOUND = Pattern("age", "bound")
_CHILD = re.compile(
    r"\b(?:daughter|son|grand\s?(?:daughter|son|child)|niece|nephew|child|kid|girl|boy|fille|fils|petite[- ]fille)"
    r"(?:\s+\w+)?(?:'s| is| who is| who's| a)\s+(?:only |just |now |about |aged )?$"
)
_OF_CHILD, _CHILD_BEFORE = Pattern("age", "of_child"), Pattern("age", "child_before")
_CHILDS_YEARS = Pattern("age", "childs_years")
_MEASURED_NOW = Pattern("loose_age", "measured_now")
# "No breaks 63 t -1.9": an age that runs into a T-score, unless the words before say what it counts.
_RUNS_INTO_SCORE = re.compile(
    r"\s+(?:my )?(?:t[\s-]?score|tscore|t|score)\s*(?:is|=|:|of)?\s*(?:-|minus\b|\+|\d[.,]\d)"
    r"|\s+minus (?:\d|one\b|two\b|three\b)|\s+-\d[.,]\d"
)
# "No fractures 59 post-menopausal".
_POST = re.compile(r"\s+(?:post|peri)[- ]?meno")
_MEASURES = re.compile(
    r"\b(?:at|in|of|since|for|from|by|to|x|about|than|was|is|are|were|score|weigh\w*|wt|bmi|kg|cm|l|ls|t|and|or|over|under|"
    r"after|before|with|until|till|last|past|number|no\.?|dose|mg)\s*$|[-/<>=~]\s*$"
)
_AT = re.compile(r"\bat\s+(?:the (?:ripe |grand )?(?:old )?age of\s+|age\s+)?$")
# "At 72 I …" and "at 72, is it …" give an age; "at 72 High Street" does not.
_CLOSES_AGE = re.compile(
    r"\s*(?:$|[,.;!?):\u2600-\U0001faff]|-|(?:i|i'm|so|do|does|should|is|am|are|can|with|and|but|my|t|what|how|it|years?|would|will|or|on|no|"
    r"she|he|now|after|when|while|coming|slipping|falling|tripping|walking|getting|stepping|running|playing|lifting|dancing)\b)"
)


def could_be_age(number: Number) -> bool:
    whole_or_half = number.is_whole or number.digits.endswith(".5")
    return whole_or_half and number.magnitude <= 999 and not (number.is_word and number.digits in ("1", "100"))


def announces(before: str, number: Number) -> bool:
    """True where the words before the number announce an age."""
    stripped = before
    for pattern in (NEARLY, ABOUT, BOUND):
        match = pattern.search(stripped)
        if match:
            stripped = stripped[: match.start()]
    if _AGED.search(stripped):
        return True
    if number.magnitude < 18:
        if _CHILD.search(stripped):
            return True
        return number.magnitude >= 10 and bool(_BE.search(stripped)) and not number.is_word
    return bool(_BE.search(stripped) or _TURNED.search(stripped) or UPCOMING.search(stripped))


def stands_alone(analysis: Analysis, number: Number, before: str) -> bool:
    """True for ages that their place in the message gives away ("72, hip fx", "mother (80)", "58 ans")."""
    plain = analysis.plain
    if _OF_CHILD.search(before) or (_CHILD_BEFORE.search(before) and _CHILDS_YEARS.match(plain, number.end)):
        return True
    if number.digits.endswith(".5") and number.magnitude >= 40 and _opens_message(plain, number):
        return True
    if number.magnitude < 18 or not number.is_whole:
        small_be = _BE.search(before) and re.match(r"\s*(?:$|[.,;!?)])", plain[number.end :])
        return bool(small_be) and number.is_whole and not number.is_word
    # "I have 62 years" is how much of the world tells an age.
    if _HAVE.search(before) and _ONLY_YEARS.match(plain, number.end):
        return number.magnitude >= 40
    if YEARS.match(plain, number.end) and (
        not before.strip()
        or _AFTER_SCORE.search(before)
        or re.search(r"[,;.(:\n]\s*$|\b(?:woman|lady|femme|female|i'm|am|is)\W*$", before)
        or (number.magnitude >= 40 and _QUESTION_ENDS.search(before) and _ONLY_YEARS.match(plain, number.end))
    ):
        return True
    if _AFTER_EXACT_SCORE.search(before) and number.magnitude >= 40 and _NOTHING_COUNTED.match(plain, number.end):
        return number.magnitude <= 105
    if re.match(r"\s?ans\b(?!\s*(?:de|apres|sous|que|plus tard))", plain[number.end :]) and not re.search(
        r"\b(?:depuis|pendant|il y a|a|apres|durant|sur|vers)\s*$", before
    ):
        return True
    if CLINICAL_A.match(plain, number.end) or _SEX_BEFORE.search(before):
        return True
    if _AT.search(before) and _CLOSES_AGE.match(plain, number.end):
        return True
    if re.search(
        r"\b(?:mother|mum|mom|sister|aunt|gran\w*|father|dad|wife|husband|nan|patient|lady|woman|me|"
        r"daughter|son|friend|she)\s*[,(\u2014-]\s*$",
        before,
    ) and re.match(r"\s*[,)\u2014.;-]|\s*$", plain[number.end :]):
        return True
    if re.search(
        r"\b(?:lady|woman|madam|missus|patiente?|pte?|client|resident|mother|aunt|sister|man|bloke|chap|guy|gentleman|female|person|lass|girl|femme|"
        r"dame|(?<!my )(?<!her )(?:mother|mum|mam|mama|momma|mom|ouma|oma|gogo|gran\w*|nan\w*|widow|pensioner)|twins) "
        r"(?:of|de)\s*$",
        ABOUT.sub("", before),
    ) and not _HUSBAND.search(before):
        return True
    if re.search(r"\bnow\s+(?:aged\s+)?$", NEARLY.sub("", before)) and re.match(
        r"\s*(?:with|and|,|\.|;|$|t\b|my\b|no\b|never\b)", plain[number.end :]
    ):
        measured = _MEASURED_NOW.search(analysis.before(number.start, 90))
        return (40 if measured else 30) <= number.magnitude <= 110
    if _POST.match(plain, number.end) and not _MEASURES.search(before):
        return 40 <= number.magnitude <= 105
    if _RUNS_INTO_SCORE.match(plain, number.end) and not _MEASURES.search(before):
        return 40 <= number.magnitude <= 105
    if re.match(r"\s+going on\s+\d\d\b", plain[number.end :]):
        return True
    if is_described(plain, number, before):
        return True
    return _opens_message(plain, number) or _is_list_item(analysis, number) or _mends_age(analysis, number)


# "The wife of a man of 80" is of another age.
_HUSBAND = re.compile(
    r"\b(?:wife|widow|married|liv\w+|partner|carer?)\b[^.;,]{0,12}\b(?:of|to|with|for) an?\s(?:\w+\s)?"
    r"(?:man|bloke|chap|guy|gentleman) of\s*$"
)


def _is_list_item(analysis: Analysis, number: Number) -> bool:
    """True for a bare ", 66," among facts: a list item that is nothing but a whole number of a likely age."""
    if not (40 if number.is_word else 30) <= number.magnitude <= 105 or number.sign or is_dose(analysis, number):
        return False
    plain = analysis.plain
    alone = re.search(r"(?:[,;.:(!?\n]|\band)\s*$", plain[: number.start]) and re.match(
        r"\s*(?:[,;.)\n!]|$|and\b|no\b|never\b|nothing\b)(?!\d)", plain[number.end :]
    )
    return (
        bool(alone)
        and len(re.findall(r"[a-z]{2,}", plain)) >= 1
        and not re.search(
            r"\b(?:scores?|weigh\w*|height|wt|"
            r"pulse|hr|bmi|(?<!past )(?<!past the )(?<!through )(?<!through the )(?<!after )(?<!after the )"
            r"menopause|meno|lmp|menarche|hysterectomy|bso)\W*$",
            plain[: number.start],
        )
    )


def _mends_age(analysis: Analysis, number: Number) -> bool:
    """True for the second number of "I'm 58, no wait, 59"."""
    before = analysis.before(number.bare_start, 45)
    first = re.search(r"\b(?:i'm|i am|i was|aged?|she's|she is|she was)\s+(\d\d)\b(.*)$", before)
    mended = first is not None and repair.BETWEEN.search(first.group(2)) is not None
    return mended and 18 <= number.magnitude <= 110


def _opens_message(plain: str, number: Number) -> bool:
    """True for "72, hip fracture, T -2.7": a number of two digits that opens a list of facts."""
    rest = plain[number.end :]
    return (
        not plain[: number.start].strip(" \"'(-*")
        and 40 <= number.magnitude <= 105
        and bool(
            re.match(
                r"\s*[,;.&]\s*[a-z#t-]|\s\+\s[a-z]|\s+here\b|\s+(?:and|&) post|"
                r"\s+(?:yo?\b|year|post|peri|surgical|early|natural|menop|#|woman|lady|female|t\s?-|hip|fx|broke|"
                r"and (?:broke|have|had|i)|with|no)|\s+and\s+(?:my|still|no|t\b|on)",
                rest,
            )
        )
    )
