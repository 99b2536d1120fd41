"""A flame graph as a small SVG: folded stacks in, one drawing out; what is below half a percent is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

WIDTH = 1200
HEIGHT = 16
LEAST = 0.005
"""Share of all samples below which a frame is not drawn."""
LETTER = 6.3
COLOURS = {"rasa": "#f2b46b", "osteochat": "#8fbf7f", "other": "#d9d3c7"}
OWN = ("nlu/", "actions/", "answers/", "guideline/", "knowledge/", "channels/", "mends/", "osteochat/")


@dataclass
class Frame:
    """One function, with what it called. `samples`: how often it was seen, itself or what it called."""

    name: str
    samples: int = 0
    calls: dict[str, Frame] = field(default_factory=dict)

    @property
    def depth(self) -> int:
        """How many frames stand above it, those not drawn included."""
        return 1 + max((each.depth for each in self.calls.values()), default=0)


def tree_of(folded: str, below: str, without: tuple[str, ...]) -> Frame:
    """Read lines of `frame;frame;frame count` into a tree.

    :param below: stacks are cut off below the first frame that begins so; stacks without it are left out
    :param without: stacks that end in a frame that begins so are left out (waiting)
    """
    root = Frame("all")
    for line in folded.splitlines():
        stack, _, count = line.rpartition(" ")
        frames = stack.split(";")
        start = next((place for place, each in enumerate(frames) if each.startswith(below)), None)
        if start is None or frames[-1].startswith(without):
            continue
        _add(root, frames[start + 1 :], int(count))
    return _pruned(root, root.samples * LEAST)


def _add(root: Frame, frames: list[str], count: int) -> None:
    root.samples += count
    here = root
    for name in frames:
        here = here.calls.setdefault(name, Frame(name))
        here.samples += count


def _pruned(frame: Frame, least: float) -> Frame:
    frame.calls = {name: _pruned(each, least) for name, each in frame.calls.items() if each.samples >= least}
    return frame


def svg(root: Frame, title: str) -> str:
    """Draw the tree, callers below, as SVG; a frame's title says its share.

    :raises ValueError: when nothing was seen
    """
    if not root.samples:
        raise ValueError("the profile is empty")
    height = root.depth * HEIGHT + 30
    shapes = "".join(_shapes(root, 0.0, height - HEIGHT - 4, root.samples))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="monospace" font-size="10">'
        f'<title>{escape(title)}</title><text x="4" y="12">{escape(title)}</text>{shapes}</svg>\n'
    )


def _shapes(frame: Frame, left: float, top: float, total: int) -> Iterator[str]:
    width = WIDTH * frame.samples / total
    yield (
        f"<g><title>{escape(frame.name)}: {frame.samples / total:.1%}</title>"
        f'<rect x="{left:.1f}" y="{top:.0f}" width="{width:.1f}" height="{HEIGHT - 1}" fill="{_colour(frame.name)}"/>'
    )
    letters = int((width - 4) / LETTER)
    if letters > 3:
        yield f'<text x="{left + 2:.1f}" y="{top + 11:.0f}">{escape(frame.name[:letters])}</text>'
    yield "</g>"
    for each in sorted(frame.calls.values(), key=lambda call: call.name):
        yield from _shapes(each, left, top - HEIGHT, total)
        left += WIDTH * each.samples / total


def _colour(name: str) -> str:
    place = name.partition("(")[2]
    if place.startswith(OWN):
        return COLOURS["osteochat"]
    return COLOURS["rasa" if place.startswith(("rasa/", "rasa_sdk/")) else "other"]
