"""The script of the part a session is in, as a second device shows it: what to say, do and show."""

from collections.abc import Mapping
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import Annotated

from pydantic import Field

from coprod_sim.library_files import FileValue
from coprod_sim.live.activities import Agreed
from coprod_sim.live.room import SCRIPT
from coprod_sim.live.session_plan import SessionPlan
from coprod_sim.live.shown_in_part import ToShow, to_show
from coprod_sim.words import Words

BLOCKS = ("say", "do", "screen", "wrong", "cards")
"""The blocks of a script, in the order in which they stand."""
Text = Annotated[str, Field(max_length=600)]
Texts = Annotated[tuple[Text, ...], Field(strict=False, max_length=100)]


class PartScript(FileValue):
    """A part's title, its lines by block, and what can be put on the big screen in it."""

    title: Text
    say: Texts = ()
    do: Texts = ()
    screen: Texts = ()
    wrong: Texts = ()
    cards: Texts = ()
    shown: Annotated[tuple[ToShow, ...], Field(strict=False, max_length=20)] = ()
    fates: bool = False
    """Whether people are told in it what became of their ideas; then each phone shows its own."""

    @cached_property
    def stamp(self) -> str:
        """A few signs that are others for another script, so that a page notices the change."""
        return sha256(self.model_dump_json().encode()).hexdigest()[:12]

    def puts_up(self, title: str) -> bool:
        """Say whether one of its buttons puts these words on the big screen.

        Args:
            title: the words.
        """
        return any(one.screen.title == title for one in self.shown)

    @property
    def blocks(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The blocks that hold something."""
        return tuple((name, lines) for name in BLOCKS if (lines := getattr(self, name)))


def stored_script(settings: Mapping[str, str]) -> PartScript | None:
    """Read the script that a room's settings hold, if any; one that is damaged is not shown."""
    text = settings.get(SCRIPT)
    return _read(text) if text else None


@lru_cache(maxsize=64)
def _read(text: str) -> PartScript | None:
    """Read a script once, whichever phones and devices ask for it."""
    try:
        return PartScript.model_validate_json(text)
    except ValueError:
        return None


def script_of(
    plan: SessionPlan,
    at: int,
    t: Words,
    *,
    agreed: Agreed | None = None,
    day: str = "",
    seal: str = "",
) -> PartScript:
    """Give the script of a part.

    Args:
        plan: the plan that is led.
        at: which part.
        t: the words to say it in.
        agreed: what the group has agreed to.
        day: when the room is deleted, in words.
        seal: the seal of the locked guess, if one is locked.
    """
    part, agreed = plan.part[at], agreed or Agreed()
    said = part.spoken(t, named=agreed.named, linked=agreed.linked, day=day)
    return PartScript(
        title=part.title, say=said, do=part.do,
        screen=tuple(one.sentence(t) for one in part.screens), wrong=part.if_wrong,
        cards=(part.without_devices,) if plan.phones else (), shown=to_show(plan, at, t, seal),
        fates=any(one.kind == "ideas" for one in part.screens),
    )  # fmt: skip
