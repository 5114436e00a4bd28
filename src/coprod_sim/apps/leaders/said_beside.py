"""What has to be said beside the answer of a saved view: one list, which every paper of it takes."""

from coprod_sim.apps.leaders.costs_said import (
    below_in_words,
    counted_in_words,
    dates_in_words,
    months_in_words,
)
from coprod_sim.apps.leaders.duty_met import details_in_words
from coprod_sim.apps.leaders.gate_said import verdict_in_words
from coprod_sim.apps.leaders.next_best import beside_in_words
from coprod_sim.apps.leaders.risks import unmet_by_ways
from coprod_sim.board.looked_at import looked_at_in_words
from coprod_sim.board.shown import limits_of
from coprod_sim.board.sought import sought_in_words
from coprod_sim.board.view import View
from coprod_sim.briefing.cautions import cautions_of
from coprod_sim.engagement import Engagement
from coprod_sim.results import Comparison
from coprod_sim.words import words_in


def all_cautions(
    found: Comparison, view: View, way: Engagement, recommended: str
) -> tuple[str, ...]:
    """Say what a board must know beside the answer; the page has the first five beside its headline.

    Args:
        found: what was compared.
        view: the view it comes from.
        way: the way that the page speaks of.
        recommended: the name of the way that is recommended; nothing, if none is.

    Returns:
        Sentences, the weightiest first; only those that hold.
    """
    said = (
        verdict_in_words(found, view, way),
        looked_at_in_words(view),
        unmet_by_ways(view, found.engagements),
        details_in_words(view, found.engagements),
        beside_in_words(found, view, way),
        *cautions_of(found, way, limits_of(view), recommended, words_in(view.language)),
        sought_in_words(view),
        below_once(found, view, way),
        dates_in_words(view),
        counted_in_words(view),
        months_in_words(found, view),
    )
    return tuple(one for one in said if one)


def below_once(found: Comparison, view: View, way: Engagement) -> str:
    """Warn once of costs below published prices, of the way spoken of before others.

    Args:
        found: what was compared.
        view: the view it comes from.
        way: the way that the page speaks of.

    Returns:
        A sentence, or nothing.
    """
    said = (below_in_words(found, view, one) for one in (way, *found.engagements))
    return next(filter(None, said), "")
