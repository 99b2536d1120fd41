"""What the tests of the messengers share: the real servers with all messengers on, and a stand-in of the services' APIs."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator

import pytest

from osteochat.running import running
from osteochat.settings import Settings
from tests.channels import on_teams
from tests.channels.on_slack import SlackPerson
from tests.channels.on_teams import TeamsPerson
from tests.channels.on_telegram import TelegramPerson
from tests.channels.on_twilio import TwilioPerson
from tests.channels.services import all_services, switches
from tests.channels.stand_in import StandIn
from tests.conftest import fresh_settings


@pytest.fixture(scope="session")
def stand_in() -> Iterator[StandIn]:
    """The APIs of the services."""
    with all_services() as one:
        yield one


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
