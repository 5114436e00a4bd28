"""What the leaders' page says of a view that it saved, for whoever compares its file elsewhere."""

from coprod_sim.apps.leaders.costs_said import months_in_words
from coprod_sim.apps.leaders.files_to_save import extras_of
from coprod_sim.apps.leaders.next_best import judged_of
from coprod_sim.apps.leaders.risks import unmet_ways
from coprod_sim.apps.leaders.said_beside import below_once
from coprod_sim.board.view import View
from coprod_sim.briefing.content import headline_in_full
from coprod_sim.briefing.entered_limits import beyond, beyond_in_words, open_weeks
from coprod_sim.briefing.in_text import parts_in_text
from coprod_sim.briefing.spoken import spoken_of
from coprod_sim.engagement import load_engagement
from coprod_sim.report.told import ViewTold
from coprod_sim.results import Comparison
from coprod_sim.results.discovery.theories import RIVAL
from coprod_sim.scenarios.described import OWN
from coprod_sim.words import words_in


def told_of(found: Comparison, view: View) -> ViewTold:
    """Say by the words of the page for a board what somebody answered and entered, and what follows.

    Args:
        found: what was compared; it may have other ways than the view.
        view: the view the case comes from.

    Returns:
        The answer, its parts, what is said of costs, and what there is for one decision.
    """
    more, t = extras_of(found, view), words_in(view.language)
    limits = more.limits
    over = beyond_in_words(beyond(found, limits, t), found.engagements, t)
    way = spoken_of(found, more.recommended_way, limits, view.measure)
    return ViewTold(
        headline=headline_in_full(found, more),
        way=way.name,
        judged=judged_of(found, view, way),
        unmet=unmet_ways(view, (*found.engagements, load_engagement(RIVAL))),
        parts=parts_in_text(found, more),
        costs=" ".join(filter(None, (over, more.besides, below_once(found, view, way)))),
        money=view.budget,
        staff_hours=view.staff_hours,
        weeks=not open_weeks(found, limits),
        of_weeks=bool(months_in_words(found, view)),
        own=view.case == OWN,
        least=view.at_least,
    )
