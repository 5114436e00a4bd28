"""How every range of the room is named: always with its level, in one way."""

from coprod_sim.charts.words import MINUS, number

ROOM_NEAR, MODEL, ROOM = 0.80, 0.90, 0.95
"""The levels that are shown: two for what a room found, one for what the model guessed [share]."""
USUAL, FINEST = 1, 2
"""In how many digits after the point a result is written, and by how many it is judged and kept in tables."""
NO_RANGE = "none"
"""What stands for a range where nothing shows how far luck may have gone."""
MOST = 10.0
"""How far two scores from 0 to 10 can lie apart [points]."""


def level_name(level: float) -> str:
    """Name a range by its level.

    >>> level_name(0.8)
    '80 in 100 range'
    """
    return f"{100 * level:.0f} in 100 range"


def points(low: float, high: float, digits: int = USUAL) -> str:
    """Write a range of points with signs."""
    return f"{number(low, digits, sign=True)} to {number(high, digits, sign=True)}"


def ends(text: str) -> tuple[float | str, float | str]:
    """Read a range of points back as two numbers; what is none, such as a hidden one, stands in both.

    >>> ends(points(-0.4, 2.4)), ends("hidden")
    ((-0.4, 2.4), ('hidden', 'hidden'))
    """
    low, _, high = text.replace(MINUS, "-").partition(" to ")
    return (float(low), float(high)) if high else (text, text)


def interval(low: float, high: float, level: float, digits: int = USUAL) -> str:
    """Write a range in a sentence or beside a bar: its ends and its level."""
    return f"{points(low, high, digits)} ({100 * level:.0f} in 100)"


def sayable(low: float, high: float, level: float, digits: int = USUAL) -> str:
    """Write a range of points without signs, in the digits of the table beside it, with its level.

    >>> sayable(-0.44, 2.4, 0.9)
    'between 0.4 points lower and 2.4 higher (90 in 100)'
    >>> sayable(-3.9, -2.2, 0.9)
    'between 3.9 and 2.2 points lower (90 in 100)'
    >>> sayable(0.04, 2.06, 0.8), sayable(2.01, 2.02, 0.8)
    ('between 0.04 and 2.1 points higher (80 in 100)', '2 points higher (80 in 100)')
    """
    return _said(_end(low, digits), _end(high, digits), level)


def apart(difference: float, digits: int = USUAL) -> str:
    """Write one difference in points without a sign.

    >>> apart(1.24), apart(-1.0), apart(0.04)
    ('1.2 points higher', '1 point lower', 'the same')
    """
    shown = round(difference, digits)
    return f"{_many(shown)} {'higher' if shown > 0 else 'lower'}" if shown else "the same"


def _said(low: float, high: float, level: float) -> str:
    below, above = (end < 0 for end in (low, high))
    said = (
        apart(low, FINEST)
        if low == high
        else {
            (True, False): f"between {_many(low)} lower and {abs(high):g} higher",
            (False, False): f"between {abs(low):g} and {_many(high)} higher",
            (True, True): f"between {-low:g} and {_many(high)} lower",
        }[below, above]
    )
    return f"{said} ({100 * level:.0f} in 100)"


def _many(value: float) -> str:
    """Write points without their sign: 1 point, and many."""
    return f"{abs(value):g} point{'' if abs(value) == 1 else 's'}"


def _end(value: float, digits: int) -> float:
    """Round an end of a range; what is not quite nothing does not become nothing."""
    return round(value, digits) or round(value, FINEST)


def within(low: float, high: float) -> tuple[float, float]:
    """Cut an interval where the scores end: no difference between them can be larger."""
    return max(low, -MOST), min(high, MOST)
