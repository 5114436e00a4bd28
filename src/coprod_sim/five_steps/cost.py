"""What a step costs in staff hours, in hours of the people taking part, and in weeks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a step costs when its dial is turned to 1; half a dial costs half.

    Units: staff hours for one decision, hours for each participant, weeks. Source: assumption, set so
    that a consultation takes about 12 weeks and full co-production 26 to 40, and checked against the
    published costs in `docs/evidence.md`.
    """

    staff_hours: float = 0.0
    hours_each: float = 0.0
    weeks: float = 0.0
    source: str = "assumption"


ASKING = Cost(staff_hours=160.0, hours_each=0.5, weeks=8.0)
"""The cost of asking at all, whatever the dials say."""
