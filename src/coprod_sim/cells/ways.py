"""A way of involving people in a cell: what it is, and where its dials stand."""

from markupsafe import Markup

from coprod_sim.engagement import DIALS, Engagement
from coprod_sim.markup import element, joined, table
from coprod_sim.results import Variant
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)


def draw(way: Engagement) -> Markup:
    """Set a way of involving people."""
    return joined(
        element("h3", way.title),
        element("p", t("cells-way-decides", who=way.who_decides), class_="quiet"),
        element("p", way.summary),
        dials(way),
    )


def dials(way: Engagement) -> Markup:
    """Set where each dial stands, in the words that people see on it."""
    rows = [(dial.label, dial.in_words(getattr(way, name))) for name, dial in DIALS.items()]
    return table(
        (t("cells-way-dial"), t("cells-way-stands")), rows, t("cells-way-dials"),
        caption=t("cells-way-dials"),
    )  # fmt: skip


def _of_a_variant(variant: Variant) -> Markup:
    """Set the ways that a variant takes, one a decision; the last one stays."""
    return joined(*map(draw, variant.engagements()))


DRAWN = {Engagement: draw, Variant: _of_a_variant}
