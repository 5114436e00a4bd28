"""Sort: put each card into the bin where it belongs."""

from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from coprod_sim.errors import known
from coprod_sim.learning.check_result import CheckResult, InWords, Status, not_tried
from coprod_sim.learning.items import Id, Line
from coprod_sim.library_files import FileValue
from coprod_sim.results.variant import all_different
from coprod_sim.words import ENGLISH, Words, words_in


class SortCard(FileValue):
    """One card, the bin where it belongs, and why."""

    id: Id
    text: Line
    bin: str
    why: Line
    if_wrong: dict[str, Line] = Field(default_factory=dict)


class SortTable(FileValue):
    """Bins by their id, cards and what one is, and how many right are done; `near` bins count half."""

    each: Line
    """What one of the cards is, such as a person or a line of a leaflet."""
    bins: Annotated[dict[Id, Line], Field(min_length=2, max_length=8)]
    items: Annotated[tuple[SortCard, ...], Field(strict=False, min_length=3, max_length=24)]
    near: Annotated[
        tuple[Annotated[tuple[str, str], Field(strict=False)], ...], Field(strict=False)
    ] = ()
    need: float = 0.0

    @property
    def needed(self) -> float:
        """From how many cards on it counts as done; "right" is said of all of them alone."""
        return self.need or float(len(self.items))

    @model_validator(mode="after")
    def _fits(self) -> Self:
        all_different([i.id for i in self.items], "card")
        for name in (*(i.bin for i in self.items), *(b for pair in self.near for b in pair)):
            known(name, self.bins, "a bin")
        for card in self.items:
            for name in card.if_wrong:
                known(name, self.bins, "a bin")
        if self.need > len(self.items):
            raise ValueError(f"need is {self.need:g}, but there are only {len(self.items)} cards")
        return self


TABLE, SEED = SortTable, "none"


def check(table: SortTable, answer: dict[str, Any], _seed: int) -> CheckResult:
    """Say for each card whether it lies where it belongs, and why it belongs there."""
    t = words_in(ENGLISH)
    cards = {c.id: c for c in table.items}
    given = lying(table, answer)
    if not given:
        return not_tried(t("learner-check-sort_none", each=table.each))
    right = frozenset(k for k, name in given.items() if name == cards[k].bin)
    points = sum(worth(table, cards[k], name) for k, name in given.items())
    notes = {k: note(table, cards[k], name, t) for k, name in given.items()}
    left, done = len(cards) - len(given), len(right) == len(cards)
    enough = points >= table.needed and not left
    nearly = enough and not done
    said = [t("learner-check-sort_count", right=f"{points:g}", all=len(cards))]
    said += [t("learner-check-sort_left", left=left)] if left else []
    said += [_again([c for c in table.items if c.id not in right], t)] if nearly else []
    return CheckResult(
        status=Status.YES if enough else Status.NOT_YET, said=tuple(said), notes=notes, right=right,
        of=len(cards), points=points, guess=best_bin(table), head="nearly" if nearly else "",
    )  # fmt: skip


def _again(wrong: list[SortCard], t: Words) -> str:
    """Name the cards to look at again, for they may stand far from the verdict."""
    named = "; ".join(card.text for card in wrong)
    return t("learner-check-sort_again", count=len(wrong), cards=named)


def lying(table: SortTable, answer: dict[str, Any]) -> dict[str, str]:
    """Give the bin of every card that lies in one."""
    given = {c.id: answer.get(c.id) for c in table.items}
    return {k: name for k, name in given.items() if isinstance(name, str) and name in table.bins}


def best_bin(table: SortTable) -> float:
    """Give what the cards count if all of them are put into one bin, the best one for that."""
    return max(sum(worth(table, card, name) for card in table.items) for name in table.bins)


def in_words(table: SortTable, answer: dict[str, Any]) -> dict[str, InWords]:
    """Give every card, and the bin it was put into."""
    given = lying(table, answer)
    return {c.id: InWords(c.text, table.bins.get(given.get(c.id, ""), "")) for c in table.items}


def worth(table: SortTable, card: SortCard, name: str) -> float:
    """Give what a card in a bin counts: 1 where it belongs, a half near it, else nothing."""
    if name == card.bin:
        return 1.0
    return 0.5 if (card.bin, name) in table.near or (name, card.bin) in table.near else 0.0


def note(table: SortTable, card: SortCard, name: str, t: Words) -> str:
    """Say of a card in a bin whether it belongs there, and why."""
    if name == card.bin:
        return t("learner-check-sort_yes", why=card.why)
    said = card.if_wrong.get(name, card.why)
    close = worth(table, card, name) > 0
    return t("learner-check-sort_near" if close else "learner-check-sort_no", why=said)
