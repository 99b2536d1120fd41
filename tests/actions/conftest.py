"""The skills need the knowledge database; it is built once."""

from tests.answers.conftest import knowledge

__all__ = ["knowledge"]
