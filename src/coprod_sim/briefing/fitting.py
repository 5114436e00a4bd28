"""Makes texts fit the room there is: whole sentences go, the type never gets smaller."""

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

ENDED = re.compile(r"[.!?\N{HORIZONTAL ELLIPSIS}][\"')\]]*$|https?://\S+$")
"""How a text ends that needs no full stop."""
LINE = 11.0
"""Height of a line of text [pt]."""
HEAD = 19.0
"""Height of a heading with the room above it [pt]."""
WHOLE = 99
"""More sentences than a text has: all of them stay."""
WIDE, NARROW = 118, 57
"""How many letters a line surely takes, over the whole page and in one of two columns [letters]."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """A heading and its text.

    `tail` is said last and is never left out; fewer sentences than `least` would say nothing, or else
    `core` of them are kept before all go; heavy blocks shrink late. `core_weight` is what the core weighs,
    where that is another weight.
    """

    head: str
    text: str
    tail: str = ""
    least: int = 1
    core: int = 0
    weight: float = 1.0
    core_weight: float | None = None

    @property
    def words(self) -> str:
        """Give the text as it is printed."""
        return " ".join(ended(part) for part in (self.text, self.tail) if part)

    @property
    def height(self) -> float:
        """Say how much of a column it takes [pt]."""
        return HEAD + LINE * count_lines(self.words, NARROW)


class NamedText(NamedTuple):
    """A short text with its name; of its sentences the first `least` stay, however full the page is."""

    name: str
    words: str
    least: int = 1

    @property
    def spare(self) -> bool:
        """Say whether a sentence can be left out."""
        return len(sentences_of(self.words)) > self.least

    def shorter(self) -> "NamedText":
        """Leave the last sentence out."""
        return self._replace(words=" ".join(sentences_of(self.words)[:-1]))


def count_lines(text: str, letters: int) -> int:
    """Count the lines a text takes where so many letters go on a line."""
    return len(textwrap.wrap(text, letters))


def ended(text: str) -> str:
    """End a text as a sentence, once; no full stop follows an address, or what was cut."""
    said = text.strip()
    return f"{said}." if said and not ENDED.search(said) else said


def cut(text: str, letters: int) -> str:
    """Shorten text to so many letters, between words; what was cut ends in an ellipsis."""
    words = " ".join(text.split())
    if len(words) <= letters:
        return words
    whole, space, _ = words[:letters].rpartition(" ")
    kept = whole if space else words[: letters - 1]
    return kept.rstrip(" .,;:") + "\N{HORIZONTAL ELLIPSIS}"


def shortened(text: str, letters: int) -> str:
    """Keep whole sentences from the start as long as they fit; a first one too long is cut."""
    kept = ""
    for sentence in sentences_of(text):
        if kept and len(kept) + len(sentence) + 1 > letters:
            break
        kept = f"{kept} {sentence}".strip()
    return cut(kept, letters)


def sentences_of(text: str) -> list[str]:
    """Split text into its sentences."""
    return re.split(r"(?<=[.!?]) +", " ".join(text.split()))


def fitted(
    blocks: Sequence[Block], room: float, taken: float
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Share blocks out over two columns and shorten them until both columns fit.

    `room` is the height of the columns, `taken` what is already used in the left one [pt]. The
    block that is longest for its weight loses its last sentence first; when none can lose more, the
    lightest is left out.
    """
    kept = list(blocks)
    while kept:
        split = _split(kept, taken)
        if max(_columns(kept, split, taken)) <= room:
            return tuple(kept[:split]), tuple(kept[split:])
        kept = _less(kept)
    return (), ()


def _columns(blocks: Sequence[Block], split: int, taken: float) -> tuple[float, float]:
    left, right = (sum(b.height for b in part) for part in (blocks[:split], blocks[split:]))
    return taken + left, right


def _split(blocks: Sequence[Block], taken: float) -> int:
    """Find the place to break so that the longer column is as short as it can be."""
    return min(range(len(blocks) + 1), key=lambda k: max(_columns(blocks, k, taken)))


def _less(blocks: Sequence[Block]) -> list[Block]:
    """Take away one sentence, or else one block."""
    can = [b for b in blocks if len(sentences_of(b.text)) > b.least]
    if can:
        long = max(can, key=lambda b: len(b.words) / b.weight)
        text = " ".join(sentences_of(long.text)[:-1])
        return [replace(b, text=text) if b is long else b for b in blocks]
    light = min(blocks, key=lambda b: b.weight)
    core = " ".join(sentences_of(light.text)[: light.core])
    weight = light.weight if light.core_weight is None else light.core_weight
    shorter = replace(light, text=core, least=light.core, weight=weight)
    less = [shorter] if core and core != light.text else []
    at = blocks.index(light)
    return [*blocks[:at], *less, *blocks[at + 1 :]]
