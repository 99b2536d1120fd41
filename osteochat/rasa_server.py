"""The Rasa server process: our mends, our channels, no HTTP API, no telemetry, no word of a person in the log."""

from __future__ import annotations

import logging
import os

from osteochat.lifeline import die_with_parent
from osteochat.quiet import quiet_logs
from osteochat.settings import ROOT, read_settings
from osteochat.training import model_path


def main() -> None:
    """Serve until the process is ended."""
    die_with_parent()
    settings = read_settings()
    os.environ.update(settings.environment())
    os.chdir(ROOT)
    quiet_logs()

    from mends import light_imports

    light_imports.apply()

    import mends

    mends.apply()

    from rasa.core.run import serve_application
    from rasa.core.utils import AvailableEndpoints

    serve_application(
        model_path=str(model_path(settings)),
        interface=settings.host,
        port=settings.port,
        credentials="credentials.yml",
        endpoints=AvailableEndpoints.read_endpoints("endpoints.yml"),
        enable_api=False,
        cors=None,
    )


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    main()
