"""What a session plan may say, and the activities on the shelf that all plans share."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, TypeAdapter, model_validator

from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.library_files import FileValue, check, parse_toml
from coprod_sim.live.activities import Activities, Activity, RoomPlan
from coprod_sim.live.arms import SMALLEST_FOR_TWO_ARMS
from coprod_sim.live.plan_counts import counted_title
from coprod_sim.words import Words, words_in

PACKAGE = "coprod_sim.live.plans"
SHELF = "activities"
"""The folder with the activities that several plans share, one a file."""
DEBRIEF = 0.25
"""The least part of a session that must be talk about what happened [share]. Source: debriefing
improves learning by about a quarter, d = 0.67 (Tannenbaum & Cerasoli 2013, doi 10.1177/0018720812448394)."""
SHOWS = {
    "join": "",
    "asked": "any",
    "results": "any",
    "corners": "experiment",
    "phones": "experiment",
    "winner": "experiment",
    "seal": "experiment",
    "beside": "experiment",
    "ideas": "idea",
    "choosing": "idea",
    "made_up": "experiment",
    "words": "",
    "elsewhere": "",
}
"""What a part may show, and which kind of activity it needs: any of the part's own, or one of the plan's."""
WITH_WORDS = ("words", "elsewhere")
TO_START, A_QUESTION, WORDS_A_MINUTE, TO_JOIN = 30, 12, 160, 180
"""How long the slower half of 25 people need to begin something, to answer one question, and to join
[seconds]; how fast they read [words a minute]. Estimates; time them in your room and say if they are off."""
LONGEST = 480
"""The longest session [minutes]."""
MOST_CARDS = 60
"""How many people the tally sheet has room for at most."""
Line = Annotated[str, Field(min_length=1, max_length=600)]
Lines = Annotated[tuple[Line, ...], Field(strict=False)]
Some = Annotated[tuple[Line, ...], Field(strict=False, min_length=1)]
Minutes = Annotated[int, Field(ge=1, le=LONGEST)]
People = Annotated[int, Field(ge=1, le=1000)]


class AgendaPart(FileValue):
    """A stretch of a session: how long, who does what, what to say, what is on the screen.

    `talk` marks time in which people talk about what happened. With `names` the trainer also says what
    people are called, in words that follow what the group has chosen. `activities` are what the phones
    are asked, as `key`, `key.round` or `key as another_key`. `shows` are keys of `SHOWS`; with
    `words: ...` the big screen shows those words, with `elsewhere: ...` people look at something that is
    not the room's.
    """

    title: Line
    minutes: Minutes
    talk: bool = False
    names: bool = False
    who: Line
    say: Some
    do: Some
    shows: Some
    if_wrong: Some
    without_devices: Line
    activities: Lines = ()
    handouts: Lines = ()
    instead: ClassVar[Mapping[str, str]] = {
        "screen": "write shows instead, a list of what the big screen shows"
    }

    def spoken(
        self, t: Words, *, named: bool | None = None, linked: bool | None = None, day: str = ""
    ) -> tuple[str, ...]:
        """Give what the trainer says; before a room is open, both ways stand there of what it has agreed to.

        Args:
            t: the words to say it in.
            named: whether the group goes by its own names.
            linked: whether each person's answers are kept together.
            day: when all of it is deleted, in words.
        """
        names = _ways(t, ("made_up", "own"), named) if self.names else ()
        code = (t("trainer-say-code"),) if "join" in self.shows else ()
        card: tuple[str, ...] = ()
        if "ethics_card" in self.handouts:  # it says that the trainer tells these two
            ends = t("trainer-say-deleted", day=day) if day else t("trainer-say-deleted_open")
            card = (*_ways(t, ("sums", "linked"), linked), ends)
        return (*self.say[:-1], *names, *card, *code, self.say[-1])

    @property
    def screens(self) -> tuple["Shown", ...]:
        """What is shown in this part, in order."""
        return tuple(map(_shown, self.shows))


def _ways(t: Words, ways: tuple[str, str], second: bool | None) -> tuple[str, ...]:
    """Say what a group has agreed to, the first way or the second; both while nobody knows."""
    if second is not None:
        return (t(f"trainer-say-{ways[second]}"),)
    return tuple(f"{t(f'trainer-room-{way}')}: {t(f'trainer-say-{way}')}" for way in ways)


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing a part shows: its kind, and the words that go with `words` and `elsewhere`."""

    kind: str
    words: str = ""

    def sentence(self, t: Words) -> str:
        """Say it as the script does."""
        given = {"words": self.words} if self.words else {}
        return t(f"trainer-shows-{self.kind}", **given)


