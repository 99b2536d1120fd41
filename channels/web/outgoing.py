"""What a client receives: each message of the assistant as one item, whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel

from channels.web.card import decision_card
from channels.web.record import record_of

Item = dict[str, Any]


class Collector(CollectingOutputChannel):
    """Collects the messages of one turn, text, buttons and `custom` of each together."""

    @classmethod
    def name(cls) -> str:
        """Return the name of the channel, by which responses may vary."""
        return "web"

    async def send_response(self, _: str, message: dict[str, Any]) -> None:
        """Take one message of the assistant."""
        self.messages.append(item_of(message.get("text"), message))


def item_of(text: str | None, data: Mapping[str, Any]) -> Item:
    """Return one message as a client receives it.

    :param data: `buttons` and `custom`, as a bot event holds them
    """
    custom = data.get("custom") or None
    buttons = [{"title": each["title"], "payload": each["payload"]} for each in data.get("buttons") or []]
    item: Item = {"text": text or "", "buttons": buttons, "custom": custom}
    if custom:
        item["record"] = record_of(custom)
    return item


def with_cards(items: Sequence[Item]) -> list[Item]:
    """Return the messages of one turn with the card of each decision in them."""
    return [_with_card(item, items[place + 1 :]) for place, item in enumerate(items)]


def _with_card(item: Item, following: Sequence[Item]) -> Item:
    custom = item["custom"]
    if not custom or custom.get("type") != "decision" or custom.get("hypothetical"):
        return item
    next_text = following[0]["text"] if following and not following[0]["custom"] else ""
    return {**item, "card": decision_card(custom, next_text)}


def is_deletion(items: Sequence[Item]) -> bool:
    """Say whether the assistant has just deleted the conversation, as the person asked it to in words."""
    customs = [item["custom"] or {} for item in items]
    return any(custom.get("type") == "status" and custom.get("what") == "deleted" for custom in customs)


def offered_in(items: Sequence[Item]) -> dict[str, str]:
    """Return the replies that the messages offer: what each says, by its payload."""
    return {button["payload"]: button["title"] for item in items for button in item["buttons"]}
