"""What the widget asks the server: open, say, read, delete, save, report. Described in `openapi.yml`."""

from __future__ import annotations

import time
from typing import Any

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from channels.limits import LONGEST_MESSAGE
from channels.web.conversations import Conversations
from channels.web.export import as_json, as_text
from channels.web.incoming import argument, report_in, said_in
from channels.web.outgoing import is_deletion
from channels.web.pace import Pace, address_of
from channels.web.refusal import Refusal, no_session, too_many
from channels.web.reports import FILE, Reports
from channels.web.secret import secret_of
from channels.web.sessions import Session, Sessions
from channels.web.settings import WebSettings
from channels.web.tokens import Kind, TokenError, issue, read

SUMMARY_SECONDS = 600.0
"""How long the address of a printable summary can be opened."""
SECONDS_BETWEEN_CLEANINGS = 600.0
BEARER = "Bearer "
WRONG_FORMAT = "“format” is text or json."


class WebApi:
    """The handlers of the channel; each takes a request and returns an answer, or raises a `Refusal`."""

    def __init__(self, settings: WebSettings, conversations: Conversations) -> None:
        self._settings = settings
        self._secret = secret_of(settings)
        self._conversations = conversations
        self._sessions = Sessions(settings.home / "web.db", settings.hours, settings.days)
        self._reports = Reports(settings.home / FILE)
        self._openings = Pace(settings.sessions_a_minute)
        self._messages = Pace(settings.messages_a_minute)
        self._reporting = Pace(settings.messages_a_minute)
        self._next_cleaning = 0.0

    async def open(self, request: Request) -> HTTPResponse:
        """Open a conversation and hand out its token."""
        self._slow_down(self._openings, self._address(request), "new chats")
        request.app.add_task(self.clean())
        return response.json({**self._token(self._sessions.open()), "longest_message": LONGEST_MESSAGE}, status=201)

    async def say(self, request: Request) -> HTTPResponse:
        """Answer one message; the same number again gets the same answer again."""
        session = self.session(request)
        said = said_in(request.body)
        if not await self._conversations.knows(session.conversation, said):
            self._slow_down(self._messages, session.id, "messages")
        turn = await self._conversations.say(session.conversation, said)
        if is_deletion(turn.replies):
            self._sessions.close(session)
            return response.json({**turn.as_json(), "deleted": True})
        used = self._sessions.use(session)
        if used is None:  # deleted in another window while the answer was made
            raise no_session()
        return response.json({**turn.as_json(), **self._token(used)})

    async def history(self, request: Request) -> HTTPResponse:
        """Return all turns of the conversation."""
        session = self.session(request)
        turns = await self._conversations.history(session.conversation)
        return response.json({"turns": [turn.as_json() for turn in turns], **self._token(session)})

    async def delete(self, request: Request) -> HTTPResponse:
        """Delete the conversation: its rows, and what its tokens open."""
        await self._remove(self.session(request))
        return response.empty()

    async def export(self, request: Request) -> HTTPResponse:
        """Return the conversation as a file."""
        session = self.session(request)
        kind = argument(request, "format", "text")
        if kind not in ("text", "json"):
            raise Refusal(400, WRONG_FORMAT)
        turns = await self._conversations.history(session.conversation)
        name = {"Content-Disposition": f'attachment; filename="osteochat.{"txt" if kind == "text" else "json"}"'}
        if kind == "text":
            return response.text(as_text(turns), headers=name)
        return response.json(as_json(turns), headers=name)

    async def report(self, request: Request) -> HTTPResponse:
        """Keep what a person reports about an answer."""
        session = self.session(request)
        report = report_in(request.body)
        self._slow_down(self._reporting, session.id, "reports")
        self._reports.add(report)
        return response.empty()

    async def summary(self, request: Request) -> HTTPResponse:
        """Return the address of the printable summary, which holds for some minutes."""
        ticket = issue(self._secret, self.session(request).id, "summary", SUMMARY_SECONDS)
        return response.json({"address": f"summary/{ticket}", "expires_in": int(SUMMARY_SECONDS)})

    async def tracker_of(self, ticket: str) -> Any:
        """Return the tracker that the address of a summary opens. :raises Refusal: when it opens none"""
        return await self._conversations.tracker(self._named_by(ticket, "summary").conversation)

    def session(self, request: Request) -> Session:
        """Return the session that the request's token opens. :raises Refusal: when it opens none"""
        header = request.headers.get("Authorization", "")
        return self._named_by(header.removeprefix(BEARER) if header.startswith(BEARER) else "", "session")

    def _named_by(self, token: str, kind: Kind) -> Session:
        try:
            session = self._sessions.find(read(self._secret, token, kind))
        except TokenError as error:
            raise no_session() from error
        if session is None:
            raise no_session()
        return session

    def _token(self, session: Session) -> dict[str, Any]:
        seconds = session.seconds_left
        return {"token": issue(self._secret, session.id, "session", seconds), "expires_in": int(seconds)}

    def _slow_down(self, pace: Pace, name: str, what: str) -> None:
        seconds = pace.wait(name)
        if seconds:
            raise too_many(what, seconds)

    def _address(self, request: Request) -> str:
        forwarded = ",".join(request.headers.getall("X-Forwarded-For", []))
        return address_of(request.ip, forwarded, self._settings.proxies)

    async def clean(self) -> None:
        """Delete, now and then, the conversations that nobody can open any more."""
        if time.monotonic() < self._next_cleaning:
            return
        self._next_cleaning = time.monotonic() + SECONDS_BETWEEN_CLEANINGS
        for session in self._sessions.expired():
            await self._remove(session)

    async def _remove(self, session: Session) -> None:
        await self._conversations.delete(session.conversation)
        self._sessions.close(session)
