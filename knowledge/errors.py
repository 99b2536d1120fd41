"""Errors of the knowledge base."""

from __future__ import annotations


class KnowledgeError(Exception):
    """The knowledge base cannot be read; the message is one plain sentence that says what to do next."""


class ContentError(KnowledgeError):
    """A YAML file of the knowledge base breaks a rule; the message names the file and the field."""
