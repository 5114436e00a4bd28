"""What the leader's own work adds to the page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from coprod_sim.results.uncertainty import WORTH_HAVING


class Limits(NamedTuple):
    """What somebody entered that there is for one decision; what nobody entered is no limit.

    `dated` says that the weeks are those until a day that was entered: `all_weeks`, for so many `decisions`.
    """

    weeks: float | None = None
    money: float | None = None
    staff_hours: float | None = None
    dated: bool = False
    all_weeks: int = 0
    decisions: int = 1


@dataclass(frozen=True, kw_only=True)
class Extras:
    """Sentences found by asking further questions; what is empty is left out.

    `cautions` is what has to be said beside the answer, the weightiest first; without them, those of the
    comparison alone. `lead` begins the headline where the gate's answers do not point to the way spoken of.
    `unmet` names the ways that would probably not meet a duty to ask, where one is likely.
    `law` is what the gate says of a duty to ask, `law_others` why ways beside the one spoken of miss it;
    `recommended` and `by_when` are the leader's own words, and `recommended_way` is the name of the way they
    stand behind: the page then speaks about that one.
    `affected` says how many people are affected, and what the shares are of them.
    `turned` names the dials that stand elsewhere than the library has them, and says what that means;
    `dials` names them in short. `measure` is the one by which
    the best way that fits is found, and `least` the
    smallest gain in it that is worth having. `risks` and `equality` say what may go wrong and who loses more.
    `saving` says that somebody entered what the decision saves a year; `besides` lists what was entered
    besides hours, and what nobody entered. `challenge` says when the dearer
    way is the cheaper one, or that nobody entered that.
    `rests` says which answers about one's own case were entered, and which are assumed, `rests_brief` that
    in short.
    `limits` are those that were entered; without them, weeks are those of the case.
    `against` says in how many models that fit the findings, and in how many plausible ones, it gains
    too little; without it, those behind the ranges are counted. `conditions` are sentences the leader signs
    up to, of which the first three are taken; `whole` has the titles that say more than what ways are called,
    which are named with them once; `link` restores the view; `date` is written as it is given.
    """

    gate: str = ""
    cautions: tuple[str, ...] | None = None
    lead: str = ""
    unmet: tuple[str, ...] = ()
    limits: Limits | None = None
    measure: str = "acceptance"
    least: float = WORTH_HAVING
    saving: bool = False
    besides: str = ""
    rests: str = ""
    rests_brief: str = ""
    law: str = ""
    law_others: str = ""
    recommended_way: str = ""
    recommended: str = ""
    turned: str = ""
    dials: str = ""
    by_when: str = ""
    affected: str = ""
    matters: str = ""
    against: str = ""
    not_pay: str = ""
    would_have: str = ""
    risks: str = ""
    equality: str = ""
    challenge: str = ""
    whole: Mapping[str, str] = field(default_factory=dict)
    conditions: tuple[str, ...] = ()
    prepared_by: str = ""
    link: str = ""
    date: str = ""
