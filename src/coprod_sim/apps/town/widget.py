"""The town on the page: sent once, then played, stepped and clicked in the browser."""

from collections.abc import Sequence
from pathlib import Path

import anywidget
import traitlets

from coprod_sim.apps.town.recording import Recording
from coprod_sim.words import Words

HERE = Path(__file__).parent


class Town(anywidget.AnyWidget):
    """Shows one or two recordings of the same town side by side, with the stories of its citizens."""

    _esm = HERE / "town.js"
    _css = HERE / "town.css"
    towns = traitlets.List().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)

    def __init__(self, recordings: Sequence[Recording], t: Words) -> None:
        super().__init__(
            towns=[_plain(r) for r in recordings],
            words={name: t(f"town.{name}") for name in t.names("town")},
        )


def _plain(recording: Recording) -> dict[str, object]:
    return {
        "title": recording.title,
        "less_heard": recording.less_heard,
        "places": recording.places,
        "links": recording.links,
        "trusts": recording.trusts,
        "states": recording.states,
        "numbers": recording.numbers,
        "stories": recording.stories,
    }
