"""Throughput: several clients that send their next message as soon as the last one is answered."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field

from bench.subjects import Subject
from bench.turns import TURNS_OF_A_TALK, new_sender


@dataclass
class Load:
    """`rate`: turns answered per second. `milliseconds`: of each. `errors`: turns without an answer."""

    rate: float = 0.0
    milliseconds: list[float] = field(default_factory=list)
    errors: int = 0


def under_load(subject: Subject, clients: int, seconds: float) -> Load:
    """Keep that many clients busy for some seconds, each in conversations of five turns of small talk."""
    found = Load()
    end = time.perf_counter() + seconds
    threads = [threading.Thread(target=_talk, args=(subject, end, found)) for _ in range(clients)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found.rate = len(found.milliseconds) / (time.perf_counter() - began)
    return found


def _talk(subject: Subject, end: float, found: Load) -> None:
    number = 0
    with subject.client() as client:
        while time.perf_counter() < end:
            if number % TURNS_OF_A_TALK == 0:
                sender = new_sender()
            try:
                found.milliseconds.append(client.time(sender, subject.plain[number % len(subject.plain)]))
            except OSError:
                found.errors += 1
                time.sleep(0.1)  # a server that is down is not asked ten thousand times
            number += 1
