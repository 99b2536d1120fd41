"""Reads messages from the command line: `python -m nlu.clinical "72F, hip fx, T -2.7"`.

With `--time` it reads one message a line from standard input and prints how long a message takes.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time

from nlu.clinical import read


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m nlu.clinical", description="Read messages into clinical findings.")
    parser.add_argument("message", nargs="*", help="the message to read")
    parser.add_argument("--time", action="store_true", help="time the messages on standard input, one a line")
    options = parser.parse_args(arguments)
    if options.time:
        print(_timing([line for line in sys.stdin.read().splitlines() if line.strip()]))
        return 0
    reading = read(" ".join(options.message))
    print(json.dumps({"facts": reading.facts(), "findings": [f.as_dict() for f in reading.findings]}, indent=2))
    return 0


def _timing(messages: list[str]) -> str:
    """Return the median, the 95th percentile and the longest time of a message in milliseconds."""
    if not messages:
        return "Give at least one message on standard input, one a line."
    for message in messages:
        read(message)
    spent = sorted(_milliseconds(message) for message in messages)
    p95 = spent[min(len(spent) - 1, int(0.95 * len(spent)))]
    return (
        f"{len(spent)} messages: median {statistics.median(spent):.2f} ms, p95 {p95:.2f} ms, longest {spent[-1]:.2f} ms"
    )


def _milliseconds(message: str) -> float:
    start = time.perf_counter()
    read(message)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    sys.exit(main())
