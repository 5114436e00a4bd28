"""In how many models a way gains too little, with what a board must know of a way that was not compared."""

from coprod_sim.apps.leaders.next_best import judged_of
from coprod_sim.apps.leaders.risks import unmet_ways
from coprod_sim.board.shown import limits_of
from coprod_sim.board.view import View
from coprod_sim.briefing.spoken import spoken_of
from coprod_sim.report.beliefs import both_against_in_words
from coprod_sim.results import Comparison
from coprod_sim.results.prior_posterior import both_sets


def in_models_in_words(found: Comparison, view: View) -> str:
    """Count the models in which the way that a page speaks of gains too little; of the first, the next best.

    Args:
        found: what was compared.
        view: the view it comes from.

    Returns:
        Sentences; nothing where there is one way alone.
    """
    if len(found.engagements) < 2:
        return ""
    way = spoken_of(found, view.recommended_way, limits_of(view), view.measure)
    both = both_sets(found.scenario, found.engagements, seed=view.seed)
    return both_against_in_words(
        *both, judged_of(found, view, way), view.at_least, unmet_ways(view, both[0].engagements)
    )
