"""On other people's pages: strict, with aggressive styles, with globals of their own; its attributes and events; no script."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from osteochat.processes import Server
from osteochat.settings import ROOT, Settings
from tests.browser.sites import Site
from tests.browser.test_accessibility import violations
from tests.browser.visitor import Visitor, to_decision

STYLES = """() => {
  const root = document.querySelector("osteo-chat").shadowRoot;
  const names = ["fontSize", "fontFamily", "fontStyle", "color", "backgroundColor", "letterSpacing", "wordSpacing", "textTransform",
    "textAlign", "textIndent", "lineHeight", "visibility", "display", "opacity", "position", "cursor", "whiteSpace", "width"];
  const look = (selector) => {
    const style = getComputedStyle(root.querySelector(selector));
    return Object.fromEntries(names.map((name) => [name, style[name]]));
  };
  return Object.fromEntries([".launcher", ".panel", ".bubble p", ".replies button", "textarea", ".send", "h2", ".foot"].map((each) => [each, look(each)]));
}"""


@pytest.mark.parametrize("page", ["plain", "strict", "resets", "globals"])
def test_a_whole_conversation_works_on_a_hostile_page(page: str, visit: Callable[..., Visitor], site: Site) -> None:
    visitor = to_decision(visit(site.page(page)))
    assert "treatment is needed" in visitor.card.inner_text()
    visitor.button("What if…?").last.click()
    visitor.page.get_by_label("What if my T-score were…").fill("0")
    assert "see a bone specialist" in visitor.card.locator(".says").inner_text()
    visitor.say("what about the jaw?")
    visitor.button("See the numbers as", exact=False).last.click()
    visitor.page.locator("osteo-chat figure svg.array").first.wait_for()
    visitor.page.reload()
    visitor.see("MRONJ")
    visitor.say("what is a T-score?")
    assert visitor.problems == []


def test_no_style_of_the_page_gets_in(visit: Callable[..., Visitor], site: Site) -> None:
    plain, reset = visit(site.page("plain")).open(), visit(site.page("resets")).open()
    assert reset.page.evaluate(STYLES) == plain.page.evaluate(STYLES)


def test_no_style_of_the_chat_gets_out(visit: Callable[..., Visitor], site: Site) -> None:
    def heading(visitor: Visitor) -> Any:
        return visitor.page.evaluate("JSON.stringify({...getComputedStyle(document.querySelector('h1'))})")

    visitor = visit(site.page("plain"))
    before = heading(visitor)
    visitor.open()
    assert heading(visitor) == before


def test_no_name_is_added_to_the_page(visit: Callable[..., Visitor], site: Site) -> None:
    visitor = visit(site.page("plain")).open()
    added = visitor.page.evaluate(
        """() => {
          const frame = document.body.appendChild(document.createElement("iframe"));
          const fresh = new Set(Object.getOwnPropertyNames(frame.contentWindow));
          return Object.getOwnPropertyNames(window).filter((name) => !fresh.has(name) && !/^(\\d+|heard|__pw.*|__play.*)$/.test(name));
        }"""
    )
    assert added == []


def test_an_unlisted_page_gets_nothing_and_the_person_is_told(visit: Callable[..., Visitor], stranger: Site) -> None:
    visitor = visit(stranger.page("plain"))
    visitor.page.locator("osteo-chat .launcher").click()
    visitor.page.locator("osteo-chat .banner").get_by_text("cannot be reached").wait_for()
    assert visitor.bubbles == []
    assert any("CORS policy" in each for each in visitor.problems)


def test_a_page_in_a_sandbox_without_storage_has_a_chat_until_it_is_reloaded(
    visit: Callable[..., Visitor], site: Site
) -> None:
    visitor = visit(site.page("plain"))
    visitor.page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('no'); }});"
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }});"
    )
    visitor.page.reload()
    visitor.open().choose("Check my case").choose("Yes, that fits")
    assert "T-score" in visitor.answer


def test_the_lines_of_the_docs_are_all_that_a_page_needs(visit: Callable[..., Visitor], site: Site) -> None:
    docs = (ROOT / "docs" / "embed.md").read_text(encoding="utf-8")
    lines = re.findall(r"^    (<.*)$", docs.partition("## 2.")[2].partition("To fill a place")[0], re.MULTILINE)
    assert len(lines) == 2
    html = "<!doctype html><html lang=en><title>Mine</title><h1>Mine</h1>" + "".join(lines)
    site.handler.made["mine"] = html.replace("https://chat.example.org", site.handler.chat)
    visitor = visit(site.page("mine"))
    visitor.open().choose("Check my case")
    assert "Does this fit you?" in visitor.answer
    assert visitor.problems == []


def test_attributes(visit: Callable[..., Visitor], site: Site) -> None:
    visitor = visit(site.page("attributes"))
    launcher = visitor.page.locator("osteo-chat .launcher")
    assert launcher.bounding_box()["x"] < 100
    assert launcher.evaluate("each => getComputedStyle(each).backgroundColor") == "rgb(255, 204, 0)"
    assert launcher.evaluate("each => getComputedStyle(each).color") == "rgb(0, 0, 0)", "text that can be read"
    launcher.click()
    visitor.page.get_by_text("Welcome to our clinic.").wait_for()
    assert visitor.page.get_by_role("dialog", name="Bone clinic").count() == 1
    visitor.page.get_by_text("Clinician wording").first.wait_for()
    assert "In an emergency call 911." in visitor.page.locator("osteo-chat .foot").inner_text()
    assert visitor.page.locator("osteo-chat").get_attribute("title") is None, "no tooltip over the whole chat"
    visitor.page.evaluate("document.querySelector('osteo-chat').setAttribute('accent', '#222')")
    assert launcher.evaluate("each => getComputedStyle(each).backgroundColor") == "rgb(34, 34, 34)"
    visitor.page.evaluate("document.querySelector('osteo-chat').setAttribute('accent', 'red;} * {display:none')")
    assert visitor.field.is_visible()


def test_the_page_can_open_and_close_it_and_learns_what_happened_but_nothing_that_was_said(
    visit: Callable[..., Visitor], site: Site
) -> None:
    visitor = visit(site.page("plain"))
    visitor.page.evaluate(
        """() => {
          window.told = [];
          for (const name of ["open", "close", "decision", "urgent", "deleted"])
            document.addEventListener(`osteo-chat:${name}`, (event) => window.told.push([name, event.detail]));
          document.querySelector("osteo-chat").open();
        }"""
    )
    visitor.see("automatic assistant")
    visitor.say("I am past the menopause, I am 63, I broke my hip, my T-score is -2.4, I never took a bisphosphonate")
    visitor.say("I have chest pain and cannot breathe")
    visitor.button("Menu").click()
    visitor.button("Delete this chat").click()
    visitor.button("Yes, delete it").click()
    visitor.button("Start a new chat").wait_for()
    visitor.page.evaluate("document.querySelector('osteo-chat').close()")
    told = visitor.page.evaluate("window.told")
    assert [name for name, _ in told] == ["open", "decision", "urgent", "deleted", "close"]
    decision = dict(told)["decision"]
    assert decision["action"] == "treat"
    assert set(decision) == {"action", "row", "hypothetical"}
    assert dict(told)["urgent"] == {"urgency": "emergency_now"}


def test_without_script_the_page_says_how_to_get_help(
    chromium: Any, chat_servers: tuple[Settings, list[Server]]
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(chat_servers[0].address)
    assert page.get_by_role("heading", name="How to get help without the chat").is_visible()
    assert "112" in page.locator(".fallback").inner_text()
    context.close()


def test_a_language_from_right_to_left_turns_everything_round(visit: Callable[..., Visitor], site: Site) -> None:
    visitor = visit(site.page("plain"), viewport={"width": 700, "height": 800})
    visitor.page.evaluate(
        """() => {
          const {strings} = customElements.get("osteo-chat");
          strings.ar = {...strings.en, dir: "rtl", launch: "اسأل", field: "رسالتك", send: "أرسل"};
          document.querySelector("osteo-chat").setAttribute("lang", "ar-EG");
        }"""
    )
    launcher = visitor.page.locator("osteo-chat .launcher")
    assert launcher.inner_text() == "اسأل"
    assert launcher.bounding_box()["x"] < 100
    launcher.click()
    visitor.see("automatic assistant")
    field, send = visitor.page.get_by_label("رسالتك"), visitor.button("أرسل")
    assert send.bounding_box()["x"] < field.bounding_box()["x"]
    visitor.choose("Check my case")
    mine = visitor.page.locator("osteo-chat .mine").last.bounding_box()
    theirs = visitor.page.locator("osteo-chat .theirs").last.bounding_box()
    assert mine["x"] < theirs["x"]
    assert not visitor.overflows()
    assert violations(visitor.page) == []
