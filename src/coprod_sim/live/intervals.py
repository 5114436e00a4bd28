"""How every range of the room is named: always with its level, in one way."""

from coprod_sim.charts.words import MINUS, number

ROOM_NEAR, MODEL, ROOM = 0.80, 0.90, 0.95
"""The levels that are shown: two for what a room found, one for what the model guessed [share]."""
MOST = 10.0
"""How far two scores from 0 to 10 can lie apart [points]."""


def level_name(level: float) -> str:
    """Name a range by its level.

    >>> level_name(0.8)
    '80 in 100 range'
    """
    return f"{100 * level:.0f} in 100 range"


def points(low: float, high: float) -> str:
    """Write a range of points with signs."""
    return f"{number(low, 1, sign=True)} to {number(high, 1, sign=True)}"


def ends(text: str) -> tuple[float | str, float | str]:
    """Read a range of points back as two numbers; what is none, such as a hidden one, stands in both.

    >>> ends(points(-0.4, 2.4)), ends("hidden")
    ((-0.4, 2.4), ('hidden', 'hidden'))
    """
    low, _, high = text.replace(MINUS, "-").partition(" to ")
    return (float(low), float(high)) if high else (text, text)


def interval(low: float, high: float, level: float) -> str:
    """Write a range in a sentence or beside a bar: its ends and its level."""
    return f"{points(low, high)} ({level_name(level)})"


def spoken(low: float, high: float, level: float) -> str:
    """Write a range of points as it can be read aloud, in halves of a point, with its level.

    >>> spoken(-7.9, 7.4, 0.95)
    'between 8 points lower and 7.5 higher (95 in 100)'
    >>> spoken(0.1, 1.0, 0.8)
    'between 0.1 and 1 point higher (80 in 100)'
    """
    return _said(_halves(low), _halves(high), level)


def sayable(low: float, high: float, level: float) -> str:
    """Write a range of points without signs, to the digit by which it is judged, with its level.

    >>> sayable(-0.44, 2.4, 0.9)
    'between 0.4 points lower and 2.4 higher (90 in 100)'
    >>> sayable(-3.9, -2.2, 0.9)
    'between 3.9 and 2.2 points lower (90 in 100)'
    """
    return _said(round(low, 1), round(high, 1), level)


def apart(difference: float) -> str:
    """Write one difference in points without a sign.

    >>> apart(1.24), apart(-1.0), apart(0.04)
    ('1.2 points higher', '1 point lower', 'the same')
    """
    shown = round(difference, 1)
    return f"{_many(shown)} {'higher' if shown > 0 else 'lower'}" if shown else "the same"


def _said(low: float, high: float, level: float) -> str:
    below, above = (end < 0 for end in (low, high))
    said = {
        (True, False): f"between {_many(low)} lower and {abs(high):g} higher",
        (False, False): f"between {abs(low):g} and {_many(high)} higher",
        (True, True): f"between {-low:g} and {_many(high)} lower",
    }[below, above]
    return f"{said} ({100 * level:.0f} in 100)"


def _many(value: float) -> str:
    """Write points without their sign: 1 point, and many."""
    return f"{abs(value):g} point{'' if abs(value) == 1 else 's'}"


def _halves(value: float) -> float:
    """Round to halves of a point; what is not quite nothing stays so."""
    return round(2 * value) / 2 or round(value, 1)


def within(low: float, high: float) -> tuple[float, float]:
    """Cut an interval where the scores end: no difference between them can be larger."""
    return max(low, -MOST), min(high, MOST)
