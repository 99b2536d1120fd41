"""Train the project in a folder and measure its model: `python -m bench.grown_model <folder>`; prints JSON."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import sys
import time
from pathlib import Path

from bench.messages import NLU
from osteochat.quiet import quiet_logs

TIMES = 100
WARM_UP = 5


async def _measure(model: str) -> tuple[list[float], list[float]]:
    """Return the milliseconds of reading a message, and of choosing the action after it."""
    from rasa.core.agent import Agent
    from rasa.core.channels.channel import UserMessage

    processor = Agent.load(model).processor
    assert processor is not None
    reading, choosing = [], []
    for number in range(-WARM_UP, TIMES):
        message = UserMessage(NLU[number % len(NLU)], sender_id=f"grown-{number}")
        tracker = await processor.fetch_tracker_and_update_session(message.sender_id, message.output_channel)
        began = time.perf_counter()
        message.parse_data = await processor.parse_message(message, tracker)
        read = time.perf_counter()
        await processor._handle_message_with_tracker(message, tracker)
        noted = time.perf_counter()
        processor.predict_next_with_tracker_if_should(tracker)
        if number >= 0:
            reading.append((read - began) * 1000)
            choosing.append((time.perf_counter() - noted) * 1000)
    return reading, choosing


def main(folder: Path) -> None:
    """Train, measure and print."""
    from mends import light_imports

    light_imports.apply()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        from rasa.model_training import train

        began = time.perf_counter()
        result = train(
            domain=str(folder / "domain.yml"),
            config=str(folder / "config.yml"),
            training_files=[str(folder / "data")],
            output=str(folder / "models"),
            force_training=True,
        )
        seconds = time.perf_counter() - began
    assert result.model is not None

    import mends

    quiet_logs()
    mends.apply()
    reading, choosing = asyncio.run(_measure(result.model))
    size = Path(result.model).stat().st_size / 2**20
    found = {"training": [seconds], "understanding": reading, "choice of the action": choosing, "model": [size]}
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
