"""Fits words into the room there is: how wide they are, where they break, how labels keep apart."""

import re
from collections.abc import Sequence

from coprod_sim.charts.theme import TEXT
from coprod_sim.words import ENGLISH, words_in

BREAKS = re.compile(r" +|-|$")
"""Where a line may end: at a space, after a hyphen, at the end."""
LETTERS = (("iljtfrI.,:;'|!()[] -", 0.38), ("+=\N{MINUS SIGN}", 0.84), ("mwMW@%…", 1.0))
"""Letters that are not as wide as most, with their widths [heights of the text]."""
CAPITAL, OTHER, FAR, BOLD = 0.71, 0.6, 1.0, 1.06
"""Widths of capital letters, of others, of letters far up in Unicode, and how much wider bold is."""
FAR_UP = 0x2E80


def text_width(words: str, *, bold: bool = False) -> float:
    """Estimate how wide a line of text is, on the generous side, for fonts we cannot know."""
    return TEXT * (BOLD if bold else 1.0) * sum(_of(letter) for letter in words)


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
    if len(parts) < 2:
        return "".join(parts)
    return words_in(ENGLISH)("figure-list", first=", ".join(parts[:-1]), last=parts[-1])


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
    for letters, width in LETTERS:
        if letter in letters:
            return width
    if ord(letter) > FAR_UP:
        return FAR
    return CAPITAL if letter.isupper() else OTHER
