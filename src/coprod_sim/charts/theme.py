"""How charts look: colours, marker shapes, line patterns and sizes, declared once."""

from dataclasses import dataclass

WIDTH = 320.0
"""Width of every picture [drawing units]; pictures scale to the page."""
TEXT = 13.5
"""Size of the text [drawing units]: still 12 pixels where the picture is 288 pixels wide."""
LEADING = 17.0
"""From one line of text to the next [drawing units]."""
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

PAPER = "#ffffff"
INK = "#1b2430"
QUIET = "#4a5563"
"""For text that steps back; still easy to read on paper white."""
AXIS = "#6b7684"
GRID = "#dde2e8"
"""For lines that only guide the eye and carry no meaning."""

DARK = {
    "paper": "#12181e", "ink": "#eef1f4", "quiet": "#b3bdc8", "axis": "#8894a1", "grid": "#2f3a45",
}  # fmt: skip
"""The same on a dark screen, by their small names."""

COLOURS = ("#b8401a", "#5b6470", "#0a5c9e", "#6b15c1", "#3d0a12", "#0e1440")
"""Told apart in every common kind of colour vision, and on paper white by everybody."""
ON_DARK = ("#f08a62", "#b4bec8", "#6bb3f0", "#c6a0fb", "#f2a3b0", "#a9b6ff")
"""The same colours made light, for paper that is dark."""
MARKERS = ("circle", "square", "triangle", "diamond", "cross", "wedge")
DASHES = ("2 3.5", "8 4", "", "9 3 2 3", "14 4", "5 3 1 3 1 3")
"""Line patterns, as lengths of dash and gap; an empty one is a solid line."""


@dataclass(frozen=True, slots=True)
class Look:
    """The colour, marker and line pattern that stand for one engagement in every chart."""

    colour: str
    marker: str
    dash: str


PLAIN = Look(COLOURS[2], "circle", "")
"""For charts whose rows are not engagements."""


def look(place: int) -> Look:
    """Give the look of an engagement by its place in the comparison, counted from 0.

    The same colour comes back after six places, but with another marker and pattern.
    """
    turn = place // len(COLOURS)
    return Look(
        COLOURS[place % len(COLOURS)],
        MARKERS[(place + turn) % len(MARKERS)],
        DASHES[(place + turn) % len(DASHES)],
    )


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours as WCAG 2.2 defines it, from 1 (none) to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
