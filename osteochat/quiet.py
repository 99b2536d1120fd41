"""Logs that hold no text of a person: warnings and errors only, and none of the loggers that quote messages."""

from __future__ import annotations

import logging


def quiet_logs() -> None:
    """Set the level of all loggers to warnings; structlog, which Rasa uses to quote messages, to errors."""
    import structlog

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    for name in ("rasa", "sanic.root", "sanic.error", "sanic.access", "apscheduler", "matplotlib"):
        logging.getLogger(name).setLevel(logging.WARNING)
