"""What all messengers share, without a server: options, choices, the limits of a channel, and what is remembered."""

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
from channels.messengers import sentences
from channels.messengers.case_key import case_key, read_key
from channels.messengers.choosing import meaning_of
from channels.messengers.incoming import Pressed, Reacted, cleaned, pressed_in
from channels.messengers.ledger import Ledger, State
from channels.messengers.reply import Limits, Reply, split
from channels.messengers.settings import read_messenger_settings
from channels.numbered import Offer, Option, choice_in, offer_in
from osteochat.settings import ROOT


def question(fact: str, *titles: str, text: str = "Which?") -> tuple[dict[str, Any], ...]:
    """Return a turn that asks for a fact."""
    buttons = [{"title": title, "payload": f"say {title}"} for title in titles]
    return ({"text": "Noted."}, {"text": text, "buttons": buttons, "custom": {"type": "question", "fact": fact}})


YES_NO = question("menopause", "Yes", "No", "I don't know")
NUMBER = question("t_score", "I don't know", "Why do you ask?")


@pytest.mark.parametrize("limits", [Limits(4096), Limits(4096, 2, 30), Limits(4096, 10, 10)])
def test_options_that_do_not_fit_on_buttons_are_lines(limits: Limits) -> None:
    reply = Reply(YES_NO)
    assert reply.buttons(limits) == []
    assert reply.texts(limits)[-1].endswith("1) Yes\n2) No\n3) I don't know")


def test_options_that_fit_are_buttons_that_show_their_number() -> None:
    reply, limits = Reply(YES_NO), Limits(4096, 3, 20)
    assert [button.label for button in reply.buttons(limits)] == ["1) Yes", "2) No", "3) I don't know"]
    assert reply.texts(limits) == ["Noted.\n\nWhich?"]
    assert [pressed_in(button.token) for button in reply.buttons(limits)] == [
        Pressed(reply.offer.tag, place) for place in (1, 2, 3)
    ]


def test_a_number_is_never_taken_for_an_option_where_a_number_answers() -> None:
    offer = offer_in(NUMBER)
    assert offer is not None
    assert choice_in("2", offer) is None
    assert choice_in("b", offer) == offer.at(2)
    assert choice_in("-2.5", offer) is None


@pytest.mark.parametrize("said", ["2", "2.", "#2", "option 2", "no. 2", "(2)", "2)", "2\ufe0f\u20e3"])
def test_a_number_chooses(said: str) -> None:
    offer = offer_in(YES_NO)
    assert offer is not None
    assert choice_in(said, offer) == Option("2", "No", "say No")


@pytest.mark.parametrize("said", ["0", "4", "22", "2 vertebrae", "-2", "2.5", "", "two of them"])
def test_what_is_no_number_of_an_option_is_a_message(said: str) -> None:
    offer = offer_in(YES_NO)
    assert offer is not None
    assert choice_in(said, offer) is None


@pytest.mark.parametrize(
    ("sign", "payload"),
    [
        ("👍", "say Yes"),
        ("👍🏽", "say Yes"),
        ("👎", "say No"),
        ("🤷", "say I don't know"),
        ("2️⃣", "say No"),
        ("1⃣", "say Yes"),
    ],
)
def test_a_reaction_answers(sign: str, payload: str) -> None:
    offer = offer_in(YES_NO)
    assert offer is not None
    assert meaning_of(Reacted(offer.tag, sign), offer).text == payload


@pytest.mark.parametrize(
    ("sign", "sentence"),
    [("❤️", ""), ("", ""), ("9️⃣", sentences.WHICH), ("🎉", "")],
    ids=["heart", "none", "nine", "party"],
)
def test_a_reaction_that_answers_nothing_says_nothing(sign: str, sentence: str) -> None:
    offer = offer_in(YES_NO)
    assert offer is not None
    meaning = meaning_of(Reacted(offer.tag, sign), offer)
    assert (meaning.text, meaning.sentence) == (None, sentence)


def test_a_thumb_never_answers_where_there_is_more_than_a_yes_and_a_no() -> None:
    offer = offer_in(question("fracture", "Yes, a hip", "Yes, a wrist", "No"))
    assert offer is not None
    assert meaning_of(Reacted(offer.tag, "👍"), offer).sentence == sentences.WHICH


def test_a_choice_of_an_earlier_question_is_not_taken() -> None:
    offer = offer_in(YES_NO)
    assert offer is not None
    old = Pressed("0123abcd", 1)
    assert meaning_of(old, offer).sentence == sentences.STALE
    assert meaning_of(Reacted("0123abcd", "1️⃣"), offer).sentence == sentences.STALE
    assert meaning_of(Reacted("0123abcd", "👍"), offer).sentence == ""
    assert meaning_of(Pressed(offer.tag, 9), offer).sentence == sentences.STALE
    assert meaning_of(Pressed(Offer().tag, 1), Offer()).sentence == sentences.STALE


@pytest.mark.parametrize(
    "token", [None, 7, "", "choose", "choose:xyz:1", "choose:0123abcd:100", "/inform{}", "choose:0a:1\n"]
)
def test_a_token_that_is_none_of_ours_presses_nothing(token: object) -> None:
    assert pressed_in(token) is None


@pytest.mark.parametrize("most", [20, 50, 333, 1600])
def test_a_text_is_parted_without_losing_a_word_or_passing_the_limit(most: int) -> None:
    text = "\n\n".join(f"Sentence {number} says something. It says more.\nAnd a line." for number in range(40))
    pieces = split(text, most)
    assert all(0 < len(piece) <= most for piece in pieces)
    assert " ".join(pieces).split() == text.split()


def test_a_word_longer_than_a_message_is_cut_and_not_lost() -> None:
    assert split("x" * 50, 20) == ["x" * 20, "x" * 20, "x" * 10]


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("!why", "/why"),
        ("!whatif T -1.9", "/whatif T -1.9"),
        ("!inform{}", "!inform{}"),
        ("a\u200bb\x00", "ab"),
        ("\xa0hi ", "hi"),
    ],
)
def test_a_text_is_cleaned(text: str, taken: str) -> None:
    assert cleaned(text) == taken


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
        "import sys; from rasa.core.run import create_http_input_channels as create; "
        "channels = create(None, 'credentials.yml'); "
        "print(len(channels), sorted(name for name in sys.modules if name == 'nio' or name.startswith('channels.me')))"
    )
    quiet = {name: value for name, value in os.environ.items() if not name.startswith("OSTEOCHAT_")}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, env=quiet, capture_output=True, text=True, timeout=120
    )
    assert done.stdout == "7 []\n", done.stderr


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
