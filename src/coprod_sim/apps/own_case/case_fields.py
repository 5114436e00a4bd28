"""The questions about a case of one's own as fields of a form."""

from dataclasses import replace

from coprod_sim.apps.controls import Field, Group, Option
from coprod_sim.results.first_plan import losing_in_100
from coprod_sim.scenarios.case_questions import CAMPAIGNS, GROUPS, LINE, QUESTIONS, CaseQuestion
from coprod_sim.scenarios.described import Answers, described
from coprod_sim.words import Words

ASKED_OPENLY = ("zero_sum", "draft", "heat", "campaign")
"""Choices that show all their answers at once."""


def groups(t: Words, own: Answers) -> list[Group]:
    """List the questions about a case of one's own, in groups, as they stand with what was answered."""
    return [
        Group(
            legend=t(f"case_form-group_{group}"),
            fields=tuple(
                _asked(t, q, own) for q in QUESTIONS if q.group == group and not q.is_idle(own)
            ),
        )
        for group in GROUPS
    ]


def _asked(t: Words, asked: CaseQuestion, own: Answers) -> Field:
    # What the leaders' page says of a list or of prices that stand there does not hold here.
    here = f"own-case-{asked.name}_help"
    help_ = t(here) if t.has(here) else t(f"case_form-{asked.name}_help")
    field = Field(id=asked.name, kind="text", label=t(f"case_form-{asked.name}"), help=help_)
    if asked.answers is not None:
        options = tuple(Option(value=a, label=_answer(t, asked, a, own)) for a in asked.answers)
        kind = "choice" if asked.name in ASKED_OPENLY else "select"
        return replace(field, kind=kind, options=options)
    if asked.low is None or asked.high is None:
        return replace(field, style="long" if asked.most > LINE else "")
    field = replace(field, low=asked.low, high=asked.high, step=asked.step, whole=asked.whole)
    if asked.per > 1:
        return replace(field, kind="dial", unit="in 100")
    key = "case_form-months_range" if asked.name == "months" else "case_form-count_range"
    said = t(key, low=f"{asked.low:,.12g}", high=f"{asked.high:,.12g}")
    return replace(field, kind="number", words={"range": said})


def _answer(t: Words, asked: CaseQuestion, answer: str, own: Answers) -> str:
    """Say an answer; countries and currencies have names of their own, or stand as they are."""
    keys = (f"case_form-{asked.name}_{answer}", f"{asked.name}-{answer}")
    reach = round(100 * CAMPAIGNS[answer][1]) if answer in CAMPAIGNS else 0
    said = next((t(key, reach=reach) for key in keys if t.has(key)), answer)
    lose = losing_in_100(asked.name, answer, described(own).people.share_less_heard)
    return said if lose is None else t(f"case_form-{asked.name}_loses", answer=said, lose=lose)
