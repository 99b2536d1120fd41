"""`python -m bench <part>`: measure, and write the tables of docs/performance.md."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Sequence
from typing import Optional

from bench import comparison, growth, mending, profiling, tables, users
from bench.report import Report, command_line
from osteochat.errors import SetupError


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Run one part; a failure is one sentence and exit code 1."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("part", choices=("full", "quick", "compare", "locust", "growth", "mends", "profile", "tables"))
    parser.add_argument("--no-training", action="store_true", help="show no training times: both models are kept")
    options = parser.parse_args(arguments)
    # Asked to end, it ends what it has started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        _run(options.part, not options.no_training)
    except (SetupError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _run(part: str, with_training: bool) -> None:
    if part in ("tables", "profile"):
        (tables.write if part == "tables" else profiling.profile)()
        return
    if part == "full":
        _run("compare", with_training)
        _run("locust", with_training)
        return
    report = Report(part, command_line())
    if part == "compare":
        comparison.compare(comparison.full(with_training), report)
    elif part == "quick":
        comparison.compare(comparison.QUICK, report)
    elif part == "locust":
        users.measure(report)
    elif part == "growth":
        growth.measure(report)
    else:
        mending.measure(report)
    report.keep()


if __name__ == "__main__":
    sys.exit(main())
