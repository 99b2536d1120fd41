"""One case of a program in, one decision out: facts by name, or a line of text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Optional

from answers.register import CLINICIAN
from answers.talk import talk
from guideline import Case, CaseError, decide
from guideline.values import READERS

LONGEST_TEXT = 1000
"""Characters of a line of text; more is no one-liner about one case."""
TEXT = "text"
NOT_JSON = 'This is not JSON. Send a case as a JSON object, such as {"fracture": "none", "t_score": -3.1}.'
NOT_A_CASE = 'A case is a JSON object of facts, such as {"fracture": "none", "t_score": -3.1}.'
NOT_A_TEXT = f"“text” is a line of 1 to {LONGEST_TEXT:,} characters about one case, such as “72F, 2 VCF, T −2.8”."
TEXT_AND_FACTS = "Send either “text” or facts by name, not both: they could contradict each other."


class InputError(ValueError):
    """What was sent is no case. `sentence`: what is wrong and what to do; `fact`: the fact at fault, or None."""

    def __init__(self, sentence: str, fact: Optional[str] = None, is_json: bool = True) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.fact = fact
        self.is_json = is_json

    def as_dict(self) -> dict[str, Any]:
        """Return the error, JSON-ready."""
        return {"error": self.sentence, **({"fact": self.fact} if self.fact else {})}


def read_json(body: bytes) -> Any:
    """Return what the bytes hold, T-scores as exact decimals. :raises InputError: when they are no JSON"""
    try:
        return _DECODE(body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise InputError(NOT_JSON, is_json=False) from None


def answer_case(given: Any) -> dict[str, Any]:
    """Return the contract's decision on a case.

    :param given: facts by name, or `{"text": …}`; a name that is no fact is passed over and said so in `passed_over`
    :raises InputError: when it is no case, or a value of it cannot be
    """
    if not isinstance(given, dict):
        raise InputError(NOT_A_CASE)
    answer = _of_text(given) if given.get(TEXT) is not None else _of_facts(given)
    passed_over = sorted(name for name in given if name not in READERS and name != TEXT)
    return {**answer, "passed_over": passed_over} if passed_over else answer


def _of_facts(given: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return decide(Case.from_facts(given))
    except CaseError as error:
        raise InputError(f"“{error.fact}” cannot be used: {error.reason}.", error.fact) from None


def _of_text(given: Mapping[str, Any]) -> dict[str, Any]:
    from interop.one_line import answer_line

    text = given[TEXT]
    if any(given.get(name) is not None for name in READERS):
        raise InputError(TEXT_AND_FACTS)
    if not isinstance(text, str) or not text.strip() or len(text) > LONGEST_TEXT:
        raise InputError(NOT_A_TEXT)
    answer = answer_line(text)
    if answer.several:
        raise InputError(talk("one_patient", CLINICIAN).text)
    return answer.as_dict()


def answer_lines(body: bytes) -> Iterator[bytes]:
    """Yield a line of JSON for each line: a decision, or `{"error": …, "line": n}`; empty lines are passed over."""
    for number, line in enumerate(_lines(body), start=1):
        if line.strip():
            yield as_json(_answer_or_error(line, number)) + b"\n"


def _lines(body: bytes) -> Iterable[bytes]:
    return body.split(b"\n")


def _answer_or_error(line: bytes, number: int) -> dict[str, Any]:
    try:
        return answer_case(read_json(line))
    except InputError as error:
        return {**error.as_dict(), "line": number}


def as_json(content: Any) -> bytes:
    """Return content as JSON; half a surrogate pair, which UTF-8 cannot hold, is escaped."""
    return _ENCODE(content).encode("utf-8", "backslashreplace")


_DECODE = json.JSONDecoder(parse_float=Decimal).decode
_ENCODE = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
