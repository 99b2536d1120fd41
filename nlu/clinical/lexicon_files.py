"""Reads the lexicon: YAML files of terms, grouped by theme and concept (`lexicon/*.yml`)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

LEXICON = Path(__file__).parent / "lexicon"


@cache
def load(name: str) -> dict[str, Any]:
    """Return the content of `lexicon/<name>.yml`.

    Raises FileNotFoundError if there is no such file and ValueError if it is not a mapping.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    content = yaml.load((LEXICON / f"{name}.yml").read_text(encoding="utf-8"), Loader=loader)
    if not isinstance(content, dict):
        raise ValueError(f"The lexicon file {name}.yml is not a mapping of fields.")
    return content


@lru_cache(maxsize=1)
def concepts() -> dict[str, list[str]]:
    """Return every concept of the lexicon as `theme.concept` with its terms, as written."""
    found: dict[str, list[str]] = {}
    for path in sorted(LEXICON.glob("*.yml")):
        for theme, entries in load(path.stem).get("themes", {}).items():
            for concept, terms in entries.items():
                # Each kind of cue is matched by itself: "don't know" must not hide "know if".
                kept_apart = f"{theme}_{concept}" if theme == "cue" else theme
                found.setdefault(f"{kept_apart}.{concept}", []).extend(str(term) for term in terms)
    for group, terms in load("red_flags")["groups"].items():
        spelt = expand([str(term) for term in terms], load("red_flags")["macros"])
        # Twice: "can't" is written "cannot", and "cannot" is written "can not".
        longer = [*filter(None, map(in_full, spelt))]
        found[f"flag_{group}.{group}"] = [*spelt, *longer, *filter(None, map(in_full, longer))]
    return found


def in_full(term: str) -> str:
    """Return the term with its contractions spelt out ("i can not breathe"), or "" if it has none."""
    full: dict[str, str] = load("red_flags")["contractions"]
    spelt = _contraction().sub(lambda match: full[match.group()], term)
    return "" if spelt == term else spelt


@lru_cache(maxsize=1)
def _contraction() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('red_flags')['contractions'])})\b")


def expand(terms: list[str], macros: dict[str, list[str]]) -> list[str]:
    """Return the terms with each `{name}` replaced by every word of that macro."""
    found: list[str] = []
    for term in terms:
        macro = re.search(r"\{(\w+)\}", term)
        if macro is None:
            found.append(term)
            continue
        written = [term[: macro.start()] + word + term[macro.end() :] for word in macros[macro.group(1)]]
        found += expand(written, macros)
    return found
