"""Gathers the messages of one turn, text, buttons and `custom` of each together, until all of it is there."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel

Item = dict[str, Any]


class Collector(CollectingOutputChannel):
    """Takes what the assistant says; `messages` are the items. `channel` names the channel to the dialogue."""

    def __init__(self, channel: str) -> None:
        super().__init__()
        self.channel = channel

    def name(self) -> str:
        """Return the name of the channel, by which responses may vary."""
        return self.channel

    async def send_response(self, _: str, message: Item) -> None:
        """Take one message of the assistant."""
        self.messages.append({name: message[name] for name in ("text", "buttons", "custom") if message.get(name)})
