"""What the messengers keep, and how they are switched on and set, without a server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk import Tracker

from actions.turn import Turn
from channels.credentials import Off, Slack, Twilio
from channels.messengers.case_key import case_key, read_key
from channels.messengers.ledger import Ledger, State
from channels.messengers.settings import read_messenger_settings
from osteochat.settings import ROOT


def test_the_ledger_knows_after_a_restart_what_was_begun_and_what_was_done(tmp_path: Path) -> None:
    first = Ledger(tmp_path / "ledger.db")
    assert first.begin("slack", "a") is State.NEW
    assert first.begin("slack", "b") is State.NEW
    first.finish("slack", "b")
    again = Ledger(tmp_path / "ledger.db")
    assert again.begin("slack", "a") is State.BEGUN
    assert again.begin("slack", "b") is State.DONE
    assert again.begin("telegram", "b") is State.NEW


def test_a_case_is_keyed_to_thread_and_person_and_tells_nothing(tmp_path: Path) -> None:
    key = read_key(tmp_path)
    assert key == read_key(tmp_path)
    names = {case_key(key, "twilio", room, thread, "+33600000000") for room in "ab" for thread in ("", "t")}
    assert len(names) == 4
    assert not any("33600000000" in name for name in names)
    assert case_key(b"another", "twilio", "a", "", "+33600000000") not in names
    assert (tmp_path / "messengers.key").stat().st_mode & 0o077 == 0


def test_a_messenger_without_its_variables_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("A_TOKEN", raising=False)
    monkeypatch.setenv("A_SECRET", "  ")
    channel = Slack.from_credentials({"token": "A_TOKEN", "signing_secret": "A_SECRET"})
    assert isinstance(channel, Off)
    assert channel.blueprint(None).routes == []


def test_nothing_of_a_messenger_that_is_off_is_loaded() -> None:
    code = (
        "import sys; from mends import light_imports; light_imports.apply(); from rasa.core.run import create_http_input_channels as create; "
        "channels = create(None, 'credentials.yml'); "
        "print(len(channels) > 1, sorted(name for name in sys.modules if name == 'nio' or name.startswith('channels.me')))"
    )
    quiet = {name: value for name, value in os.environ.items() if not name.startswith("OSTEOCHAT_")}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, env=quiet, capture_output=True, text=True, timeout=120
    )
    assert done.stdout == "True []\n", done.stderr


def test_a_messenger_with_some_of_its_variables_says_which_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_SID", "AC0")
    names = {"account_sid": "A_SID", "auth_token": "A_TOKEN", "webhook": "A_HOOK"}
    with pytest.raises(ValueError, match=r"^A_TOKEN is not set, and Twilio needs it\. Set it, or unset the others\.$"):
        Twilio.from_credentials(names)


@pytest.mark.parametrize("days", ["none", "0", "-1", "100000"])
def test_a_number_of_days_that_cannot_be_is_told_in_one_sentence(days: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSTEOCHAT_MESSENGER_DAYS", days)
    with pytest.raises(ValueError, match=r"^OSTEOCHAT_MESSENGER_DAYS is .* Give a number of days above zero\.$"):
        read_messenger_settings()


def test_the_register_of_a_channel_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSTEOCHAT_CLINICIAN_CHANNELS", "Slack, matrix")
    settings = read_messenger_settings()
    assert settings.metadata("slack") == {"audience": "clinician"}
    assert settings.metadata("telegram") == {}


@pytest.mark.parametrize(
    ("slot", "metadata", "audience"),
    [
        (None, {}, "patient"),
        (None, None, "patient"),
        (None, {"audience": "clinician"}, "clinician"),
        (None, {"audience": "<b>"}, "patient"),
        ("patient", {"audience": "clinician"}, "patient"),
        ("clinician", {}, "clinician"),
    ],
)
def test_the_register_of_a_channel_holds_until_another_is_chosen(
    slot: str | None, metadata: Any, audience: str
) -> None:
    message = {"text": "hello", "metadata": metadata}
    tracker = Tracker("x", {"audience": slot}, message, [], False, None, {}, "action_listen")
    assert Turn(tracker).audience == audience
