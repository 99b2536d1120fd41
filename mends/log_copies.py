"""What goes into a log line that nobody sees is not copied first.

Upstream `rasa/core/processor.py` and `rasa/core/policies/rule_policy.py` make deep copies of events, entities and states for
`structlogger.debug`, whether or not it logs. Neither file copies for anything else, and a log line is
written before what it shows can change.
"""

from __future__ import annotations

import types
from typing import TypeVar

Thing = TypeVar("Thing")


def as_it_is(thing: Thing) -> Thing:
    """Return what is given, in the place of a copy of it."""
    return thing


def apply() -> None:
    """Let both files take things as they are for their copies."""
    from rasa.core import processor
    from rasa.core.policies import rule_policy

    uncopied = types.SimpleNamespace(deepcopy=as_it_is)
    for module in (processor, rule_policy):
        module.copy = uncopied
