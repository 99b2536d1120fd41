"""Conditions of single red-flag rules that words alone cannot say, by the name that `red_flags.yml` uses."""

from __future__ import annotations

import re
from collections.abc import Callable

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention
from nlu.clinical.red_flags.cries import cry_for_help, nothing_else, overdose_of_now
from nlu.clinical.red_flags.late import late_own
from nlu.clinical.red_flags.lips import face_droops, not_low_calcium, not_of_the_jaw
from nlu.clinical.red_flags.rules import group
from nlu.clinical.red_flags.story import back_went, comes_back_up, cracked_now, tingling, unfelt_water

Pieces = tuple[Mention, ...]
Condition = Callable[[Analysis, Pieces], bool]

_SLOW = re.compile(
    r"\s*(?:\w+\s)?(?:far|as far|well|properly|long|much|as well|as fast|quickly|without a|for more than|"
    r"up hills?|uphill|very far)\b"
)
_NOT_HEALED = re.compile(r"heal|pus|ooz|infect|hole|discharge|weep|cicatrise|abscess|open wound|swollen|swelling|foul")
_BECAME = re.compile(r"\b(?:has|have|went|gone|turned|become|suddenly)\b")
_BARE_QUESTION = re.compile(
    r"^\W*(?:(?:and|so|but|hi|hello)\W+)*(?:can|should|could|may|when|how|what|is it|why|does|do|will|would|if|are)\b"
)
_WISH, _FIRM_WISH = Pattern("needs", "wish"), Pattern("needs", "firm_wish")
_SWITCHED, _HAS_IT = Pattern("needs", "switched_drug"), Pattern("needs", "has_it")
_THEY_REFUSE = Pattern("needs", "third_party_refuses")
_LONG_AGO, _SOMEBODY = Pattern("needs", "long_ago"), Pattern("needs", "somebody")
_ARM_HURT, _HOLE_CLOSED = Pattern("needs", "arm_hurt"), Pattern("needs", "hole_closed")
_KNOWN_BREATHLESS, _SUDDEN = Pattern("needs", "known_breathless"), Pattern("needs", "sudden_or_chest")
_THIGH_EXPLAINED, _HIP_PAIN_NEW = Pattern("needs", "thigh_explained"), Pattern("needs", "hip_pain_new")
_EYE_EXPLAINED, _BIG_TABLET = Pattern("needs", "eye_explained"), Pattern("needs", "big_tablet")
_NET_OTHERWISE = Pattern("needs", "net_otherwise")
_BLEEDING_ELSEWHERE = Pattern("needs", "bleeding_elsewhere")
# Parts whose swelling leaves the way of the breath free.
_OUTSIDE = frozenset({"face", "mouth", "eyes", "eyelids", "neck", "facial", "periorbital", "perioral"})
_AFTER_IT = re.compile(r"\b(?:post|after|following)\b")


def _in(analysis: Analysis, *groups: str) -> bool:
    return any(group(analysis, name) for name in groups)


def _piece(analysis: Analysis, pieces: Pieces, name: str) -> str:
    return next((analysis.between(p.start, p.end) for p in pieces if p.concept == name), "")


def _broken(analysis: Analysis) -> bool:
    # "It just falls down" is no break; "down" alone is a word of breaks only beside a site.
    return any(m.concept != "went" for m in analysis.theme("break")) or bool(analysis.theme("broken_site"))


def _onset(analysis: Analysis, pieces: Pieces) -> bool:
    """It began or changed; it was not always so."""
    sentence = analysis.sentence(pieces[0].start)
    return _in(analysis, "onset") or bool(_BECAME.search(analysis.between(sentence.start, sentence.end)))


def _not_injured(analysis: Analysis, _: Pieces) -> bool:
    return not _broken(analysis) and not _ARM_HURT.search(analysis.plain)


def _breath_of_now(analysis: Analysis, _: Pieces) -> bool:
    """Not the breathlessness of hills and known lung disease, unless it came suddenly."""
    return not _KNOWN_BREATHLESS.search(analysis.plain) or bool(_SUDDEN.search(analysis.plain))


def _airway(analysis: Analysis, pieces: Pieces) -> bool:
    """Lips, tongue and throat always; a swollen face or eye only with a drug, and not from a tooth."""
    if _piece(analysis, pieces, "airway_part") not in _OUTSIDE:
        return True
    only_tight = _piece(analysis, pieces, "swell") in ("tight", "tightening", "thick")
    after = _in(analysis, "onset") or _AFTER_IT.search(analysis.plain) is not None
    dosed = after and _in(analysis, "drug_any", "infusion", "denosumab")
    return dosed and not only_tight and not _in(analysis, "jaw_part", "gum_part", "loose")


def _body_or_now(analysis: Analysis, pieces: Pieces) -> bool:
    """ "Can't walk" as it stands, not "can't walk far", and not of months ago."""
    last = max(piece.end for piece in pieces)
    return not _SLOW.match(analysis.plain[last:]) and not _LONG_AGO.search(analysis.plain)


