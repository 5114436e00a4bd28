"""Fits words into the room there is: how wide they are, where they break, how labels keep apart."""

import re
from collections.abc import Sequence

from coprod_sim.charts.theme import TEXT

BREAKS = re.compile(r" +|-|$")
"""Where a line may end: at a space, after a hyphen, at the end."""
NARROW, WIDE, SIGNS = "iljtfrI.,:;'|!()[] -", "mwMW@%…", "+=\N{MINUS SIGN}"


def text_width(words: str, *, bold: bool = False) -> float:
    """Estimate how wide a line of text is, on the generous side, for fonts we cannot know."""
    return TEXT * (1.06 if bold else 1.0) * sum(_of(letter) for letter in words)


def wrap(words: str, width: float, lines: int = 2, *, bold: bool = False) -> list[str]:
    """Break text into at most so many lines; what does not fit ends in an ellipsis."""
    out, rest = [], " ".join(words.split())
    while rest and len(out) < lines - 1:
        head = _fitting(rest, width, bold)
        out.append(head)
        rest = rest[len(head) :].lstrip()
    return [*out, _cut(rest, width, bold)] if rest else out


def spread(
    wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float
) -> list[float]:
    """Push labels apart vertically: give each middle, as near as possible to where it is wanted.

    Labels keep their order. Where they do not all fit between top and bottom, they run past the
    bottom rather than over each other.
    """
    order = sorted(range(len(wanted)), key=lambda k: wanted[k])
    places = [0.0] * len(wanted)
    edge = bottom
    for k in reversed(order):  # from below: nobody below the bottom, nobody into the next one
        places[k] = min(wanted[k], edge - heights[k] / 2)
        edge = places[k] - heights[k] / 2
    edge = top
    for k in order:  # from above: nobody above the top, nobody into the last one
        places[k] = max(places[k], edge + heights[k] / 2)
        edge = places[k] + heights[k] / 2
    return places


def listing(parts: Sequence[str]) -> str:
    """Join words to a list: "a, b and c"."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def _fitting(words: str, width: float, bold: bool) -> str:
    """Take whole words while they fit; a word that is too long by itself is broken."""
    ends = [m.end() for m in BREAKS.finditer(words)]
    fitting = [k for k in ends if text_width(words[:k].rstrip(), bold=bold) <= width]
    return words[: fitting[-1]].rstrip() if fitting else _letters(words, width, bold)


def _letters(words: str, width: float, bold: bool) -> str:
    end = 1
    while end < len(words) and text_width(words[: end + 1], bold=bold) <= width:
        end += 1
    return words[:end]


def _cut(words: str, width: float, bold: bool) -> str:
    if text_width(words, bold=bold) <= width:
        return words
    return _letters(words, width - text_width("…", bold=bold), bold).rstrip() + "…"


def _of(letter: str) -> float:
    if letter in NARROW:
        return 0.38
    if letter in SIGNS:
        return 0.84
    if letter in WIDE or ord(letter) > 0x2E80:
        return 1.0
    return 0.71 if letter.isupper() else 0.6
