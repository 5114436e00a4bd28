"""What the leaders' page needs besides the board: the gate, one's own case, what may stand in a view."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

import numpy as np

from coprod_sim.assumptions import DECLARED, GONE, REPLACED, Assumption
from coprod_sim.board.declarations import WORDS, declarations, town_of, way_of, words
from coprod_sim.board.view import WITH_OWN, View
from coprod_sim.engagement import DIALS, SHARES
from coprod_sim.engagement.dials import Dials
from coprod_sim.engagement.scored import SCORED, scored
from coprod_sim.engine.watching import SEEN
from coprod_sim.gate import (
    ADVISED,
    ANSWERS,
    ASKS,
    DUTIES,
    LEGAL,
    NOT_NOW,
    OUTCOMES,
    QUESTIONS,
    REASONS,
    STAKES,
    TRUST,
)
from coprod_sim.model.story import Story
from coprod_sim.papers import gives_size, named_in
from coprod_sim.population.fair_counting import FEW_ANSWERS, LEAST_GROUP, LONGEST_QUESTION
from coprod_sim.population.population import mix_shares, survey_table
from coprod_sim.quantities import declared
from coprod_sim.report.beliefs import middle_in_words, rests_on
from coprod_sim.report.discovered import WORTH_NAMING
from coprod_sim.report.facts import fact_in_words
from coprod_sim.results.comparison import SEED
from coprod_sim.results.discovery import coming_out, goals, repairing, search_starts, searching
from coprod_sim.results.discovery.outcomes import POINTS, points_of
from coprod_sim.results.discovery.theories import RIVAL
from coprod_sim.results.first_plan import losing_by_answer
from coprod_sim.results.nroy import not_ruled_out
from coprod_sim.results.uncertainty import FREE, plausible
from coprod_sim.scenarios import Scenario
from coprod_sim.scenarios import case_questions as asked
from coprod_sim.scenarios.described import described
from coprod_sim.scenarios.scenario import COUNTRIES, DRAFT, STRENGTH, Institution
from coprod_sim.words import ENGLISH, words_in

LEADERS_WORDS = (
    *WORDS,
    "frame.ftl",
    "leaders.ftl",
    "gate.ftl",
    "case_form.ftl",
    "sentences.ftl",
    "rubric.ftl",
    "survey.ftl",
    "town.ftl",
    "story.ftl",
    "rigged.ftl",
    "found.ftl",
    "studies.ftl",
)
"""The files of words that the leaders' page needs, of each language."""

PAY = "pay"
"""What a condition is about that no dial speaks of: what somebody entered that people are paid."""
CONDITIONS = {
    "awareness_1": ("awareness", 0.75),
    "awareness_2": ("awareness", 0.75),
    "buy_in_1": ("buy_in", 0.5),
    "buy_in_2": ("buy_in", 0.75),
    "expectations_1": ("expectations", 0.75),
    "performance_1": (PAY, 0.0),
    "performance_2": ("performance", 0.75),
    "feedback_1": ("feedback", 0.75),
    "influence_1": ("influence", 0.25),
}
"""What a leader can sign up to: the dial it is about, or `PAY`, and the least at which it says so."""
DUTY_NEEDS = (
    ("awareness", 2, "reasons"), ("openness", 2, "facts"), ("expectations", 1, "topic"),
    ("equal_access", 2, "access"), ("influence", 1, "say"), ("feedback", 2, "reply"),
)  # fmt: skip
"""What a way must at least do for a likely duty to ask: the dial, the place of its sentence, and why.

By the Gunning tests: reasons and facts to judge by, known topic and dates, something still open, an account
of what was done with the answers; and ways in for those who cannot come to one. An assumption of the kit.
"""
LEAST_SEATS = 12
"""How many seats a room must at least have for a likely duty to ask, unless it is open to all [seats].

A judgement of the kit's own, as many as a jury has: no court has set a number.
"""
DOUBTS = {"rigged": "_answer", "against": "_text", "cannot": "_text"}
"""Where the doubts of a sceptic stand, and how the names of their texts end."""
BAD = "in_name_only"
"""The bad decisions that trust has to recover from."""
CITIZENS = 300
"""How many people there are in a town that is watched."""


def leading(cases: Iterable[Scenario]) -> dict[str, Any]:
    """Put together what a leaders' page for some cases needs.

    Args:
        cases: the cases that can be chosen, besides one's own.

    Returns:
        What `declarations` gives, and more, ready for `as_json`.
    """
    told = list(cases)
    found = declarations(told)
    for case in told:
        found["cases"][case.name]["facts_said"] = [fact_in_words(fact) for fact in case.facts]
    return found | {
        "words": words(LEADERS_WORDS),
        "view_ranges": {name: (about.low, about.high) for name, about in declared(View)},
        "view_lengths": lengths(),
        "gone": sorted({*REPLACED, *GONE}),
        **entered_elsewhere(),
        "with_own": WITH_OWN,
        "own": _own(found["trusts"]),
        "now": way_of(scored({})),
        "scored": SCORED,
        "seen": SEEN,
        "story": Story._fields,
        "watched": CITIZENS,
        "assumed": [_assumed(name, about) for name, about in DECLARED.items()],
        **_models(),
        "outcomes": _outcomes(),
        "repair": _repair(),
        "search": _search(),
        "rival": RIVAL,
        "doubts": {name: _texts(name, end) for name, end in DOUBTS.items()},
    }


