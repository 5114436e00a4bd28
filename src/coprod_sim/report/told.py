"""What a file that the leaders' page saved says beside its case and its ways."""

from typing import NamedTuple

from coprod_sim.results.uncertainty import WORTH_HAVING


class ViewTold(NamedTuple):
    """The answer of the page, the way it speaks of, its parts by their headings, costs, and what there is.

    `money` and `staff_hours` are what somebody entered that there is for one decision; `weeks` says whether
    the weeks of the case are to be spoken of, which in a case of one's own somebody must have entered, and
    `of_weeks` that `costs` says what is known of them; `own` says whether it is such a case, and
    `least` is the smallest gain that is worth having [share]. `judged` names the way of which models are
    counted in which it gains too little, and `unmet` those that would probably not meet a likely duty.
    """

    headline: str = ""
    way: str = ""
    judged: str = ""
    unmet: tuple[str, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    costs: str = ""
    money: float | None = None
    staff_hours: float | None = None
    weeks: bool = True
    of_weeks: bool = False
    own: bool = False
    least: float = WORTH_HAVING


NOTHING = ViewTold()
"""What is told where no file was given."""
