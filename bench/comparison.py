"""The comparison itself: what is measured, in which order, and what each figure must reach."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from bench import disk, inside, page_cache, stock, turns
from bench.figures import Figure, Limit, Row, figure
from bench.load import Load, under_load
from bench.messages import DECISION, FORM, LONG, TOPIC
from bench.report import Report
from bench.starter import STARTER, TRAINED, build, kept_seconds, train_ours, train_starter
from bench.subjects import FOLDER, Subject, ours, starter
from osteochat.settings import ROOT, read_settings
from osteochat.training import model_path

SECONDS_TO_REST = 5.0
PLACES = (5, 50, 200)


@dataclass(frozen=True)
class Size:
    """How much is measured. `train`: both are trained anew in this run; otherwise the kept times are shown."""

    train: bool
    cold: bool
    starts: int
    turns: int
    long_talks: int
    load_seconds: float
    clients: tuple[int, ...]
    memory_turns: int
    nlu: int


FULL = Size(True, True, 3, 200, 5, 10.0, (1, 8, 32), 1000, 200)
QUICK = Size(False, False, 1, 50, 1, 4.0, (8,), 200, 0)


def full(with_training: bool) -> Size:
    """Return the full size, with or without training both."""
    return replace(FULL, train=with_training)


def compare(size: Size, report: Report) -> None:
    """Measure everything into the report."""
    home = FOLDER / "home"
    shutil.rmtree(home, ignore_errors=True)
    _training(size, report)
    one, two = starter(build()), ours(home)
    with _both(one, two):
        _starts(size, report, one, two)
        _turns(size, report, one, two)
        _long(size, report, one, two)
        _load(size, report, one, two)
        _memory(size, report, one, two)
    _parts(size, report)
    _disk(size, report)


@contextmanager
def _both(one: Subject, two: Subject) -> Iterator[None]:
    """End both, whatever happens."""
    try:
        yield
    finally:
        one.end()
        two.end()


def _training(size: Size, report: Report) -> None:
    report.step("training (the starter is trained once and kept)")
    known = model_path(read_settings())
    had = TRAINED.exists()
    build()
    if not size.train:
        if not known.exists():
            train_ours()
        return
    seconds = kept_seconds() if not had else train_starter()
    assert seconds is not None
    report.add(_row("training", "s", [train_ours()], [seconds], Limit(0.35)))


def _starts(size: Size, report: Report, one: Subject, two: Subject) -> None:
    """Start both in turn; the last start of each stays up."""
    if size.cold:
        report.step("cold starts")
        cold, how = [], ""
        for each in (one, two):
            how = page_cache.drop([ROOT / ".venv" / "lib", each.folder])
            cold.append(each.start())
            each.end()
        report.notes.append(f"Cold: {how} before each start.")
        report.add(_row("start to first answer, cold", "s", [cold[1]], [cold[0]]))
    report.step(f"{size.starts} warm starts of each")
    seconds: dict[str, list[float]] = {one.name: [], two.name: []}
    rest: dict[str, list[float]] = {one.name: [], two.name: []}
    for number in range(size.starts):
        for each in (two, one):
            seconds[each.name].append(each.start())
            time.sleep(SECONDS_TO_REST)
            rest[each.name].append(each.memory())
            if number + 1 < size.starts or each is two:
                each.end()
    two.start()
    report.add(
        _row("start to first answer, warm", "s", seconds[two.name], seconds[one.name], Limit(0.18, 12)),
        _row("memory at rest, all processes (PSS)", "MB", rest[two.name], rest[one.name], Limit(0.6)),
    )


def _turns(size: Size, report: Report, one: Subject, two: Subject) -> None:
    report.step("turns of one client")
    turns.plain(one, two, 10)
    found = turns.plain(one, two, size.turns)
    report.add(_row("plain text turn", "ms", found.ours, found.starter, Limit(0.3)))
    for name, talk, limit in (
        ("topic turn", TOPIC, Limit(0.3)),
        ("form turn", FORM, None),
        ("decision turn", DECISION, Limit(0.5)),
    ):
        found = turns.of_kind(one, two, talk, size.turns // 2)
        report.add(_row(name, "ms", found.ours, found.starter, limit))


def _long(size: Size, report: Report, one: Subject, two: Subject) -> None:
    report.step(f"{size.long_talks} conversations of {max(PLACES)} turns with each")
    found = turns.long(one, two, PLACES, size.long_talks)
    for place in PLACES:
        report.add(_row(f"turn {place} of one conversation", "ms", found[place].ours, found[place].starter))
    first, last = found[PLACES[0]], found[PLACES[-1]]
    name = f"turn {PLACES[-1]} ÷ turn {PLACES[0]}"
    report.add(
        Row(name + ", ours", "ms", figure(last.ours), figure(first.ours), "our turn 5", Limit(1.3)),
        Row(name + ", starter", "ms", figure(last.starter), figure(first.starter), "its turn 5"),
    )


def _load(size: Size, report: Report, one: Subject, two: Subject) -> None:
    report.step(f"clients in flight, {size.load_seconds:.0f} s each")
    for clients in size.clients:
        of_starter = under_load(one, clients, size.load_seconds)
        of_ours = under_load(two, clients, size.load_seconds)
        limit = Limit(3, least=True) if clients == 8 else None
        report.add(
            Row(f"throughput, {clients} in flight", "turns/s", _rate(of_ours), _rate(of_starter), limit=limit),
            _row(f"turn, {clients} in flight", "ms", of_ours.milliseconds, of_starter.milliseconds),
        )
        if of_ours.errors or of_starter.errors:
            report.notes.append(f"Errors at {clients} in flight: ours {of_ours.errors}, starter {of_starter.errors}.")


def _rate(load: Load) -> Figure:
    return Figure(load.rate, load.rate, 1)


def _memory(size: Size, report: Report, one: Subject, two: Subject) -> None:
    report.step(f"memory before and after {size.memory_turns:,} turns")
    for each, messages, limit in ((two, LONG, Limit(1.1)), (one, one.plain, None)):
        before = each.memory()
        turns.many(each, messages, size.memory_turns)
        name = f"memory after {size.memory_turns:,} turns ÷ before, {each.name}"
        report.add(Row(name, "MB", figure([each.memory()]), figure([before]), "before", limit))


def _parts(size: Size, report: Report) -> None:
    report.step("parts by themselves")
    count = str(size.nlu)
    if size.nlu:
        own = inside.measure(ROOT, "nlu-ours", str(model_path(read_settings())), count)
        report.add(
            _row("understanding alone (NLU)", "ms", own, inside.measure(STARTER, "nlu-starter", str(TRAINED), count))
        )
    report.add(Row("rule module alone, one decision", "ms", figure(inside.measure(ROOT, "rules", "400"))))


def _disk(size: Size, report: Report) -> None:
    report.step("size on disk")
    found, other = disk.of_packages(disk.needed_by(disk.runtime_packages(ROOT))), stock.size(build=size.train)
    report.add(Row("environment on disk", "MB", figure([found]), figure([other]) if other else None))
    if not other:
        report.notes.append(
            "The stock environment (pip install rasa) was not weighed; the full run installs it once, with uv and a network."
        )


def _row(name: str, unit: str, own: list[float], other: list[float], limit: Limit | None = None) -> Row:
    return Row(name, unit, figure(own), figure(other), limit=limit)
