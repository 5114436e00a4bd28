"""How drawings look: their size, their lines and colours, and the frame around each of them."""

import re
from dataclasses import dataclass
from typing import Any

from coprod_sim.charts.labels import wrap
from coprod_sim.charts.look import PAIRS
from coprod_sim.charts.svg import safe, tag
from coprod_sim.charts.theme import COLOURS, FONT, INK, PAPER, TEXT, WIDTH

HEIGHT = 200.0
"""Height of every drawing [drawing units]; its width is that of the charts."""
SHOWN = 1.5
"""How large a drawing stands where no page says otherwise [pixels a drawing unit]."""
LINE = 2.0
"""Width of every outline [drawing units]."""
GROUND = "#eef2f6"
"""The wall and floor that things stand on."""
PEOPLE, BODY = "#f6d5c6", "#cfe2f2"
"""Those who are served, and those who work for the public body; a badge tells them apart in print."""
BAD, GOOD = COLOURS[0], COLOURS[2]
"""For what goes wrong, and for what helps; a shape or a word says the same."""

_NIGHT = {
    **dict(PAIRS[name] for name in ("paper", "ink", "quiet", "axis", "mark", "accent")),
    GROUND: "#1c2630", PEOPLE: "#7a4430", BODY: "#23527d",
}  # fmt: skip
"""Every colour of a drawing, and what stands for it on a dark screen."""
_RULES = "".join(
    f'[{paint}="{day}"]{{{paint}:{night}}}'
    for paint in ("fill", "stroke")
    for day, night in _NIGHT.items()
)
_STYLE = f"@media (prefers-color-scheme:dark){{{_RULES}}}"
COLOUR = re.compile(r'(?:fill|stroke)="(#[0-9a-f]{6})"')


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of a situation; `said` is what it shows, for people who cannot see it."""

    title: str
    said: str
    svg: str


def drawing(title: str, said: str, *parts: str) -> Drawing:
    """Put parts together to a drawing on its own ground, so that it can be seen on any page.

    Args:
        title: what it is a picture of.
        said: what it shows, in one or two sentences.
        *parts: SVG, from back to front.

    Returns:
        The drawing, which needs no other file.
    """
    ground = rounded(1, 1, WIDTH - 2, HEIGHT - 2, 12, fill=GROUND, stroke="none")
    svg = tag(
        "svg", tag("title", safe(title)), tag("desc", safe(said)), tag("style", _STYLE), ground, *parts,
        xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}", role="img",
        width=WIDTH * SHOWN, height=HEIGHT * SHOWN, font_family=FONT, font_size=TEXT,
        fill=PAPER, stroke=INK, stroke_width=LINE, stroke_linejoin="round", stroke_linecap="round",
    )  # fmt: skip
    return Drawing(title, said, svg)


def at(x: float, y: float, *parts: str, size: float = 1.0, turn: float = 0.0) -> str:
    """Move parts to a place, larger or smaller, and turned [degrees]."""
    moves = [f"translate({x:g} {y:g})"]
    moves += [f"rotate({turn:g})"] if turn else []
    moves += [f"scale({size:g})"] if size != 1 else []
    return tag("g", *parts, transform=" ".join(moves))


def path(way: str, **look: object) -> str:
    """Draw along a path."""
    return tag("path", d=way, **look)


def stroke(way: str, colour: str = INK, **look: object) -> str:
    """Draw a line along a path, with nothing inside it."""
    return path(way, fill="none", stroke=colour, **look)


def rounded(
    x: float, y: float, width: float, height: float, corner: float = 3, **look: object
) -> str:
    """Draw a box with round corners."""
    return tag("rect", x=x, y=y, width=width, height=height, rx=corner, **look)


def round_(x: float, y: float, radius: float, **look: object) -> str:
    """Draw a circle."""
    return tag("circle", cx=x, cy=y, r=radius, **look)


def words(
    x: float, y: float, said: str, *, anchor: str = "middle", bold: bool = False, colour: str = INK
) -> str:
    """Write one line, its foot at y."""
    return tag(
        "text", safe(said), x=x, y=y, text_anchor=anchor, fill=colour, stroke="none",
        font_weight="600" if bold else None,
    )  # fmt: skip


def lines(x: float, y: float, said: str, width: float, **look: Any) -> str:
    """Write words in as many lines as the width asks for."""
    return "".join(words(x, y + 15 * k, line, **look) for k, line in enumerate(wrap(said, width)))
