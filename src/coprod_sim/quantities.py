"""A number people can set or read, declared once: its name in plain words, range, unit and source."""

import math
import operator
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal, cast, get_args, get_origin, get_type_hints

from pydantic_core import core_schema

from coprod_sim.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its label, range, unit and source.

    Used inside `Annotated[float, Quantity(...)]`, it also makes pydantic refuse text, true/false, nan,
    infinity and anything outside the range; inside `Annotated[float | None, ...]` nothing may stand as well.
    """

    label: str
    low: float = 0.0
    high: float = 1.0
    unit: str = "0 to 1"
    source: str = "assumption"
    plain: str = ""
    whole: bool = False

    def __get_pydantic_core_schema__(self, source: Any, _handler: Any) -> core_schema.CoreSchema:
        """Check the range wherever the quantity is used as a field."""
        checked = self._checked()
        return core_schema.nullable_schema(checked) if type(None) in get_args(source) else checked

    def _checked(self) -> core_schema.CoreSchema:
        if self.whole:
            return core_schema.int_schema(ge=int(self.low), le=int(self.high), strict=True)
        return core_schema.float_schema(ge=self.low, le=self.high, strict=True, allow_inf_nan=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dial(Quantity):
    """Something a public body can turn when it involves people.

    `question` asks for it in observable words; `anchors` say what 0, 0.25, 0.5, 0.75 and 1 look like.
    People see a value `times` as large, in `shown_in`, on a slider that goes by `slides_by` up to
    `reach`; a number between or beyond, up to `high`, can be typed. `step` is one step where it is
    counted how much was changed. `at_zero` says what 0 means where it is not "none"; then the least
    it can otherwise be is `least`.
    """

    question: str = ""
    anchors: tuple[str, ...] = ()
    times: float = 100.0
    shown_in: str = "in 100"
    reach: float = 100.0
    slides_by: float = 1.0
    step: float = 1.0
    at_zero: str = ""
    least: float = 0.0

    @property
    def line(self) -> "Dial":
        """The dial as far as more of it is more: without a 0 that means something else."""
        return replace(self, low=self.least) if self.at_zero else self

    def place_of(self, value: float) -> int:
        """Give the place of the sentence that fits where the dial stands; halves go up, as in the browser."""
        part = (value - self.low) / (self.high - self.low)
        return int(part * (len(self.anchors) - 1) + 0.5)

    def allows(self, value: float) -> bool:
        """Say whether the dial can stand at a value."""
        return self.line.low <= value <= self.high or (value == 0 and bool(self.at_zero))

    def shown(self, value: float) -> float:
        """Give the number that people see where the dial stands at a value."""
        return round(value * self.times, 1)

    def value(self, shown: float) -> float:
        """Give the value of a number that people see or type."""
        return shown / self.times

    def steps(self, by: float) -> float:
        """Count the steps in a change of the value."""
        return by * self.times / self.step

    def in_words(self, value: float) -> str:
        """Say where the dial stands."""
        if value == 0 and self.at_zero:
            return self.at_zero
        return f"{self.shown(value):,g} {self.shown_in}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Quantity):
    """Something that is read off after a decision, and which direction of it is good.

    `formula` makes it from the names in `docs/odd.md`. On screen it is shown a hundredfold: `points` says
    what such a number means where it is no share of 100, `caveat` what must be said wherever it is
    explained. `lists` names where it stands among the measures one is asked to look at: the table of
    `coprod-sim compare`, and the leaders' page.
    """

    better: Literal["high", "low", "neither"] = "high"
    formula: str = ""
    points: str = ""
    caveat: str = ""
    lists: tuple[Literal["table", "page"], ...] = ("table", "page")


def in_digits(value: float) -> str:
    """Write a number of a message in digits: 50,000,000, never 5e+07."""
    return f"{value:,.12g}" if abs(value) >= 1e6 else f"{value:g}"


def plain_whole(value: Any) -> int:
    """Give a whole number as Python's, also where it is a float or NumPy's; raises `TypeError` for others."""
    if isinstance(value, float):
        if value.is_integer():
            return int(value)
        raise TypeError
    return operator.index(value)


def whole_number(name: str, value: Any, low: int, high: int) -> int:
    """Give a count or a seed as a plain whole number; NumPy's are welcome, and floats such as 2.0.

    Args:
        name: what messages call it.
        value: what was given.
        low: the least it may be.
        high: the most it may be.

    Returns:
        The same number.

    Raises:
        InputError: for what is no whole number, and for one outside the two ends.
    """
    try:
        if isinstance(value, bool):
            raise TypeError
        number = plain_whole(value)
    except TypeError:
        raise InputError(f"{name} must be a whole number, but is {value!r:.60}") from None
    if not low <= number <= high:
        raise InputError(f"{name} must be between {low} and {high}, but is {number}")
    return number


def number_between(name: str, value: Any, low: float, high: float) -> float:
    """Give a number as a plain one; NumPy's numbers are welcome.

    Args:
        name: what messages call it.
        value: what was given.
        low: the least it may be.
        high: the most it may be.

    Returns:
        The same number.

    Raises:
        InputError: for what is no number, and for one outside the two ends.
    """
    try:
        number = float("nan" if isinstance(value, str | bool) else value)
    except (TypeError, ValueError):
        number = float("nan")
    if math.isnan(number):
        raise InputError(f"{name} must be a number, but is {value!r:.60}")
    if not low <= number <= high:
        raise InputError(
            f"{name} must be between {in_digits(low)} and {in_digits(high)}, but is {in_digits(number)}"
        )
    return number


def declared(owner: type, kind: type[Quantity] = Quantity) -> Iterator[tuple[str, Any]]:
    """List the quantities declared on a class, as (field name, quantity)."""
    for name, hint in get_type_hints(owner, include_extras=True).items():
        if get_origin(hint) is Annotated:
            for extra in get_args(hint)[1:]:
                if isinstance(extra, kind):
                    yield name, extra


def plain_value(value: Any) -> Any:
    """Turn NumPy's numbers into Python's, also one level down in a list or a table.

    Args:
        value: anything.

    Returns:
        The same in plain numbers.
    """
    if isinstance(value, dict):
        return {k: _plain_number(v) for k, v in cast("dict[Any, Any]", value).items()}
    if type(value) not in (list, tuple):
        return _plain_number(value)
    plain = [_plain_number(v) for v in cast("list[Any]", value)]
    return plain if isinstance(value, list) else tuple(plain)


def _plain_number(value: Any) -> Any:
    kind = cast("Any", type(value))
    if kind.__module__ == "numpy" and hasattr(value, "tolist"):
        return value.tolist()
    counts = hasattr(kind, "__index__") and not isinstance(value, int)
    return operator.index(value) if counts else value
