"""What an event in a Matrix room says to the assistant, without a homeserver."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from channels.matrix.channel import MatrixChannel
from channels.matrix.events import Offering, Received, Room, offered_by, received_event, target_of, without_name
from channels.matrix.listening import Listener
from channels.matrix.place import SyncPlace
from channels.matrix.sending import contents, formatted
from channels.messengers.incoming import Reacted
from channels.messengers.reply import Reply

ME, PERSON = "@osteo:example.org", "@ann:example.org"
DIRECT, GROUP = Room("!r", ME, "Osteo Bot", True), Room("!r", ME, "Osteo Bot", False)


def message(body: str, **content: Any) -> dict[str, Any]:
    """Return an event with a message."""
    return {
        "type": "m.room.message",
        "event_id": "$e",
        "sender": PERSON,
        "content": {"msgtype": "m.text", "body": body} | content,
    }


def read(event: dict[str, Any], room: Room = DIRECT, knows: bool = False) -> Received | None:
    """Return what the event says."""
    return received_event(event, room, lambda *_: knows, None)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("osteo: 72F, T -2.8", "72F, T -2.8"),
        ("@osteo:example.org 72F", "72F"),
        ("@osteo:example.org: 72F", "72F"),
        ("Osteo Bot, why?", "why?"),
        ("why? @osteo:example.org", "why?"),
        ("osteoporosis in men", "osteoporosis in men"),
        ("osteo-something", "osteo-something"),
        ("OSTEO", ""),
    ],
)
def test_its_name_is_taken_off_a_message(body: str, text: str) -> None:
    assert without_name(body, GROUP) == text


@pytest.mark.parametrize(
    "event",
    [
        message("osteo: hello"),
        message("hello", **{"m.mentions": {"user_ids": [ME]}}),
        message("Osteo Bot: hello"),
        message("hello", formatted_body='<a href="https://matrix.to/#/@osteo:example.org">x</a> hello'),
        message("hello", formatted_body='<a href="https://matrix.to/#/%40osteo%3Aexample.org">x</a> hello'),
    ],
)
def test_among_others_it_is_called_in_any_of_the_ways(event: dict[str, Any]) -> None:
    found = read(event, GROUP)
    assert found is not None
    assert (found.incoming.text, found.place.thread) == ("hello", "$e")


@pytest.mark.parametrize(
    "event",
    [
        message("hello"),
        message("osteoporosis?"),
        message("hello", **{"m.mentions": {"user_ids": ["@bob:example.org"]}}),
        message("hello", **{"m.mentions": None, "m.relates_to": None}),
    ],
)
def test_among_others_it_is_not_called_by_anything_else(event: dict[str, Any]) -> None:
    assert read(event, GROUP) is None


def test_in_a_thread_it_goes_on_with_whom_it_talks_with() -> None:
    event = message("why?", **{"m.relates_to": {"rel_type": "m.thread", "event_id": "$root"}})
    found = read(event, GROUP, knows=True)
    assert found is not None
    assert (found.incoming.thread, found.place.thread) == ("$root", "$root")
    assert read(event, GROUP, knows=False) is None


def test_a_quoted_message_is_not_said_again() -> None:
    found = read(
        message("> <@osteo:x> T -2.8?\n> more\n\nno, -2.3", **{"m.relates_to": {"m.in_reply_to": {"event_id": "$o"}}})
    )
    assert found is not None
    assert found.incoming.text == "no, -2.3"
    kept = read(message("> 70 years old"))
    assert kept is not None
    assert kept.incoming.text == "> 70 years old"


def test_its_own_messages_and_those_taken_back_are_none() -> None:
    assert read({**message("hello"), "sender": ME}) is None
    assert read({**message("hello"), "unsigned": {"redacted_because": {}}}) is None
    assert read({**message("x"), "type": "m.room.member"}) is None


def test_a_reaction_belongs_to_what_its_message_offered() -> None:
    reaction = {"type": "m.reaction", "event_id": "$e", "sender": PERSON}
    reaction["content"] = {"m.relates_to": {"rel_type": "m.annotation", "event_id": "$ours", "key": "👍"}}
    assert target_of(reaction) == "$ours"
    ours = {
        "sender": ME,
        "content": {"org.osteochat.offer": "ab12", "m.relates_to": {"rel_type": "m.thread", "event_id": "$t"}},
    }
    assert offered_by(ours, GROUP) == Offering("ab12", "$t")
    assert offered_by({**ours, "sender": PERSON}, GROUP) is None
    assert offered_by(None, GROUP) is None
    found = received_event(reaction, GROUP, lambda *_: False, offered_by(ours, GROUP))
    assert found is not None
    assert (found.incoming.choice, found.incoming.thread) == (Reacted("ab12", "👍"), "$t")
    assert received_event(reaction, GROUP, lambda *_: False, None) is None


def test_an_answer_is_text_and_html_that_says_the_same() -> None:
    assert formatted("T < −2.5 & more\nline\n\nnext") == "<p>T &lt; −2.5 &amp; more<br/>line</p><p>next</p>"


def test_the_largest_event_is_within_what_matrix_takes() -> None:
    import json

    reply = Reply(({"text": "é<" * 30_000},))
    found = read(message("hello"))
    assert found is not None
    sent = contents(found.place, reply)
    assert len(sent) == 6
    assert all(len(json.dumps(each, ensure_ascii=False).encode()) < 65_000 for each in sent)


@pytest.mark.parametrize(
    ("servers", "inviter", "joins"),
    [
        ("", "@ann:example.org", True),
        ("", "@ann:elsewhere.org", False),
        ("elsewhere.org", "@ann:elsewhere.org", True),
        ("elsewhere.org", "@ann:example.org", False),
        ("*", "@ann:anywhere.org", True),
    ],
)
def test_only_users_of_the_servers_that_may_invite_it(servers: str, inviter: str, joins: bool, tmp_path: Any) -> None:
    client: Any = SimpleNamespace(user_id=ME)
    allowed = MatrixChannel("https://example.org", "t", servers).servers
    listener = Listener(client, SyncPlace(tmp_path / "m.db"), lambda *_: False, lambda _: None, allowed)  # type: ignore[arg-type, return-value]
    assert listener._may([inviter]) is joins


def test_a_homeserver_that_is_no_address_is_told_in_one_sentence() -> None:
    with pytest.raises(
        ValueError, match=r"^OSTEOCHAT_MATRIX_HOMESERVER is no address\. Give one such as https://\S+\.$"
    ):
        MatrixChannel("matrix.example.org", "t")


def test_the_place_is_kept(tmp_path: Any) -> None:
    place = SyncPlace(tmp_path / "matrix.db")
    assert place.read(ME) is None
    place.keep(ME, "s1")
    place.keep(ME, "s2")
    assert SyncPlace(tmp_path / "matrix.db").read(ME) == "s2"
