"""Tells the kit's own page at which cells of a lesson a new part begins; it shows one part at a time."""

from coprod_sim.markup import Markup, element
from coprod_sim.words import Words

STARTS = (
    "hook", "example-words", "see-words", "change-words", "signs", "own-case", "place-words", "take-away",
)  # fmt: skip
"""Cells at which a new part begins; what comes before the first of them is a part, too."""
FIRST = ("all-words", "all")
"""Cells that are shown with the first part, below its buttons: all lessons, and what is kept."""


def page_parts(t: Words) -> Markup:
    """Set what the page needs to turn a lesson part by part (`stages.js`); it shows nothing by itself.

    Args:
        t: the words of the page.

    Returns:
        An empty element that names the cells, and the words of the two buttons and of what stands beside.
    """
    return element(
        "div", class_="lesson-parts", data_starts=" ".join(STARTS), data_first=" ".join(FIRST),
        data_on=t("learner-turn-on"), data_back=t("learner-turn-back"), data_bet=t("learner-turn-bet"),
        data_label=t("learner-turn-label"), data_here=t("learner-turn-here", here="{here}", all="{all}"),
    )  # fmt: skip
