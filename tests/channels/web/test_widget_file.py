"""The widget as a file: small, one scope, one table of words, and nothing by which text could become markup."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from channels.web.assets import FOLDER as STATIC
from channels.web.widget import FOLDER, PARTS, widget

LARGEST = 25_000
"""Bytes of the widget, gzipped."""
MARKUP = (
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser|createContextualFragment"
)


def script() -> str:
    return widget().asset().body.decode()


def test_it_is_small() -> None:
    assert len(widget().asset().compressed) <= LARGEST


def test_every_part_is_in_it_and_short_enough_to_read() -> None:
    assert {path.stem for path in FOLDER.glob("*.js")} == set(PARTS)
    for path in FOLDER.glob("*.js"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 250, path


def test_no_text_can_become_markup_or_script() -> None:
    assert re.findall(MARKUP, script()) == []


def test_nothing_is_loaded_from_anybody_else() -> None:
    style = (FOLDER / "style.css").read_text(encoding="utf-8")
    assert "url(" not in style
    assert "@import" not in style
    assert set(re.findall(r"https?://[\w.]+", script())) <= {"http://www.w3.org"}


def test_every_word_that_is_shown_is_in_the_table_and_every_word_of_the_table_is_used() -> None:
    strings = (FOLDER / "strings.js").read_text(encoding="utf-8")
    table = strings[: strings.index("\n    says: {")]
    rest = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.js") if path.stem != "strings")
    names = re.findall(r"^    (\w+): \"", table, re.MULTILINE)
    assert len(names) > 50
    by_value = {"listed", "conditional", "excluded", "offline", "away", "dir"}
    unused = [name for name in names if name not in by_value and not re.search(rf'words\.{name}\b|"{name}"', rest)]
    assert unused == []
    shown = re.findall(r"text(?:Content)?[:=] ?\"([A-Za-z][^\"]*)\"", rest)
    assert shown == []


def test_only_sides_that_turn_with_the_language_are_used() -> None:
    style = re.sub(r"/\*.*?\*/", "", (FOLDER / "style.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    sided = re.findall(
        r"[\s;{](?:margin|padding|border)-(?:left|right)|text-align: (?:left|right)|[\s;{](?:left|right):", style
    )
    assert sided == []


def test_the_syntax_is_right() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed; the browser tests load the same file")
    done = subprocess.run([node, "--check", "-"], input=script(), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["demo.html", "demo.css", "summary.css", "summary.js"])
def test_our_pages_hold_no_script_or_style_of_their_own(name: str) -> None:
    text = Path(STATIC / name).read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*src=)|<style|\bstyle=|\son\w+=", text)
