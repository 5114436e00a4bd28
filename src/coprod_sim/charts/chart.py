"""A chart is a picture, what it shows in a sentence, and the numbers behind it."""

from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING

from coprod_sim.display import ShowsItself

if TYPE_CHECKING:  # a page that shows no picture yet must not wait for pandas
    import pandas as pd

LONGEST = 320
"""The longest finding at a prompt; `finding` has the whole [characters]."""


@dataclass(frozen=True, eq=False, repr=False)
class Chart(ShowsItself):
    """A picture that also works for people who cannot see it.

    `svg` scales to the width it is given; `finding` says in words what the picture shows; `table`
    holds every number drawn, in the units of the picture; `title` names the chart.
    """

    svg: str
    finding: str
    table: "pd.DataFrame"
    title: str

    def _in_short(self) -> str:
        return f"Chart {self.title!r}\n  {shorten(self.finding, LONGEST, placeholder=' ...')}"
