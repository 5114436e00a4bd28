"""What a page for a board says of the answers to "Should we ask?", and of the law."""

from coprod_sim.apps.leaders.duty_met import seats_in_words
from coprod_sim.apps.leaders.risks import unmet_in_words, unmet_ways
from coprod_sim.board.dated import months_entered
from coprod_sim.board.shown import limits_of
from coprod_sim.board.view import View
from coprod_sim.briefing.entered_limits import (
    Beyond,
    beyond,
    each_in_words,
    limits_in_words,
    open_weeks,
)
from coprod_sim.briefing.law import law_in_words
from coprod_sim.briefing.unmet import unmet_said
from coprod_sim.charts.labels import listing
from coprod_sim.charts.values import titles
from coprod_sim.charts.verdict import HARDLY, LITTLE, apart_from_first
from coprod_sim.charts.words import entered, small
from coprod_sim.engagement import Engagement, load_engagement
from coprod_sim.gate import ADVISED, NOT_NOW, Outcome, reasons
from coprod_sim.report.gate_words import (
    all_left,
    because_in_words,
    left_in_words,
    outcome_in_words,
    outcome_of,
)
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.scenarios.described import OWN
from coprod_sim.scenarios.scenario import WEEKS_A_MONTH
from coprod_sim.words import words_in


def gate_facts(found: Comparison, view: View, way: Engagement) -> dict[str, str]:
    """Say what the gate leads to, and what it says of the law.

    Args:
        found: what was compared.
        view: the view it comes from.
        way: the way that the page speaks of.

    Returns:
        Sentences by the names that `Extras` has for them.
    """
    decided = outcome_of(view)
    said = {"law": _law(view, way), "law_others": _others(found, view, way)}
    if decided is not Outcome.OPEN:
        said["gate"] = _gate(found, view, _against_it(found, view, decided))
        said["lead"] = _lead(view, way, decided)
    return {name: words.strip() for name, words in said.items()}


def verdict_in_words(found: Comparison, view: View, way: Engagement) -> str:
    """Say beside the answer what the answers to the gate come to, and what speaks against it.

    Args:
        found: what was compared.
        view: the view it comes from.
        way: the way that the page speaks of; what its headline begins with is not said again.

    Returns:
        Sentences; nothing while that is open.
    """
    decided = outcome_of(view)
    if decided is Outcome.OPEN:
        return ""
    beside = "" if _lead(view, way, decided) else _beside(view)
    said = (beside, _against_it(found, view, decided), _offer(found, view, decided))
    return " ".join(filter(None, said))


def _against_it(found: Comparison, view: View, decided: Outcome) -> str:
    """Say what speaks against what the answers come to, by what was entered and by the numbers."""
    over = beyond(found, limits_of(view), words_in(view.language))
    return _against(found, view, over, decided)


def _gate(found: Comparison, view: View, against: str) -> str:
    """Say what the gate leads to, what is open, what speaks against it, and the answers that led there.

    Of time it says what the weeks entered answer.
    """
    t = words_in(view.language)
    because, why = reasons(view.gate, view.stakes, view.trust), because_in_words(view, t)
    if "time" in because:
        why.insert(because.index("time") + 1, _time(found, view))
    said = (f"{outcome_in_words(view, t)}.", left_in_words(view, t), against, *why)
    return " ".join(filter(None, said))


def _time(found: Comparison, view: View) -> str:
    """Say which ways fit into the weeks entered, or those of the library's case, or where to enter them."""
    t = words_in(view.language)
    limits, months = limits_of(view), months_entered(view)
    unknown = open_weeks(found, limits)
    if unknown and months is None:
        return t(
            "gate-because_time_weeks", fit="open", whose="yours", weeks=0, count=0, ways="", duty=""
        )
    whose = "date" if limits.dated else "assumed" if limits.weeks is None else "yours"
    weeks = found.scenario.money.weeks_available
    if unknown and months is not None:
        whose, weeks = "months", int(months * WEEKS_A_MONTH + 0.5)
    ways = [way for way in found.engagements if found.weeks[way.name] <= weeks]
    fit = "some" if 0 < len(ways) < len(found.engagements) else "all" if ways else "none"
    return t(
        "gate-because_time_weeks", fit=fit, whose=whose, weeks=each_in_words(entered(weeks), limits, t),
        count=len(ways),
        ways=listing([small(way.title) for way in ways]),
        duty=unmet_said(ways, unmet_ways(view, found.engagements), t),
    )  # fmt: skip


def _lead(view: View, way: Engagement, decided: Outcome) -> str:
    """Say before all else that the answers do not point to the way a headline is about; else nothing."""
    if decided not in NOT_NOW or ADVISED.get(decided) == way.name:
        return ""
    t = words_in(view.language)
    return t("gate-lead", way=small(way.title), outcome=_outcome(view), **all_left(view))


def _offer(found: Comparison, view: View, decided: Outcome) -> str:
    """Say that the way the answers point to is not compared; else nothing."""
    advised = ADVISED.get(decided)
    if advised is None or advised in titles(found):
        return ""
    return words_in(view.language)("gate-offer", way=load_engagement(advised).title)


def _beside(view: View) -> str:
    """Say beside the headline what the answers to the gate come to."""
    return words_in(view.language)("gate-beside", outcome=_outcome(view), **all_left(view))


def _outcome(view: View) -> str:
    """Name what the answers come to, in the middle of a sentence."""
    return small(outcome_in_words(view, words_in(view.language)))


def _against(found: Comparison, view: View, over: dict[str, list[Beyond]], decided: Outcome) -> str:
    """Say that the way the answers point to goes beyond what was entered, or may do worse; else nothing."""
    named, t = titles(found), words_in(view.language)
    name = ADVISED.get(decided, "")
    if name not in named:
        return ""
    way, first = small(named[name]), found.engagements[0]
    limits = limits_in_words(over[name]) if name in over else ""
    sure = _worse(found, view, name)
    parts = [part for part, is_so in (("beyond", limits), ("worse", sure)) if is_so]
    if not parts:
        return ""
    key = f"gate-beside_{'_'.join(parts)}"
    return t(key, way=way, limits=limits, first=small(first.title), sure=sure, where="sheet")


def _worse(found: Comparison, view: View, name: str) -> str:
    """Say how surely a way does worse than the first; else nothing."""
    if found.engagements[0].name == name or found.too_few:
        return ""
    worse = "more" if MEASURES[view.measure][0].better == "low" else "less"
    sure = {
        worse: "yes",
        f"mostly_{worse}": "mostly",
        "open": "open",
        HARDLY: HARDLY,
        LITTLE: LITTLE,
    }
    return sure.get(apart_from_first(found, name, view.measure, view.at_least)[0], "")


def _law(view: View, way: Engagement) -> str:
    """Say what the answers about the case point to, and whether the way spoken of would not meet that."""
    t = words_in(view.language)
    whose = t("leaders-page-law_whose") if view.gate and view.case != OWN else ""
    unmet = t("leaders-page-duty_unmet", way=way.title) if unmet_in_words(view, way) else ""
    return " ".join(filter(None, (law_in_words(view.gate, t), whose, unmet)))


def _others(found: Comparison, view: View, way: Engagement) -> str:
    """Say why other ways would not meet a likely duty, and whom those that would meet it leave out.

    Of the one spoken of the risks say why.
    """
    t = words_in(view.language)
    unmet = [
        t("leaders-page-duty_unmet_of", way=other.title, parts=parts)
        for other in found.engagements
        if other.name != way.name and (parts := unmet_in_words(view, other))
    ]
    return " ".join(filter(None, (*unmet, seats_in_words(view, found.engagements))))
