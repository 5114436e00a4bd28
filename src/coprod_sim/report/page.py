"""The page to hand over: one self-contained HTML file with the case, the pictures and the limits."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
from markupsafe import Markup

from coprod_sim.assumptions import DECLARED
from coprod_sim.charts import (
    costs,
    dots,
    groups,
    of_a_comparison,
    over_time,
    paired,
    resilience,
    shares,
)
from coprod_sim.charts.costs import money_of
from coprod_sim.charts.svg import marker, tag
from coprod_sim.charts.theme import look
from coprod_sim.charts.values import last, over_in_words
from coprod_sim.charts.words import after, between, duration, entered, number, pace
from coprod_sim.engagement import DIALS, SHARES, Engagement, engagement_names, load_engagement
from coprod_sim.report import sentences
from coprod_sim.report.beliefs import rests_on
from coprod_sim.report.pages import environment
from coprod_sim.report.sources import Sources
from coprod_sim.report.told import NOTHING, ViewTold
from coprod_sim.results import Comparison
from coprod_sim.results.attribution import explained_pair
from coprod_sim.results.comparison import TEST_CAMPAIGN
from coprod_sim.results.uncertainty import OVER
from coprod_sim.scenarios import Scenario
from coprod_sim.scenarios.described import text_of
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)
OVER_TIME = ("acceptance", "losers_acceptance", "trust", "quality", "reasoned_judgement")
"""The measures that are drawn over the decisions."""

SAID = {"after": after, "pace": pace, "duration": duration, "words": sentences}
"""What the page writes its sentences with."""


def html_page(
    comparison: Comparison,
    steps: pd.DataFrame | None,
    channels: pd.DataFrame | None,
    *,
    goal: Engagement | None = None,
    both: tuple[Comparison, Comparison] | None = None,
    told: ViewTold = NOTHING,
) -> str:
    """Write the whole page; it needs no script, no network and no other file.

    `steps` and `channels` come from `step_shares` and `channel_shares`, from the first engagement to `goal`;
    without them that part is left out. `both` are the same ways over the models that fit the findings and
    over plausible ones. `told` is what a saved file says beside its case and its ways.
    """
    template, case = environment().get_template("template.html.j2"), comparison.scenario
    return template.render(
        **SAID,
        comparison=comparison,
        both=both,
        case=case,
        place=text_of(case, "place"),
        who_decides=text_of(case, "who_decides"),
        told=told,
        kicker=_kicker(case, own=told.own),
        shown=dots.SHOWN,
        origin=comparison.origin,
        over=OVER[comparison.over],
        held_over=over_in_words(comparison.over, comparison.draws),
        sources=Sources(case),
        cards=_cards(comparison),
        really=_really(comparison),
        dials=_dials(comparison.engagements),
        charts=_charts(comparison, steps, channels, goal or _goal(comparison), told),
        assumed=_assumed(comparison.engagements),
        rules=_rules(comparison),
        campaign=TEST_CAMPAIGN,
    )


def _kicker(case: Scenario, *, own: bool) -> str:
    """Name the place and the time, and say whether the case is real; one's own has no time yet."""
    where = text_of(case, "place") if own else f"{case.place}, {case.years}"
    kind = t(f"leaders-page-kind_{'own' if own else case.kind}")
    return f"{where}. {kind}" if where else kind


def _goal(comparison: Comparison) -> Engagement:
    first, *others = comparison.engagements
    return explained_pair([first, *others])[1] if others else first


def _charts(
    comparison: Comparison,
    steps: pd.DataFrame | None,
    channels: pd.DataFrame | None,
    goal: Engagement,
    told: ViewTold,
) -> dict[str, Any]:
    start, alone = comparison.engagements[0], len(comparison.engagements) == 1
    explained = [shares.draw(t, start, goal) for t in (steps, channels) if t is not None]
    drawn = {
        "dots": dots.draw(comparison),
        "over_time": [over_time.draw(comparison, measure) for measure in OVER_TIME],
        "paired": None if alone else paired.draw(comparison),
        "why": [] if alone else explained,
        "why_words": _why(steps, channels),
        "groups": groups.draw(comparison),
        "costs": costs.draw(comparison, money=told.money, weeks=told.weeks),
        "resilience": resilience.draw(comparison),
    }
    further = [chart for name, chart in of_a_comparison().items() if name not in drawn]
    return drawn | {"further": [chart.draw(comparison) for chart in further]}


def _why(steps: pd.DataFrame | None, channels: pd.DataFrame | None) -> str:
    if steps is None or channels is None:
        return ""
    return sentences.what_decides_it(steps, channels)


def _cards(comparison: Comparison) -> list[dict[str, Any]]:
    """Give each engagement's main numbers for the overview at the top."""
    ends = {m: last(comparison, m) for m in ("acceptance", "losers_acceptance", "trust")}
    return [
        {
            "title": e.title,
            "swatch": swatch(k),
            "really": e.name == comparison.scenario.really,
            **{m: _between(rows.loc[e.name]) for m, rows in ends.items()},
            "weeks": entered(comparison.weeks[e.name]),
            "money": money_of(comparison, e.name),
        }
        for k, e in enumerate(comparison.engagements)
    ]


def swatch(place: int) -> Markup:
    """Draw the marker of an engagement, to stand beside its name; it says nothing by itself."""
    drawn = marker(look(place), 8.0, 8.0, 5.5)
    return Markup(tag("svg", drawn, viewBox="0 0 16 16", aria_hidden="true", class_="swatch"))  # noqa: S704 - drawn here


def _really(comparison: Comparison) -> str:
    """Give the title of the engagement that comes closest to what was done, if there is one."""
    name = comparison.scenario.really
    titles = {e.name: e.title for e in comparison.engagements}
    if name in titles:
        return titles[name]
    return load_engagement(name).title if name in engagement_names() else ""


def _dials(engagements: Iterable[Engagement]) -> list[dict[str, Any]]:
    """Give a row for each dial: its label, its question, and where each engagement has it."""
    chosen = list(engagements)
    rows = [
        {
            "label": dial.label,
            "question": dial.question,
            "values": [_dial(name, getattr(e, name)) for e in chosen],
        }
        for name, dial in DIALS.items()
    ]
    asked = [{"words": "yes" if e.asked else "no", "share": None} for e in chosen]
    return [*rows, {"label": "Anybody asked", "question": "Are people asked?", "values": asked}]


def _dial(name: str, value: float) -> dict[str, Any]:
    if name not in SHARES:
        return {"words": DIALS[name].in_words(value), "share": None}
    return {"words": number(value * 100), "share": round(value * 100)}


def _assumed(engagements: Iterable[Engagement]) -> list[str]:
    """List what the engagements assume, each sentence once."""
    return list(dict.fromkeys(line for e in engagements for line in e.assumed))


def _rules(comparison: Comparison) -> list[tuple[str, str, str, bool]]:
    """List every number in the rules: label, value, source, and whether the case changed it."""
    rules, own = comparison.scenario.rules, comparison.scenario.assumptions
    return [
        (
            a.label,
            f"{getattr(rules, name):g}".replace("-", "\N{MINUS SIGN}"),
            rests_on(a),
            name in own,
        )
        for name, a in DECLARED.items()
    ]


def _between(row: pd.Series) -> str:
    return between(float(row["low"]), float(row["high"]))
