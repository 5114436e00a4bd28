"""What the page for a board rests on: which answers about one's own case somebody gave, and which nobody."""

from collections.abc import Mapping
from typing import Any

from coprod_sim.board.survey_flags import flags_of
from coprod_sim.board.view import View
from coprod_sim.charts.words import number, small
from coprod_sim.population.fair_counting import LONGEST_QUESTION
from coprod_sim.population.said_otherwise import cautions_in
from coprod_sim.population.scale_in_words import scale_in_words
from coprod_sim.results.first_plan import losing_in_100
from coprod_sim.scenarios.case_questions import CAMPAIGNS, QUESTIONS, USUAL, CaseQuestion
from coprod_sim.scenarios.described import described
from coprod_sim.words import Words, words_in

COUNTED = (
    "zero_sum", "draft", "heat", "months", "count", "share_less_heard", "homophily", "institution",
    "campaign",
)  # fmt: skip
"""The answers that the numbers follow from, in the order in which they are asked."""

HALF = 0.5
"""With more people than this who trust, trust is not little; with fewer it is not much [share]."""
BRIEF = 2
"""So many of the answers that nobody gave are named in short: who loses rests on them."""


def rests_in_words(view: View, *, brief: bool = False) -> str:
    """Say which answers about one's own case were entered, and which are assumed as nobody gave them.

    Args:
        view: the view.
        brief: whether to name only the first of what nobody gave, on which most rests, and count the others.

    Returns:
        Sentences.
    """
    t, survey = words_in(view.language), view.survey or {}
    told = {name for name, given in view.own.items() if given not in (None, "")}
    told |= {"institution"} if "country" in told or survey else set()
    told |= {"share_less_heard"} if survey.get("share_less_heard") is not None else set()
    asked = [q for q in QUESTIONS if q.name in COUNTED and not q.is_idle(view.own)]
    parts = {q.name: _part(q, view) for q in asked}
    entered = [parts[q.name] for q in asked if q.name in told]
    if view.assumptions:
        entered.append(t("leaders-page-rests_rules", changed=len(view.assumptions)))
    usual = [parts[q.name] for q in asked if q.name not in told]
    if brief and len(usual) > BRIEF + 1:
        usual[BRIEF:] = [t("briefing-rests_more", count=len(usual) - BRIEF)]
    # On paper nothing can be changed, so the second says no more than what is assumed.
    both = (("leaders-page-rests_entered", entered), ("briefing-rests_usual", usual))
    said = [t(key, parts="; ".join(v)) for key, v in both if v]
    return " ".join([*said, *(_surveyed(survey, view.trust, t) if survey else ())])


def _surveyed(survey: Mapping[str, Any], trust: str, t: Words) -> list[str]:
    """Say what was asked in a survey, how it was read, how many answered, and what is to be checked."""
    used, reading = survey["n_used"], survey.get("reading") or {}
    asked = survey.get("question") or reading.get("trust")
    said = [
        *filter(None, (scale_in_words(reading, t),)),
        t("leaders-page-rests_answers", used=number(used), left=_left_out(survey, t)),
    ]
    if asked:
        named = {"survey": survey["name"], "question": asked[:LONGEST_QUESTION]}
        said.insert(0, t("leaders-page-rests_asked", **named))
    if survey.get("share_trusting") is not None:
        share = number(100 * survey["share_trusting"])
        weighted = "yes" if reading.get("weight") else "no"
        said.append(t("leaders-page-rests_trusting", share=share, weighted=weighted))
    said += filter(None, (_trust_otherwise(survey, trust, t),))
    return [*said, *cautions_in(survey.get("notes") or ()), *flags_of(survey, t)]


def _trust_otherwise(survey: Mapping[str, Any], trust: str, t: Words) -> str:
    """Say that somebody answered of trust otherwise than most in a survey did; nothing where they agree."""
    share = survey.get("share_trusting")
    if share is None or not (
        (trust == "low" and share > HALF) or (trust == "high" and share < HALF)
    ):
        return ""
    return t("leaders-page-rests_trust_otherwise", answer=trust, share=number(100 * share))


def _left_out(survey: Mapping[str, Any], t: Words) -> str:
    """Say how many were left out, and why, where the survey says it."""
    why = survey.get("left_out") or {}
    parts = "; ".join(t(f"leaders-page-left_{name}", count=number(n)) for name, n in why.items())
    return number(survey["n_read"] - survey["n_used"]) + (f" ({parts})" if parts else "")


def _part(asked: CaseQuestion, view: View) -> str:
    t, survey, name = words_in(view.language), view.survey, asked.name
    if name == "institution" and survey:
        return t("leaders-page-rests_survey")
    value = view.own.get(name)
    value = USUAL[name] if value in (None, "") else value
    share = (survey or {}).get("share_less_heard") if name == "share_less_heard" else None
    if share is not None:
        value = round(100.0 * float(share))
    lose = (
        losing_in_100(name, str(value), less_heard_of(view), view.assumptions)
        if asked.says_who_loses
        else None
    )
    return t(
        f"leaders-page-rests_{name}", value=_written(asked, value, view), answer=str(value),
        lose="none" if lose is None else str(lose),
        country=_answer("country", str(view.own.get("country") or USUAL["country"]), view),
    )  # fmt: skip


def less_heard_of(view: View) -> float:
    """Give the share of less-heard people in a case of one's own, by a survey where one counts them.

    Args:
        view: the view.

    Returns:
        From 0 to 1.
    """
    share = (view.survey or {}).get("share_less_heard")
    return described(view.own).people.share_less_heard if share is None else float(share)


def _written(asked: CaseQuestion, value: object, view: View) -> str:
    if isinstance(value, int | float):
        return number(value, 0 if float(value).is_integer() else 1)
    said = _answer(asked.name, str(value), view)
    return small(said.split(": ")[0].split(" (")[0])


def _answer(name: str, answer: str, view: View) -> str:
    """Say an answer in words; names of countries have messages of their own, or stand as they are."""
    t = words_in(view.language)
    keys = (f"case_form-{name}_{answer}", f"{name}-{answer}")
    key = next((one for one in keys if t.has(one)), None)
    reach = round(100 * CAMPAIGNS[answer][1]) if name == "campaign" and answer in CAMPAIGNS else 0
    return t(key, reach=reach) if key else answer
