"""A chart in a cell: the picture, what it shows in words, and its numbers behind a fold."""

from markupsafe import Markup

from coprod_sim.charts import Chart
from coprod_sim.markup import figure
from coprod_sim.words import ENGLISH, words_in


def draw(chart: Chart) -> Markup:
    """Set a chart."""
    return figure(chart, words_in(ENGLISH)("page-as_table"))


DRAWN = {Chart: draw}
