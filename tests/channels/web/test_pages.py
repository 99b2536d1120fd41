"""What a browser or another site gets: headers, origins, pages and pictures."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from typing import Any

import pytest

from osteochat.processes import Server
from osteochat.settings import Settings
from tests.browser.sites import Site
from tests.channels.web.client import WebClient

pytestmark = pytest.mark.e2e

Servers = tuple[Settings, list[Server]]
SECURE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}


@pytest.fixture
def browser(new_client: Callable[[], WebClient]) -> WebClient:
    """A client without a token."""
    return new_client()


@pytest.mark.parametrize(
    "path", ["/", "/widget.js", "/openapi.json", "/nowhere", "/webhooks/web/history", "/icon.svg", "/status"]
)
def test_every_answer_has_the_security_headers(path: str, browser: WebClient) -> None:
    answer = browser.ask("GET", path)
    assert {name: answer.headers[name] for name in SECURE} == SECURE
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


def test_pages_run_their_own_script_only(client: WebClient) -> None:
    address = client.api("POST", "summary", {}).json["address"]
    for path in ("/", f"/{address}"):
        answer = client.ask("GET", path)
        assert "script-src 'self'; style-src 'self'" in answer.headers["Content-Security-Policy"]
        assert not re.search(r"<script(?![^>]*src=)|<style|\son\w+=|style=", answer.text)
        assert not re.findall(r"(?:src|href)=\"https?:", answer.text)


def test_only_listed_origins_may_read(client: WebClient, site: Site, stranger: Site) -> None:
    def allowed(origin: str, method: str = "GET", path: str = "/webhooks/web/history") -> Any:
        return client.ask(method, path, headers={"Origin": origin}).headers["Access-Control-Allow-Origin"]

    assert allowed(site.origin) == site.origin
    assert allowed(site.origin, "OPTIONS", "/webhooks/web/message") == site.origin
    for origin in (stranger.origin, "null", "https://evil.example", site.origin + ".evil.example", "*"):
        assert allowed(origin) is None
        assert allowed(origin, "OPTIONS", "/webhooks/web/message") is None
    answer = client.ask("OPTIONS", "/webhooks/web/message", headers={"Origin": site.origin})
    assert "Authorization" in answer.headers["Access-Control-Allow-Headers"]
    assert answer.headers["Access-Control-Allow-Credentials"] is None
    assert "Origin" in answer.headers["Vary"]


def test_the_widget_is_one_versioned_file_that_can_be_kept(browser: WebClient) -> None:
    plain = browser.ask("GET", "/widget.js")
    small = browser.ask("GET", "/widget.js", headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(small.body) == plain.body
    version = plain.headers["ETag"].strip('"')
    again = browser.ask("GET", "/widget.js", headers={"If-None-Match": plain.headers["ETag"]})
    assert (again.status, again.body) == (304, b"")
    assert "immutable" in browser.ask("GET", f"/widget.js?v={version}").headers["Cache-Control"]
    assert "immutable" not in browser.ask("GET", "/widget.js?v=older").headers["Cache-Control"]
    assert browser.ask("HEAD", "/widget.js").status == 200
    assert browser.ask("HEAD", "/").status == 200


def test_pictures_of_numbers_say_all_of_it_in_words(browser: WebClient) -> None:
    data = browser.ask("GET", "/icons/fit1_vfx.json").json
    picture = browser.ask("GET", "/icons/fit1_vfx.svg")
    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert data["sources"]
    for panel in data["panels"]:
        assert sum(part["count"] for part in panel["parts"]) == data["per"]
    assert f'<desc id="text">{data["sentence"]}' in picture.text.replace("&#x27;", "'").replace("&amp;", "&")
    for name in ("nothing.svg", "fit1_vfx.png", "fit1_vfx", "..%2f..%2fweb-secret"):
        assert browser.ask("GET", f"/icons/{name}").status == 404


def test_a_wrong_method_is_told_which_ones_are_right(browser: WebClient) -> None:
    answer = browser.ask("PUT", "/webhooks/web/message")
    assert (answer.status, answer.error) == (405, "This address cannot be used in that way.")
    assert answer.headers["Allow"] == "POST"


def test_options_side_by_side(browser: WebClient) -> None:
    rows = browser.ask("GET", "/compare.json?options=denosumab,oral_bisphosphonate").json["comparison"]
    assert len(rows) == 3
    assert all(row["pros"] and row["cons"] for row in rows)
    for wrong in ("", "?options=", "?options=vitamin_x", "?options=denosumab,", "?options=denosumab&audience=x"):
        assert browser.ask("GET", f"/compare.json{wrong}").status == 400


def test_a_summary_of_nothing_and_of_hostile_words_is_a_page_all_the_same(new_client: Callable[[], WebClient]) -> None:
    client = new_client()
    client.api("POST", "session")
    empty = client.ask("GET", "/" + client.api("POST", "summary", {}).json["address"])
    assert "You have told me nothing about your bones yet." in empty.text
    client.number = 0
    client.say("<img src=x onerror=alert(1)> I broke my hip, T-score -2.4, aged 63, past the menopause")
    page = client.ask("GET", "/" + client.api("POST", "summary", {}).json["address"])
    assert "<img" not in page.text
    assert page.headers["Cache-Control"] == "no-store"
