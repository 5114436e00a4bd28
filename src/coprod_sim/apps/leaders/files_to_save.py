"""The files that Python makes of what the page shows: one page for the board, and every number."""

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from coprod_sim.apps.leaders.doing import contradicted, done_in_words
from coprod_sim.apps.leaders.rests import besides_in_words, rests_in_words
from coprod_sim.board.besides import JURY
from coprod_sim.board.cases import FOUND, figures_of, scenario_of, ways_of
from coprod_sim.board.view import View, link_of
from coprod_sim.briefing import Extras, briefing_of, html_briefing, pdf_briefing
from coprod_sim.briefing.content import Briefing
from coprod_sim.briefing.extras import Limits
from coprod_sim.charts.costs import spending
from coprod_sim.charts.values import last
from coprod_sim.charts.words import money, number, people_of, price, small
from coprod_sim.engagement import Engagement
from coprod_sim.engagement.set_here import moved
from coprod_sim.gate import LEGAL, Outcome, duty, outcome, reasons
from coprod_sim.report.analysis import effects_in_words
from coprod_sim.report.beliefs import both_against_in_words
from coprod_sim.report.discovered import break_even_in_words, found_in_words, when_not_in_words
from coprod_sim.results import Comparison, compare, save
from coprod_sim.results.attribution import explained_pair
from coprod_sim.results.discovery import break_even
from coprod_sim.results.discovery.precomputed import look_up
from coprod_sim.results.discovery.theories import RIVAL
from coprod_sim.results.prior_posterior import over_models
from coprod_sim.results.uncertainty import NOT_RULED_OUT, PLAUSIBLE
from coprod_sim.scenarios.described import OWN, people_affected
from coprod_sim.words import words_in

NEAR = 1e-9
"""Closer than this, two lines of a leader are the same."""


class Made(NamedTuple):
    """A file as the browser saves it."""

    name: str
    data: bytes
    kind: str


class FileKind(NamedTuple):
    """A kind of file: how its name ends, what it is to a browser, and how it is made."""

    ending: str
    kind: str
    make: Callable[[Comparison, View], bytes]


def made(name: str, view: View) -> Made:
    """Make a file of what a view shows.

    Args:
        name: one of `FILES`.
        view: the view.

    Returns:
        The file, named after the case.
    """
    of = FILES[name]
    found = compare(
        scenario_of(view),
        ways_of(view),
        over=view.over,
        seed=view.seed,
        own=figures_of(view, view.ways),
    )
    return Made(f"{found.scenario.name}_{of.ending}", of.make(found, view), of.kind)


def _briefing(found: Comparison, view: View) -> Briefing:
    once = view.span == "one"
    case = found.scenario.first_decision() if once else found.scenario
    if "citizen_hour" not in view.money:
        case = case.unpaid()
    played = compare(
        case,
        _as_set(view),
        over=view.over,
        seed=view.seed,
        own=figures_of(view, view.ways),
    )
    return briefing_of(played, _extras(played, view))


def _before(view: View) -> tuple[Engagement, ...]:
    """Give the ways of a view before their dials were turned; one that a search found is all dials."""
    return ways_of(view.but(turned={k: v for k, v in view.turned.items() if k == FOUND}))


def _turned(view: View) -> str:
    """Name the dials that stand elsewhere than the library, or the scores, have them."""
    t, told = words_in(view.language), []
    for way, before in zip(ways_of(view), _before(view), strict=True):
        if turned := moved(way, before, t):
            told.append(t("board-turned", way=before.title, dials=", ".join(turned)))
    return " ".join(told)


def _doing(view: View) -> str:
    """Spell a recommended way out that was found or turned, and say what signed up to it contradicts."""
    t = words_in(view.language)
    for way, before in zip(ways_of(view), _before(view), strict=True):
        if way.name != view.recommended_way:
            continue
        found = way.name == FOUND
        called = t("board-way-found") if found else way.title
        spelt = f"{called}: {done_in_words(way, t)}" if found or way != before else ""
        against = [contradicted(way, called, name, t) for name in view.conditions]
        return " ".join(filter(None, (*against, spelt)))
    return ""


def _as_set(view: View) -> tuple[Engagement, ...]:
    """Give the ways of a view; one with a turned dial does not go by its bare name."""
    t = words_in(view.language)
    return tuple(
        way if way == before else way.but({"title": t("board-way-set", way=way.title)})
        for way, before in zip(ways_of(view), _before(view), strict=True)
    )


def _numbers(name: str) -> Callable[[Comparison, View], bytes]:
    def make(found: Comparison, _view: View) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            save(found.frame, Path(folder))
            return (Path(folder) / name).read_bytes()

    return make


def _extras(found: Comparison, view: View) -> Extras:
    """Gather what the page for the board says besides the comparison, from the view and from the case."""
    t = words_in(view.language)
    decided = outcome(view.gate, view.stakes, view.trust)
    mine = found.scenario.name == OWN
    answered = mine and decided is not Outcome.OPEN
    return Extras(
        gate=_gate(view, decided) if answered else "",
        verdict=_verdict(view, decided) if answered else "",
        limits=Limits(view.money.get("weeks_available"), view.budget, view.staff_hours),
        besides=besides_in_words(found, view),
        rests=rests_in_words(view) if mine else "",
        law=_law(view, mine=mine),
        recommended_way=view.recommended_way if view.recommended_way in view.ways else "",
        recommended=view.recommendation,
        turned=" ".join(filter(None, (_turned(view), _doing(view)))),
        below=_below(found, view),
        by_when=str(view.own.get("by_when") or "") if mine else "",
        affected=_affected(found, view) if mine else "",
        conditions=tuple(t(f"conditions-{name}") for name in view.conditions),
        prepared_by=view.prepared_by,
        link=f"#view={link_of(view)}",
        date=date.today().strftime("%d %B %Y").lstrip("0"),
        **_known(found, view),
    )


