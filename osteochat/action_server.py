"""The action server process: the skills of `actions/`, on loopback only."""

from __future__ import annotations

import logging
import os

from osteochat.lifeline import die_with_parent
from osteochat.settings import HOST, ROOT, read_settings


def main() -> None:
    """Serve until the process is ended."""
    die_with_parent()
    settings = read_settings()
    os.environ.update(settings.environment())
    os.chdir(ROOT)

    from rasa_sdk.endpoint import create_app

    app = create_app("actions", cors_origins=None)
    app.run(HOST, settings.action_port, workers=1, access_log=False, debug=False)


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    main()
