"""Says what a number counts when its neighbours tell (a dose, a laboratory value, a date, a duration …).

A number with such a label is never read as a T-score or an age.
"""

from __future__ import annotations

import re

from nlu.clinical.numbers import Number
from nlu.clinical.patterns import Pattern

_AFTER: tuple[tuple[str, str], ...] = (
    (
        "percent",
        r"\s*(?:(?:is|was|being) (?:just |only )?(?:the |a )?)?(?:%|percent(?:age)?\b|per ?cent\b|pour ?cent\b)",
    ),
    ("change", r"\s*(?:is|was|being) (?:just |only )?(?:the |a )(?:change|difference|drop|loss)\b"),
    ("density", r"\s*(?:g|mg)\s*(?:/|per)\s*(?:cm|sq)"),
    ("density", r"\s*g\.?\s?cm"),
    (
        "laboratory",
        r"\s*(?:[munpu]?mol|[munp]?g|[mu]?iu|ui|u|meq)\s*/\s*\w+|\s*ml/min|\s*(?:bpm|mmhg|x?10\^)",
    ),
    (
        "dose",
        r"[\s-]*(?:mg|mgs|mcg|ug|milligrams?|micrograms?|grams?|g|iu|ui|units?|ml|mls|cc|"
        r"unites?)\b(?!\s*/)",
    ),
    ("weight", r"\s*(?:kg|kgs|kilos?|kilograms?|lbs?|pounds?|stones?|st)\b"),
    (
        "length",
        r"[\s-]*(?:cms?|centimet\w+|mm|millimet\w+|met(?:re|er)s?|inch|inches|ft|feet|foot|pouces?)\b",
    ),
    ("speed", r"\s*(?:km\s?/?\s?h\b|kms?\b|kph\b|mph\b)"),
    ("temperature", r"\s*(?:°|degrees?\b|celsius\b)"),
    ("money", r"\s*(?:€|\$|£|euros?\b|dollars?\b|pounds a\b|bucks\b|quid\b)"),
    ("clock", r"\s*(?:am|pm|a\.m|p\.m|o'?clock|:\d\d|h\d\d)\b"),
    ("ordinal", r"(?:st|nd|rd|th)\b|(?:e|eme|er|ere)\b"),
    ("steps", r"[\s-]*(?:steps?|stairs?|storeys?|stories|floors?|rungs?|marches)\b"),
    (
        "months",
        r"[\s-]*(?:months?|mos?|mois|weeks?|wks?|semaines?|days?|jours?|hours?|hrs?|heures?|minutes?|mins?|seconds?)\b",
    ),
    (
        "count",
        r"\s*(?:(?:more|other|different|consecutive|times?|fois|pints?|glasses|cups?|cigarettes?|cigs|"
        r"packs?|pills?|tablets?|tabs?|capsules?|drops?|injections?|infusions?|doses?|shots?|jabs?|cycles?|perfusions?|comprimes?|"
        r"falls|fall(?! (?:on|in|at|from|down|over|off|and|with|when|while|\w+ (?:ago|back))\b)|children|"
        r"kids|pregnancies|patients?|women|people|"
        r"scans?|dexas?|visits?|servings?|units a|sachets?|teeth|tooth|miles?|km|litres?|liters?|"
        r"drinks?|nights?|sons?|daughters?)\b)",
    ),
    (
        "duration",
        r"\s*(?:year|yr|an)s?\s*(?:ago|back|later|earlier|before|after|since|post|on\b|into|of\b|from|"
        r"past\b|without|with no\b|now on|worth|plus on|il y a|de\b|apres)",
    ),
    ("decade", r"\s*'?s\b(?!\s*(?:old|yo))"),
    ("ratio", r"\s*(?:/\s*\d+(?![\d.,]|\s*/\s*\d)|out of\b|in \d{1,3}\b(?!\d))"),
    (
        "fold",
        r"\s*(?:x|fold)\s*(?:daily|a day|per day|/|day|week|a week|weekly|the\b)|[\s-]*fold\b|"
        r"\s*(?:daily|weekly|monthly|per day|a day|a week|per week|a month|/day|/week|/d\b|od\b|bd\b|"
        r"qw\b)",
    ),
)
_BEFORE: tuple[tuple[str, str], ...] = (
    ("money", r"[€$£]\s*$"),
    (
        "frax",
        r"\bfrax\b[^.;,a-z]{0,14}$|\b(?:hip fracture|major osteoporotic|mof)\s*(?:risk|"
        r"probability)?\s*(?:of|is|=|:)?\s*$",
    ),
    (
        "laboratory",
        r"\b(?:e?gfr|clairance|clearance|crcl|cr\.?cl|creatinin\w*|creat|creatininemie|crt|calcium|ca|"
        r"calcemie|phosph\w+|25-?\s?\(?oh\)?\s?-?(?:vit(?:amin)?\s?)?-?d?|vit(?:amin)?e?\s?d3?|25ohd|"
        r"tsh|f?t[34]|pth|ipth|alp|pal|alk phos|esr|crp|hb|hgb|haemoglobin|hemoglobin|a1c|hba1c|"
        r"albumin|glucose|sodium|potassium|ferritin|ctx|p1np|"
        r"na|bun|urea|wbc|platelets|inr|psa|cholesterol|ldl|tg|sugar|frax|tbs|qus|score of frax|stiffness)"
        r"\s*(?:level|levels|score|result)?\s*(?:was|is|of|at|came back at|came back|a|:|=|~|<|>|<=|"
        r">=|≤|≥|-|,)*\s*$",
    ),
    (
        "body",
        r"\b(?:bmi|imc|weight|weigh|weighs|weighing|wt|poids|pese|height|ht|taille|mesure|bp|"
        r"blood pressure|ta|hr|pulse|heart rate|temp|temperature|"
        r"size|sat|sats|spo2|o2)\s*(?:was|is|of|at|:|=|~|about|around|only|under|over)*\s*$",
    ),
    (
        "grade",
        r"\b(?:gr|grade|stage|stade|type|class|category|phase|level|garden|genant|ckd|irc|g|para|"
        r"gravida|version|chapter|page|room|ward|bed|step|question|no\.|number|n°|nhs|mrn|id|item|day|"
        r"week|month|cycle|year|part|point|covid|omega|visit)\s*(?:is|:|#|=|-)?\s*$",
    ),
    ("change", r"\b(?:by|another|further|extra)\s*(?:about|around|roughly)?\s*$"),
    (
        "duration",
        r"\b(?:for|x|since|over|after|within|past|last|next|during|pendant|depuis|every|each|il y a|"
        r"another|these)\s*(?:about|around|the last|the past|over|nearly|almost|some|the|the next|"
        r"at least|more than|less than|plus de|roughly)?\s*$(?=.)",
    ),
    (
        "count",
        r"\b(?:smokes?|smoked|smoking|drinks?|drank|had|lost|lose|dropped|shrunk|gained)\s*(?:about|"
        r"around|over|nearly|almost|at least|up to)?\s*$",
    ),
)
_UNITS = tuple((label, re.compile(pattern)) for label, pattern in _AFTER)
_LEADS = tuple((label, re.compile(pattern)) for label, pattern in _BEFORE)
_YEARS = re.compile(r"[\s-]*(?:years?|yrs?|ans?|y)\b")
_LINE_ENDS = re.compile(r"[^\S\n]*\n")
_MONTHS = (
    r"(?:jan(?:uary|vier)?|feb(?:ruary)?|fevr?(?:ier)?|mar(?:ch|s)?|apr(?:il)?|avr(?:il)?|may|mai|"
    r"june?|juin|july?|juil(?:let)?|aug(?:ust)?|aout|"
    r"sept?(?:ember|embre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember|embre)?)"
)
# Vertebrae and their ranges and lists ("T12", "L1-L4", "L1,2", "T-12"); "L1-L4 -3" ends before its T-score.
VERTEBRAE = Pattern("quantities", "vertebrae")
ROADS = Pattern("quantities", "roads")
_SPANS: tuple[tuple[str, re.Pattern[str] | Pattern], ...] = (
    ("link", re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")),
    (
        "date",
        re.compile(
            r"\b(\d{1,2})([/.-])\d{1,2}\2(?:\d{4}|\d{2})\b(?![.,]\d)|\b\d{4}-\d{1,2}-\d{1,2}\b|"
            r"\b\d{1,2}/(?:19|20)\d\d\b"
        ),
    ),
    (
        "date",
        re.compile(
            rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTHS}\b\.?(?:,?\s+\d{{4}}\b)?|"
            rf"\b{_MONTHS}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s*(?:%|kg))(?:,?\s+\d{{4}})?"
        ),
    ),
    (
        "phone",
        re.compile(
            r"(?<![\d.,-])(?:\+\d{1,3}[\s.-]?)(?:\(?\d{1,4}\)?[\s.-]?){2,6}\d\b|\b0\d(?:[ .-]?\d\d){4}\b|"
            r"\b\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b|\b0\d{3,4}[ -]?\d{3}[ -]?\d{3,4}\b"
        ),
    ),
    ("vertebra", VERTEBRAE),
    ("road", ROADS),
    ("pressure", re.compile(r"\b(?:1\d\d|2[0-3]\d)/\d{2,3}\b")),
    (
        "height",
        re.compile(
            r"\b[45]\s?(?:'|ft|foot|feet)\s?\d{0,2}(?:\s?(?:\"|''|in|inches))?|\b1[.,]\d{2}\s?m\b|"
            r"\b1\s?m\s?\d\d\b"
        ),
    ),
    (
        "clock",
        re.compile(
            r"\b\d{1,2}:\d{2}\b|\b(?:scan|appointment|booked|is on|\d|"
            r"day)\b[^.;]{0,20}\bat \d{1,2}\.\d{2}\b"
        ),
    ),
)


