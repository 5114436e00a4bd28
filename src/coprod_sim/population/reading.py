"""Declares how a survey is read: columns, scale, direction, missing answers, weights and groups."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, ConfigDict, Field, field_validator, model_validator

from coprod_sim.library_files import FileValue, check, read_toml
from coprod_sim.population.answer_scales import AnswerScale, parse_scale
from coprod_sim.population.quoting import file_name


def _texts(value: object) -> object:
    """Let one value stand for a list of one, and a number for its text."""
    items = value if isinstance(value, list | tuple) else [value]
    return tuple(
        f"{item:g}" if isinstance(item, int | float) and not isinstance(item, bool) else item
        for item in items
    )


def _codes(value: object) -> object:
    """Let ``"77,88,99"`` stand for a list."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return _texts(value)


def _words(value: object) -> object:
    """Let ``"low < middle < high"`` stand for a list, and two whole numbers for a range."""
    ends = list(value) if isinstance(value, list | tuple) else []
    if len(ends) == 2 and all(type(end) is int for end in ends):
        return f"{ends[0]} to {ends[1]}"
    if isinstance(value, str) and "<" in value:
        return tuple(part.strip() for part in value.split("<"))
    return value


Column = Annotated[str | None, Field(min_length=1)]


class Reading(FileValue):
    """How a survey is read: the one declaration that page, command line and Python share.

    ``sheet``, ``names_row`` and ``encoding`` say where the table is; left out, they are found.
    ``first_row`` is the row of the first person, where it is not clear whether questions stand
    below the names.
    ``trust``, ``weight`` and ``group`` name columns, ``less_heard`` the values of ``group`` that
    stand for less-heard people. ``scale`` is a range of whole numbers or the answers in words,
    least trust first; ``reversed`` says that the lowest answer is the most trust; ``missing``
    lists the answers that are none. Scale and direction may be left out only where the file says
    them itself. ``unweighted`` says that every person counts the same, and ``unfinished`` whether rows
    count that the file marks as not finished: one of these must be said where a column may hold
    weights, or rows are so marked. Previews and tests are left out unless ``previews`` is true.

    Raises:
        InputError: a name is not known, a value is not allowed, or weights are named and forbidden.
    """

    model_config = ConfigDict(strict=False, str_strip_whitespace=True)

    sheet: Column = None
    names_row: Annotated[int | None, Field(ge=1, le=1000)] = None
    first_row: Annotated[int | None, Field(ge=2, le=1000)] = None
    encoding: Column = None
    trust: Column = None
    scale: Annotated[str | tuple[str, ...] | None, BeforeValidator(_words)] = None
    reversed: bool | None = None
    missing: Annotated[tuple[str, ...], BeforeValidator(_codes)] = ()
    group: Column = None
    less_heard: Annotated[tuple[str, ...], BeforeValidator(_texts)] = ()
    weight: Column = None
    unweighted: bool | None = None
    unfinished: bool | None = None
    previews: bool | None = None
    name: Annotated[str | None, Field(min_length=1, max_length=100)] = None

    @field_validator("scale")
    @classmethod
    def _known_scale(cls, scale: str | tuple[str, ...] | None) -> str | tuple[str, ...] | None:
        if scale is None:
            return None
        found = parse_scale(scale)
        return found.words or found.name

    @model_validator(mode="after")
    def _weighted_or_not(self) -> Self:
        if self.weight is not None and self.unweighted:
            raise ValueError("weight and unweighted cannot both be said; leave one of them out")
        return self

    @property
    def answer_scale(self) -> AnswerScale | None:
        """The scale as a value, or nothing where it is left out."""
        return None if self.scale is None else parse_scale(self.scale)


def build_reading(values: Mapping[str, Any], origin: str = "options") -> Reading:
    """Make a reading from keys and values, such as the options of a command.

    Args:
        values: any of the fields of ``Reading``; a key whose value is ``None`` counts as left out.
        origin: where they came from, to start the sentence of an error.

    Returns:
        How a survey is read.

    Raises:
        InputError: a key is unknown or a value is not allowed.
    """
    return check(Reading, {k: v for k, v in values.items() if v is not None}, origin)


def load_reading(path: Path) -> Reading:
    """Read how a survey is read from a small TOML file, or from a population that was made before.

    Args:
        path: a TOML file with the fields of ``Reading``, or a population file, which holds them.

    Returns:
        How a survey is read.

    Raises:
        InputError: the file cannot be read, is not TOML, has an unknown key or a value that is
            not allowed.
    """
    table = read_toml(path)
    inner = table.get("reading")
    return build_reading(inner if isinstance(inner, dict) else table, file_name(path))
