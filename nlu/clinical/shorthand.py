"""Signs of danger that no list of words holds, as mentions of the lexicon: a clinician's few letters, and turns of phrase.

"CP" ("central CP", "?PE", "FAST +ve") is also a clinic and a palsy, and a word of the lexicon cannot tell; here the words
round it do. And what stands between "the corner of my mouth" and "won't close" is another each time.
"""

from __future__ import annotations

from functools import cache

from nlu.clinical import lexicon_files
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

_FILE = "shorthand"
_TOLD = "told"
_WEAK = "_weak"
_CONDITIONS = frozenset({"signs", "otherwise"})
_SIGNS, _OTHERWISE = Pattern(_FILE, "signs"), Pattern(_FILE, "otherwise")


@cache
def _patterns(file: str) -> tuple[tuple[str, bool, Pattern], ...]:
    """Return (group, whether it needs further signs, pattern) of each kind of wording."""
    names = [name for name in lexicon_files.load(f"patterns/{file}") if name not in _CONDITIONS]
    return tuple((name.removesuffix(_WEAK), name.endswith(_WEAK), Pattern(file, name)) for name in names)


def shorthand_in(plain: str) -> list[Mention]:
    """Return the dangers told in shorthand, as mentions of the groups of `red_flags.yml`."""
    backed = _SIGNS.search(plain) is not None and _OTHERWISE.search(plain) is None
    return _mentions(_FILE, plain, backed)


def told_in(plain: str) -> list[Mention]:
    """Return the dangers told in whole turns of phrase, as mentions of the groups of `red_flags.yml`."""
    return _mentions(_TOLD, plain, False)


def _mentions(file: str, plain: str, backed: bool) -> list[Mention]:
    return [
        Mention(*match.span(), f"flag_{group}", group)
        for group, weak, pattern in _patterns(file)
        if backed or not weak
        for match in pattern.finditer(plain)
    ]
