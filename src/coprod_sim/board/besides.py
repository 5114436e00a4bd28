"""What can be entered about what a way takes: its hours and weeks, and what it costs besides hours."""

from typing import NamedTuple

from coprod_sim.quantities import Quantity
from coprod_sim.results.effort import COST_MEASURES


class Published(NamedTuple):
    """What something has cost, as published."""

    currency: str
    low: float
    high: float


EFFORTS: dict[str, Quantity] = dict(COST_MEASURES)
"""What can be entered for each way in place of what its dials come to, for one decision."""
AMOUNT = Quantity(
    label="What a way costs besides hours", high=1e9, unit="money a decision", source="the user"
)
BESIDES: dict[str, Quantity] = dict.fromkeys(
    ("venue", "recruitment", "facilitation", "members"), AMOUNT
)
"""What can be entered for each way, for one decision, in the currency of the case."""
SEATED = ("recruitment", "members")
"""Those of `BESIDES` that only a way with seats has: else nobody is found by lot or paid as a member."""
JURY = Published(currency="GBP", low=60_000.0, high=200_000.0)
"""What citizens' juries have cost, as Involve publishes it; the table of published prices has the address."""
OPEN = Published(currency="GBP", low=20_000.0, high=20_000.0)
"""What one ordinary open consultation has cost, by Zacharzewski (2010); the same table has it."""
A_DAY = 7.0
"""A way whose people give less than a day each is no work of a citizens' jury, which sits for two to seven
[hours]."""
