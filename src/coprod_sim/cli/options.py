"""Declares what several commands ask for, and turns what was typed into cases, engagements and numbers."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coprod_sim.engagement import Engagement
from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.population.reading_numbers import not_plain
from coprod_sim.results.own_figures import OwnFigures
from coprod_sim.results.variant import Variant, variants_of
from coprod_sim.scenarios import Scenario, load_scenario

if TYPE_CHECKING:
    from coprod_sim.board.view import View


ONE, SERIES = "one", "series"
"""What the numbers are after, as a saved view has it."""


def case_and_ways(parser: argparse.ArgumentParser) -> None:
    """Declare the case and the ways that a command compares."""
    parser.add_argument(
        "case",
        metavar="CASE",
        help="a name from 'coprod-sim list', a .toml file, or a .coprod.json file that the page saved",
    )
    parser.add_argument(
        "--engagement",
        action="append",
        metavar="NAME",
        help="compare this way (may be given several times; the first is the baseline)",
    )


def whole(text: str) -> int:
    """Read a whole number; argparse turns the error into a sentence."""
    if open_ := not_plain(text):
        raise argparse.ArgumentTypeError(f"is {text[:40]}{open_}; write it out, without a sign")
    try:
        return int(text)
    except ValueError:
        plain = "without points, commas or blanks, " if any(c.isdigit() for c in text) else ""
        said = f"must be a whole number, {plain}but is {text[:40]!r}"
        raise argparse.ArgumentTypeError(said) from None


def threads(parser: argparse.ArgumentParser) -> None:
    """Declare how many threads a command may use."""
    parser.add_argument("--threads", type=whole, metavar="N", help="threads (all cores)")


def span(parser: argparse.ArgumentParser) -> None:
    """Declare what the numbers are after."""
    parser.add_argument(
        "--span",
        choices=(ONE, SERIES),
        help=f"what the numbers are after: {ONE} decision, or the whole series (as a saved view has it, else "
        f"{SERIES})",
    )


@dataclass(frozen=True)
class Change:
    """One `NAME.dial=value` or `name=value` from the command line."""

    owner: str
    what: str
    value: float


def parse_change(text: str, *, owned: bool) -> Change:
    """Read `NAME.dial=value` (owned) or `name=value`; the value is a number."""
    shape = "NAME.dial=value, such as tickbox.influence=0.1" if owned else "name=value"
    left, equals, right = text.partition("=")
    owner, dot, what = left.strip().rpartition(".")
    if not equals or not what or owned != bool(dot):
        raise InputError(f"{text[:80]!r} must have the form {shape}")
    if open_ := not_plain(right):
        raise InputError(
            f"{left[:60]} is {right.strip()[:40]}{open_}; write it out, without a sign"
        )
    try:
        value = float(right)
    except ValueError:
        raise InputError(f"{left[:60]} must be a number, but is {right[:40]!r}") from None
    return Change(owner, what, value)


@dataclass(frozen=True)
class Given:
    """A case as it was given: with the ways it brings along, and the saved view it comes from, if any."""

    case: Scenario
    ways: Sequence[Engagement | str]
    view: "View | None" = None


def given_case(name: str) -> Given:
    """Load a case by its name, from a `.toml` file, or from a view that the page saved.

    People's own time is no cash until a file says what they are paid, as on the page.
    """
    from coprod_sim.board.cases import scenario_of  # noqa: PLC0415 - brings the board along
    from coprod_sim.board.shown import ways_called  # noqa: PLC0415
    from coprod_sim.board.view import ENDING, saved_view  # noqa: PLC0415

    if name.endswith(ENDING):
        view = saved_view(Path(name))
        case = scenario_of(view)
        return Given(
            case if "citizen_hour" in view.money else case.unpaid(), ways_called(view), view
        )
    case = load_scenario(name)
    paid = "citizen_hour" in case.money.model_fields_set
    return Given(case if paid else case.unpaid(), case.engagements)


def over_span(given: Given, asked: str | None) -> Scenario:
    """Give the case over one decision or the whole series: as asked for, else as the saved view has it."""
    over = asked or (given.view.span if given.view else SERIES)
    return given.case.first_decision() if over == ONE else given.case


def variants(given: Given, names: list[str] | None, sets: list[str]) -> list[Variant]:
    """Give what is compared: the engagements named, or the case's own, with the dials that were set."""
    own = {way.name: way for way in given.ways if isinstance(way, Engagement)}
    chosen = {v.name: v for v in variants_of([own.get(n, n) for n in names or ()] or given.ways)}
    for change in (parse_change(text, owned=True) for text in sets):
        if change.owner not in chosen:
            hint = did_you_mean(change.owner, chosen)
            raise InputError(
                f"{change.owner[:60]!r} is not among the ways compared{hint} "
                f"(they are: {', '.join(chosen)})"
            )
        dials = chosen[change.owner].dials | {change.what: change.value}
        chosen[change.owner] = chosen[change.owner].but(dials=dials)
    return list(chosen.values())


def own_figures(given: Given, chosen: Sequence[Variant]) -> OwnFigures:
    """Give what a saved view says about what ways take, for those compared."""
    from coprod_sim.board.cases import figures_of  # noqa: PLC0415 - brings the board along

    return figures_of(given.view, [v.name for v in chosen]) if given.view else OwnFigures()


def changed(
    given: Given, *, population: str | None, citizens: int | None, assume: list[str]
) -> Given:
    """Apply the people and the assumptions given on the command line to a case."""
    changes: dict[str, Any] = {
        c.what: c.value for c in (parse_change(a, owned=False) for a in assume)
    }
    changes = {f"assumptions.{name}": value for name, value in changes.items()}
    if citizens is not None:
        changes["people.citizens"] = citizens
    if population is not None:
        if not Path(population).exists():
            raise InputError(
                f"{population}: there is no such file (make one with 'coprod-sim population')"
            )
        changes["people.trust"] = {"source": "file", "file": population}
    return replace(given, case=given.case.but(changes))
