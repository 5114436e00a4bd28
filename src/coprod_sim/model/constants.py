"""What is worked out once for an arm in its setting, before anybody acts."""

from typing import NamedTuple


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
