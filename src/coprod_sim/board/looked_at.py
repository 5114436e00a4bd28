"""What is said of co-production where a way that a search found is compared and co-production is not."""

from coprod_sim.board.cases import FOUND
from coprod_sim.board.shown import limits_of, played
from coprod_sim.board.view import View
from coprod_sim.briefing.entered_limits import beyond, parts_beyond
from coprod_sim.charts.costs import money_of
from coprod_sim.charts.values import against_first
from coprod_sim.charts.words import difference, entered, small
from coprod_sim.gate import Outcome, outcome
from coprod_sim.report.sentences import CO_PRODUCTION
from coprod_sim.results import Comparison
from coprod_sim.words import words_in

LOOKED_AT = {"losing": "losers_acceptance", "all": "acceptance", "lose": "losers"}
"""What is said of a way found beside another, by the names that the message has for it."""


def looked_at_in_words(view: View) -> str:
    """Say what co-production takes, and how a way found compares with it, as `looked_at.tsx` does.

    Args:
        view: the view.

    Returns:
        Sentences; nothing where no way found is compared, or co-production is compared itself.
    """
    if FOUND not in view.ways or not view.found or CO_PRODUCTION in view.ways:
        return ""
    both = played(view.but(ways=(FOUND, CO_PRODUCTION), recommended_way=""))
    found, way = both.engagements
    decided = outcome(view.gate, view.stakes, view.trust)
    return words_in(view.language)(
        "leaders-page-looked_at", found=found.title, lower_found=small(found.title), way=way.title,
        lower=small(way.title), together="yes" if decided is Outcome.CO_PRODUCE else "no",
        takes=_takes(both, view), **_apart(both),
    )  # fmt: skip


def _takes(both: Comparison, view: View) -> str:
    """Say what of the limits entered it goes beyond, or what it takes."""
    t = words_in(view.language)
    if over := beyond(both, limits_of(view), t).get(CO_PRODUCTION):
        return t("leaders-page-looked_at_beyond", parts=parts_beyond(over, t))
    money = money_of(both, CO_PRODUCTION)
    weeks = entered(both.weeks[CO_PRODUCTION])
    return t("leaders-page-looked_at_takes", weeks=weeks, money=money)


def _apart(both: Comparison) -> dict[str, str]:
    """Say how much more or less of each the way found comes to, town by town."""
    ends = {key: against_first(both, name).loc[CO_PRODUCTION] for key, name in LOOKED_AT.items()}
    return {key: difference(-float(row["high"]), -float(row["low"])) for key, row in ends.items()}
