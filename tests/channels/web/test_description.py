"""The description of the channel is true: every route is in it, and every answer is as it says."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from channels.web.channel import WebChannel
from channels.web.settings import WebSettings
from osteochat.processes import Server
from osteochat.settings import Settings
from tests.channels.web.client import Answer, WebClient

pytestmark = pytest.mark.e2e

Servers = tuple[Settings, list[Server]]


@pytest.fixture
def description(new_client: Callable[[], WebClient]) -> dict[str, Any]:
    found: dict[str, Any] = new_client().ask("GET", "/openapi.json").json
    return found


def test_every_route_is_described_and_nothing_else(description: dict[str, Any], chat_servers: Servers) -> None:
    channel = WebChannel(WebSettings(chat_servers[0].home))

    async def nothing(_: Any) -> None:
        return None

    routes = channel.blueprint(nothing)._future_routes
    here = {
        (method.lower(), re.sub(r"<(\w+):\w+>", r"{\1}", route.uri))
        for route in routes
        for method in route.methods
        if method not in ("HEAD", "OPTIONS")
    }
    files = {("get", path) for path in ("/demo.css", "/summary.css", "/summary.js", "/icon.svg")}
    described = {(method, path) for path, methods in description["paths"].items() for method in methods}
    assert here - files == described


def agrees(description: dict[str, Any], method: str, path: str, answer: Answer) -> None:
    """Check an answer against its description: its status, the kind of its body, and the body's shape."""
    responses = description["paths"][path][method.lower()]["responses"]
    assert str(answer.status) in responses, f"{method} {path} may not answer {answer.status}"
    described = responses[str(answer.status)]
    if "$ref" in described:
        described = description["components"]["responses"][described["$ref"].rpartition("/")[2]]
    if "content" not in described:
        assert answer.body == b""
        return
    kind = answer.headers["Content-Type"].partition(";")[0]
    schema = described["content"][kind]["schema"]
    content = answer.json if kind == "application/json" else answer.text
    whole = {**schema, "components": description["components"]}
    jsonschema.Draft202012Validator(whole).validate(content)


def test_answers_are_as_described(description: dict[str, Any], new_client: Callable[[], WebClient]) -> None:
    client = new_client()
    web = "/webhooks/web"

    def check(method: str, path: str, place: str = "", body: Any = None) -> Answer:
        answer = client.api(method, path, body) if not place else client.ask(method, path, body)
        agrees(description, method, place or f"{web}/{path.partition('?')[0]}", answer)
        return answer

    check("GET", "history")
    check("POST", "session")
    said = [
        "/start",
        "I am past the menopause, I broke my hip, my T-score is -2.4, I am 63 and never took a bisphosphonate",
        "why?",
        "what if my T-score were -0.5?",
        "what about the jaw?",
        "compare the options",
        "I have chest pain and cannot breathe",
        "start again",
        "my T-score is -25",
        "I am a man",
        "summary",
    ]
    for number, text in enumerate(said, 1):
        assert check("POST", "message", body={"number": number, "text": text}).status == 200, text
    for body in ({"number": 1, "text": "other"}, {}, {"number": 99, "text": "x" * 1001}, {"number": 12, "reply": "/x"}):
        assert check("POST", "message", body=body).status >= 400
    for path in ("history", "export", "export?format=text", "export?format=json", "export?format=x", "export?format="):
        check("GET", path)
    for report in ({"record": "topic:mronj", "kind": "helpful"}, {"record": 1}):
        check("POST", "report", body=report)
    ticket = check("POST", "summary", body={}).json["address"]
    check("GET", f"/{ticket}", "/summary/{ticket}")
    check("GET", "/summary/guess", "/summary/{ticket}")
    for name in (
        "fit1_vfx.json",
        "fit1_vfx.json?audience=clinician",
        "fit1_vfx.svg",
        "none.svg",
        "fit1_vfx.svg?audience=x",
    ):
        check("GET", f"/icons/{name}", "/icons/{name}")
    for query in ("?options=denosumab", "?options=denosumab,raloxifene&audience=clinician", "?options=x", ""):
        check("GET", f"/compare.json{query}", "/compare.json")
    check("GET", "/openapi.json", "/openapi.json")
    check("GET", "/widget.js", "/widget.js")
    check("DELETE", "conversation")
    check("DELETE", "conversation")


def test_the_description_itself_has_no_dead_references(description: dict[str, Any]) -> None:
    for reference in re.findall(r'"#/components/(\w+)/(\w+)"', json.dumps(description)):
        assert reference[1] in description["components"][reference[0]]
