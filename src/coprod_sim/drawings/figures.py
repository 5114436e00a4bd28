"""People, the papers between them, and the things they sit at: shapes that all drawings share."""

from coprod_sim.charts.theme import AXIS, INK, PAPER
from coprod_sim.drawings.style import (
    BAD,
    BODY,
    GOOD,
    PEOPLE,
    at,
    path,
    round_,
    rounded,
    stroke,
    words,
)

MISSING = "4 4"
"""The outline of somebody or something that is not there."""


def person(
    x: float, y: float, *, staff: bool = False, size: float = 1.0, missing: bool = False
) -> str:
    """Draw somebody standing at y: staff carry a badge; who is missing is an outline."""
    look = {"fill": "none", "stroke_dasharray": MISSING, "stroke": AXIS} if missing else {}
    fill = {} if missing else {"fill": BODY if staff else PEOPLE}
    shape = path("M-12 0V-14A12 12 0 0 1 12-14V0Z", **look, **fill)
    head = round_(0, -36, 8, **(look | ({} if missing else {"fill": PAPER})))
    badge = rounded(2, -16, 6, 8, 1, stroke_width=1.5) if staff and not missing else ""
    return at(x, y, shape, head, badge, size=size)


def crowd(x: float, y: float, count: int, apart: float = 28, **look: object) -> str:
    """Draw some people side by side, the first at x."""
    return "".join(person(x + apart * k, y, **look) for k in range(count))  # type: ignore[arg-type]


def wheels(x: float, y: float) -> str:
    """Draw somebody who uses a wheelchair."""
    seat = stroke("M-14-34V-12H8L14 0")
    return at(
        x, y, person(0, -8, size=0.85), seat, round_(-4, -8, 9, fill="none"), round_(13, -2, 3)
    )


def stick(x: float, y: float) -> str:
    """Draw somebody old, who walks with a stick."""
    return at(x, y, person(0, 0), stroke("M16 0V-18q0-5 5-4"))


def sheet(x: float, y: float, width: float = 30, height: float = 40, *, rows: int = 4) -> str:
    """Draw a page with some rows of text on it; x and y are its upper left corner."""
    gap = (height - 8) / (rows + 0.5) if rows else 0
    text = "".join(
        stroke(f"M5 {8 + gap * k:g}H{width - (11 if k == rows - 1 else 5):g}", AXIS)
        for k in range(rows)
    )
    return at(x, y, rounded(0, 0, width, height, 2), text)


def pile(x: float, y: float, sheets: int, width: float = 40) -> str:
    """Draw a pile of paper that stands on y."""
    return "".join(rounded(x - (k % 2) * 2, y - 5 * (k + 1), width, 5, 1) for k in range(sheets))


def envelope(x: float, y: float, width: float = 44, *, opened: bool = False) -> str:
    """Draw a letter, closed or with its page half out; x and y are its upper left corner."""
    height = width * 0.62
    half = width / 2
    page = sheet(4, -height * 0.6, width - 8, height, rows=3) if opened else ""
    flap = "" if opened else stroke(f"M0 1L{half:g} {height * 0.55:g}L{width:g} 1")
    front = (
        stroke(f"M0 {height:g}L{half:g} {height * 0.45:g}L{width:g} {height:g}") if opened else ""
    )
    return at(x, y, page, rounded(0, 0, width, height, 2), flap, front)


def tick(x: float, y: float, size: float = 1.0, colour: str = GOOD) -> str:
    """Draw a tick."""
    return at(x, y, stroke("M-7 0L-2 5L8-7", colour, stroke_width=3.5), size=size)


def arrow(x1: float, y1: float, x2: float, y2: float, colour: str = INK, bend: float = 0) -> str:
    """Draw an arrow; `bend` lifts its middle."""
    across, down = x2 - x1, y2 - y1 - 2 * -bend
    long = (across**2 + down**2) ** 0.5
    ux, uy = across / long, down / long
    wings = "".join(
        f"M{x2:g} {y2:g}L{x2 - 9 * ux + s * 5 * uy:g} {y2 - 9 * uy - s * 5 * ux:g}" for s in (1, -1)
    )
    middle = f"Q{(x1 + x2) / 2:g} {(y1 + y2) / 2 - bend:g} " if bend else "L"
    return stroke(f"M{x1:g} {y1:g}{middle}{x2:g} {y2:g}{wings}", colour)


def bubble(x: float, y: float, width: float, height: float, *inside: str, tail: float = 0.3) -> str:
    """Draw what somebody says; its tail leaves the lower edge at this share of the width."""
    foot = width * tail
    way = (
        f"M8 0H{width - 8:g}q8 0 8 8V{height - 8:g}q0 8-8 8H{foot + 12:g}L{foot:g} {height + 11:g}"
        f"V{height:g}H8q-8 0-8-8V8q0-8 8-8Z"
    )
    return at(x, y, path(way), *inside)


def asks(x: float, y: float) -> str:
    """Draw a question mark over somebody's head."""
    return words(x, y, "?", bold=True, colour=BAD)


def table(x: float, y: float, width: float) -> str:
    """Draw a table seen from the front, its top at y."""
    legs = f"M{x + 10:g} {y + 8:g}V{y + 34:g}M{x + width - 10:g} {y + 8:g}V{y + 34:g}"
    return stroke(legs) + rounded(x, y, width, 8, 3)


def chair(x: float, y: float, *, empty: bool = False) -> str:
    """Draw a chair that stands on y, its back to the left."""
    look = {"stroke_dasharray": MISSING, "stroke": AXIS} if empty else {}
    return at(x, y, path("M-8-34V0M-8-16H10V0", fill="none", **look))
