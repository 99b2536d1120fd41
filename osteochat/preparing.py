"""What must be there before the servers start: room, ports, the knowledge database, the model."""

from __future__ import annotations

from knowledge.errors import KnowledgeError
from osteochat.errors import SetupError
from osteochat.running import check_machine
from osteochat.settings import Settings
from osteochat.training import train


def prepare(settings: Settings) -> None:
    """Make everything ready.

    :raises SetupError: with one sentence, when something cannot be
    """
    check_machine(settings)
    build_knowledge(settings)
    train(settings)


def build_knowledge(settings: Settings) -> None:
    """Build the knowledge database from its files, every time: it takes a second or two.

    :raises SetupError: when a file has a fault
    """
    from knowledge.build import build
    from knowledge.load import load

    try:
        build(load(), settings.knowledge)
    except KnowledgeError as error:
        raise SetupError(str(error)) from error
