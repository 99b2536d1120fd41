"""An icon array as an SVG picture that stands alone: with its title, its legend and its sentence in it, and without style."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap
from xml.sax.saxutils import escape

from answers.icon_array import IconArray, Mark, Panel

CELL = 10
GAP = 30
LEFT, TOP = 16, 16
LINE = 22
CHARACTERS = 62
"""Characters of a line of text that fit the width."""
COLUMNS = {100: 10, 1000: 40, 10_000: 100}
SIDE = 400
"""Width of the dots of one panel, whatever their number."""
INK, HAVE, MAYBE, NOT = "#1d2b36", "#a4201d", "#a4201d", "#8b9aa5"


def as_svg(array: IconArray) -> str:
    """Return the picture; it needs no font, style sheet or script of its own."""
    body: list[str] = []
    height = float(TOP)
    for line in wrap(array.title, CHARACTERS):
        height += LINE
        body.append(_text(line, height, bold=True))
    for panel in array.panels:
        height = _draw(panel, array.per, height + GAP / 2, body)
    for remark in (array.sentence, *array.remarks):
        height += GAP / 2
        for line in wrap(remark, CHARACTERS):
            height += LINE
            body.append(_text(line, height))
    width, whole = SIDE + 2 * LEFT + 60, height + TOP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {whole:g}" width="{width}" height="{whole:g}" '
        f'role="img" aria-labelledby="title text" font-family="sans-serif" font-size="15" fill="{INK}">'
        f'<title id="title">{escape(array.title)}</title><desc id="text">{escape(array.sentence)}</desc>'
        f'<rect width="{width}" height="{whole:g}" fill="#fff"/>{"".join(body)}</svg>'
    )


def _draw(panel: Panel, per: int, height: float, body: list[str]) -> float:
    """Add a panel below that height; return the height below it."""
    if panel.title:
        height += LINE
        body.append(_text(panel.title, height, bold=True))
    height += 8
    columns = COLUMNS[per]
    cell = SIDE / columns
    body.append(f'<g transform="translate({LEFT} {height:g}) scale({cell / CELL:g})">')
    first = 0
    for part in panel.parts:
        body.append(_dots(part.mark, range(first, first + part.count), columns))
        first += part.count
    body.append("</g>")
    height += cell * (per // columns)
    for part in panel.parts:
        for number, line in enumerate(wrap(part.label, CHARACTERS - 4)):
            height += LINE
            if not number:
                body.append(f'<g transform="translate({LEFT} {height - 11:g})">{_dots(part.mark, [0], 1)}</g>')
            body.append(_text(line, height, left=LEFT + 18))
    return height


def _dots(mark: Mark, places: Iterable[int], columns: int) -> str:
    """Return dots as one path: lines of no length with round ends, or rings."""
    if mark == "maybe":
        path = "".join(f"M{x - 3} {y}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0" for x, y in _centres(places, columns))
        return f'<path d="{path}" fill="none" stroke="{MAYBE}" stroke-width="1.9"/>' if path else ""
    path = "".join(f"M{x} {y}h0" for x, y in _centres(places, columns))
    colour, size = (HAVE, 8.6) if mark == "have" else (NOT, 4.6)
    return f'<path d="{path}" stroke="{colour}" stroke-width="{size}" stroke-linecap="round"/>' if path else ""


def _centres(places: Iterable[int], columns: int) -> Iterator[tuple[int, int]]:
    for place in places:
        yield CELL * (place % columns) + CELL // 2, CELL * (place // columns) + CELL // 2


def _text(line: str, height: float, bold: bool = False, left: int = LEFT) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{left}" y="{height:g}"{weight}>{escape(line)}</text>'
