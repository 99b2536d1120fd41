"""The messengers of credentials.yml: each is there when its environment variables are set, else nothing of it is loaded.

Rasa's own way, `${NAME}` in credentials.yml, stops the server when a variable is missing. Here an entry maps each setting to
the name of its variable.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, ClassVar

from rasa.core.channels.channel import InputChannel
from rasa.shared.utils.common import class_from_module_path
from sanic import Blueprint


class Off(InputChannel):
    """A channel that is not there: no route, no task."""

    def __init__(self, channel: str) -> None:
        self.channel = channel

    def blueprint(self, _: Any) -> Blueprint:
        """Return no routes."""
        return Blueprint(f"osteochat_{self.channel}_off")


class Switched(InputChannel):
    """A channel that the environment switches on. `channel`: the class to load; `needed`: the settings it cannot do without."""

    channel: ClassVar[str]
    needed: ClassVar[tuple[str, ...]]

    @classmethod
    def from_credentials(cls, credentials: Mapping[str, str] | None) -> InputChannel:
        """Make the channel, or none when none of its needed variables is set.

        :param credentials: names of environment variables by setting
        :raises ValueError: with one sentence, when some are set and others are missing
        """
        variables = credentials or {}
        given = {setting: os.environ.get(name, "").strip() for setting, name in variables.items()}
        missing = [variables[setting] for setting in cls.needed if not given[setting]]
        if len(missing) == len(cls.needed):
            return Off(cls.name().lower())
        if missing:
            raise ValueError(f"{missing[0]} is not set, and {cls.name()} needs it. Set it, or unset the others.")
        channel: type[InputChannel] = class_from_module_path(cls.channel)
        return channel.from_credentials({setting: value for setting, value in given.items() if value})


class Matrix(Switched):
    """Any Matrix homeserver."""

    channel = "channels.matrix.channel.MatrixChannel"
    needed = ("homeserver", "token")


class Slack(Switched):
    """Slack."""

    channel = "channels.messengers.slack.channel.SlackChannel"
    needed = ("token", "signing_secret")


class Telegram(Switched):
    """Telegram."""

    channel = "channels.messengers.telegram.channel.TelegramChannel"
    needed = ("token", "webhook")


class Teams(Switched):
    """Microsoft Teams."""

    channel = "channels.messengers.teams.channel.TeamsChannel"
    needed = ("app_id", "app_password")


class Twilio(Switched):
    """WhatsApp and SMS by Twilio."""

    channel = "channels.messengers.twilio.channel.TwilioChannel"
    needed = ("account_sid", "auth_token", "webhook")
