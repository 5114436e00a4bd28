"""What every page to hand over is made with: the templates, and how a number or a picture is put in."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from coprod_sim.charts import Chart
from coprod_sim.charts.words import number
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
    found.filters |= {
        "cell": _cell,
        "fact": value_of,
        "linked": linked,
        "share": hundredths,
        "picture": picture,
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
            return "no one"
        return number(value, 0 if abs(value) >= 1000 else 1)
    return str(value)


def picture(chart: Chart) -> Markup:
    """Mark a chart's picture as safe to put on the page: charts escape what they are given."""
    return Markup(chart.svg)  # noqa: S704 - escaped where it was drawn
