"""A person in a test: says something, keeps what came back, and can be asked about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from osteochat import client


@dataclass
class Talker:
    """One conversation over the REST channel; `replies` are those to the last message."""

    address: str
    sender: str
    replies: list[dict[str, Any]] = field(default_factory=list)

    def say(self, text: str) -> Talker:
        """Send a message and keep the replies."""
        self.replies = client.send(self.address, self.sender, text)
        return self

    @property
    def texts(self) -> list[str]:
        """The texts of the last replies."""
        return [reply["text"] for reply in self.replies if "text" in reply]

    @property
    def text(self) -> str:
        """All texts of the last replies in one."""
        return "\n".join(self.texts)

    @property
    def customs(self) -> list[dict[str, Any]]:
        """The contract's objects in the last replies."""
        return [reply["custom"] for reply in self.replies if reply.get("custom")]

    @property
    def types(self) -> list[str]:
        """The types of those objects, in order."""
        return [custom["type"] for custom in self.customs]

    @property
    def buttons(self) -> list[dict[str, str]]:
        """All quick replies offered last."""
        return [button for reply in self.replies for button in reply.get("buttons", [])]

    def custom(self, kind: str) -> dict[str, Any]:
        """Return the only object of that type; fail when there is none or more than one."""
        found = [custom for custom in self.customs if custom["type"] == kind]
        assert len(found) == 1, f"{len(found)} objects of type {kind} in {self.types}: {self.text}"
        return found[0]
