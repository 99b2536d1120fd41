"""An action server that is down, slow or broken gives the person one honest sentence instead of silence.

Upstream `rasa/core/actions/action.py`, `RemoteAction.run`, raises, and `rasa/core/processor.py` then logs and says nothing.
The facts of the message are not lost: the next action that runs reads the messages that nobody answered.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from rasa.core.actions.action import RemoteAction, create_bot_utterance
from rasa.shared.core.events import Event

from answers.talk import apology

logger = logging.getLogger(__name__)

SECONDS_TO_ANSWER = 10.0
"""A turn of the action server takes milliseconds; whoever waits longer than this thinks that nobody is there."""

_upstream_run = RemoteAction.run


def apply() -> None:
    """Wrap `RemoteAction.run`."""
    RemoteAction.run = _run


async def _run(action: RemoteAction, *args: Any, **kwargs: Any) -> list[Event]:
    try:
        return await asyncio.wait_for(_upstream_run(action, *args, **kwargs), SECONDS_TO_ANSWER)
    except Exception as error:
        logger.error("%s was not answered: %s", action.name(), type(error).__name__)
        return [create_bot_utterance({"text": apology("action server").text})]
