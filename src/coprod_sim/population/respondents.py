"""Keeps who of a survey is still in, and notes who was left out and why."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from coprod_sim.population.counted_answers import Flags
from coprod_sim.population.quoting import count

Why = Literal["previews", "unfinished", "no_answer", "no_weight", "totals", "no_group"]
"""Why a row is left out, by the word under which a page says it."""


@dataclass
class Respondents:
    """The people still in, one entry per row, notes on what was read and dropped, and how many for what."""

    kept: Flags
    notes: list[str] = field(default_factory=list)
    left_out: Counter[Why] = field(default_factory=Counter)

    def drop(self, rows: Flags, reason: str, why: Why) -> None:
        """Drop the marked people who are still in, and note how many there were.

        Args:
            rows: a flag for each row.
            reason: why, for the end of a sentence.
            why: the same in a word, by which they are counted.
        """
        dropped = int((self.kept & rows).sum())
        self.kept &= ~rows
        if dropped:
            self.left_out[why] += dropped
            self.notes.append(f"Dropped {count(dropped, 'row')}: {reason}.")
