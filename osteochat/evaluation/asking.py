"""Put a text to the running servers in a conversation of its own, and see what came of it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from osteochat import client

DECIDED = ("decision", "scope", "clarify", "rejected", "urgent")


@dataclass(frozen=True)
class Outcome:
    """`customs`: the contract's objects in the reply; `facts`: what was noted of the person afterwards."""

    customs: list[dict[str, Any]]
    facts: dict[str, Any]
    texts: list[str]

    @property
    def action(self) -> str:
        """The action decided, `out_of_scope`, `undetermined` while something is asked back, or `none` of these."""
        kinds = {custom["type"]: custom for custom in self.customs}
        if "scope" in kinds:
            return "out_of_scope"
        if "decision" in kinds:
            return str(kinds["decision"]["action"])
        return "undetermined" if kinds.keys() & {"clarify", "question", "rejected"} else "none"

    @property
    def asked_back(self) -> set[str]:
        """The facts that are asked back, or refused."""
        return {custom["fact"] for custom in self.customs if custom["type"] in ("clarify", "rejected")}

    @property
    def flags(self) -> list[str]:
        """The red flags that were told."""
        return [custom["flag"] for custom in self.customs if custom["type"] == "urgent"]

    def options(self) -> dict[str, str]:
        """The status of each drug of the decision."""
        found = [custom for custom in self.customs if custom["type"] == "decision"]
        return {option["drug"]: option["status"] for option in found[0]["options"]} if found else {}


AT_ONCE = "just tell me"
"""Said by a patient who is asked for the next fact: the decision comes at once, from what she told."""


def put(address: str, text: str, register: str) -> Outcome:
    """Send a text in a register and read what was noted; the conversation is deleted again.

    Where the next fact is asked for and nothing must be cleared up first, the decision is asked for at once.
    """
    sender = f"evaluation-{secrets.token_hex(8)}"
    client.send(address, sender, "/clinician" if register == "clinician" else "/patient")
    replies = client.send(address, sender, text)
    if {(reply.get("custom") or {}).get("type") for reply in replies} & {"question", *DECIDED} == {"question"}:
        replies += client.send(address, sender, AT_ONCE)
    noted = client.send(address, sender, "/facts")
    client.send(address, sender, "/delete")
    summaries = [reply["custom"] for reply in noted if reply.get("custom", {}).get("type") == "summary"]
    return Outcome(
        customs=[reply["custom"] for reply in replies if reply.get("custom")],
        facts=summaries[0]["facts"] if summaries else {},
        texts=[reply["text"] for reply in replies if "text" in reply],
    )
