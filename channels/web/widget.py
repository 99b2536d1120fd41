"""The widget as one file: the parts in `widget/`, one after the other in one scope, with the style sheet as a text.

Nothing is compiled and nothing is installed: the server joins the parts when they are asked for, and joins them again
when one of them has changed. `python -m channels.web.widget > widget.js` writes the same file for a site that serves it itself.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from channels.web.assets import Source

FOLDER = Path(__file__).parent / "widget"
PARTS = (
    "strings",
    "page",
    "dom",
    "store",
    "server",
    "mailbox",
    "live",
    "numbers",
    "what_if",
    "options",
    "card",
    "take_away",
    "feedback",
    "messages",
    "replies",
    "editing",
    "transcript",
    "composer",
    "menu",
    "banner",
    "chat",
    "panel",
    "colours",
    "element",
)
"""The parts by name, each after those that it needs when the file is read."""
STYLE = "style.css"
HEAD = "/*! Osteochat widget: docs/embed.md says how to put it on a page. */"


_REMARK = re.compile(r"^\s*//[^\n]*$|^\s*/\*\*.*?\*/$", re.MULTILINE | re.DOTALL)
_CSS_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)


def joined(files: list[Path]) -> bytes:
    """Return the parts as one script, without remarks and indentation; the last file is the style sheet."""
    *parts, style = (path.read_text(encoding="utf-8") for path in files)
    sheet = " ".join(_CSS_REMARK.sub("", style).split())
    lines = [line.strip() for part in parts for line in _REMARK.sub("", part).splitlines() if line.strip()]
    return "\n".join(
        [HEAD, "(() => {", '"use strict";', f"const STYLE = {json.dumps(sheet)};", *lines, "})();", ""]
    ).encode()


def widget() -> Source:
    """Return the widget, to be served."""
    return Source(
        "text/javascript; charset=utf-8", [FOLDER / f"{part}.js" for part in PARTS] + [FOLDER / STYLE], joined
    )


if __name__ == "__main__":
    sys.stdout.buffer.write(widget().asset().body)
