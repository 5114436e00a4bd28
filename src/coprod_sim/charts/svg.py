"""Writes SVG, piece by piece; everything that comes from outside is escaped here."""

import re
from functools import cache
from html import escape

from coprod_sim.charts.theme import FONT, INK, PAPER, TEXT, WIDTH, Look

NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold."""
WIDEST = "28rem"
"""How wide a picture grows at most, so that its text stays near the size of the page's text."""
SHAPES = {
    "square": ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
    "triangle": ((0.0, -1.15), (1.08, 0.8), (-1.08, 0.8)),
    "diamond": ((0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)),
    "wedge": ((0.0, 1.15), (1.08, -0.8), (-1.08, -0.8)),
    "cross": (
        (-0.4, -1.1), (0.4, -1.1), (0.4, -0.4), (1.1, -0.4), (1.1, 0.4), (0.4, 0.4),
        (0.4, 1.1), (-0.4, 1.1), (-0.4, 0.4), (-1.1, 0.4), (-1.1, -0.4), (-0.4, -0.4),
    ),
}  # fmt: skip
"""Corners of the markers, around the middle, for a size of 1."""


def safe(words: str) -> str:
    """Make text safe to stand between tags or inside an attribute."""
    return escape(NOT_XML.sub("", words), quote=True)


def tag(name: str, *inside: str, **attributes: object) -> str:
    """Write one element; `stroke_width=2` becomes `stroke-width="2"`; `inside` must be safe."""
    pairs = "".join(
        f' {_name(key)}="{_short(value)}"'
        for key, value in attributes.items()
        if value not in (None, "")
    )
    return f"<{name}{pairs}>{''.join(inside)}</{name}>" if inside else f"<{name}{pairs}/>"


def text(
    x: float, y: float, words: str, *, anchor: str = "start", bold: bool = False, fill: str = INK
) -> str:
    """Write one line of text with its foot at y; a thin paper edge keeps it clear of guide lines."""
    edge = {"stroke": PAPER, "stroke_width": 3, "paint_order": "stroke"}
    return tag(
        "text",
        safe(words),
        x=x,
        y=y,
        text_anchor=None if anchor == "start" else anchor,
        font_weight="600" if bold else None,
        fill=fill,
        **edge,
    )


def line(
    x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1.0, dash: str = ""
) -> str:
    """Draw a straight line."""
    return tag(
        "line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, stroke_width=width, stroke_dasharray=dash
    )


def outline(points: list[tuple[float, float]], **attributes: object) -> str:
    """Draw a line through points; `fill` makes it an area."""
    path = "M" + "L".join(f"{_short(x)} {_short(y)}" for x, y in points)
    return tag("path", d=path, **attributes)


def marker(look: Look, x: float, y: float, size: float = 5.0, *, hollow: bool = False) -> str:
    """Draw an engagement's marker; a hollow one has the colour only around it."""
    paint = {
        "fill": PAPER if hollow else look.colour,
        "stroke": look.colour if hollow else PAPER,
        "stroke_width": 2 if hollow else 1,
    }
    if look.marker == "circle":
        return tag("circle", cx=x, cy=y, r=size, **paint)
    corners = [(x + size * dx, y + size * dy) for dx, dy in SHAPES[look.marker]]
    return outline([*corners, corners[0]], **paint)


def picture(title: str, finding: str, height: float, parts: list[str]) -> str:
    """Put the parts together to a picture with a name and a description."""
    return tag(
        "svg",
        tag("title", safe(title)),
        tag("desc", safe(finding)),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        viewBox=f"0 0 {WIDTH:g} {_short(height)}",
        style=f"display:block;width:100%;max-width:{WIDEST};height:auto",
        font_family=FONT,
        font_size=TEXT,
    )


@cache
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _short(value: object) -> str:
    return f"{round(value, 1):g}" if isinstance(value, float) else safe(str(value))
