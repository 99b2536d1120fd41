"""The new events of a room, also those of a long absence that the homeserver leaves out of what it sends by itself."""

from __future__ import annotations

from typing import Any

from nio import AsyncClient, MessageDirection, RoomInfo, RoomMessagesResponse

from channels.matrix.trouble import checked

Event = dict[str, Any]
TYPES = ["m.room.message", "m.room.encrypted", "m.reaction", "m.room.member"]
SYNC_FILTER = {
    "room": {
        "timeline": {"types": TYPES, "limit": 50},
        "state": {"types": ["m.room.member"]},
        "ephemeral": {"types": []},
        "account_data": {"types": []},
    },
    "presence": {"types": []},
    "account_data": {"types": []},
}
PAGE, MOST_PAGES = 100, 20


async def new_events(client: AsyncClient, room_id: str, info: RoomInfo, since: str | None) -> list[Event]:
    """Return the events of a room after the mark, oldest first; in a room that is new to us, those after our invitation."""
    events = [event.source for event in info.timeline.events]
    if info.timeline.limited and info.timeline.prev_batch and _invitation(events, client.user_id) is None:
        events = [*await _left_out(client, room_id, info.timeline.prev_batch, since), *events]
    invitation = _invitation(events, client.user_id)
    return events if invitation is None else events[invitation + 1 :]


async def _left_out(client: AsyncClient, room_id: str, start: str, since: str | None) -> list[Event]:
    found: list[Event] = []
    page: str | None = start
    for _ in range(MOST_PAGES):
        answer = checked(
            await client.room_messages(
                room_id, page, since, MessageDirection.back, PAGE, message_filter={"types": TYPES}
            )
        )
        assert isinstance(answer, RoomMessagesResponse)
        found = [*(event.source for event in reversed(answer.chunk)), *found]
        page = answer.end
        if not page or not answer.chunk or _invitation(found, client.user_id) is not None:
            break
    return found


def _invitation(events: list[Event], me: str) -> int | None:
    """Return the place of the last event by which somebody invited us, or None."""
    places = [
        place
        for place, event in enumerate(events)
        if event.get("type") == "m.room.member"
        and event.get("state_key") == me
        and event.get("content", {}).get("membership") == "invite"
    ]
    return places[-1] if places else None
