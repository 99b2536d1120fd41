"""What the tests of the messengers share: the real servers with all messengers on, and a stand-in of the services' APIs."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator

import pytest

from osteochat.running import running
from osteochat.settings import Settings
from tests.channels import on_slack, on_teams, on_telegram, on_twilio
from tests.channels.on_slack import SlackPerson
from tests.channels.on_teams import TeamsPerson
from tests.channels.on_telegram import TelegramPerson
from tests.channels.on_twilio import TwilioPerson
from tests.channels.stand_in import StandIn, standing_in
from tests.conftest import fresh_settings


@pytest.fixture(scope="session")
def stand_in() -> Iterator[StandIn]:
    """The APIs of the services."""
    with standing_in() as one:
        one.answers.update(on_telegram.answering(one))
        one.answers["/slack/chat.postMessage"] = lambda call: on_slack.answer(one, call)
        one.answers[on_twilio.POSTED] = lambda call: on_twilio.answer(one, call)
        one.answers.update(on_teams.answers(one))
        yield one


def switches(stand_in: StandIn) -> dict[str, str]:
    """Return the variables that switch the messengers on."""
    return {
        "OSTEOCHAT_SLACK_TOKEN": on_slack.TOKEN,
        "OSTEOCHAT_SLACK_SIGNING_SECRET": on_slack.SIGNING_SECRET,
        "OSTEOCHAT_SLACK_API": f"{stand_in.address}/slack/",
        "OSTEOCHAT_TELEGRAM_TOKEN": on_telegram.TOKEN,
        "OSTEOCHAT_TELEGRAM_WEBHOOK": "https://example.org/webhooks/telegram/webhook",
        "OSTEOCHAT_TELEGRAM_API": stand_in.address,
        "OSTEOCHAT_TEAMS_APP_ID": on_teams.APP_ID,
        "OSTEOCHAT_TEAMS_APP_PASSWORD": on_teams.APP_PASSWORD,
        "OSTEOCHAT_TEAMS_TENANT": on_teams.TENANT,
        "OSTEOCHAT_TEAMS_LOGIN": f"{stand_in.address}/teams/login",
        "OSTEOCHAT_TEAMS_KEYS": f"{stand_in.address}/teams/openid",
        "OSTEOCHAT_TWILIO_ACCOUNT_SID": on_twilio.SID,
        "OSTEOCHAT_TWILIO_AUTH_TOKEN": on_twilio.AUTH_TOKEN,
        "OSTEOCHAT_TWILIO_WEBHOOK": on_twilio.PUBLIC,
        "OSTEOCHAT_TWILIO_API": stand_in.address,
    }


@pytest.fixture(scope="session")
def messengers(stand_in: StandIn, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """The real two servers with the messengers on."""
    from osteochat.preparing import prepare

    settings = fresh_settings(tmp_path_factory.mktemp("messengers"))
    with pytest.MonkeyPatch.context() as patch:
        for name, value in switches(stand_in).items():
            patch.setitem(os.environ, name, value)
        prepare(settings)
        with running(settings):
            yield settings


@pytest.fixture
def slack(messengers: Settings, stand_in: StandIn) -> Callable[..., SlackPerson]:
    """Return a function that brings a new person to Slack."""

    def bring(**more: str) -> SlackPerson:
        who = {"user": f"U{secrets.token_hex(4).upper()}", "channel": f"D{secrets.token_hex(4).upper()}"}
        return SlackPerson(f"{messengers.address}/webhooks/slack/webhook", stand_in, **{**who, **more})

    return bring


@pytest.fixture
def telegram(messengers: Settings, stand_in: StandIn) -> Callable[..., TelegramPerson]:
    """Return a function that brings a new person to Telegram."""

    def bring(**more: int) -> TelegramPerson:
        number = secrets.randbelow(10**9) + 10**6
        who = {"user": number, "chat": number, **more}
        return TelegramPerson(f"{messengers.address}/webhooks/telegram/webhook", stand_in, **who)

    return bring


@pytest.fixture
def twilio(messengers: Settings, stand_in: StandIn) -> Callable[..., TwilioPerson]:
    """Return a function that brings a new person with a telephone."""

    def bring() -> TwilioPerson:
        number = f"whatsapp:+336{secrets.randbelow(10**8):08}"
        return TwilioPerson(f"{messengers.address}/webhooks/twilio/webhook", stand_in, number)

    return bring


@pytest.fixture
def teams(messengers: Settings, stand_in: StandIn) -> Callable[..., TeamsPerson]:
    """Return a function that brings a new person to Teams."""

    def bring(**more: str) -> TeamsPerson:
        return on_teams.new_person(f"{messengers.address}/webhooks/botframework/webhook", stand_in, **more)

    return bring
