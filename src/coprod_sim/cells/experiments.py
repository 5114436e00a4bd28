"""An experiment in a cell: what is asked, what is compared and varied, and how much is played."""

from markupsafe import Markup

from coprod_sim.markup import element, joined, table
from coprod_sim.results.discovery import title_of
from coprod_sim.results.experiments import Experiment
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)


def draw(asked: Experiment) -> Markup:
    """Set an experiment."""
    compared = ", ".join(title_of(one.name) for one in asked.all_variants)
    varied = ", ".join(axis.column for axis in asked.vary)
    settings = {
        "cases": ", ".join(asked.case_names),
        "compared": compared,
        "varied": varied or t("cells-asked-nothing"),
        "measured": ", ".join(asked.measures),
        "points": t("cells-asked-points_of", method=asked.method, points=asked.points),
        "runs": str(asked.runs),
        "seed": str(asked.seed),
    }
    rows = [(t(f"cells-asked-{name}"), value) for name, value in settings.items()]
    heads = (t("cells-found-what"), t("cells-found-value"))
    return joined(element("h3", asked.question), table(heads, rows, asked.question))


DRAWN = {Experiment: draw}
