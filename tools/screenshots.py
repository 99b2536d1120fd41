"""Make the screenshots of the README and the docs: `python -m tools.screenshots`, with a trained model and Chromium.

Starts the servers on free ports with a data directory of its own, goes through one conversation in the browser, and writes
`docs/images/*.png`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from osteochat.errors import SetupError
from osteochat.preparing import prepare
from osteochat.running import running
from osteochat.settings import HOST, ROOT, Settings, free_port, read_settings
from tests.browser import engine
from tests.browser.visitor import Visitor, to_decision

FOLDER = ROOT / "docs" / "images"
DESK = {"viewport": {"width": 1120, "height": 840}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SECONDS_TO_FIND = 10.0


def demo(visitor: Visitor) -> None:
    """The demo page, the chat just opened."""
    visitor.open()


def answer(visitor: Visitor) -> None:
    """The answer with the slider."""
    to_decision(visitor)
    visitor.button("What if…?").last.click()


def dark(visitor: Visitor) -> None:
    """A question with its replies, in the dark."""
    visitor.open().choose("Check my case").choose("Yes, that fits").say("-2.4")


def picture(visitor: Visitor) -> None:
    """A number as an icon array."""
    visitor.open().say("what about the jaw?")
    visitor.button("See the numbers as", exact=False).last.click()
    visitor.page.locator("osteo-chat figure svg.array").first.wait_for()
    visitor.page.locator("osteo-chat figure").first.evaluate("each => each.scrollIntoView()")


def summary(visitor: Visitor) -> None:
    """The printable summary, in the tab of the visitor."""
    to_decision(visitor).say("Show me a summary")
    with visitor.page.expect_popup() as opened:
        visitor.button("Print").last.click()
    opened.value.get_by_role("button", name="Print this page").wait_for()
    address = opened.value.url
    opened.value.close()
    visitor.page.goto(address)


SHOTS: dict[str, tuple[Callable[[Visitor], None], dict[str, Any]]] = {
    "demo": (demo, DESK),
    "answer": (answer, {"viewport": {"width": 430, "height": 1180}}),
    "dark": (dark, {**PHONE, "color_scheme": "dark"}),
    "picture": (picture, PHONE),
    "summary": (summary, {"viewport": {"width": 820, "height": 1100}}),
}


def shoot(address: str, names: list[str]) -> None:
    """Make the screenshots of those names from the chat at that address."""
    from playwright.sync_api import sync_playwright

    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=engine.browser(), args=list(engine.ARGUMENTS))
        for name in names:
            walk, options = SHOTS[name]
            context = browser.new_context(reduced_motion="reduce", **options)
            context.set_default_timeout(SECONDS_TO_FIND * 1000)
            visitor = Visitor(context.new_page(), address).arrive()
            walk(visitor)
            visitor.page.wait_for_timeout(300)
            path = FOLDER / f"{name}.png"
            visitor.page.screenshot(path=path)
            context.close()
            print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1024} kB", flush=True)
        browser.close()


def main(names: list[str]) -> str:
    """Make all screenshots, or those that are named. Return why it cannot be done, as one sentence, or nothing."""
    missing = engine.what_is_missing()
    if missing:
        return missing
    unknown = sorted(set(names) - set(SHOTS))
    if unknown:
        return f"There is no screenshot “{unknown[0]}”. Choose among {', '.join(SHOTS)}."
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(Path(home), read_settings().models, HOST, free_port(), free_port())
        try:
            prepare(settings)
            with running(settings):
                shoot(settings.address, names or list(SHOTS))
        except SetupError as error:
            return str(error)
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) or 0)