def _shown(text: str) -> Shown:
    kind, _, words = text.partition(": ")
    return Shown(kind.strip(), words.strip())


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
    rooms need; with two arms everybody lives one way, which is for large rooms alone. With
    `phones = false` answers come from cards, so that no network is asked for.
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
    phones: bool = True
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
            "phones": self.phones,
            "activities": tuple(_activity(words, self) for words in asked) or (FALLBACK,),
        }
        return check(RoomPlan, table, f"{self.name or 'plan'}.toml")

    @property
    def cards(self) -> int:
        """How many numbered cards the pack has: one for each person, as far as the tally sheet has room."""
        return min(self.most, MOST_CARDS)

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Everything that is started in the room, in order."""
        return tuple(turn for k in range(len(self.part)) for turn in self.turns_of(k))

    def with_activity(self, table: dict[str, Any], part: int) -> "SessionPlan":
        """Give the plan with one more activity, asked last in a part.

        Raises:
            InputError: the activity cannot be.
        """
        whole = self.model_dump()
        whole["activities"] = (*self.activities, table)
        whole["part"][part]["activities"] = (*self.part[part].activities, table["key"])
        plan = check(SessionPlan, whole, "this question")
        assert plan.room
        return plan

    def name_of(self, turn: Turn, words: Words) -> str:
        """Name what is started as its button does."""
        return round_name(self.room.activity(turn.key), turn.round, words)

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


def round_name(activity: Activity, part: str, words: Words) -> str:
    """Name a round as its button does: the title of the activity, and the round where there are several."""
    if len(activity.rounds) == 1:
        return activity.title
    mark = mark_after(activity.title, ":")
    return words("room-round", title=activity.title, mark=mark, round=words(f"room-round-{part}"))


def mark_after(text: str, mark: str) -> str:
    """Give the mark that stands after a text: none where it ends in one, as a question does.

    >>> mark_after("Which step?", ":"), mark_after("Two decisions", ":")
    ('', ':')
    """
    return "" if text.endswith((".", "?", "!")) else mark


def seconds_on_phones(plan: SessionPlan, part: int) -> float:
    """Work out how long people need for what a part asks on their phones [seconds]."""
    t = words_in(plan.room.language)
    total = 0.0
    for turn in plan.turns_of(part):
        activity = plan.room.activity(turn.key)
        total += TO_START + max(
            _answering(activity, turn.round, way, t)
            for way in getattr(activity, "sequences", (None,))
        )
    return total + (TO_JOIN if "join" in plan.part[part].shows else 0)


def _answering(activity: Activity, part: str, way: Any, t: Words) -> float:
    questions = activity.questions(part, way, t)
    said = [*activity.shows(part, way), *(q.text for q in questions)]
    said += [option for q in questions for option in getattr(q, "options", ())]
    read = sum(len(text.split()) for text in said) / WORDS_A_MINUTE * 60
    return read + A_QUESTION * len(questions)


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
    """Find the table of an activity: in the plan itself, or on the shelf all plans share.

    One of the plan's own that is `like` one on the shelf says only what it words otherwise.
    """
    source, _, renamed = words.partition(" as ")
    own = {str(a.get("key", "")): a for a in plan.activities}
    table = own.get(source.strip()) or _from_shelf(source.strip(), plan, list(own))
    if "like" in table:
        table = _from_shelf(str(table["like"]), plan, []) | table
        del table["like"]
    design = {"design": plan.design} if table.get("kind") == "experiment" else {}
    return counted_title(table) | design | {"key": renamed.strip() or source.strip()}


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
    listed = [counted_title(table) | {"key": key} for key, table in tables.items()]
    return {a.key: a for a in kind.validate_python(listed)}
