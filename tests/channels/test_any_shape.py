"""Whatever JSON a service might send, its reader takes it, or fails in a way that the channel takes care of."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from channels.matrix.events import Room, received_event
from channels.messengers.incoming import SHAPE_ERRORS
from channels.messengers.slack.events import received_event as slack_event
from channels.messengers.slack.interactions import received_press as slack_press
from channels.messengers.teams.activities import received_activity
from channels.messengers.telegram.updates import Me, received_update
from channels.messengers.twilio.channel import received as twilio_message

KEYS = [
    *(
        "event",
        "type",
        "text",
        "user",
        "channel",
        "ts",
        "thread_ts",
        "channel_type",
        "subtype",
        "message",
        "authorizations",
    ),
    *(
        "previous_message",
        "callback_query",
        "from",
        "chat",
        "id",
        "message_id",
        "update_id",
        "data",
        "entities",
        "is_bot",
    ),
    *(
        "conversation",
        "recipient",
        "serviceUrl",
        "value",
        "actions",
        "container",
        "attachments",
        "reply_to_message",
        "From",
    ),
]
ANY = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["message", "app_mention", "private", "m.room.message", "m.text"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=20,
)
READERS: dict[str, Callable[[Any], object]] = {
    "slack event": lambda content: slack_event(content, lambda *_: True),
    "slack press": slack_press,
    "telegram": lambda content: received_update(content, Me(1, "osteo"), lambda *_: True),
    "teams": received_activity,
    "twilio": twilio_message,
    "matrix": lambda event: received_event(event, Room("!r", "@o:x", "Osteo", False), lambda *_: True, None),
}


@pytest.mark.parametrize("reader", READERS)
@example(content={"actions": []})
@given(content=st.dictionaries(st.sampled_from(KEYS), ANY, max_size=8))
def test_no_shape_breaks_a_reader_in_a_way_that_is_not_taken_care_of(reader: str, content: dict[str, Any]) -> None:
    with suppress(*SHAPE_ERRORS):
        READERS[reader](content)
