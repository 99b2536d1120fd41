"""`python -m osteochat run | train | chat | decide`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Optional

from osteochat.errors import SetupError
from osteochat.settings import read_settings


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Run one command; a failure is one sentence and exit code 1."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m osteochat", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    for name, run, text in (
        ("run", _run, "start the assistant and keep it running until Ctrl-C"),
        ("chat", _chat, "talk to it in this terminal"),
        ("train", _train, "train the model if its ingredients have changed"),
    ):
        commands.add_parser(name, help=text).set_defaults(run=run)
    decision = commands.add_parser("decide", help="the decision on a case in one line, without a server")
    decision.add_argument(
        "line", nargs="+", help="the case, such as “72F, 2 VCF, T -2.8”; “-” reads it from standard input"
    )
    decision.add_argument("--json", action="store_true", help="print the decision as JSON")
    decision.set_defaults(run=_decide)
    return parser


def _prepare() -> None:
    """Check the machine, build the knowledge database, train the model."""
    from osteochat.preparing import prepare

    prepare(read_settings())


def _run(_: argparse.Namespace) -> None:
    from osteochat.running import run

    _prepare()
    run(read_settings())


def _chat(_: argparse.Namespace) -> None:
    from osteochat.chat import chat
    from osteochat.running import running

    _prepare()
    print("Starting …", flush=True)
    with running(read_settings()):
        chat(read_settings())


def _train(_: argparse.Namespace) -> None:
    from osteochat.training import train

    settings = read_settings()
    print(train(settings))


def _decide(options: argparse.Namespace) -> None:
    from osteochat.deciding import decide_line

    decide_line(options.line, options.json)


if __name__ == "__main__":
    sys.exit(main())
