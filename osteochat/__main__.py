"""`python -m osteochat run | train | chat`."""

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
        options.run()
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
    return parser


def _prepare() -> None:
    """Check the machine, build the knowledge database, train the model."""
    from osteochat.preparing import prepare

    prepare(read_settings())


def _run() -> None:
    from osteochat.running import run

    _prepare()
    run(read_settings())


def _chat() -> None:
    from osteochat.chat import chat
    from osteochat.running import running

    _prepare()
    print("Starting …", flush=True)
    with running(read_settings()):
        chat(read_settings())


def _train() -> None:
    from osteochat.training import train

    settings = read_settings()
    print(train(settings))


if __name__ == "__main__":
    sys.exit(main())
