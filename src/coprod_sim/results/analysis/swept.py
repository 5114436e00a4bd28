"""Makes any sweep ready for the questions: one row a point, with what one way brings over the other."""

import pandas as pd

from coprod_sim.errors import InputError
from coprod_sim.results.exploring.sample import Sample
from coprod_sim.results.sweeping import Swept


def sample_of(swept: Swept, variant: str | None = None, *, group: str = "all") -> Sample:
    """Take from a sweep what one way brings over the yardstick at each point, after the last decision.

    `variant` may be left out when only one way is set beside the yardstick. Points at which something
    could not be measured are left out.
    """
    gains = {m: swept.gains(m, variant, group=group) for m in swept.design.measures}
    frame = swept.points.join(pd.DataFrame(gains), how="inner").dropna().reset_index(drop=True)
    if frame.empty:
        raise InputError("no point of this sweep has all its measures, so there is nothing to ask")
    name = variant or swept.design.pairs[0][0]
    return Sample(frame=frame, inputs=swept.inputs, way=_title(name))


def _title(name: str) -> str:
    return (name[:1].upper() + name[1:]).replace("_", "-")
