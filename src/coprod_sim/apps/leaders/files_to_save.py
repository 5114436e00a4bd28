"""The files that Python makes of what the page shows: the page for the board, and every number."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from coprod_sim.apps.leaders.challenged import challenge_in_words
from coprod_sim.apps.leaders.costs_said import besides_in_words
from coprod_sim.apps.leaders.delay import delays_in_words
from coprod_sim.apps.leaders.doing import contradicted, dials_in_short, done_in_words
from coprod_sim.apps.leaders.gate_said import gate_facts
from coprod_sim.apps.leaders.in_models import in_models_in_words
from coprod_sim.apps.leaders.next_best import next_best
from coprod_sim.apps.leaders.risks import equality_in_words, risks_in_words, unmet_ways
from coprod_sim.apps.leaders.said_beside import all_cautions
from coprod_sim.board.cases import FOUND, figures_of, scenario_of, ways_of
from coprod_sim.board.dated import day_in_words
from coprod_sim.board.rests import rests_in_words
from coprod_sim.board.shown import as_set, before, limits_of, played, whole_titles
from coprod_sim.board.view import View, link_of
from coprod_sim.briefing import Extras, briefing_of, html_briefing, pdf_briefing
from coprod_sim.briefing.content import Briefing
from coprod_sim.briefing.entered_limits import beyond
from coprod_sim.briefing.spoken import spoken_of
from coprod_sim.charts.values import last, titles
from coprod_sim.charts.words import number, people_of, small
from coprod_sim.engagement import Engagement
from coprod_sim.engagement.set_here import moved
from coprod_sim.report.analysis import effects_in_words
from coprod_sim.report.discovered import found_in_words, when_not_in_words
from coprod_sim.report.tagged_pdf import can_make_pdf
from coprod_sim.results import Comparison, compare, save
from coprod_sim.results.attribution import explained_pair
from coprod_sim.results.discovery.precomputed import look_up
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
    make: Callable[[View], bytes]


def offered() -> list[str]:
    """Name the files that can be made here: a PDF needs a package that is not always there.

    Returns:
        Names of `FILES`.
    """
    return [name for name in FILES if name != "pdf" or can_make_pdf()]


def made(name: str, view: View) -> Made:
    """Make a file of what a view shows.

    Args:
        name: one of `FILES`.
        view: the view.

    Returns:
        The file, named after the case.
    """
    of = FILES[name]
    return Made(f"{scenario_of(view).name}_{of.ending}", of.make(view), of.kind)


def _briefing(view: View) -> Briefing:
    found = played(view)
    more, limits = extras_of(found, view), limits_of(view)
    way = spoken_of(found, more.recommended_way, limits, view.measure)
    return briefing_of(found, replace(more, **known_of(found, view, way)))


def _turned(view: View) -> str:
    """Name the dials that stand elsewhere than the library, or the scores, have them."""
    t, told = words_in(view.language), []
    for way, was in zip(ways_of(view), before(view), strict=True):
        if turned := moved(way, was, t):
            told.append(t("board-turned", way=was.title, dials=", ".join(turned)))
    return " ".join(told)


def _doing(view: View) -> tuple[str, str]:
    """Spell a recommended way out that was found or turned: in short, and each dial in its own sentence."""
    t = words_in(view.language)
    for way, was in zip(as_set(view), before(view), strict=True):
        if way.name != view.recommended_way:
            continue
        if way.name == FOUND or way.dials != was.dials:
            return dials_in_short(way, t), f"{way.title}: {done_in_words(way, t)}"
    return "", ""


def _conditions(view: View) -> tuple[str, ...]:
    """Give the conditions that are signed up to, each with what in the recommended way falls short of it."""
    t = words_in(view.language)
    ways = [way for way in as_set(view) if way.name == view.recommended_way]
    short = {n: [contradicted(way, n, view) for way in ways] for n in view.conditions}
    return tuple(" ".join(filter(None, (t(f"conditions-{n}"), *short[n]))) for n in view.conditions)


def _numbers(name: str) -> Callable[[View], bytes]:
    def make(view: View) -> bytes:
        own = figures_of(view, view.ways)
        found = compare(scenario_of(view), ways_of(view), over=view.over, seed=view.seed, own=own)
        with tempfile.TemporaryDirectory() as folder:
            save(found.frame, Path(folder))
            return (Path(folder) / name).read_bytes()

    return make


def _rests(view: View) -> dict[str, str]:
    return {"rests": rests_in_words(view), "rests_brief": rests_in_words(view, brief=True)}


def extras_of(found: Comparison, view: View) -> Extras:
    """Gather what the page for the board says besides the comparison, from the view and from the case.

    Args:
        found: what was compared; a recommended way that is not among it is none.
        view: the view it comes from.

    Returns:
        All but what has to be played for.
    """
    t, mine = words_in(view.language), found.scenario.name == OWN
    limits = limits_of(view)
    recommended = view.recommended_way if view.recommended_way in titles(found) else ""
    way, over = spoken_of(found, recommended, limits, view.measure), beyond(found, limits, t)
    turned, (short, doing) = _turned(view), _doing(view)
    return Extras(
        **gate_facts(found, view, way),
        cautions=all_cautions(found, view, way, recommended),
        unmet=unmet_ways(view, found.engagements),
        limits=limits,
        measure=view.measure,
        least=view.at_least,
        saving=bool(view.saving),
        besides=_costs(found, view),
        **(_rests(view) if mine else {}),
        recommended_way=recommended,
        recommended=view.recommendation,
        turned=" ".join(filter(None, (turned, doing))),
        dials=" ".join(filter(None, (turned, short))),
        by_when=_by_when(view) if mine else "",
        affected=_affected(found, view, way) if mine else "",
        risks=risks_in_words(found, view, way, over.get(way.name, []), next_best(found, view, way)),
        equality=equality_in_words(found, view, way),
        challenge=challenge_in_words(found, view, way),
        whole=whole_titles(view),
        conditions=_conditions(view),
        prepared_by=view.prepared_by,
        link=f"#view={link_of(view)}",
        date=day_in_words(date.today()),
    )


def _costs(found: Comparison, view: View) -> str:
    """Say what was entered besides hours, and what a saving loses by waiting."""
    return " ".join(filter(None, (besides_in_words(found, view), delays_in_words(found, view))))


def _by_when(view: View) -> str:
    return str(view.own.get("by_when") or "") or words_in(view.language)("leaders-page-not_said")


def _affected(found: Comparison, view: View, way: Engagement) -> str:
    """Say how many people are affected, how many of them lose and accept, and what town the model runs."""
    people = people_affected(view.own)
    if people is None:
        return ""
    t = words_in(view.language)
    lose, accept = (
        people_of(people, *last(found, measure).loc[way.name, ["low", "high"]])
        for measure in ("losers", "acceptance")
    )
    said = t(
        "board-affected-said", people=number(people), way=small(way.title), lose=lose, accept=accept
    )
    return f"{said} {t('board-affected-town', citizens=number(found.scenario.people.citizens))}"


def known_of(found: Comparison, view: View, way: Engagement) -> dict[str, str]:
    """Say in how many models the way spoken of gains too little, and what was worked out beforehand.

    Args:
        found: what was compared.
        view: the view it comes from.
        way: the way that the page speaks of; of the first the next best one is judged.

    Returns:
        Texts by their names in `Extras`.
    """
    first, goal = explained_pair(found.engagements, way.name)
    if goal is first:
        return {}
    said = {"against": in_models_in_words(found, view)}
    known = look_up(found.scenario, first, goal, view.seed)
    if known is not None:
        said["matters"] = effects_in_words(known.matters, known.outcomes)
        if abs(known.box.at_least - view.at_least) < NEAR:
            said["not_pay"] = when_not_in_words(known.box, known.outcomes)
        reached = known.goals.toward(view.target) if known.goals else None
        if reached is not None:
            said["would_have"] = found_in_words(reached, found.scenario)
    return said


FILES = {
    "pdf": FileKind("briefing.pdf", "application/pdf", lambda view: pdf_briefing(_briefing(view))),
    "html": FileKind(
        "briefing.html", "text/html", lambda view: html_briefing(_briefing(view)).encode()
    ),
    "csv": FileKind("results.csv", "text/csv", _numbers("results.csv")),
    "parquet": FileKind(
        "results.parquet", "application/vnd.apache.parquet", _numbers("results.parquet")
    ),
}
"""The files by name; on the page each has a button, whose words are the message `take-NAME`."""
