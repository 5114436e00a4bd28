"""Houses, halls, doors and signs: where drawings take place."""

from coprod_sim.charts.theme import AXIS, INK
from coprod_sim.drawings.style import BAD, BODY, at, path, round_, rounded, stroke, words


def floor(y: float, x1: float = 14, x2: float = 306) -> str:
    """Draw the ground."""
    return stroke(f"M{x1:g} {y:g}H{x2:g}")


def house(x: float, y: float, size: float = 1.0) -> str:
    """Draw a house that stands on y, 44 wide."""
    parts = (
        rounded(-18, -30, 36, 30, 1),
        path("M-23-28L0-50L23-28Z"),
        rounded(-11, -22, 9, 9, 1),
        rounded(3, -16, 10, 16, 1),
    )
    return at(x, y, *parts, size=size)


def hall(x: float, y: float, name: str = "", size: float = 1.0) -> str:
    """Draw a public building with columns, 96 wide, its name over the door."""
    columns = "".join(rounded(-39 + 17.5 * k, -44, 8, 38, 1) for k in range(5))
    parts = (
        rounded(-44, -46, 88, 42, 1),
        columns,
        path("M-50-46L0-74L50-46Z", fill=BODY),
        rounded(-50, -6, 100, 6, 1),
        words(0, -50, name),
    )
    return at(x, y, *parts, size=size)


def hospital(x: float, y: float, size: float = 1.0) -> str:
    """Draw a hospital, 64 wide, with a cross on its tower."""
    windows = "".join(
        rounded(-26 + 19 * c, -44 + 17 * r, 10, 9, 1)
        for c in range(3)
        for r in range(2)
        if (c, r) != (1, 1)
    )
    mark = stroke("M0-74V-60M-7-67H7", BAD, stroke_width=4)
    parts = (
        rounded(-15, -82, 30, 34, 1),
        rounded(-32, -52, 64, 52, 1),
        mark,
        windows,
        rounded(-7, -22, 14, 22, 1),
    )
    return at(x, y, *parts, size=size)


def door(x: float, y: float, *, ajar: bool = False, width: float = 34, height: float = 62) -> str:
    """Draw a door that stands on y, closed or open towards us."""
    frame = rounded(0, -height, width, height, 1)
    if not ajar:
        return at(x, y, frame, round_(width - 7, -height / 2, 2, fill=INK))
    leaf = path(f"M0 {-height:g}L{-width * 0.55:g} {-height - 6:g}V8L0 0Z", fill=BODY)
    return at(x, y, frame, leaf, round_(-width * 0.42, -height / 2 + 2, 2, fill=INK))


def tree(x: float, y: float, size: float = 1.0) -> str:
    """Draw a tree."""
    return at(x, y, stroke("M0 0V-22"), round_(0, -32, 14), size=size)


def sign(x: float, y: float, said: str) -> str:
    """Draw a round road sign on a post that stands on y."""
    disc = round_(0, -62, 19, stroke=BAD, stroke_width=5)
    return at(
        x,
        y,
        stroke("M0 0V-42", AXIS, stroke_width=4),
        disc,
        words(0, -57, said, bold=True) if said else "",
    )


def notice(x: float, y: float, width: float, said: str) -> str:
    """Draw a board with one line on it; x is its middle, y its upper edge."""
    return rounded(x - width / 2, y, width, 24, 3) + words(x, y + 17, said)
