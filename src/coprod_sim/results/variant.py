"""A variant: one thing that is compared, with all it changes about a case and a way of involving people."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from pathlib import Path
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, PlainValidator, model_validator

from coprod_sim.engagement import DIALS, Engagement, load_engagement
from coprod_sim.errors import InputError, known
from coprod_sim.library_files import FileValue, check

Line = Annotated[str, Field(min_length=1, max_length=600)]
Names = Annotated[tuple[Line, ...], Field(strict=False)]
Load = Callable[[str], Engagement]


def _level(value: Any) -> float | str:
    if isinstance(value, str) or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    raise ValueError(f"must be a number, or an engagement to take it from, but is {value!r:.60}")


def _of_way(load: Load, dial: str, way: str) -> float:
    """Take the level of a dial from a way; a word that names none may have been meant for a level.

    Raises:
        InputError: for a name of no way; it says what else the dial takes.
    """
    try:
        return getattr(load(way), dial)
    except InputError as problem:
        low, high = DIALS[dial].low, DIALS[dial].high
        raise InputError(
            f"{dial} takes a number from {low:g} to {high:g}, or the name of a way to take it from: {problem}"
        ) from None


def _engagement(value: Any) -> str | Engagement:
    if isinstance(value, dict):
        return check(Engagement, value, "the engagement")
    if isinstance(value, str | Engagement):
        return value
    raise ValueError(f"must be the name of an engagement, but is {value!r:.60}")


Level = Annotated[Any, PlainValidator(_level)]
"""Where a dial stands: a number, or the name of an engagement whose level is taken."""
Way = Annotated[Any, PlainValidator(_engagement)]
"""An engagement, or its name."""


class Variant(FileValue):
    """One thing that is compared: an engagement with changes, after others if need be.

    `engagement` (by default the one with the variant's name) has its `dials` turned; it takes every
    decision after those of `before`, one a decision, so these must be fewer than the decisions taken.
    Without a `title`, what is compared says which dials were turned. `settings` change the case
    (`"people.citizens" = 500`), `assumptions` the numbers inside the rules. `compare_with` names another
    variant of the same experiment.
    """

    instead: ClassVar = {
        "sequence": "put all but the last into `before`, the last into `engagement`"
    }

    name: Line
    title: str = ""
    engagement: Way = ""
    before: Annotated[tuple[Way, ...], Field(strict=False)] = ()
    dials: dict[str, Level] = Field(default_factory=dict)
    settings: dict[str, float] = Field(default_factory=dict)
    assumptions: dict[str, float] = Field(default_factory=dict)
    compare_with: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all engagements it needs, those from which dials take their level included."""
        levels = [level for level in self.dials.values() if isinstance(level, str)]
        ways = (*self.before, self.engagement or self.name)
        return (*(way for way in ways if isinstance(way, str)), *levels)

    def engagements(self, load: Load = load_engagement) -> tuple[Engagement, ...]:
        """Give its engagements, one a decision; the last one stays, and has the variant's name.

        Args:
            load: finds an engagement by its name.

        Raises:
            InputError: for unknown names and dials, and for levels that cannot be.
        """
        for dial in self.dials:
            known(dial, (*DIALS, "asked"), "a dial")
        ways = (*self.before, self.engagement or self.name)
        *before, last = (load(way) if isinstance(way, str) else way for way in ways)
        dials = {
            dial: _of_way(load, dial, level) if isinstance(level, str) else level
            for dial, level in self.dials.items()
        }
        words = {"name": self.name} | ({"title": self.title} if self.title else {})
        if any(getattr(last, k) != v for k, v in (dials | words).items()):
            last = last.but(dials | words)
        return (*before, last)

    @property
    def own(self) -> Engagement | None:
        """The engagement whose dials it turns itself, if it turns any."""
        return load_engagement(self.engagement or self.name) if self.dials else None

    @model_validator(mode="after")
    def _plain(self) -> Self:
        if "." in self.name or "*" in self.name:
            raise ValueError(f"the name {self.name!r:.60} must have no dot and no star in it")
        return self


def variants_of(given: Sequence[Variant | Engagement | str]) -> tuple[Variant, ...]:
    """Make variants of what is to be compared, their engagements loaded; names must differ.

    Args:
        given: variants, engagements, or names of engagements in the library or of `.toml` files.

    Returns:
        The variants, in their order.

    Raises:
        InputError: when there is nothing or no list, when a name is unknown, or when one comes twice.
    """
    found = []
    for one in in_order(given):
        if isinstance(one, Variant):
            found.append(one)
        else:
            way = load_engagement(one)
            found.append(Variant(name=way.name, engagement=way))
    if not found:
        raise InputError("there is nothing to compare: name at least one engagement")
    for name in (names := [one.name for one in found]):
        if names.count(name) > 1:
            raise InputError(
                f"engagement {name!r} is named twice; give each its own name, in Python with "
                f'.but({{"name": "other_{name[:40]}"}})'
            )
    return tuple(found)


def in_order[T](given: Iterable[T]) -> list[T]:
    """List ways of involving people that somebody gave, the baseline first.

    Args:
        given: a list, or what else has an order.

    Returns:
        The same ways.

    Raises:
        InputError: for what is no list, and for a table of dials or a set, which have no order.
    """
    if isinstance(given, Mapping):
        raise InputError(
            "what is to be compared must be a list, but is a table; to turn dials write "
            "[load_engagement('co_production').but({'influence': 0.2})]"
        )
    if isinstance(given, Set):
        raise InputError(
            "what is to be compared must be a list, the baseline first, but is a set, which has no order"
        )
    if isinstance(given, str | Path | FileValue) or not isinstance(given, Iterable):
        raise InputError(
            f"what is to be compared must be a list, such as ['tickbox'], but is {given!r:.60}"
        )
    return list(given)


def told_apart(ways: Sequence[Engagement]) -> tuple[Engagement, ...]:
    """Put the name before the title of every way whose title another way has as well.

    Args:
        ways: ways of involving people, each with a name of its own.

    Returns:
        The same ways; no two titles look alike.
    """
    titles = [" ".join(way.title.casefold().split()) for way in ways]
    return tuple(
        way if titles.count(title) == 1 else way.but(title=f"{way.name}: {way.title}"[:600])
        for way, title in zip(ways, titles, strict=True)
    )


def all_different(names: Iterable[str], kind: str) -> list[str]:
    """List the names given, and refuse one that comes twice.

    Args:
        names: the names.
        kind: what they name, in one word.

    Returns:
        The names.

    Raises:
        InputError: for a name that comes twice.
    """
    given = list(names)
    for name in given:
        if given.count(name) > 1:
            raise InputError(f"the {kind} {name[:60]!r} is named twice")
    return given
