"""Signs of danger that clinicians write in a few letters ("central CP", "?PE", "FAST +ve"), as mentions of the lexicon.

"CP" is also a clinic and a palsy, and a word of the lexicon cannot tell; here the words round it do.
"""

from __future__ import annotations

from functools import cache

from nlu.clinical import lexicon_files
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

_FILE = "shorthand"
_WEAK = "_weak"
_CONDITIONS = frozenset({"signs", "otherwise"})
_SIGNS, _OTHERWISE = Pattern(_FILE, "signs"), Pattern(_FILE, "otherwise")


@cache
def _patterns() -> tuple[tuple[str, bool, Pattern], ...]:
    """Return (group, whether it needs further signs, pattern) of each kind of shorthand."""
    names = [name for name in lexicon_files.load(f"patterns/{_FILE}") if name not in _CONDITIONS]
    return tuple((name.removesuffix(_WEAK), name.endswith(_WEAK), Pattern(_FILE, name)) for name in names)


def shorthand_in(plain: str) -> list[Mention]:
    """Return the dangers told in shorthand, as mentions of the groups of `red_flags.yml`."""
    backed = _SIGNS.search(plain) is not None and _OTHERWISE.search(plain) is None
    return [
        Mention(*match.span(), f"flag_{group}", group)
        for group, weak, pattern in _patterns()
        if backed or not weak
        for match in pattern.finditer(plain)
    ]