def entered_elsewhere() -> dict[str, Any]:
    """Hand over what a view may hold besides a board: what it usually is, the gate, conditions, bounds."""
    usual = View().model_dump(mode="json", exclude={"made_with"})
    conditions = [{"name": n, "dial": d, "least": v} for n, (d, v) in CONDITIONS.items()]
    named = ("label", "least", "most", "fixed")
    bounds = [{"name": n, **{k: getattr(one, k) for k in named}} for n, one in DECLARED.items()]
    return {
        "usual": usual,
        "gate": _gate(),
        "conditions": conditions,
        "assumed": bounds,
        "opposed": asked.OPPOSED,
    }


def _models() -> dict[str, list[list[float]]]:
    """Hand over the models that fit the findings, and as many plausible ones to set beside them."""
    fitting = not_ruled_out().sets
    sets = {"models": fitting, "plausible": plausible(len(fitting), SEED)}
    return {
        name: [[getattr(m, free) for free in FREE] for m in all_] for name, all_ in sets.items()
    }


def lengths() -> dict[str, int]:
    """Give how long each text of a view may be [characters], by its name."""
    about = View.model_json_schema()["properties"].items()
    return {name: one["maxLength"] for name, one in about if "maxLength" in one}


def _gate() -> dict[str, Any]:
    """Hand over what the gate asks, what can be answered, and where it leads."""
    return {
        "questions": QUESTIONS,
        "legal": LEGAL,
        "asks": ASKS,
        "needs": DUTY_NEEDS,
        "least_seats": LEAST_SEATS,
        "reasons": REASONS,
        "duties": DUTIES,
        "answers": ANSWERS,
        "stakes": STAKES,
        "trust": TRUST,
        "outcomes": OUTCOMES,
        "advised": ADVISED,
        "not_now": NOT_NOW,
    }


def _repair() -> dict[str, Any]:
    """Hand over how long trust is looked at after bad decisions."""
    return {
        "bad": BAD,
        "most": repairing.MOST_BAD,
        "decisions": repairing.GOOD,
        "runs": repairing.RUNS,
    }


def _search() -> dict[str, Any]:
    """Hand over where a search begins, what it turns, and how sure it must be."""
    return {
        "layout": searching.LAYOUT | {"fresh": goals.FRESH},
        "scattered": search_starts.scattered(),
        "singles": search_starts.singles(),
        "somebody": goals.SOMEBODY,
        "turned": coming_out.TURNED,
        "only_if_asked": [list(Dials._fields).index(name) for name in search_starts.ONLY_IF_ASKED],
        "measure": goals.MEASURE,
        "sure": goals.SURE,
        "reserves": goals.RESERVES,
        "runs": goals.RUNS,
    }


def _assumed(name: str, about: Assumption) -> dict[str, Any]:
    """Hand over an assumption, with the papers it names and where to find them."""
    named, _ = named_in(" | ".join([about.source, *(about.schools or ())]))
    found = [{"name": p.name, "reference": p.reference, "link": p.link} for p in named]
    said = asdict(about) | {"source": rests_on(about), "sized": gives_size(about.source)}
    return {"name": name, "middle": middle_in_words(about), "papers": found, **said}


def _outcomes() -> dict[str, Any]:
    """Hand over the points at which plans come out otherwise than meant, in parts of `whole`."""
    places = [*coming_out.TURNED, len(Dials._fields), len(Dials._fields) + 1]
    labels = [DIALS[name].label for name in SHARES] + [DRAFT.label, STRENGTH.label]
    whole = 2**30
    points = (points_of(POINTS, SEED) * whole).astype(int).tolist()
    return {
        "points": points, "whole": whole, "places": places, "labels": labels,
        "named_from": WORTH_NAMING, "measure": goals.MEASURE,
    }  # fmt: skip


def _texts(area: str, end: str) -> list[str]:
    """Name the texts of an area that have an ending in common."""
    return [n.removesuffix(end) for n in words_in(ENGLISH).names(area) if n.endswith(end)]


def _own(tables: list[list[float]]) -> dict[str, Any]:
    """Hand over the questions about one's own case, what answers stand for, and first trust by survey."""
    groups = [
        {"name": group, "questions": [_question(q) for q in asked.QUESTIONS if q.group == group]}
        for group in asked.GROUPS
    ]
    surveys = {
        country: {answer: _mixed(country, mix) for answer, mix in asked.TRUSTED.items()}
        for country in COUNTRIES
    }
    base = town_of(described({}), tables) | {"facts_said": []}
    few = {
        "few_answers": FEW_ANSWERS,
        "least_people": LEAST_GROUP,
        "longest_question": LONGEST_QUESTION,
    }
    return {"base": base, "groups": groups, "surveys": surveys} | few


def _mixed(country: str, mix: Mapping[Institution, float]) -> list[float]:
    """Give the shares of answers of a mix, as the model has them."""
    tables = np.array([survey_table(country, institution) for institution in mix])
    shares = np.empty(tables.shape[1])
    mix_shares(np.array(list(mix.values())), tables, shares)
    return shares.tolist()


def _question(one: asked.CaseQuestion) -> dict[str, Any]:
    return {
        "name": one.name, "usual": one.usual, "to": one.to, "meant": one.answers, "low": one.low,
        "high": one.high, "per": one.per, "step": one.step, "whole": one.whole, "most": one.most,
        "after": one.after, "within": one.within, "unless": one.unless, "over": one.over,
        "loses": losing_by_answer(one.name),
    }  # fmt: skip
