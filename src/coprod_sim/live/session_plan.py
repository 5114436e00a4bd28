"""What a session plan may say, and the activities on the shelf that all plans share."""

from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from typing import Annotated, Any, Literal, Self

from pydantic import Field, TypeAdapter, model_validator

from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.library_files import FileValue, check, parse_toml
from coprod_sim.live.activities import Activities, Activity, RoomPlan
from coprod_sim.live.arms import SMALLEST_FOR_TWO_ARMS

PACKAGE = "coprod_sim.live.plans"
SHELF = "activities"
"""The folder with the activities that several plans share, one a file."""
DEBRIEF = 0.25
"""The least part of a session that must be talk about what happened [share]. Source: debriefing
improves learning by about a quarter, d = 0.67 (Tannenbaum & Cerasoli 2013, doi 10.1177/0018720812448394)."""
LONGEST = 480
"""The longest session [minutes]."""
Line = Annotated[str, Field(min_length=1, max_length=600)]
Lines = Annotated[tuple[Line, ...], Field(strict=False)]
Some = Annotated[tuple[Line, ...], Field(strict=False, min_length=1)]
Minutes = Annotated[int, Field(ge=1, le=LONGEST)]
People = Annotated[int, Field(ge=1, le=1000)]


class AgendaPart(FileValue):
    """A stretch of a session: how long, who does what, what to say, what is on the screen.

    `talk` marks time in which people talk about what happened; `activities` are what the phones are
    asked, as `key`, `key.round` or `key as another_key`.
    """

    title: Line
    minutes: Minutes
    talk: bool = False
    who: Line
    say: Some
    do: Some
    screen: Line
    if_wrong: Some
    without_devices: Line
    activities: Lines = ()
    handouts: Lines = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing to start in the room: an activity and its round, and the part it belongs to."""

    part: int
    key: str
    round: str

    @property
    def name(self) -> str:
        """The name a plan gives it: the key, and the round where there are several."""
        return f"{self.key}.{self.round}"


class SessionPlan(FileValue):
    """A whole session: who it is for, its parts in order, and the activities they use.

    `design` says how the experiment is done: in a crossover all live both ways, which is what small
    rooms need; with two arms everybody lives one way, which is for large rooms alone.
    """

    name: str = ""
    letter: Annotated[str, Field(min_length=1, max_length=3)]
    title: Annotated[str, Field(min_length=1, max_length=120)]
    aim: Line
    who: Line
    fewest: People
    most: People
    minutes: Minutes
    design: Literal["crossover", "two_arms"] = "crossover"
    prepare: Some
    notes: Lines = ()
    part: Annotated[tuple[AgendaPart, ...], Field(strict=False, min_length=1, max_length=60)]
    activities: Annotated[tuple[dict[str, Any], ...], Field(strict=False)] = ()

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        total = sum(p.minutes for p in self.part)
        if total != self.minutes:
            off = f"{abs(total - self.minutes)} too {'many' if total > self.minutes else 'few'}"
            raise ValueError(
                f"the parts last {total} minutes together, but minutes says {self.minutes}: {off}"
            )
        if self.debrief < DEBRIEF:
            raise ValueError(
                f"only {self.debrief:.0%} of the time is talk about what happened; at least "
                f"{DEBRIEF:.0%} is needed (mark such parts with talk = true)"
            )
        if self.design == "two_arms" and self.fewest < SMALLEST_FOR_TWO_ARMS:
            raise ValueError(
                f"design two_arms is for {SMALLEST_FOR_TWO_ARMS} people or more, but fewest is "
                f"{self.fewest}; with fewer, let everybody live both ways (design = 'crossover')"
            )
        if self.fewest > self.most:
            raise ValueError(f"fewest is {self.fewest}, which is above most ({self.most})")
        return self

    @property
    def debrief(self) -> float:
        """The share of the session's time that is talk about what happened."""
        return sum(p.minutes for p in self.part if p.talk) / sum(p.minutes for p in self.part)

    @property
    def starts(self) -> tuple[int, ...]:
        """The minute at which each part starts."""
        return tuple(sum(p.minutes for p in self.part[:k]) for k in range(len(self.part)))

    @cached_property
    def room(self) -> RoomPlan:
        """What the room needs to know: a title, and every activity once, in order."""
        asked = dict.fromkeys(words.split(".")[0] for p in self.part for words in p.activities)
        table = {
            "title": self.title,
            "activities": tuple(_activity(words, self) for words in asked) or (FALLBACK,),
        }
        return check(RoomPlan, table, f"{self.name or 'plan'}.toml")

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Everything that is started in the room, in order."""
        return tuple(turn for k in range(len(self.part)) for turn in self.turns_of(k))

    def turns_of(self, part: int) -> tuple[Turn, ...]:
        """What is started in the room in one part."""
        found: list[Turn] = []
        for words in self.part[part].activities:
            key, _, chosen = _key(words).partition(".")
            rounds = self.room.activity(key).rounds
            if chosen and chosen not in rounds:
                raise InputError(
                    f"{self.name}.toml: part[{part}].activities: {key!r} has no round {chosen!r}"
                    f"{did_you_mean(chosen, rounds)} (it has: {', '.join(rounds)})"
                )
            found += [Turn(part, key, r) for r in ([chosen] if chosen else rounds)]
        return tuple(found)


FALLBACK = {
    "kind": "words",
    "key": "one_word",
    "title": "One word",
    "question": "Which word fits how you feel now?",
    "words": ("curious", "tired", "calm", "cross", "hopeful"),
    "most": 1,
}
"""What a plan without any activity of its own can still ask."""


def _key(words: str) -> str:
    """Give the key a plan uses for an activity, with its round: `knowledge as knowledge_after`."""
    return words.rpartition(" as ")[2].strip()


def _activity(words: str, plan: SessionPlan) -> dict[str, Any]:
    """Find the table of an activity: in the plan itself, or on the shelf all plans share."""
    source, _, renamed = words.partition(" as ")
    own = {str(a.get("key", "")): a for a in plan.activities}
    table = own.get(source.strip()) or _from_shelf(source.strip(), plan, list(own))
    design = {"design": plan.design} if table.get("kind") == "experiment" else {}
    return table | design | {"key": renamed.strip() or source.strip()}


def _from_shelf(key: str, plan: SessionPlan, own: list[str]) -> dict[str, Any]:
    folder = resources.files(PACKAGE) / SHELF
    names = sorted(p.name.removesuffix(".toml") for p in folder.iterdir() if p.name[-5:] == ".toml")
    if key not in names:
        known = [*own, *names]
        raise InputError(
            f"{plan.name}.toml: there is no activity called {key[:60]!r}{did_you_mean(key, known)} "
            f"(known: {', '.join(known)}; or describe it under [[activities]])"
        )
    return parse_toml((folder / f"{key}.toml").read_bytes(), f"{key}.toml")


def shared_activities() -> dict[str, Activity]:
    """Give every activity on the shelf by its key, checked."""
    folder = resources.files(PACKAGE) / SHELF
    kind = TypeAdapter(Activities)
    tables = {
        p.name.removesuffix(".toml"): parse_toml(p.read_bytes(), p.name)
        for p in folder.iterdir()
        if p.name.endswith(".toml")
    }
    listed = [table | {"key": key} for key, table in tables.items()]
    return {a.key: a for a in kind.validate_python(listed)}
