"""Hands a lesson's run over to the browser: the town, the ways in numbers, and what is read off them."""

from typing import Any

from coprod_sim.assumptions import Assumptions
from coprod_sim.board.declarations import town_of, way_of
from coprod_sim.charts.words import duration, is_share
from coprod_sim.learning.readouts import APART, Readout, label_of, terms_of
from coprod_sim.learning.runs import Run
from coprod_sim.learning.what_if import Switch
from coprod_sim.model.measures import MEASURES
from coprod_sim.results.effort import COST_MEASURES
from coprod_sim.results.variant import Variant

NEEDED = ("decisions", "people", "campaign", "assumptions", "less_heard", "trusts")
"""What the model needs of a case; its story stands in the lesson's prose."""


def run_handed(run: Run, tables: list[list[float]]) -> dict[str, Any]:
    """Hand a run over.

    Args:
        run: what is played.
        tables: tables of first trust; one that is not among them yet is added.

    Returns:
        A table of plain values.
    """
    case = run.case
    town = town_of(case, tables)
    return {
        "case": {name: town[name] for name in NEEDED} | {"name": case.name},
        "each": duration(case.decisions.months),
        "ways": [_way(one) for one in run.all_variants],
        "runs": run.runs,
    }


def _way(variant: Variant) -> dict[str, Any]:
    """Hand a variant over: for each decision the dials of its engagement, of which the last stays."""
    series = variant.engagements()
    return {
        "name": variant.name,
        "title": series[-1].title,
        "series": [way_of(one)["dials"] for one in series],
        "assumptions": _in_order(variant.assumptions),
    }


def switch_handed(switch: Switch) -> dict[str, Any]:
    """Hand over what a switch turns and what it changes inside the rules."""
    return {
        "id": switch.id,
        "text": switch.text,
        "dials": switch.dials,
        "assumptions": _in_order(switch.assumptions),
    }


def _in_order(assumptions: dict[str, float]) -> list[tuple[int, float]]:
    """Give assumptions by their place in the rules."""
    return [(Assumptions._fields.index(name), value) for name, value in assumptions.items()]


def read_handed(read: Readout, run: Run, digits: int = 0) -> dict[str, Any]:
    """Hand over what is read off a run: of which of its numbers it is made, way by way.

    Args:
        read: what is read off.
        run: what is played.
        digits: decimals in which it is shown, at least.

    Returns:
        A table of plain values. `terms` is one list of terms (for `first_time` one for each decision of the
        way itself), `by_way` one for each variant; a term is its sign, the place of the way, the group, and
        the place of the decision, from 0.
    """
    count = run.case.decisions.count
    cost = read.measure in COST_MEASURES
    measure = COST_MEASURES[read.measure] if cost else MEASURES[read.measure][0]
    return {
        "rule": read.rule,
        "measure": read.measure,
        "label": label_of(read),
        "whole": read.whole,
        "share": not cost and is_share(measure),
        "groups": list(read.groups),
        "group": read.group,
        "decision": read.decision or count,
        "mark": read.mark,
        "close": read.close,
        "apart": read.rule in APART,
        "digits": digits,
        "against": read.against or run.names[0],
        "terms": _terms(read, run, read.of or run.names[-1]),
        "by_way": [_terms(read.but(rule="value"), run, name)[0] for name in run.names],
    }


def _terms(read: Readout, run: Run, way: str) -> list[list[tuple[float, int, str, int]]]:
    count = run.case.decisions.count
    if read.rule != "first_time":
        return [_placed(read, run, way)]
    before = len(run.variant(way).before)
    plain = read.but(rule="value")
    return [_placed(plain.but(decision=k), run, way) for k in range(before + 1, count + 1)]


def _placed(read: Readout, run: Run, way: str) -> list[tuple[float, int, str, int]]:
    return [
        (sign, run.names.index(name), group, decision - 1)
        for sign, name, group, decision in terms_of(read, run.names, run.case.decisions.count, way)
    ]
