"""The browser that the tests drive: Debian's Chromium, without anything that reaches out by itself."""

from __future__ import annotations

import os
from importlib.util import find_spec

from tools.browser_setup import browser

ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HOW = "Run “python tools/browser_setup.py”, which says what it needs."


def what_is_missing() -> str:
    """Return why no browser test can run, as one sentence; nothing when all is there."""
    missing = [name for name in ("playwright", "axe_playwright_python") if find_spec(name) is None]
    if browser() is None:
        missing.append("chromium")
    return f"{' and '.join(missing)} not installed. {HOW}" if missing else ""


def must_run() -> bool:
    """Say whether a missing browser is a failure: in continuous integration nothing may be skipped unseen."""
    return bool(os.environ.get("CI"))
