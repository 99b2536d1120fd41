"""Reads the numbers of a plain text: digits and words, English and French, with their sign as it was written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from nlu.clinical.number_words import spoken_numbers
from nlu.clinical.patterns import Pattern

# How the sign was written decides how far it can be trusted.
ATTACHED, SPACED, LONG_DASH, WORD = "attached", "spaced", "long_dash", "word"


# A raised dot is a decimal point in British and French letters ("2·8").
_DIGITS = re.compile(r"(?<!cm)\d+(?:[.,\u00b7\u22c5]\d+)*|(?<![\w.,])[.,]\d+")
_HALF_AFTER = re.compile(r"\s+(?:and a half|1/2|et demie?)\b")
# "2 point 5", "2pt5", and "3 .1" with a slip of the thumb.
_DECIMAL_AFTER = re.compile(r"(?:\s*(?:point|virgule|comma|dot)\s*|pt| \.)(\d{1,2})\b(?![.,]\d)")
# "- 2 , 7" at the end of what is said.
_COMMA_APART = re.compile(r" , ?(\d)(?=\s*(?:$|[.;)!?]))")
_SIGN_REACH = 20
_MINUS_BEFORE = re.compile(r"(?:-|\bminus)\s*\d$")
_MINUS_WORD = re.compile(r"\b(?:minus|negative|neg|moins|menos)\s*(?:\(\s*)?$")
_PLUS_WORD = re.compile(r"\b(?:plus|positive|pos)\s*$")
_SIGN = re.compile(r"([-+\u2014])(\s*)$")
_BELOW = Pattern("numbers", "below")
# "2.4. With minus.", at the end of a message.
_MINUS_BEHIND = Pattern("numbers", "minus_behind")
_ABOVE = re.compile(
    r"\s*(?:(?:sd|sds|ds|standard deviations?|std dev\w*|ecarts?[- ]types?)\s*)(?:above|over|"
    r"more than|higher than|au[- ]dessus)\b"
)


@dataclass(frozen=True)
class Number:
    """A number of the plain text.

    magnitude: the absolute value; digits: as written with "." as the point ("2.50" stays "2.50").
    sign: "-", "+" or "" where none was written; sign_style: how it was written.
    start, end: offsets in the plain text, sign included; bare_start: offset of the first digit or word.
    """

    magnitude: Decimal
    digits: str
    sign: str
    sign_style: str
    start: int
    end: int
    bare_start: int
    is_word: bool = False

    @property
    def is_whole(self) -> bool:
        """True where the number was written without decimals."""
        return "." not in self.digits

    @property
    def as_int(self) -> int:
        """The magnitude as a whole number, rounded down."""
        return int(self.magnitude)

    def text(self, sign: str | None = None) -> str:
        """Return the number as the contract writes it ("-2.5"), with `sign` in place of its own if given."""
        chosen = self.sign if sign is None else sign
        return ("-" if chosen == "-" and self.magnitude != 0 else "") + self.digits


def find_numbers(plain: str) -> list[Number]:
    """Return the numbers of a plain text, in order; numbers with more than one point are left out."""
    spoken = spoken_numbers(plain)
    taken = [(start, end) for start, end, _ in spoken]
    found = [_number(plain, start, end, digits, True) for start, end, digits in spoken]
    reached = 0
    for match in _DIGITS.finditer(plain):
        if match.start() < reached or any(start < match.end() and match.start() < end for start, end in taken):
            continue
        digits = _clean(match.group())
        if digits is None:
            continue
        digits, reached = _with_fraction(plain, digits, match.end())
        found.append(_number(plain, match.start(), reached, digits, False))
    return sorted(found, key=lambda number: number.start)


def _clean(written: str) -> str | None:
    """Bring "2,5", ".5" or "1,200" into digits with a point; None for "1.2.3"."""
    written = re.sub("[\u00b7\u22c5]", ".", written)
    if re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+", written):
        return written.replace(",", "")
    if len(re.findall(r"[.,]", written)) > 1:
        return None
    digits = written.replace(",", ".")
    return "0" + digits if digits.startswith(".") else digits


def _with_fraction(plain: str, digits: str, end: int) -> tuple[str, int]:
    if "." in digits:
        return digits, end
    half = _HALF_AFTER.match(plain, end)
    if half:
        return digits + ".5", half.end()
    decimal = _DECIMAL_AFTER.match(plain, end)
    apart = None if decimal else _COMMA_APART.match(plain, end)
    if apart and _MINUS_BEFORE.search(plain[max(0, end - _SIGN_REACH) : end]):
        decimal = apart
    if decimal:
        return f"{digits}.{decimal.group(1)}", decimal.end()
    return digits, end


def _number(plain: str, start: int, end: int, digits: str, is_word: bool) -> Number:
    sign, style, sign_start = _sign_before(plain, start)
    if not sign and (_BELOW.match(plain, end) or ("." in digits and _MINUS_BEHIND.match(plain, end))):
        sign, style = "-", WORD
    elif not sign and _ABOVE.match(plain, end):
        sign, style = "+", WORD
    return Number(Decimal(digits), digits, sign, style, sign_start, end, start, is_word)


def _sign_before(plain: str, start: int) -> tuple[str, str, int]:
    """Return (sign, how it was written, where it begins) for a number whose digits begin at `start`."""
    before = plain[max(0, start - 12) : start]
    offset = max(0, start - 12)
    for pattern, sign in ((_MINUS_WORD, "-"), (_PLUS_WORD, "+")):
        word = pattern.search(before)
        if word:
            return sign, WORD, offset + word.start()
    bracketed = re.search(r"\(\s*([-+])\s*\)\s*$", before)
    if bracketed:
        return bracketed.group(1), ATTACHED, offset + bracketed.start()
    match = _SIGN.search(before)
    if not match:
        return "", "", start
    at = offset + match.start()
    if _joins_two_things(plain, at, bool(match.group(2))):
        return "", "", start
    if match.group(1) == "\u2014":
        return "-", LONG_DASH, at
    return match.group(1), SPACED if match.group(2) else ATTACHED, at


def _joins_two_things(plain: str, at: int, spaced: bool) -> bool:
    """True where the dash at `at` stands between two numbers or inside a name (a range, a date, "covid-19")."""
    before = plain[:at]
    if before[-1:].isdigit():
        return True
    if re.search(r"\d\s$", before) and spaced:
        return True
    if not spaced and before[-1:].isalpha():
        # "T-2.5", "T-score-2.5" and "hip-2.1" carry a sign; "covid-19" or "omega-3" do not.
        return not re.search(_SIGNED_NAMES, before)
    return False


_SIGNED_NAMES = (
    r"(?:\bt|t[\s_.-]*scores?|score|\bls|\bfn|\bth|hip|neck|spine|femur|lumbar|femoral|rachis|"
    r"hanche|col|dexa|dxa|bmd|dmo|is|was|of|de|at)$"
)
