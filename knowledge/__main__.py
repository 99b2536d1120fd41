"""Command line: ``python -m knowledge check | build | stats | readability``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .build import build
from .errors import KnowledgeError
from .load import load
from .reader import default_path
from .report import readability_table
from .stats import stats


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 with one sentence on stderr when not."""
    parser = argparse.ArgumentParser(prog="python -m knowledge", description="The cited knowledge base.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="read and check the YAML files")
    builder = commands.add_parser("build", help="check the YAML files and write knowledge.db")
    builder.add_argument("--out", type=Path, help="where to write (default: OSTEOCHAT_HOME or ./.osteochat)")
    commands.add_parser("stats", help="how many statements, numbers and sources there are")
    reader = commands.add_parser("readability", help="reading grade of the patients' texts")
    reader.add_argument("--markdown", action="store_true", help="every text, as a Markdown table")
    options = parser.parse_args(arguments)
    try:
        return _run(options)
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return 1


def _run(options: argparse.Namespace) -> int:
    base = load()
    if options.command == "build":
        path = options.out or default_path()
        build(base, path)
        print(f"Wrote {path}.")
    elif options.command == "stats":
        for what, count in stats(base):
            print(f"{count:6}  {what}")
    elif options.command == "readability":
        print(readability_table(base, whole=options.markdown))
    else:
        print("The knowledge files are in order.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
