"""A person on Telegram, in the shapes that the Bot API documents, with the secret that the webhook was set with."""

from __future__ import annotations

import itertools
import json
import time
from dataclasses import dataclass
from typing import Any

from tests.channels.posting import post
from tests.channels.stand_in import Answer, Call, StandIn

TOKEN, USERNAME = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0", "osteo_bot"
ASSISTANT = 123456789
POSTED = "/sendMessage"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
_running = itertools.count(10_000)


def answering(stand_in: StandIn) -> dict[str, Any]:
    """Return the answers of Telegram's API."""

    def message(call: Call) -> Answer:
        with stand_in.changed:
            if stand_in.failures:
                status = stand_in.failures.pop(0)
                return status, {"ok": False, "error_code": status, "description": "Internal Server Error"}
            stand_in.calls.append(call)
            stand_in.changed.notify_all()
        chat = {"id": int(call.body["chat_id"]), "type": "private"}
        return 200, {"ok": True, "result": {"message_id": next(_running), "date": 1, "chat": chat, "text": "x"}}

    def me(_: Call) -> Answer:
        return 200, {"ok": True, "result": {"id": ASSISTANT, "is_bot": True, "first_name": "O", "username": USERNAME}}

    def taken(call: Call) -> Answer:
        stand_in.calls.append(call)
        return 200, {"ok": True, "result": True}

    bot = f"/bot{TOKEN}"
    return {
        f"{bot}{POSTED}": message,
        f"{bot}/getMe": me,
        f"{bot}/setWebhook": taken,
        f"{bot}/answerCallbackQuery": taken,
    }


@dataclass
class TelegramPerson:
    """One person in a chat; a chat with a number below zero is a group."""

    webhook: str
    stand_in: StandIn
    user: int = 1111111
    chat: int = 1111111
    topic: int | None = None
    status: int = 0

    @property
    def secret(self) -> str:
        """The secret that Telegram was given with the address of the webhook."""
        return str(self.stand_in.wait("/setWebhook", 1)[0].body["secret_token"])

    def message(self, text: str | None = None, **more: Any) -> dict[str, Any]:
        """Return a message of hers."""
        person = {"id": self.user, "is_bot": False, "first_name": "Test", "language_code": "en"}
        kind = "private" if self.chat > 0 else "supergroup"
        said = {"message_id": next(_running), "date": int(time.time()), "from": person}
        topic = {"message_thread_id": self.topic, "is_topic_message": True} if self.topic else {}
        words = {} if text is None else {"text": text}
        return {**said, "chat": {"id": self.chat, "type": kind}, **topic, **words, **more}

    def send(self, update: dict[str, Any], **headers: str) -> int:
        """Post an update; return the status."""
        body = json.dumps({"update_id": next(_running), **update}).encode()
        self.last = body
        return self.again(**headers)

    def again(self, **headers: str) -> int:
        """Post the last update again, as Telegram does when it was not taken."""
        headers = {"Content-Type": "application/json", HEADER: self.secret, **headers}
        self.status, _ = post(self.webhook, self.last, headers)
        return self.status

    def say(self, text: str | None, **more: Any) -> list[Call]:
        """Send a message, and return what was sent as the answer."""
        before = len(self.stand_in.sent(POSTED))
        assert self.send({"message": self.message(text, **more)}) == 200
        return self.stand_in.sent(POSTED)[before:]

    def press(self, message: Call, label: str) -> list[Call]:
        """Press the button of a message of the assistant whose label holds the words."""
        before = len(self.stand_in.sent(POSTED))
        button = next(each for each in buttons(message) if label in each["text"])
        shown = self.message("…", **{"from": {"id": ASSISTANT, "is_bot": True, "first_name": "O"}})
        query = {"id": str(next(_running)), "from": self.message()["from"], "message": shown, "chat_instance": "1"}
        assert self.send({"callback_query": query | {"data": button["callback_data"]}}) == 200
        return self.stand_in.sent(POSTED)[before:]


def buttons(message: Call) -> list[dict[str, Any]]:
    """Return the buttons of a message."""
    markup = json.loads(message.body.get("reply_markup") or "{}")
    return [button for row in markup.get("inline_keyboard", []) for button in row]


def seen(messages: list[Call]) -> str:
    """Return the texts of messages."""
    return "\n".join(message.body["text"] for message in messages)
