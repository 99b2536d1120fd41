"""All services that the messengers talk to, at one address, and what switches the messengers on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tests.channels import on_slack, on_teams, on_telegram, on_twilio
from tests.channels.stand_in import StandIn, standing_in


@contextmanager
def all_services() -> Iterator[StandIn]:
    """Serve the APIs of all services."""
    with standing_in() as one:
        one.answers.update(on_telegram.answering(one))
        one.answers[on_slack.POSTED] = lambda call: on_slack.answer(one, call)
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
