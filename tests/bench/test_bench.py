"""The benchmark's own arithmetic: what it says of samples, limits, memory, load counts and tables is right."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bench import disk, flame, growth, memory, stored, tables, turns, users
from bench.figures import Figure, Limit, Row, figure
from bench.report import line_of, markdown, number
from channels.conversation_file import ConversationFile
from osteochat.errors import SetupError
from osteochat.settings import ROOT


@pytest.mark.parametrize(
    ("samples", "middle", "high"),
    [([3], 3, 3), ([1, 2], 1.5, 2), (list(range(1, 101)), 50.5, 95), (list(range(20, 0, -1)), 10.5, 19)],
)
def test_median_and_95th_percentile(samples: list[float], middle: float, high: float) -> None:
    assert figure(samples) == Figure(middle, high, len(samples))


def test_nothing_measured_is_no_figure() -> None:
    with pytest.raises(ValueError):
        figure([])


@pytest.mark.parametrize(
    ("limit", "ratio", "ours", "reached"),
    [
        (Limit(0.3), 0.3, 99, True),
        (Limit(0.3), 0.31, 1, False),
        (Limit(0.18, 12), 0.1, 12, True),
        (Limit(0.18, 12), 0.1, 12.1, False),
        (Limit(3, least=True), 2.9, 1, False),
        (Limit(3, least=True), 3.0, 1, True),
        (Limit(0.3), None, 1, False),
        (Limit(absolute=300), None, 299, True),
    ],
)
def test_a_limit_is_reached_when_all_of_it_is(limit: Limit, ratio: float | None, ours: float, reached: bool) -> None:
    assert limit.is_reached(ratio, ours) is reached


def test_the_ratio_is_ours_to_the_other() -> None:
    assert Row("x", "ms", figure([2]), figure([8])).ratio == 0.25
    assert Row("x", "ms", figure([2])).ratio is None


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0.00"), (0.00123, "0.0012"), (1.234, "1.23"), (12.34, "12.3"), (12345.6, "12,346")]
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


def test_a_row_shows_whether_its_limit_is_reached() -> None:
    line = line_of(Row("plain text turn", "ms", figure([10]), figure([50]), limit=Limit(0.3)).as_dict())
    assert line == "| plain text turn | ms | 10.0 | 10.0 | 1 | starter | 50.0 | 50.0 | 0.20 | ≤ 0.3 × | yes |"
    assert line_of(Row("alone", "ms", figure([1])).as_dict()) == "| alone | ms | 1.00 | 1.00 | 1 |  |  |  |  |  |  |"


def test_memory_counts_the_processes_that_a_process_has_started() -> None:
    code = "import subprocess, sys; print('up', flush=True); subprocess.run([sys.executable, '-c', 'input()'])"
    alone = memory.of_tree(os.getpid())
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        assert 1 < memory.of_tree(child.pid) < 500
        assert memory.of_tree(os.getpid()) > alone
    with pytest.raises(OSError):
        memory.of_tree(child.pid)


@pytest.mark.parametrize(
    ("place", "expected"), [(5, range(3, 8)), (50, range(48, 53)), (200, range(196, 201))], ids=["5", "50", "200"]
)
def test_a_place_in_a_conversation_is_five_turns_wide(place: int, expected: range) -> None:
    assert [turn for turn in range(1, 201) if turns._is_at(turn, place, 200)] == list(expected)


def test_times_are_read_from_the_counts_of_locust() -> None:
    counts = {"10.0": 90, "200.0": 4, "50.0": 5, "900.0": 1}
    assert users.turn_times({"response_times": counts}) == Figure(10, 50, 100)
    with pytest.raises(SetupError):
        users.turn_times({"response_times": {}})


def test_scripts_are_what_people_say_in_the_conversation_tests() -> None:
    scripts = users.scripts()
    assert len(scripts) > 30
    assert all(isinstance(each, str) for script in scripts for each in script)


def test_a_filled_database_is_one_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "conversations.db"
    stored.fill(path, 50)
    file = ConversationFile(str(path))
    assert len(list(file.conversations())) == 50
    assert json.loads(file.slots(stored.name(7)) or "")["dialogue"] == {"greeted": True}
    said, answered = map(json.loads, file.events(stored.name(49)))
    assert (said["event"], answered["event"]) == ("user", "slot")
    assert time.time() - stored.SECONDS_OF_A_YEAR < said["timestamp"] == answered["timestamp"] < time.time()
    file.close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    size = path.stat().st_size / 50
    assert size < stored.ROOM_FOR_EACH


@pytest.mark.parametrize(("fraction", "count"), [(0.25, 2), (0.5, 4), (1.0, 8), (2.0, 16)])
def test_examples_are_taken_or_varied_without_repetition(fraction: float, count: int) -> None:
    content = {"nlu": [{"intent": "greet", "examples": "".join(f"- hello {number}\n" for number in range(8))}]}
    changed = growth.lines(growth.with_examples(content, fraction)["nlu"][0])
    assert len(changed) == len(set(changed)) == count


def test_the_packages_of_the_project_are_read_from_its_file() -> None:
    named = disk.runtime_packages(ROOT)
    assert {"rasa", "rasa-sdk", "spacy"} <= set(named)
    assert not {"pytest", "ruff"} & set(named)
    needed = disk.needed_by(("rasa",))
    assert {"rasa", "numpy", "sanic"} <= needed
    assert not {"pytest", "ruff"} & needed


def test_tables_are_put_between_their_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = {
        "command": "python -m bench full",
        "date": "today",
        "seconds": 1,
        "machine": {"cores": 2, "memory_gb": 4, "system": "Linux", "load_average": [0.1]},
        "versions": {"python": "3.10"},
        "rows": [Row("plain text turn", "ms", figure([10])).as_dict()],
        "notes": ["A note."],
    }
    (tmp_path / "compare.json").write_text(json.dumps(found), encoding="utf-8")
    document = tmp_path / "performance.md"
    document.write_text(
        "before\n<!-- table: compare -->\nold\n<!-- end -->\n<!-- table: other -->\nkept\n<!-- end -->\n"
    )
    monkeypatch.setattr(tables, "RESULTS", tmp_path)
    monkeypatch.setattr(tables, "DOCUMENT", document)
    tables.write()
    text = document.read_text(encoding="utf-8")
    assert markdown(found) in text
    assert "old" not in text
    assert "kept" in text
    tables.write()
    assert document.read_text(encoding="utf-8") == text
    document.write_text("no marks")
    with pytest.raises(SetupError):
        tables.write()


FOLDED = """main (x.py);serve (sanic/a.py);turn (nlu/b.py);<lambda> (rasa/c.py) 60
main (x.py);serve (sanic/a.py);turn (nlu/b.py) 30
main (x.py);serve (sanic/a.py);rare (d.py) 0
main (x.py);serve (sanic/a.py) 500
watch (y.py) 700
main (x.py);serve (sanic/a.py);other (e.py) 10
"""


def test_a_flame_graph_shows_work_and_leaves_out_waiting() -> None:
    tree = flame.tree_of(FOLDED, "serve (", ("serve (",))
    assert tree.samples == 100
    assert {name: each.samples for name, each in tree.calls.items()} == {"turn (nlu/b.py)": 90, "other (e.py)": 10}
    drawn = flame.svg(tree, "a title")
    assert "turn (nlu/b.py): 90.0%" in drawn
    assert "&lt;lambda&gt; (rasa/c.py): 60.0%" in drawn
    assert ElementTree.fromstring(drawn).tag.endswith("svg")
    with pytest.raises(ValueError):
        flame.svg(flame.Frame("all"), "empty")
