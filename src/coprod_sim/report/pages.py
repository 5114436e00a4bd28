"""What every page to hand over is made with: the templates, and how a number or a picture is put in."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from coprod_sim.charts import Chart
from coprod_sim.charts.words import NOTHING, number
from coprod_sim.markup import bullets, element, figure, joined, table
from coprod_sim.report.facts import value_of
from coprod_sim.report.sources import linked


def environment(package: str = "coprod_sim.report") -> Environment:
    """Make the home of a package's templates, with the filters they use."""
    found = Environment(
        loader=PackageLoader(package, "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals |= {"bullets": bullets, "drawn": _drawn, "table": table}
    found.filters |= {
        "fact": value_of,
        "linked": linked,
        "share": hundredths,
    }
    return found


def hundredths(value: float) -> str:
    """Write a share with its unit: "12.5 in 100"."""
    digits = 0 if abs(value * 100 - round(value * 100)) < 1e-9 else 1
    return f"{number(value * 100, digits)} in 100"


def _cell(value: object) -> str:
    """Write one cell of a table; nothing measured is a dash with a word for it."""
    if isinstance(value, float):
        if value != value:  # noqa: PLR0124 - nan is the only number unlike itself
            return NOTHING
        return number(value, 0 if abs(value) >= 1000 else 1)
    return str(value)


def _drawn(chart: Chart, more: object = "", class_: str | None = None) -> Markup:
    """Set a chart as a figure; more may be said under what it shows."""
    said = joined(element("p", chart.finding), more)
    label = "The numbers as a table"
    return figure(chart, label, said=said, class_=class_, written=_cell)
