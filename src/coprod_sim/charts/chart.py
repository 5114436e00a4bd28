"""A chart is a picture, what it shows in a sentence, and the numbers behind it."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, slots=True, eq=False)
class Chart:
    """A picture that also works for people who cannot see it.

    `svg` scales to the width it is given; `finding` says in words what the picture shows; `table`
    holds every number drawn, in the units of the picture; `title` names the chart.
    """

    svg: str
    finding: str
    table: pd.DataFrame
    title: str
