"""Says which columns of a survey hold what, from options or from a small mapping file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator

from coprod_sim.library_files import check, read_toml
from coprod_sim.population.answer_scales import SCALES
from coprod_sim.population.quoting import file_name, hint, listing, quote


def _texts(value: object) -> object:
    """Let one value stand for a list of one, and a number for its text."""
    items = value if isinstance(value, list | tuple) else [value]
    return tuple(
        str(item) if isinstance(item, int | float) and not isinstance(item, bool) else item
        for item in items
    )


def _codes(value: object) -> object:
    """Let ``"77,88,99"`` stand for a list."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value if value is None else _texts(value)


Column = Annotated[str | None, Field(min_length=1)]


class ColumnMapping(BaseModel):
    """Which column of a survey holds what; everything left out is found or assumed.

    Units: ``scale`` is one of 0-10, 1-5, 1-7, 0-1 and 0-100. ``missing`` replaces the usual
    missing codes; blanks, NA and "don't know" text always count as missing.

    Raises:
        pydantic.ValidationError: a value is not allowed; ``build_mapping`` turns this into a
            sentence.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    trust: Column = None
    scale: str | None = None
    group: Column = None
    less_heard: Annotated[tuple[str, ...], BeforeValidator(_texts)] = ()
    weight: Column = None
    missing: Annotated[tuple[str, ...] | None, BeforeValidator(_codes)] = None
    name: Annotated[str | None, Field(min_length=1, max_length=100)] = None

    @field_validator("scale")
    @classmethod
    def _known_scale(cls, scale: str | None) -> str | None:
        if scale is None:
            return None
        plain = scale.replace("\N{EN DASH}", "-").replace("to", "-").replace(" ", "")
        if plain not in SCALES:
            nearest = hint(plain, SCALES)
            raise ValueError(
                f"{quote(scale)} is not a scale{nearest} The scales are {listing(list(SCALES))}."
            )
        return plain


def build_mapping(values: Mapping[str, Any], origin: str = "options") -> ColumnMapping:
    """Make a mapping from keys and values, such as the options of a command.

    Args:
        values: any of trust, scale, group, less_heard, weight, missing and name; a key whose
            value is ``None`` counts as left out.
        origin: where they came from, to start the sentence of an error.

    Returns:
        What they say about the columns.

    Raises:
        InputError: a key is unknown or a value is not allowed.
    """
    return check(ColumnMapping, {k: v for k, v in values.items() if v is not None}, origin)


def load_mapping(path: Path) -> ColumnMapping:
    """Read a mapping from a small TOML file.

    Args:
        path: a TOML file with the keys of ``ColumnMapping``.

    Returns:
        What it says about the columns.

    Raises:
        InputError: the file cannot be read, is not TOML, has an unknown key or a value that is
            not allowed.
    """
    return build_mapping(read_toml(path), file_name(path))
