"""A chart of panels as data: how its rows are made from numbers, for Python and for JavaScript alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import nan
from typing import Literal, NamedTuple

from coprod_sim.charts.axes import LinearScale, around, hundred
from coprod_sim.charts.panels import FULL, LEFT, RIGHT, Panel, Row, key, notes, stack
from coprod_sim.charts.svg import picture
from coprod_sim.charts.theme import INK, PLAIN, Look, look
from coprod_sim.charts.words import is_clear, span

HUNDRED = "in 100"
"""The unit of whatever stands on the scale from 0 to 100."""
ANY = Look(INK, "circle", "")
APART = 6.0
"""Room before the next way where each has several rows [drawing units]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLook:
    """How the rows of a group look where a chart sets several kinds of number side by side."""

    look: Look
    bar: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What is the same in a chart whatever its numbers are.

    `named` rows have their name and words above them, others their words beside them. `look` takes a row's
    look from its place among the ways, or gives all rows the plain one; `kinds` gives groups of rows looks of
    their own. `scale` goes from 0 to 100 (`hundred`), does so for shares and goes around the values of a
    panel for the rest (`kind`), around those of all panels of the same kind (`alike`), or around a panel's
    own (`own`). `hollow` names whose markers are hollow: of ranges that hold zero (`unclear`), or of the rows
    of a group. `foot` writes the numbers of a scale under every panel, or once under those that share one.
    `words` writes the ranges: with the decimals they need, with signs, or with one decimal; `given` ones come
    with the rows.
    """

    named: bool = False
    bar: bool = False
    look: Literal["place", "plain"] = "place"
    scale: Literal["kind", "alike", "own", "hundred"] = "own"
    hollow: str = ""
    kinds: Mapping[str, RowLook] = field(default_factory=dict)
    foot: Literal["each", "shared"] = "each"
    words: Literal["span", "signed", "tenths", "given"] = "span"


class Values(NamedTuple):
    """The numbers of a row, in the unit of its panel."""

    mean: float
    low: float = nan
    high: float = nan
    run_low: float = nan
    run_high: float = nan


class Line(NamedTuple):
    """A row to draw: whose it is, and its numbers."""

    place: int
    values: Values
    name: str = ""
    group: str = ""
    words: str = ""


class PanelNumbers(NamedTuple):
    """The rows of one panel, what they are measured in, and a value to mark."""

    title: str
    unit: str
    lines: Sequence[Line]
    limit: tuple[float, str] | None = None


class Named(NamedTuple):
    """A line of the key: what a marker stands for. Without a place it is any way's."""

    title: str
    place: int | None = None
    hollow: bool = False


def picture_of(
    recipe: Recipe, title: str, finding: str, panels: Sequence[PanelNumbers],
    names: Sequence[Named] = (), said: Sequence[str] = (),
) -> str:  # fmt: skip
    """Draw a chart from its numbers.

    Args:
        recipe: how its rows are made.
        title: the name of the picture.
        finding: what it shows, in words.
        panels: the numbers, panel by panel.
        names: what the markers stand for.
        said: lines between the key and the panels.
    """
    looks = [ANY if n.place is None else look(n.place) for n in names]
    head, y = (
        key([n.title for n in names], looks, 0.0, [n.hollow for n in names]) if names else ([], 0.0)
    )
    lines, y = notes(said, y) if said else ([], y)
    drawn, height = stack(panels_of(recipe, panels), y)
    return picture(title, finding, height, [*head, *lines, *drawn])


def panels_of(recipe: Recipe, panels: Sequence[PanelNumbers]) -> list[Panel]:
    """Make the panels of a chart from its numbers."""
    return [
        Panel(
            title=panel.title, unit=panel.unit, scale=_scale(recipe, panel, panels), limit=panel.limit,
            rows=[_row(recipe, panel.lines, k) for k in range(len(panel.lines))],
            marks=recipe.foot == "each" or not _shares_on(panels[k : k + 2]),
        )
        for k, panel in enumerate(panels)
    ]  # fmt: skip


def _shares_on(two: Sequence[PanelNumbers]) -> bool:
    return [panel.unit for panel in two] == [HUNDRED, HUNDRED]


def _scale(recipe: Recipe, panel: PanelNumbers, panels: Sequence[PanelNumbers]) -> LinearScale:
    end = FULL if recipe.named else RIGHT
    if recipe.scale == "hundred" or (recipe.scale == "kind" and panel.unit == HUNDRED):
        return hundred(LEFT, end)
    kind = panel.unit == HUNDRED
    alike = [b for b in panels if (b.unit == HUNDRED) == kind]
    values = [
        value
        for one in (alike if recipe.scale == "alike" else [panel])
        for line in one.lines
        for value in (line.values.mean, line.values.low, line.values.high)
    ]
    return around([*values, panel.limit[0] if panel.limit else 0.0], LEFT, end)


def _row(recipe: Recipe, lines: Sequence[Line], k: int) -> Row:
    line, values = lines[k], lines[k].values
    usual = RowLook(look=look(line.place) if recipe.look == "place" else PLAIN, bar=recipe.bar)
    kind = recipe.kinds.get(line.group, usual)
    several = len({one.place for one in lines}) < len(lines)
    apart = several and k > 0 and lines[k - 1].place != line.place
    return Row(
        look=kind.look, bar=kind.bar, name=line.name, words=_words(recipe, line),
        above=APART if apart else 0.0,
        hollow=_hollow(recipe, line), **values._asdict(),
    )  # fmt: skip


def _hollow(recipe: Recipe, line: Line) -> bool:
    if recipe.hollow == "unclear":
        return not is_clear(line.values.low, line.values.high)
    return bool(recipe.hollow) and recipe.hollow == line.group


def _words(recipe: Recipe, line: Line) -> str:
    if recipe.words == "given":
        return line.words
    digits, sign = int(recipe.words == "tenths"), recipe.words == "signed"
    return span(line.values.low, line.values.high, digits=digits, sign=sign)
