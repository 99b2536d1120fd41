"""The tables of docs/performance.md, written from the last results: `python -m bench tables`."""

from __future__ import annotations

import json
import re

from bench.report import RESULTS, markdown
from osteochat.errors import SetupError
from osteochat.settings import ROOT

DOCUMENT = ROOT / "docs" / "performance.md"
PLACE = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def write() -> None:
    """Put the last results between the marks of the document; a table without results stays as it is.

    :raises SetupError: when the document has no such marks
    """
    text = DOCUMENT.read_text(encoding="utf-8")
    if not PLACE.search(text):
        raise SetupError(f"{DOCUMENT} has no place for a table.")
    DOCUMENT.write_text(PLACE.sub(_filled, text), encoding="utf-8")


def _filled(place: re.Match[str]) -> str:
    before, name, after = place.groups()
    results = RESULTS / f"{name}.json"
    if not results.exists():
        print(f"There are no results of “{name}” yet; its table stays as it is.")
        return place.group(0)
    return f"{before}\n{markdown(json.loads(results.read_text(encoding='utf-8')))}\n{after}"
