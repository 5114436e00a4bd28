"""Watch one town: the model itself, citizen by citizen, for the first way and the goal side by side."""

from typing import Any

import ipywidgets

from coprod_sim.apps.frame import BackgroundJob, Desk, Progress
from coprod_sim.apps.frame.texts import head

CITIZENS = 300


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the town; the model with its citizens is loaded only when asked for."""
    t, state = desk.t, desk.state

    def work(tell: Progress) -> Any:
        from coprod_sim.apps.town import recording_of  # noqa: PLC0415 - brings Mesa along

        pair = [state.first, state.goal] if state.first != state.goal else [state.first]
        made = []
        for k, way in enumerate(pair):
            made.append(recording_of(state.scenario, way, citizens=CITIZENS, seed=state.view.seed))
            tell(k + 1, len(pair))
        return made

    def put(found: Any) -> list[ipywidgets.Widget]:
        from coprod_sim.apps.town import Town  # noqa: PLC0415 - brings Mesa along

        return [Town(found, t)]

    job = BackgroundJob(desk, t("town_part.go"), work, put)
    return ipywidgets.VBox([head(t, "town_part"), job.box])