def _not_fall(analysis: Analysis, pieces: Pieces) -> bool:
    """Thigh pain without a plain cause; hip pain only if new and with an osteoporosis drug."""
    if _THIGH_EXPLAINED.search(analysis.plain):
        return False
    if _piece(analysis, pieces, "thigh") != "hip":
        return True
    drug = any(m.concept not in ("calcium", "vitamin_d") for m in analysis.theme("drug"))
    treated = drug or _in(analysis, "denosumab", "oral_drug", "infusion")
    return treated and bool(_HIP_PAIN_NEW.search(analysis.plain)) and not _broken(analysis)


def _mouth_real(analysis: Analysis, pieces: Pieces) -> bool:
    """Not the bleeding gums and the bad taste of every day."""
    bad, part = _piece(analysis, pieces, "mouth_bad"), _piece(analysis, pieces, "gum_part")
    if bad in ("bleeding", "smell", "raw", "bad taste", "horrible taste"):
        return False
    if part not in ("mouth", "palate"):
        return True
    if bad == "sore":
        return bool(re.search(r"\b(?:weeks|months|won't)\b", analysis.plain))
    return bool(_NOT_HEALED.search(bad)) and bad not in ("swollen", "swelling")


def _not_healed(analysis: Analysis, pieces: Pieces) -> bool:
    return not _HOLE_CLOSED.search(analysis.plain) and bool(_NOT_HEALED.search(_piece(analysis, pieces, "mouth_bad")))


def _own_now(analysis: Analysis, pieces: Pieces) -> bool:
    """The disease is said to be there ("I have MRONJ"), not only talked about."""
    return bool(_HAS_IT.search(analysis.before(pieces[0].start, 60)))


def _stop_wish(analysis: Analysis, pieces: Pieces) -> bool:
    """Somebody stopped, wants to or was told to; not "can it be stopped?" and not a switch to denosumab."""
    sentence = analysis.sentence(pieces[0].start)
    text = analysis.between(sentence.start, sentence.end)
    if _SWITCHED.search(text) or _THEY_REFUSE.search(text) or not _WISH.search(analysis.plain):
        return False
    return not _BARE_QUESTION.match(text) or bool(_FIRM_WISH.search(analysis.plain))


def _bleeding_real(analysis: Analysis, pieces: Pieces) -> bool:
    """Not the periods that stopped at the menopause, not a blood test."""
    bleeding, where = _piece(analysis, pieces, "bleed"), _piece(analysis, pieces, "vagina")
    if bleeding in ("period", "periods") and not re.search(r"again|back", where):
        return False
    if "menopaus" in where and bleeding in ("period", "periods", "blood"):
        return False
    tested = re.search(r"\bblood (?:test|pressure|clot|count|sugar|work|tests)\b", analysis.plain)
    return not (bleeding == "blood" and tested) and not re.search(r"\b(?:gums?|nose|stomach)\b", analysis.plain)


def _bleeding_spot(analysis: Analysis, pieces: Pieces) -> bool:
    return _piece(analysis, pieces, "spot") not in ("blood", "spot") and not _BLEEDING_ELSEWHERE.search(analysis.plain)


def _sudden_eye(analysis: Analysis, pieces: Pieces) -> bool:
    if _EYE_EXPLAINED.search(analysis.plain):
        return False
    gone = _piece(analysis, pieces, "eye_dark") == "gone"
    return not gone or bool(re.search(r"\b(?:sight|vision|black|dark|blind)\b", analysis.plain))


def _swallowing(analysis: Analysis, pieces: Pieces) -> bool:
    """Trouble in swallowing, not a dislike of big tablets nor a lack of appetite."""
    if _BIG_TABLET.search(analysis.plain):
        return False
    if _piece(analysis, pieces, "swallow_word") not in ("food", "drink", "drinking", "eat", "eating"):
        return True
    if _piece(analysis, pieces, "swallow_bad") in ("stuck", "sticks", "won't go", "can't get"):
        return True
    hurts = re.search(r"\b(?:hurts|pain\w*)\b.{0,12}\b(?:eat|drink)", analysis.plain)
    return bool(hurts and re.search(r"\b(?:throat|gullet|chest|down)\b", analysis.plain))


def _somebodys_own(analysis: Analysis, _: Pieces) -> bool:
    """Told of somebody and not asked; the trouble of menopause, scans and broken bones is told elsewhere."""
    return bool(_SOMEBODY.search(analysis.plain)) and not analysis.asks and not _NET_OTHERWISE.search(analysis.plain)


CONDITIONS: dict[str, Condition] = {
    "onset": _onset,
    "not_injured": _not_injured,
    "breath_of_now": _breath_of_now,
    "airway": _airway,
    "body_or_now": _body_or_now,
    "not_fall": _not_fall,
    "mouth_real": _mouth_real,
    "not_healed": _not_healed,
    "own_now": _own_now,
    "stop_wish": _stop_wish,
    "bleeding_real": _bleeding_real,
    "bleeding_spot": _bleeding_spot,
    "sudden_eye": _sudden_eye,
    "swallowing": _swallowing,
    "back_went": back_went,
    "late_own": late_own,
    "somebodys_own": _somebodys_own,
    "cry_for_help": cry_for_help,
    "nothing_else": nothing_else,
    "overdose_of_now": overdose_of_now,
    "tingling": tingling,
    "not_low_calcium": not_low_calcium,
    "face_droops": face_droops,
    "not_of_the_jaw": not_of_the_jaw,
    "cracked_now": cracked_now,
    "comes_back_up": comes_back_up,
    "unfelt_water": unfelt_water,
}
