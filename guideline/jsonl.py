"""Many cases in, many decisions out: one JSON object a line, a bad line answered by an error and passed over."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from guideline.case import Case
from guideline.decide import decide
from guideline.errors import CaseError


def answer_lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield one line for each line in: a decision, or `{"error": …, "line": n}`; empty lines are passed over."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _ENCODE(_answer(line, number)) + "\n"


def _answer(line: str, number: int) -> dict[str, Any]:
    try:
        given = _DECODE(line)
        if not isinstance(given, dict):
            return {"error": "a case is a JSON object of facts", "line": number}
        decision = decide(Case.from_facts(given))
    except CaseError as error:
        return {"error": error.reason, "line": number, "fact": error.fact}
    except (ValueError, RecursionError):
        return {"error": "this line is not JSON; a case is an object of facts on one line", "line": number}
    passed_over = [name for name in given if name not in decision["facts"]]
    if passed_over:
        decision["passed_over"] = passed_over
    return decision


_DECODE = json.JSONDecoder(parse_float=Decimal).decode
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
