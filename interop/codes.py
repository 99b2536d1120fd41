"""The code tables of `codes/*.yml`: what a code of LOINC, ICD-10, SNOMED CT or ATC means for the table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple, Optional

import yaml

FOLDER = Path(__file__).parent / "codes"
ICD10, ICD10CM, SNOMED, LOINC, ATC = "icd10", "icd10cm", "snomed", "loinc", "atc"
SITES, CLASSES, UNCLEAR = "sites", "classes", "unclear"


class Code(NamedTuple):
    """A code with the short name of its system; None for a system that is not read."""

    system: Optional[str]
    value: str


class Meaning(NamedTuple):
    """What a fracture code means: `kind` is sites, classes or unclear, `value` the site, the class or the reason."""

    kind: str
    value: str
    level: Optional[str]
    """Which part of the spine, where the code tells: different ones are different vertebrae."""


@cache
def table(name: str) -> dict[str, Any]:
    """Return one table. It is read once."""
    content: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return content


def system_of(address: Optional[str]) -> Optional[str]:
    """Return the short name of a code system, None for one that is not read."""
    return _systems().get(address or "")


@lru_cache(maxsize=1)
def _systems() -> dict[str, str]:
    return {address: name for name, addresses in table("systems").items() for address in addresses}


def fracture_of(code: Code) -> Optional[Meaning]:
    """Return what a code says of a fracture, or None when it is none of a fracture or of a system that is not read."""
    if code.system == SNOMED:
        return _snomed().get(code.value)
    if code.system not in (ICD10, ICD10CM):
        return None
    places = _icd(code.system)
    found = _longest(places, code.value)
    if found is None:
        return None
    level = next(
        (each for each in table("fractures_icd10")["levels"][code.system] if code.value.startswith(each)), None
    )
    return places[found]._replace(level=level)


def _longest(places: Iterable[str], value: str) -> Optional[str]:
    """Return the longest beginning of a code that a table holds; dots are not always written."""
    plain = value.upper().replace(".", "")
    return max((each for each in places if plain.startswith(each.replace(".", ""))), key=len, default=None)


@cache
def _icd(system: str) -> dict[str, Meaning]:
    found: dict[str, Meaning] = {}
    for part in ("both", system):
        for kind, codes in table("fractures_icd10")[part].items():
            found.update({code: Meaning(kind, value, None) for code, value in codes.items()})
    return found


@lru_cache(maxsize=1)
def _snomed() -> dict[str, Meaning]:
    content = table("fractures_snomed")
    levels = {code: str(number) for number, group in enumerate(content["levels"]) for code in group}
    found = {code: Meaning(UNCLEAR, reason, None) for code, reason in content[UNCLEAR].items()}
    for kind in (SITES, CLASSES):
        for value, codes in content[kind].items():
            found.update({code: Meaning(kind, value, levels.get(code)) for code in codes})
    return found


def is_accident(code: Code) -> bool:
    """Say whether the code is an external cause that may be a high-energy trauma (R2)."""
    causes = table("fractures_icd10")["accident"]
    return code.system in (ICD10, ICD10CM) and any(code.value.upper().startswith(each) for each in causes)


def scope_of(code: Code) -> Optional[str]:
    """Return the value of `scope` that an active condition with this code means, or None."""
    return _condition(code, table("conditions")["scope"])


def is_climacteric(code: Code) -> bool:
    """Say whether the code is one of climacteric symptoms."""
    return _condition(code, {"yes": table("conditions")["climacteric_symptoms"]}) is not None


def _condition(code: Code, meanings: Mapping[str, list[str]]) -> Optional[str]:
    if code.system not in (ICD10, ICD10CM):
        return None
    places = {each: meaning for meaning, codes in meanings.items() for each in codes}
    found = _longest(places, code.value)
    return None if found is None else places[found]


def medicine_of(code: Code) -> Optional[str]:
    """Return the id of a medicine in the knowledge base, or None."""
    return table("medicines")["atc"].get(code.value) if code.system == ATC else None


def is_glucocorticoid(code: Code) -> bool:
    """Say whether the code is one of a glucocorticoid for the whole body."""
    return code.system == ATC and code.value.startswith(tuple(table("medicines")["glucocorticoids"]))
