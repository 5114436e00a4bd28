"""When the dearer way becomes the cheaper one, as far as somebody entered what that hangs on."""

from coprod_sim.apps.leaders.delay import decisions_of, delayed, delays, delays_exactly
from coprod_sim.apps.leaders.next_best import called_beyond, even_in_words
from coprod_sim.apps.leaders.risks import challenged_in_words
from coprod_sim.board.shown import limits_of
from coprod_sim.board.view import View
from coprod_sim.charts.labels import listing
from coprod_sim.charts.words import entered, money, price, small
from coprod_sim.engagement import Engagement
from coprod_sim.report.discovered import break_even_in_words, expected_in_words, when_in_words
from coprod_sim.results import Comparison
from coprod_sim.results.discovery import break_even
from coprod_sim.results.discovery.breaking_even import BreakEven
from coprod_sim.words import words_in


def challenge_in_words(found: Comparison, view: View, way: Engagement) -> str:
    """Say from which chance of a lost challenge on other ways are cheaper, or that nobody entered it.

    Args:
        found: what was compared.
        view: the view it comes from.
        way: the way that the page speaks of.

    Returns:
        Sentences.
    """
    t, challenge = words_in(view.language), view.money.get("challenge")
    _, *others = found.engagements
    lefts = {one.name: view.lefts.get(one.name, view.left) for one in others}
    known = {name: left for name, left in lefts.items() if left is not None}
    if not challenge or not known:
        missing = "cost" if known else "left" if challenge and others else "both"
        return t("leaders-page-challenge_none", missing=missing)
    without = [one for one in others if one.name not in known]
    others = [one for one in others if one.name in known]
    evens = [_even(found, view, one, challenge, known) for one in others]
    cost = price(challenge, found.scenario.money.currency)
    unmet, count = challenged_in_words(view, found.engagements), decisions_of(found, view)
    saving = "yes" if view.saving else "no"
    left = _left(others, known, view)
    rests = t("leaders-page-challenge_rests", cost=cost, left=left, saving=saving)
    each = t("said-even-each", saving=saving, count=count) if count > 1 else ""
    on_date = [_on_date(found, view, one, challenge, known) for one in others]
    evens_said = _evens_in_words(found, evens, view, way)
    said = (evens_said, *on_date, _missing(without, view), each, unmet, rests)
    return " ".join(filter(None, said))


def _even(
    found: Comparison, view: View, way: Engagement, challenge: float, left: dict[str, float]
) -> BreakEven:
    """Set a way beside the first, with the wait for a saving counted in."""
    first = found.engagements[0].name
    even = break_even(found, first, way.name, challenge=challenge, left=left[way.name])
    exact = delays_exactly(found, way.name)
    return delayed(even, delays(found, view.saving)[way.name], exact=exact)


def _on_date(
    found: Comparison, view: View, way: Engagement, challenge: float, left: dict[str, float]
) -> str:
    """Say what a way costs if each is decided when the weeks end, or later where it takes longer."""
    limits = limits_of(view)
    soon = delays(found, view.saving)[way.name]
    lost = delays(found, view.saving, limits.weeks or 0.0)[way.name]
    if limits.weeks is None or lost == soon:
        return ""
    first, exact = found.engagements[0].name, delays_exactly(found, way.name)
    even = break_even(found, first, way.name, challenge=challenge, left=left[way.name])
    even = delayed(even, lost, exact=exact)
    waits = money(abs(lost), abs(lost), even.currency, exact=exact) if lost else "none"
    return when_in_words(
        even, "said-even-on_date", entered=view.chance, money=_costs(even, view.chance), lost=waits,
        side="later" if soon > 0 else "earlier", whose="date" if limits.dated else "yours",
    )  # fmt: skip


def _costs(even: BreakEven, chance: float | None) -> str:
    """Write what the other way costs with the risk counted in; "none" where that is not known, or below 0."""
    if chance is None or even.expected(chance)[1][1] < 0:
        return "none"
    return expected_in_words(even, chance)[1]


def _missing(without: list[Engagement], view: View) -> str:
    """Say with which ways nobody entered how much of the risk remains; nothing where all are entered."""
    if not without:
        return ""
    ways = listing([small(one.title) for one in without])
    return words_in(view.language)("said-even-left_missing", ways=ways, count=len(without))


def _evens_in_words(found: Comparison, evens: list[BreakEven], view: View, way: Engagement) -> str:
    """Say it of the way that the page speaks of first: where there is little room, that stays longest."""
    currency, lost = found.scenario.money.currency, delays(found, view.saving)
    waits = {
        one.title: money(lost[one.name], lost[one.name], currency, exact=delays_exactly(found, one.name))
        for one in found.engagements
        if lost[one.name] > 0.0
    }  # fmt: skip
    return break_even_in_words(
        evens, view.chance, called_beyond(found, view), saving=bool(view.saving), waits=waits,
        lead=way.title, beside=even_in_words(found, view, way),
    )  # fmt: skip


def _left(others: list[Engagement], known: dict[str, float], view: View) -> str:
    """Write how much of the risk stays: one number where it is the same with every other way."""
    t, written = words_in(view.language), {k: entered(100.0 * left) for k, left in known.items()}
    if len(set(written.values())) == 1:
        return t("leaders-page-challenge_left_all", left=next(iter(written.values())))
    return listing([
        t("leaders-page-challenge_left", way=small(one.title), left=written[one.name])
        for one in others
    ])  # fmt: skip
