"""The words that announce a T-score, a Z-score, a density or a time."""

from __future__ import annotations

import re

from nlu.clinical.patterns import Pattern

NAMED = re.compile(
    r"\bt[\s._-]*s[ck]+h?or\w{0,3}\b|\bt[\s-]*scor\b|\bscores?[\s-]+t\b(?!\w)|\bt[- ](?:values?|"
    r"results?)\b|\bte[ea][- ]?scores?\b|\bt[- ]sc\b|\bts(?=\s*(?:=|:|-\d))"
)
LETTER = re.compile(
    r"(?<!['\w.])t\s?(?=(?:=|:|\sof\s|\sde\s|\sa\s|\sis\s|\s?only[,:]?|~)?\s*(?:[-+(]|minus\b|moins\b|"
    r"negative\b|neg\b|\d[.,]\d|\d\s*(?:$|[,;]|sd\b)))(?!-(?:9|1[0-2])(?![\d.,]))"
)
SCAN = Pattern("t_score", "scan")
Z_NAMED = re.compile(
    r"\bz[\s._-]*s[ck]+or\w{0,3}\b|\bscores?[\s-]+z\b|(?<!['\w.])z\s?(?=(?:=|:|\sof\s|\sde\s|"
    r"\sis\s)?\s*(?:[-+]|minus\b|moins\b|\d[.,]\d))"
)

EARLIER = Pattern("t_score", "earlier")
# "My first dexa" and "never scanned before" tell of no second scan; "used to be" tells that the value is another now.
FIRST_EVER = Pattern("t_score", "first_ever")
CHANGED = Pattern("t_score", "changed")
WAS = re.compile(r"\b(?:was|were|etait|had been)\b")
LONG_PAST = Pattern("t_score", "long_past")
LATER = Pattern("t_score", "later")
MOVES = Pattern("t_score", "moves")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")

_LINK_WORD = (
    r"(?:is|was|were|are|be|been|of|at|the|my|her|his|a|an|in|on|for|about|around|approximately|"
    r"approx|roughly|nearly|almost|equals?|came|comes|back|as|reads?|reading|showed|shows|show|"
    r"showing|says|said|"
    r"now|currently|latest|last|lowest|worst|recent|recently|current|today|scores?|t|sites?|and|"
    r"or|it|it's|its|'s|that|this|only|just|results?|with|went|from|to|has|had|have|measured|"
    r"reported|down|up|which|value|"
    r"left|right|total|femoral|neck|lumbar|spine|hip|hips|femur|ls|fn|th|l\d|year|years|ago|month|"
    r"months|week|scan|dexa|dxa|bmd|test|est|a|de|du|au|la|le|sur|col|rachis|hanche|lombaire|mon|"
    r"ma|still|between|below|minimum|max|worst|"
    r"sd|ds|minus|plus|area|region|mean|overall|average|given|got|gave|being|reported|both|each|"
    r"respectively|one|then|before|after|treatment|but|not|also|we|i|think|sorry|mean|meant|no|"
    r"actually|rather|score|calculated|estimated|bone|mineral|density|forearm|wrist|radius|distal|"
    r"neck|ap|ward|wards|doctor|gp|me|told)"
)
LINKED = re.compile(
    rf"(?:[\s:=,;/()~\u2248\[\]\"'|*_.\u2014?<>\u2264\u2265]|->|\b{_LINK_WORD}\b|"
    rf"[-+]?\d+(?:[.,]\d+)?|-)*"
)
DIRECT = Pattern("t_score", "direct")
