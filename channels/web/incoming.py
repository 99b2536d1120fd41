"""What a client sends: read, checked, and made into a message for the dialogue."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from sanic.request import Request

from channels.limits import LONGEST_MESSAGE
from channels.web.refusal import Refusal
from nlu.commands import UNKNOWN_COMMAND, command_of

CHANNEL = "web"
LONGEST_BODY = 16_384
"""Bytes of any request: 1,000 characters in JSON, at six bytes for an escaped one, with room to spare."""
LONGEST_RECORD = 120
MOST_MESSAGES = 100_000
KINDS = ("unsafe", "helpful", "not_helpful")

_RECORD = re.compile(r"[\w.:/ -]+", re.ASCII)
_UNSENDABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")

NO_JSON = "Send a JSON object."
NO_NUMBER = "“number” is the running number of the message, from 1."
NO_TEXT = "Send either “text” or “reply”, as a text."
EMPTY = "That message was empty. Please type a few words."
TOO_LONG = f"That message is too long. Please send at most {LONGEST_MESSAGE:,} characters."
UNSENDABLE = "That message holds signs that cannot be read. Please type it again."
NOT_OFFERED = "That reply was not offered in this chat. Please type your answer."
NO_RECORD = "“record” names the answer that you report, as the chat gave it."
NO_KIND = "“kind” is unsafe, helpful or not_helpful."


@dataclass(frozen=True)
class Said:
    """One message of a person: her words, or the payload of a reply that was offered to her."""

    number: int
    text: str
    is_reply: bool


@dataclass(frozen=True)
class Report:
    """What a person thinks of an answer; `record` names the answer, `text` is what she chose to write."""

    kind: str
    record: str
    text: str


def json_of(body: bytes) -> Mapping[str, Any]:
    """Return the JSON object of a request. :raises Refusal: when there is none, or it is too large"""
    if len(body) > LONGEST_BODY:
        raise Refusal(413, TOO_LONG)
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        raise Refusal(400, NO_JSON)
    return content


def argument(request: Request, name: str, default: str) -> str:
    """Return a value of the address, an empty one too, or the default when it is not there."""
    return str(request.get_args(keep_blank_values=True).get(name, default))


def said_in(body: bytes) -> Said:
    """Return the message in a request. :raises Refusal: when there is none that can be used"""
    content = json_of(body)
    number, text, reply = content.get("number"), content.get("text"), content.get("reply")
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number <= MOST_MESSAGES:
        raise Refusal(400, NO_NUMBER)
    if (text is None) == (reply is None):
        raise Refusal(400, NO_TEXT)
    return Said(number, _checked(text if reply is None else reply), reply is not None)


def _checked(text: Any) -> str:
    if not isinstance(text, str):
        raise Refusal(400, NO_TEXT)
    if len(text) > LONGEST_MESSAGE:
        raise Refusal(413, TOO_LONG)
    if _UNSENDABLE.search(text):
        raise Refusal(400, UNSENDABLE)
    if not text.strip():
        raise Refusal(400, EMPTY)
    return text.strip()


def report_in(body: bytes) -> Report:
    """Return the report in a request. :raises Refusal: when there is none that can be used"""
    content = json_of(body)
    record, kind, text = content.get("record"), content.get("kind", "unsafe"), content.get("text", "")
    if not isinstance(record, str) or len(record) > LONGEST_RECORD or not _RECORD.fullmatch(record):
        raise Refusal(400, NO_RECORD)
    if kind not in KINDS:
        raise Refusal(400, NO_KIND)
    if text == "":
        return Report(kind, record, "")
    return Report(kind, record, _checked(text))


def user_message(said: Said, title: str | None, conversation: str, collector: CollectingOutputChannel) -> UserMessage:
    """Return the message for the dialogue.

    A message that looks like a command and is none of ours never reaches the language understanding: it is marked as what
    it is, so that no intent and no entity of anybody's choice can come in by it.

    :param title: what the button said, when the person pressed one
    """
    parsed = _unknown_command(said.text) if command_of(said.text) == UNKNOWN_COMMAND else None
    metadata = {"number": said.number, **({"title": title} if title else {})}
    return UserMessage(said.text, collector, conversation, parsed, CHANNEL, metadata=metadata)


def _unknown_command(text: str) -> dict[str, Any]:
    intent = {"name": UNKNOWN_COMMAND, "confidence": 1.0}
    return {"text": text, "intent": intent, "intent_ranking": [intent], "entities": []}
