"""A town of the Mesa model in a cell: which one it is, and what came of each decision so far."""

from collections.abc import Iterator

from markupsafe import Markup

from coprod_sim.charts.words import number, unit_of
from coprod_sim.markup import element, joined, table
from coprod_sim.model.civic_model import CivicModel
from coprod_sim.model.measures import MEASURES
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)


def draw(town: CivicModel) -> Markup:
    """Set a town as it is now."""
    title = t("cells-town", case=town.case.title, way=town.engagement.title)
    taken, count = town.decision, town.case.decisions.count
    said = t("cells-town-so_far", citizens=number(len(town.people)), taken=taken, count=count)
    after = [t("cells-town-after", decision=k) for k in range(1, taken + 1)]
    rows = _rows(town)
    return joined(
        element("h3", title),
        element("p", said),
        table((t("cells-measure"), *after), rows, title) if taken else "",
    )


def _rows(town: CivicModel) -> Iterator[list[str]]:
    """Write each main measure after every decision."""
    seen = town.datacollector.get_model_vars_dataframe()
    for name, (measure, _) in MEASURES.items():
        if "table" in measure.lists:
            said = [number(value * 100) if value == value else "" for value in seen[name]]  # noqa: PLR0124 - nan
            yield [f"{measure.label}, {unit_of(measure)}", *said]


DRAWN = {CivicModel: draw}
