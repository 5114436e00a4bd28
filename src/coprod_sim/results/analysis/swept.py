"""Makes any sweep ready for the questions: one row a point, with what one way brings over the other."""

import pandas as pd

from coprod_sim.engagement import engagement_names, load_engagement
from coprod_sim.errors import InputError
from coprod_sim.results.exploring.sample import Sample
from coprod_sim.results.sweeps import SweepResult


def sample_of(swept: SweepResult, variant: str | None = None, *, group: str = "all") -> Sample:
    """Take from a sweep what one way brings over the yardstick at each point, after the last decision.

    `variant` may be left out when only one way is set beside the yardstick. Points at which something
    could not be measured are left out.
    """
    gains = {m: swept.gains(m, variant, group=group) for m in swept.experiment.measures}
    frame = swept.points.join(pd.DataFrame(gains), how="inner").dropna().reset_index(drop=True)
    if frame.empty:
        raise InputError("no point of this sweep has all its measures, so there is nothing to ask")
    name = variant or next(iter(swept.experiment.pairs))
    return Sample(frame=frame, inputs=swept.inputs, way=title_of(name))


def title_of(variant: str) -> str:
    """Name a variant for people: by the title of the engagement that it is, or in its own words."""
    if variant in engagement_names():
        return load_engagement(variant).title
    return (variant[:1].upper() + variant[1:]).replace("_", " ")
