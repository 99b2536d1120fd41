"""A message that begins with "/" is a message, not a command to the dialogue engine.

Upstream `rasa/nlu/classifiers/regex_message_handler.py`, `RegexMessageHandler.process`, turns "/inform{…}" from anybody
into an intent with confidence 1 and entities of any value. Our own component reads the few slash commands that we have
(`nlu/commands.py`); nothing else may pass the checks of the extractor.
"""

from __future__ import annotations

from typing import Any

from rasa.nlu.classifiers.regex_message_handler import RegexMessageHandler


def apply() -> None:
    """Leave messages as they are."""
    RegexMessageHandler.process = _process


def _process(_: RegexMessageHandler, messages: list[Any], domain: Any = None) -> list[Any]:  # noqa: ARG001
    return messages