def label_numbers(plain: str, numbers: list[Number]) -> dict[int, str]:
    """Return a label for each number (by its `start`) whose neighbours say what it counts."""
    spans = [(m.start(), m.end(), label) for label, pattern in _SPANS for m in pattern.finditer(plain)]
    labels: dict[int, str] = {}
    for number in numbers:
        label = _span_label(number, spans) or _year(number) or _unit(number, plain) or _lead(number, plain)
        if label:
            labels[number.start] = label
    return labels


def _span_label(number: Number, spans: list[tuple[int, int, str]]) -> str:
    return next((label for start, end, label in spans if start < number.end and number.bare_start < end), "")


def _year(number: Number) -> str:
    if number.is_whole and not number.is_word and 1900 <= number.magnitude <= 2100 and len(number.digits) == 4:
        return "year"
    return ""


def _unit(number: Number, plain: str) -> str:
    label = next((label for label, pattern in _UNITS if pattern.match(plain, number.end)), "")
    # "T -1.3" and "Tablets?" on the next line: nothing counted has a minus and a point, or ends a line.
    measured = (number.sign == "-" and not number.is_whole) or _LINE_ENDS.match(plain, number.end)
    return "" if label == "count" and measured else label


def _lead(number: Number, plain: str) -> str:
    before = plain[max(0, number.start - 45) : number.start]
    for label, pattern in _LEADS:
        if label in ("count", "grade") and number.sign:
            continue
        if pattern.search(before) and (label != "duration" or _YEARS.match(plain, number.end)):
            return label
    return ""
