"""A person with Locust: holds one conversation after the other, thinks for 3 to 8 s before each message."""

from __future__ import annotations

import json
import os
import random
import uuid
from pathlib import Path

from locust import FastHttpUser, between, task

SCRIPTS = json.loads(Path(os.environ["OSTEOCHAT_SCRIPTS"]).read_text(encoding="utf-8"))


class Person(FastHttpUser):
    """Says what is in one of the scripts, message by message."""

    wait_time = between(3, 8)

    def on_start(self) -> None:
        """Begin without a conversation; the first message comes at a time of its own."""
        self.left: list[str] = []
        self.wait()

    @task
    def say(self) -> None:
        """Say the next message; an answer that is empty or an apology counts as an error."""
        if not self.left:
            self.left, self.sender = list(random.choice(SCRIPTS)), f"locust-{uuid.uuid4().hex}"
        body = {"sender": self.sender, "message": self.left.pop(0)}
        with self.client.post("/webhooks/rest/webhook", json=body, catch_response=True, name="turn") as answer:
            said = answer.text or ""
            if answer.status_code != 200 or "text" not in said or "went wrong" in said:
                answer.failure(f"status {answer.status_code}, no answer")
