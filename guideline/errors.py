"""The errors of the rule module, and when each is raised.

GuidelineError
├── TableError    the table file cannot be used: a gap, an overlap, an unknown drug, a row without its source
└── CaseError     a fact of the case has a value that cannot be used

try:
    case = Case.from_facts({"age": 172})
except CaseError as error:
    print(error.fact, error.reason)
"""

from __future__ import annotations


class GuidelineError(Exception):
    """Base of all errors that this package raises on purpose."""


class TableError(GuidelineError):
    """The table file refuses to load.

    :param path: the file
    :param line: line of the row at fault, counted from 1
    :param problem: what is wrong, in words
    """

    def __init__(self, path: str, line: int, problem: str) -> None:
        super().__init__(f"{path}, line {line}: {problem}")
        self.path = path
        self.line = line
        self.problem = problem


class CaseError(GuidelineError, ValueError):
    """A fact has a value that the rule module refuses.

    :param fact: name of the fact
    :param heard: the value as it was given
    :param reason: one sentence for a person: what is wrong and what is accepted
    """

    def __init__(self, fact: str, heard: object, reason: str) -> None:
        super().__init__(f"{fact}: {reason}")
        self.fact = fact
        self.heard = heard
        self.reason = reason
