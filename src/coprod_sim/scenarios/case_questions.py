"""The questions about a case of one's own, declared once: what may be answered, and what that is in numbers.

The form in Python, the form in the browser and the case itself are made from these.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from coprod_sim.quantities import Quantity
from coprod_sim.scenarios.scenario import (
    COUNT,
    COUNTRIES,
    HOMOPHILY,
    MONTHS,
    SHARE_LESS_HEARD,
    About,
    Institution,
    Sector,
    load_scenario,
)

KINDS = tuple(kind for kind in get_args(About) if kind != "any")
CURRENCIES = ("GBP", "EUR", "USD", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK")
DRAFTS = {"fits": 0.0, "slightly": 0.225, "usual": 0.45, "badly": 0.9, "very_badly": 1.5}
"""How badly the draft suits people, in words, as the place of the draft plan [position]."""
HEATS = {"routine": 1.0, "disputed": 2.0, "hot": 3.0}
"""How hot the decision is, in words, as the heat of the case."""
CAMPAIGNS = {"some": (0.3, 0.3), "strong": (0.8, 0.7)}
"""Strength and reach of a campaign of false claims (assumption)."""
TRUSTED: dict[str, dict[Institution, float]] = {
    "parties": {"parties": 1.0},
    "politicians": {"politicians": 1.0},
    "parliament": {"parliament": 1.0},
    "council": {"parliament": 0.7, "legal_system": 0.3},
    "halfway": {"parliament": 0.5, "legal_system": 0.5},
    "legal_system": {"legal_system": 1.0},
    "police": {"police": 1.0},
}
"""Whom people trust about as much as the body, mostly from the least trusted on: shares of answers.

The survey asks about nobody between parliament and the courts. Councils stand there, mixed as in the cases of
the library, and bodies that are trusted more, such as a hospital, half way (assumption).
"""
_SOMEBODY_LOSES = load_scenario("zero_sum_closure")
ZERO_SUM = {
    "decisions": _SOMEBODY_LOSES.decisions.model_dump(include={"draft", "direction"}),
    "assumptions": _SOMEBODY_LOSES.assumptions,
}
"""What a case is where one side loses what the other gains: the settings of the teaching case about it."""
OPPOSED = dict(_SOMEBODY_LOSES.assumptions)
"""The assumptions alone by which the sides want opposite things."""
AFFECTED = Quantity(
    label="People affected", low=1, high=100_000_000, unit="people", whole=True, source="the user"
)
"""How many people a decision touches; the model has a town of its own and does not read it."""
LINE, TEXT = 100, 2000
"""The longest answer in words [characters]."""


@dataclass(frozen=True, kw_only=True)
class CaseQuestion:
    """One question; `to` is the place in the case that its answer goes to, if it is that simple.

    It is idle while the answer to `after` is as usual, or that to `unless` is not, and no greater than the
    number given to `within`. What an answer stands for is laid `over` the sections of the case where it
    settles several things at once. `says_who_loses` names the answers of which the form says how many lose.

    `answers` says what can be chosen and what each choice stands for; without it a number from `low` to
    `high` is asked for, of which `per` make one in the case, or else words of at most `most` characters.
    A number whose `usual` is empty may stay open.
    """

    name: str
    group: str
    usual: str | float = ""
    to: tuple[str, ...] = ()
    answers: Mapping[str, Any] | None = None
    low: float | None = None
    high: float | None = None
    per: float = 1.0
    step: float = 1.0
    whole: bool = False
    after: str = ""
    within: str = ""
    unless: str = ""
    over: bool = False
    says_who_loses: tuple[str, ...] = ()
    most: int = LINE

    def is_idle(self, own: Mapping[str, Any]) -> bool:
        """Say whether another answer has settled what it asks."""
        return bool(self.unless) and own.get(self.unless) not in (None, "", USUAL[self.unless])

    def value(self, given: object) -> Any:
        """Give what an answer stands for in the case; what was not answered stands where it usually is."""
        if self.answers is not None:
            return self.answers.get(str(given), self.answers[str(self.usual)])
        if self.low is None:
            return given or self.usual
        number = self.usual if given is None or isinstance(given, bool | str) else given
        return float(number) / self.per  # pyright: ignore[reportArgumentType]


def _chosen(name: str, group: str, usual: str, answers: Mapping[str, Any] | tuple[str, ...],
            to: tuple[str, ...] = ()) -> CaseQuestion:  # fmt: skip
    meant = answers if isinstance(answers, Mapping) else {a: a for a in answers}
    return CaseQuestion(name=name, group=group, usual=usual, answers=meant, to=to)


def _number(name: str, group: str, usual: float | str, limits: Quantity, to: tuple[str, ...] = (), *,
            per: float = 1.0, step: float = 1.0,
            bound: tuple[str, str] = ("", "")) -> CaseQuestion:  # fmt: skip
    low, high = limits.low * per, limits.high * per
    return CaseQuestion(
        name=name, group=group, usual=usual, to=to, low=low, high=high, per=per, step=step,
        whole=limits.whole, after=bound[0], within=bound[1],
    )  # fmt: skip


QUESTIONS = (
    CaseQuestion(name="title", group="what", usual="Our own case", to=("title",)),
    CaseQuestion(name="place", group="what", usual="Our own place", to=("place",)),
    CaseQuestion(name="who_decides", group="what", usual="A public body", to=("who_decides",)),
    CaseQuestion(name="what", group="what", usual="A decision of our own.", to=("summary",), most=TEXT),
    CaseQuestion(name="by_when", group="what"),
    _number("people_affected", "what", "", AFFECTED),
    _chosen("kind", "what", "service", KINDS),
    _chosen("sector", "what", "none", get_args(Sector)),
    CaseQuestion(
        name="zero_sum", group="plan", usual="no", answers={"no": {}, "yes": ZERO_SUM}, over=True,
        says_who_loses=("yes",),
    ),
    CaseQuestion(
        name="draft", group="plan", usual="usual", answers=DRAFTS, to=("decisions", "draft"),
        unless="zero_sum", says_who_loses=tuple(DRAFTS),
    ),
    _chosen("heat", "plan", "routine", HEATS, ("decisions", "heat")),
    _number("months", "plan", 6, MONTHS, ("decisions", "months"), step=0.5),
    _number("count", "plan", 1, COUNT, ("decisions", "count")),
    _number("share_less_heard", "people", 30, SHARE_LESS_HEARD, ("people", "share_less_heard"), per=100),
    _number("homophily", "people", 70, HOMOPHILY, ("people", "homophily"), per=100),
    _chosen("country", "people", "GB", tuple(COUNTRIES)),
    _chosen("institution", "people", "parliament", TRUSTED),
    _chosen("campaign", "shocks", "none", {"none": None, **CAMPAIGNS}),
    _number("campaign_before", "shocks", 1, COUNT, bound=("campaign", "count")),
    _chosen("currency", "money", "GBP", CURRENCIES, ("money", "currency")),
)  # fmt: skip
GROUPS = tuple(dict.fromkeys(q.group for q in QUESTIONS))
USUAL = {
    q.name: q.usual
    for q in QUESTIONS
    if q.usual != "" and (q.answers is not None or q.low is not None)
}
"""The choices and numbers that stand until others are given."""
