"""What was typed for a card and not saved when its question was closed: it waits until that is open again."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from coprod_sim.live.session_plan import Turn

LINE = "line_"
"""How the ids of the boxes begin that hold the answers of a card; its number follows."""


def line_of(card: int) -> str:
    """Give the id of the box for the answers of a card; 0 is one whose number was not typed."""
    return f"{LINE}{card}"


class HalfTyped:
    """Keeps the lines that were typed and not saved, by the round they belong to."""

    def __init__(self) -> None:
        self._lines: dict[Turn, dict[str, str]] = {}

    def lay_by(self, turn: Turn, values: Mapping[str, Any]) -> None:
        """Keep what stands in the boxes of a round that has been closed."""
        typed = {name: str(text) for name, text in lines_in(values).items()}
        if typed:
            key = _anywhere(turn)
            self._lines[key] = self._lines.get(key, {}) | typed

    def take_up(self, turn: Turn | None) -> dict[str, Any]:
        """Give what belongs into the boxes of a round that is open again: the lines, and the first card."""
        lines = self._lines.pop(_anywhere(turn), {}) if turn else {}
        card = min((_card_of(name) for name in lines), default=1)
        return {"card": str(card or ""), **lines}

    def throw_away(self) -> None:
        """Keep nothing any longer."""
        self._lines.clear()

    @property
    def waiting(self) -> dict[Turn, list[tuple[int, str]]]:
        """The lines of each round that is not open: the number of the card, and what was typed."""
        return {
            turn: sorted((_card_of(name), text) for name, text in lines.items())
            for turn, lines in self._lines.items()
        }


def lines_in(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give what stands in the boxes for answers, those that are empty left out."""
    return {k: v for k, v in values.items() if k.startswith(LINE) and str(v or "").strip()}


def _anywhere(turn: Turn) -> Turn:
    """Give a round without its part: a plan may be changed meanwhile."""
    return replace(turn, part=0)


def _card_of(name: str) -> int:
    return int(name.removeprefix(LINE))
