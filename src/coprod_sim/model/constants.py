"""What is worked out once for an arm in its setting, before anybody acts."""

from typing import NamedTuple

from coprod_sim.arithmetic import rate
from coprod_sim.assumptions import Assumptions
from coprod_sim.engagement.costs import HOURS_EACH, added_up
from coprod_sim.engagement.dials import Dials
from coprod_sim.five_steps.buy_in import invitation
from coprod_sim.model import rules


class Constants(NamedTuple):
    """What is the same for everybody and all the time, found once for each arm in its setting.

    What is kept over the months between decisions; the weights of lasting and passing ideals; the rate of
    noticing per mention; and, for both groups, the part of readiness that all share and the head start.
    """

    trust_kept: float
    knowledge_kept: float
    hearsay_kept: float
    hearsay_fresh: float
    lasting: float
    passing: float
    per_mention: float
    invited_less_heard: float
    invited_well_connected: float
    start_less_heard: float
    start_well_connected: float


def constants_for(d: Dials, p: Assumptions, months: float, share_less_heard: float) -> Constants:
    """Find what is the same for everybody under an arm.

    Args:
        d: where the dials stand.
        p: the numbers inside the rules.
        months: how long a decision takes.
        share_less_heard: the share of less-heard people in the town.

    Returns:
        The constants of the arm in this setting.
    """
    hours = added_up(d, HOURS_EACH)
    hearsay_kept = rules.kept(p.hearsay_half_life, months)
    return Constants(
        trust_kept=rules.kept(p.trust_half_life, months),
        knowledge_kept=rules.kept(p.knowledge_half_life, months),
        hearsay_kept=hearsay_kept,
        hearsay_fresh=rules.freshness(hearsay_kept, p),
        lasting=rules.lasting(p),
        passing=rules.passing(p),
        per_mention=rate(p.word_of_mouth),
        invited_less_heard=invitation(d.buy_in, d.equal_access, hours, 1.0, p),
        invited_well_connected=invitation(d.buy_in, d.equal_access, hours, 0.0, p),
        start_less_heard=rules.head_start(1.0, share_less_heard, p),
        start_well_connected=rules.head_start(0.0, share_less_heard, p),
    )
