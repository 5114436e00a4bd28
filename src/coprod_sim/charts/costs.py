"""What one decision takes: staff hours, people's hours, weeks, and money in the case's currency."""

from collections.abc import Callable

import pandas as pd

from coprod_sim.charts.chart import Chart
from coprod_sim.charts.labels import listing
from coprod_sim.charts.recipe import Line, PanelNumbers, Recipe, Values, picture_of
from coprod_sim.charts.values import held, last, titles
from coprod_sim.charts.words import about, entered, money, price, staff_hours
from coprod_sim.results import Comparison
from coprod_sim.results.own_figures import is_exact, taking_part
from coprod_sim.words import ENGLISH, words_in

RECIPE = Recipe(named=True, bar=True, words="given")
t = words_in(ENGLISH)
FULL = 0.95
"""From this part of the seats on, a room counts as full: a few people who are drawn stay away, and lots may
draw a few too many, as in `web/src/parts/seats.ts`."""


def draw(comparison: Comparison, *, money: float | None = None, weeks: bool = True) -> Chart:
    """Draw the costs of one decision; the range comes from how many people take part.

    Args:
        comparison: what was compared.
        money: what there is for one decision, where somebody entered it.
        weeks: whether the weeks of the case are drawn as a limit.

    Returns:
        The picture.
    """
    spent = spending(comparison)
    named = titles(comparison)
    currency = comparison.scenario.money.currency
    finding = f"{_finding(comparison, named)} {held(comparison.over, comparison.draws)}"
    title = t("chart-costs")
    svg = picture_of(RECIPE, title, finding, _panels(spent, comparison, money, weeks=weeks))
    return Chart(svg, finding, _table(spent, named, currency), title)


def spending(comparison: Comparison) -> pd.DataFrame:
    """Count what each engagement takes for the last decision: mean, low and high of every cost.

    People's hours are those who took part, or have a seat, times the hours each gives. Weeks and staff hours
    follow from the dials alone, so they have no range.
    """
    shares = last(comparison, "took_part") / 100.0
    efforts, columns = comparison.efforts, {}
    for end in ("mean", "low", "high"):
        took_part = {n: float(taking_part(comparison, n, shares.loc[n, end])) for n in efforts}
        columns["staff", end] = {n: e.staff_hours for n, e in efforts.items()}
        columns["people", end] = {
            way.name: seated(took_part[way.name], way.seats) * efforts[way.name].hours_each
            for way in comparison.engagements
        }
        columns["weeks", end] = comparison.weeks
        columns["money", end] = {n: comparison.money(n, took_part[n]) for n in efforts}
    return pd.DataFrame(columns)


def seated(people: float, seats: float) -> float:
    """Give how many people sit in a room where so many are drawn: a room that is full by its seats.

    >>> seated(41.2, 40), seated(20.0, 40), seated(300.0, 0)
    (40.0, 20.0, 300.0)
    """
    seats = float(round(seats))
    return seats if seats > 0 and people >= FULL * seats else people


def money_of(comparison: Comparison, name: str, count: int = 1) -> str:
    """Write the money an engagement takes for so many decisions, as a range where it is one."""
    paid, exact = spending(comparison)["money"].loc[name] * count, is_exact(comparison, name)
    ends = float(paid["low"]), float(paid["high"])
    return money(*ends, comparison.scenario.money.currency, exact=exact)


def staff_of(comparison: Comparison, name: str) -> str:
    """Write the hours of staff an engagement takes; those that were entered as they were."""
    own = "staff_hours" in comparison.own.efforts.get(name, {})
    return staff_hours(comparison.efforts[name].staff_hours, own=own)


def _panels(
    spent: pd.DataFrame, comparison: Comparison, budget: float | None, *, weeks: bool
) -> list[PanelNumbers]:
    named, paid = titles(comparison), comparison.scenario.money
    there = paid.weeks_available

    def people(name: str) -> str:
        return hours(*spent["people"].loc[name, ["low", "high"]])

    limit = (there, t("chart-costs-limit", weeks=f"{there:g}")) if weeks else None
    rest = None
    if budget is not None:
        rest = budget, t("chart-costs-limit_money", amount=price(budget, paid.currency))
    return [
        _panel("staff", t("chart-costs-hours"), spent, named, lambda n: staff_of(comparison, n)),
        _panel("people", t("chart-costs-hours_all"), spent, named, people),
        _panel(
            "weeks",
            t("chart-costs-weeks"),
            spent,
            named,
            lambda n: entered(comparison.weeks[n]),
        )._replace(limit=limit),
        _panel(
            "money", paid.currency, spent, named, lambda name: money_of(comparison, name)
        )._replace(limit=rest),
    ]


def _panel(
    what: str, unit: str, spent: pd.DataFrame, named: dict[str, str], words: Callable[[str], str]
) -> PanelNumbers:
    numbers = spent[what].loc[list(named), ["mean", "low", "high"]].to_numpy().tolist()
    lines = [
        Line(k, Values(*row), title, words=words(name))
        for k, ((name, title), row) in enumerate(zip(named.items(), numbers, strict=True))
    ]
    return PanelNumbers(t(f"chart-costs-{what}_title"), unit, lines)


def hours(low: float, high: float) -> str:
    """Write people's hours: a range, as who comes is an estimate; of a full room so that they multiply.

    >>> hours(526.0, 526.0), hours(42.3, 551.0)
    ('526', '42 to 550')
    """
    ends = [about(low), about(high)]
    return about(high, 3) if ends[0] == ends[1] else t("figure-span", low=ends[0], high=ends[1])


def _finding(comparison: Comparison, named: dict[str, str]) -> str:
    parts = [
        t(
            "chart-costs-way", way=title, weeks=entered(comparison.weeks[name]),
            money=money_of(comparison, name),
        )
        for name, title in named.items()
    ]  # fmt: skip
    return t("chart-costs-ends", ends=listing(parts))


def _table(spent: pd.DataFrame, named: dict[str, str], currency: str) -> pd.DataFrame:
    ordered = spent.loc[list(named)]
    return pd.DataFrame(
        {
            "Way of involving people": list(named.values()),
            "Staff hours": ordered["staff", "mean"].to_numpy(),
            "People's hours, low": ordered["people", "low"].to_numpy().round(),
            "People's hours, high": ordered["people", "high"].to_numpy().round(),
            "Weeks": ordered["weeks", "mean"].to_numpy(),
            f"{currency}, low": ordered["money", "low"].to_numpy().round(),
            f"{currency}, high": ordered["money", "high"].to_numpy().round(),
        }
    )
