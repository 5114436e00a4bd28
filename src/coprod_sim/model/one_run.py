"""One run after one decision, in plain numbers: measures are read off it as off tables, also compiled."""

from functools import wraps
from typing import Any, NamedTuple

import numpy as np

from coprod_sim.compiled import HAVE_NUMBA
from coprod_sim.model.sums import PLACE
from coprod_sim.model.totals import GROUPS, share_in, variance_from

ALL = GROUPS.index("all")


class OneRun(NamedTuple):
    """What `GroupTotals` holds of all runs, of one of them; `group` is the place in `GROUPS` looked at.

    `sums` is `GROUPS` x `SUMS`, `counts` the people in each of `GROUPS`.
    """

    sums: Any
    counts: Any
    best: Any
    group: Any

    @property
    def people(self) -> Any:
        """The number of people in the group."""
        return self.counts[self.group]

    def sum(self, name: str) -> Any:
        """Give what something adds up to."""
        return self.sums[self.group, PLACE[name]]

    def mean(self, name: str) -> Any:
        """Give the mean of something per person; nan where there is nobody."""
        return share_in(self.sum(name), self.people)

    def ratio(self, name: str, of: str) -> Any:
        """Give the share of one sum in another; nan where the second is empty."""
        return share_in(self.sum(name), self.sum(of))

    def variance(self, name: str, squared: str) -> Any:
        """Give how far something varies between people, from its sum and that of its squares."""
        return variance_from(self.mean(name), self.mean(squared))

    def only(self, group: str) -> "OneRun":
        """Look at another group."""
        return OneRun(self.sums, self.counts, self.best, GROUPS.index(group))

    def of_all(self, value: Any) -> Any:
        """Give what is said of the whole public alone; nan for every other group."""
        return value if self.group == ALL else np.nan


def _teach_numba_one_run() -> None:
    """Tell numba what the words of a formula mean; names are looked up while it compiles."""
    from numba import types  # noqa: PLC0415
    from numba.extending import (  # noqa: PLC0415
        overload_attribute,
        overload_method,
        register_jitable,
    )

    def is_run(t: Any) -> bool:
        return t.instance_class is OneRun

    @overload_attribute(types.NamedTuple, "people")
    def people(t):
        return (lambda t: t.counts[t.group]) if is_run(t) else None

    @overload_method(types.NamedTuple, "sum", prefer_literal=True)
    def sum_(t, name):
        place = PLACE[name.literal_value] if is_run(t) else None
        return lambda t, name: t.sums[t.group, place]  # noqa: ARG005

    @overload_method(types.NamedTuple, "only", prefer_literal=True)
    def only(t, group):
        place = GROUPS.index(group.literal_value) if is_run(t) else None
        return lambda t, group: OneRun(t.sums, t.counts, t.best, place)  # noqa: ARG005

    for word in ("mean", "ratio", "variance", "of_all"):
        overload_method(types.NamedTuple, word, prefer_literal=True)(_as_written(word))
    for function in (share_in, variance_from):
        register_jitable(function)


def _as_written(word: str) -> Any:
    """Give a method as it stands above, whatever numba asks it for."""
    method = getattr(OneRun, word)
    return wraps(method)(lambda *_types: method)


if HAVE_NUMBA:
    _teach_numba_one_run()
