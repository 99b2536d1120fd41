"""Cards quote the knowledge database."""

from tests.answers.conftest import knowledge

__all__ = ["knowledge"]
