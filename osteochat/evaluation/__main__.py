"""`python -m osteochat.evaluation FOLDER`: measure the running assistant on every labelled file of a folder."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from osteochat.errors import SetupError
from osteochat.evaluation.asking import Outcome, put
from osteochat.evaluation.labelled import labelled_rows
from osteochat.evaluation.report import facts_report, red_flags_report, topics_report
from osteochat.preparing import prepare
from osteochat.running import running
from osteochat.settings import HOST, Settings, free_port, read_settings

Rows = list[tuple[dict[str, Any], Outcome]]
PROGRESS_EVERY = 50


def main(arguments: list[str]) -> int:
    """Measure, print, and write the report beside the data directory's logs; 2 without a folder of jsonl files."""
    folder = Path(arguments[0]) if arguments and arguments[0] else None
    files = sorted(folder.glob("*.jsonl")) if folder else []
    if not files:
        print("Give a folder with .jsonl files of labelled texts: make evaluate DATA=<folder>", file=sys.stderr)
        return 2
    try:
        report = measure(files)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    path = read_settings().home / "evaluation.md"
    path.write_text(report, encoding="utf-8")
    print(report)
    print(f"Written to {path}")
    return 0


def measure(files: list[Path]) -> str:
    """Return the report on all files, as Markdown.

    :raises SetupError: when a file cannot be read or the servers do not start
    """
    labelled = {path.name: labelled_rows(path) for path in files}
    settings = read_settings()
    with tempfile.TemporaryDirectory() as home:
        own = Settings(Path(home), settings.models, HOST, free_port(), free_port())
        prepare(own)
        with running(own):
            parts = [f"## {name}\n\n{report_on(name, rows, own.address)}" for name, rows in labelled.items() if rows]
    return "# How well it understands\n\n" + "\n".join(parts)


def report_on(name: str, labelled: list[dict[str, Any]], address: str) -> str:
    """Return the part of the report on one file, by what its rows are labelled with."""
    return _kind_of(labelled[0])(list(_asked(name, labelled, address)))


def _asked(name: str, labelled: list[dict[str, Any]], address: str) -> Iterator[tuple[dict[str, Any], Outcome]]:
    started = time.monotonic()
    for number, row in enumerate(labelled, start=1):
        yield row, put(address, row["text"][:1000], row.get("register", "patient"))
        if number % PROGRESS_EVERY == 0 or number == len(labelled):
            print(
                f"{name}: {number} of {len(labelled)}, {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True
            )


def _kind_of(row: dict[str, Any]) -> Callable[[Rows], str]:
    if "topic" in row:
        return topics_report
    return red_flags_report if "flag" in row else facts_report


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
