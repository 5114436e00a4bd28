"""What became of the ideas, told on the wall one by one, from whichever device leads."""

from collections.abc import Sequence
from dataclasses import dataclass

from coprod_sim.live.ideas import IdeaOnWay, on_the_wall
from coprod_sim.live.screens import Screen
from coprod_sim.live.steps import CloseActivity, RoomStep, ShowScreen
from coprod_sim.words import Words


@dataclass(frozen=True)
class FatesInTurn:
    """The ideas that are told one by one, and which of them is on the wall now: its place, or -1.

    `kept_back` counts those that are answered but not let through.
    """

    ideas: tuple[IdeaOnWay, ...]
    at: int
    kept_back: int = 0

    def beside(self, by: int) -> int | None:
        """Give the place of the next one (1), or the one before (-1); None where there is none."""
        place = self.at + by
        return place if 0 <= place < len(self.ideas) else None


def in_turn(ideas: Sequence[IdeaOnWay], now: str) -> FatesInTurn:
    """Line up the ideas that everybody may see and that are answered, as they stand on the wall.

    Args:
        ideas: all ideas of the room.
        now: the name of the idea on the wall, if any.
    """
    fit = tuple(i for i in on_the_wall(ideas) if i.fate)
    back = sum(1 for i in ideas if i.fate and i.state != "shown" and i.same_as is None)
    return FatesInTurn(fit, next((k for k, i in enumerate(fit) if i.id == now), -1), back)


def telling(found: FatesInTurn, place: int, t: Words, *, named: bool) -> tuple[RoomStep, ...]:
    """Give the steps that show one idea of those, with what became of it and why."""
    title = t("room-fate-in_turn", place=place + 1, all=len(found.ideas))
    return alone(found.ideas[place], t, named=named, title=title)


def alone(idea: IdeaOnWay, t: Words, *, named: bool, title: str = "") -> tuple[RoomStep, ...]:
    """Give the steps that show one idea alone; its fate and reason stand below it once it has them."""
    who = idea.name if named else ""
    own = t("trainer-ideas-one_of", name=who) if who else t("trainer-ideas-one")
    fated = {"fate": t(f"room-fate-{idea.fate}"), "why": idea.why} if idea.fate else {}
    said = (t("trainer-ideas-fated", **fated),) if fated else ()
    screen = Screen(
        title=title or own, large=f"{who}: {idea.text}" if who and title else idea.text,
        paragraphs=said, idea=idea.id,
    )  # fmt: skip
    return CloseActivity(), ShowScreen(screen=screen)
