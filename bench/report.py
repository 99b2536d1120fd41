"""The table: printed, and kept as Markdown and JSON beside what it was measured with."""

from __future__ import annotations

import json
import os
import platform
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from bench.disk import versions
from bench.figures import Figure, Row
from bench.subjects import FOLDER

RESULTS = FOLDER / "results"
HEAD = "| what | unit | ours: median | p95 | n | compared with | its median | p95 | ratio | wanted | reached |"
RULE = "|---|---|--:|--:|--:|---|--:|--:|--:|---|---|"


@dataclass
class Report:
    """One run. `name`: of the command. `notes`: sentences below the table."""

    name: str
    command: str
    rows: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    began: float = field(default_factory=time.time)

    def add(self, *rows: Row) -> None:
        """Add rows and show them at once, so that the progress is seen."""
        for row in rows:
            self.rows.append(row)
            print(f"  {line_of(row.as_dict())}", flush=True)

    def step(self, text: str) -> None:
        """Say what is done next."""
        print(f"[{time.time() - self.began:5.0f} s] {text} …", flush=True)

    def keep(self) -> Path:
        """Write both files, print the table, and return the path of the Markdown file."""
        RESULTS.mkdir(parents=True, exist_ok=True)
        found = self.as_dict()
        (RESULTS / f"{self.name}.json").write_text(json.dumps(found, indent=1, ensure_ascii=False), encoding="utf-8")
        path = RESULTS / f"{self.name}.md"
        path.write_text(markdown(found), encoding="utf-8")
        print(f"\n{markdown(found)}\nKept in {path} and .json.", flush=True)
        return path

    def as_dict(self) -> dict[str, Any]:
        """Return the run, JSON-ready."""
        return {
            "command": self.command,
            "date": time.strftime("%Y-%m-%d %H:%M", time.gmtime(self.began)) + " UTC",
            "seconds": round(time.time() - self.began),
            "machine": machine(),
            "versions": {"python": platform.python_version(), **versions(("rasa", "rasa-sdk", "numpy", "spacy"))},
            "rows": [row.as_dict() for row in self.rows],
            "notes": self.notes,
        }


def machine() -> dict[str, Any]:
    """Return what the figures depend on: cores, memory, system, and how busy it was with other things."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "cores": os.cpu_count(),
        "memory_gb": round(memory, 1),
        "system": f"{platform.system()} {platform.release()}",
        "load_average": [round(each, 1) for each in os.getloadavg()],
    }


def markdown(found: dict[str, Any]) -> str:
    """Return the table of a run, with what it was measured with."""
    box = found["machine"]
    used = ", ".join(f"{name} {version}" for name, version in found["versions"].items())
    lines = [
        f"`{found['command']}`, {found['date']}, {found['seconds']} s; {box['cores']} cores, {box['memory_gb']} GB, "
        f"{box['system']}, load average at the end {box['load_average']}; {used}.",
        "",
        HEAD,
        RULE,
        *(line_of(row) for row in found["rows"]),
    ]
    return "\n".join([*lines, "", *(f"- {note}" for note in found["notes"])]).rstrip() + "\n"


def line_of(row: dict[str, Any]) -> str:
    """Return one row of the table."""
    other = row["other"]
    cells: Sequence[Optional[str]] = (
        row["name"],
        row["unit"],
        *_cells(row["ours"]),
        row["against"] if other else None,
        *(_cells(other)[:2] if other else (None, None)),
        number(row["ratio"]) if row["ratio"] else None,
        row["limit"],
        None if row["reached"] is None else ("yes" if row["reached"] else "no"),
    )
    return "| " + " | ".join(cell or "" for cell in cells) + " |"


def _cells(figure: dict[str, Any] | Figure) -> tuple[str, str, str]:
    values = figure if isinstance(figure, dict) else vars(figure)
    return number(values["median"]), number(values["p95"]), str(values["count"])


def number(value: float) -> str:
    """Return a number with three digits that count."""
    if value and abs(value) < 0.01:
        return f"{value:.4f}"
    return f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}" if abs(value) < 100 else f"{value:,.0f}"


def command_line() -> str:
    """Return the command of this process as a person would type it."""
    return "python -m bench " + " ".join(sys.argv[1:])
