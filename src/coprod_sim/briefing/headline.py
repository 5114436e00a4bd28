"""The headline of the page: who ends ahead, at what price, and what to take care of."""

from coprod_sim.briefing.fitting import cut
from coprod_sim.charts.costs import money_of, spending
from coprod_sim.charts.values import against_first, last
from coprod_sim.charts.verdict import best
from coprod_sim.charts.words import about, between, difference, is_clear, small
from coprod_sim.report.sentences import CO_PRODUCTION, harms, misled
from coprod_sim.results import Comparison


def headline(comparison: Comparison) -> str:
    """Say in a few sentences who ends ahead, and only as surely as the paired differences allow."""
    first, *others = comparison.engagements
    top = best(comparison, "acceptance") or first.name
    if not others:
        left = f"{_title(comparison, top)} leaves acceptance at {_ends(comparison, top)}."
        return f"{left} It was played alone, so there is nothing to compare it with."
    said = [_lead(comparison, top)]
    if top != first.name:
        said += [_price(comparison, top), _care(comparison, top)]
    if CO_PRODUCTION in {e.name for e in comparison.engagements} - {top}:
        said.append("Co-production does not come first here.")
    return " ".join(filter(None, said))


def _lead(comparison: Comparison, top: str) -> str:
    first = comparison.engagements[0].name
    rest = against_first(comparison, "acceptance")
    name, start = _title(comparison, top), small(_title(comparison, first))
    if top == first:
        sure = all(map(is_clear, rest["low"], rest["high"]))
        end = "." if sure else ", but its lead over the others may be zero."
        return f"{name} ends with the most acceptance, {_ends(comparison, top)}{end}"
    low, high = rest.loc[top, ["low", "high"]]
    if not is_clear(low, high):
        return f"There is no clear winner. {name} may end {difference(low, high)} acceptance than {start}."
    return (
        f"{name} ends with {difference(low, high)} acceptance than {start}: "
        f"{_ends(comparison, top)}, not {_ends(comparison, first)}."
    )


def _price(comparison: Comparison, top: str) -> str:
    spent, paid = spending(comparison), comparison.scenario.money
    takes = [
        f"{about(comparison.efforts[n].weeks)} weeks and {money_of(spent, n, paid.currency)}"
        for n in (top, comparison.engagements[0].name)
    ]
    late = comparison.efforts[top].weeks > paid.weeks_available
    limit = f" But there are only {paid.weeks_available:g} weeks." if late else ""
    return f"One decision takes about {takes[0]}, not {takes[1]}.{limit}"


def _care(comparison: Comparison, top: str) -> str:
    """Warn where more people say yes to what does not serve them."""
    if harms(comparison, top):
        return "Take care: the decision leaves people worse off on average."
    blind = misled(comparison, top)
    return "Take care: more people say yes to what does not serve them." if blind else ""


def _ends(comparison: Comparison, name: str) -> str:
    row = last(comparison, "acceptance").loc[name]
    return between(float(row["low"]), float(row["high"]))


def _title(comparison: Comparison, name: str) -> str:
    return cut(next(e.title for e in comparison.engagements if e.name == name), 60)