def _gate(view: View, decided: Outcome) -> str:
    """Say what the gate leads to, and the answers that led there."""
    t = words_in(view.language)
    given = view.gate | {"stakes": view.stakes, "trust": view.trust}
    because = reasons(view.gate, view.stakes, view.trust)
    why = [t(f"gate-because_{name}", answer=given.get(name, "")) for name in because]
    return " ".join([f"{t(f'gate-outcome_{decided}')}.", *why])


def _verdict(view: View, decided: Outcome) -> str:
    """Say beside the headline what the answers to the gate come to."""
    t = words_in(view.language)
    return t("gate-beside", outcome=small(t(f"gate-outcome_{decided}")))


def _law(view: View, *, mine: bool) -> str:
    """Say that this knows no law, and what the answers about one's own case point to."""
    t = words_in(view.language)
    left = sum(name not in view.gate for name in LEGAL)
    said = t(f"gate-duty_{duty(view.gate)}", left=left, all=len(LEGAL))
    return f"{t('leaders-page-law_text')} {said if mine else t('leaders-page-law_ask')}"


def _affected(found: Comparison, view: View) -> str:
    """Say how many people are affected, how many of them lose and accept, and what town the model runs."""
    people = people_affected(view.own)
    if people is None:
        return ""
    t = words_in(view.language)
    way = _spoken(found, view)
    lose, accept = (
        people_of(people, *last(found, measure).loc[way.name, ["low", "high"]])
        for measure in ("losers", "acceptance")
    )
    said = t(
        "board-affected-said", people=number(people), way=small(way.title), lose=lose, accept=accept
    )
    return f"{said} {t('board-affected-town', citizens=number(found.scenario.people.citizens))}"


def _spoken(found: Comparison, view: View) -> Engagement:
    """Give the way that the page speaks about: the recommended one, be it the first."""
    first = found.engagements[0]
    chosen = explained_pair(found.engagements, view.recommended_way)[1]
    return first if view.recommended_way == first.name else chosen


def _below(found: Comparison, view: View) -> str:
    """Warn where all that was entered for the way spoken about lies below what citizens' juries have cost."""
    way = _spoken(found, view)
    entered, paid = found.own.besides.get(way.name), found.scenario.money.currency
    if entered is None or view.span != "one" or paid != JURY.currency or not way.seats:
        return ""
    low, _, high = spending(found)["money"].loc[way.name, ["low", "mean", "high"]]
    if high >= JURY.low:
        return ""
    ends = {end: price(getattr(JURY, end), paid) for end in ("low", "high")}
    return words_in(view.language)(
        "board-besides_below", entered=1, way=small(way.title), sum=money(low, high, paid), **ends
    )


def _known(found: Comparison, view: View) -> dict[str, str]:
    """Say in how many models it gains too little, what was worked out beforehand, and when it is cheaper."""
    first, goal = found.engagements[0], explained_pair(found.engagements, view.recommended_way)[1]
    if goal is first:
        return {}
    shown = {way.name: way for way in found.engagements}
    rival = () if RIVAL in shown else (RIVAL,)
    fitting, wide = (
        over_models(found.scenario, *shown.values(), *rival, seed=view.seed, over=over)
        for over in (NOT_RULED_OUT, PLAUSIBLE)
    )
    said = {"against": both_against_in_words(fitting, wide, goal.name)}
    known = look_up(found.scenario, first, goal, view.seed)
    if known is not None:
        said["matters"] = effects_in_words(known.matters, known.outcomes)
        if abs(known.box.at_least - view.at_least) < NEAR:
            said["not_pay"] = when_not_in_words(known.box, known.outcomes)
        reached = known.goals.toward(view.target) if known.goals else None
        if reached is not None:
            said["would_have"] = found_in_words(reached, found.scenario)
    challenge = view.money.get("challenge")
    others = [
        way for way in found.engagements[1:] if goal.name != view.recommended_way or way is goal
    ]
    left = {way.name: view.lefts.get(way.name, view.left) for way in others}
    if view.chance is not None and challenge and None not in left.values():
        evens = [
            break_even(found, first.name, way, challenge=challenge, left=part)
            for way, part in left.items()
            if part is not None
        ]
        said["break_even"] = break_even_in_words(evens, view.chance)
    return said


FILES = {
    "pdf": FileKind(
        "briefing.pdf", "application/pdf", lambda found, view: pdf_briefing(_briefing(found, view))
    ),
    "html": FileKind(
        "briefing.html",
        "text/html",
        lambda found, view: html_briefing(_briefing(found, view)).encode(),
    ),
    "csv": FileKind("results.csv", "text/csv", _numbers("results.csv")),
    "parquet": FileKind(
        "results.parquet", "application/vnd.apache.parquet", _numbers("results.parquet")
    ),
}
"""The files by name; on the page each has a button, whose words are the message `take-NAME`."""
