"""Mends of Rasa 3.6.21: each in a file of its own, with the reason and the upstream lines that it replaces.

`apply` puts them in place in a Rasa server process; tests/mends shows for each that upstream still needs it.
"""

from __future__ import annotations


def apply() -> None:
    """Put all mends in place; calling it again changes nothing."""
    from mends import action_failure, action_schema, event_types, slash_messages

    for mend in (action_failure, action_schema, event_types, slash_messages):
        mend.apply()
