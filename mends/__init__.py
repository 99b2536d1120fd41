"""Mends of Rasa 3.6.21: each in a file of its own, with the reason and the upstream lines that it replaces.

`apply` puts them in place in a Rasa server process; tests/mends shows for each that upstream still needs it.
"""

from __future__ import annotations


def apply() -> None:
    """Put all mends in place; calling it again changes nothing."""
    apply_behaviour()
    apply_speed()


def apply_behaviour() -> None:
    """Put in place what changes an answer."""
    from mends import action_failure, slash_messages

    for mend in (action_failure, slash_messages):
        mend.apply()


def apply_speed() -> None:
    """Put in place what changes the time that an answer takes, and nothing else."""
    from mends import (
        action_call,
        action_schema,
        action_session,
        domain_emptiness,
        event_types,
        graph_run,
        log_copies,
        rule_history,
        rule_lookup,
        slot_copies,
    )

    of_calls = (action_call, action_schema, action_session)
    of_rules = (rule_history, rule_lookup)
    for mend in (*of_calls, *of_rules, domain_emptiness, event_types, graph_run, log_copies, slot_copies):
        mend.apply()


def apply_training() -> None:
    """Put in place what changes the time that a training takes, and nothing else."""
    from mends import training_data

    training_data.apply()
