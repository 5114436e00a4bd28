"""Names a place in which a learner has written, as pages name it: its lesson or exercise, and its box."""

from collections.abc import Mapping, Sequence
from typing import Any

from coprod_sim.learning.artefact import artefacts
from coprod_sim.learning.own_case.storage import START
from coprod_sim.learning.writing_places import JOURNAL, titles, writing_places
from coprod_sim.words import Words

OWN = "9_my_own_case"
"""The lesson on which the case of one's own is worked out."""


def place_said(name: str, ways: Sequence[tuple[str | int, ...]], value: Any, t: Words) -> str:
    """Name where texts stand; what this version of the kit does not know keeps its name in the file.

    Args:
        name: the name under which they are kept.
        ways: the way from what is kept there to each text.
        value: what is kept there.
        t: the words to say it in.
    """
    title, labels = _known(name, value, t)
    asked = " ".join(filter(None, (labels.get("/".join(map(str, way))) for way in ways)))
    return ": ".join(filter(None, [title, asked]))


def _known(name: str, value: Any, t: Words) -> tuple[str, Mapping[str, str]]:
    """Give the title of a place, and the label of each box by the way to its text."""
    for one in artefacts():
        if one.key == name:
            boxes = {f"boxes/{box.id}": box.label for box in one.boxes}
            return titles()[one.lesson], boxes | {"said": t("learner-made-said")}
    places = [place for place in writing_places(t) if place.name == name]
    if places:
        return places[0].title, {"/".join(place.path): place.asked for place in places}
    if name.startswith(JOURNAL):
        where = name.removeprefix(JOURNAL).split("/")[0]
        prompt = str(value.get("prompt") or "") if isinstance(value, dict) else ""
        return titles().get(where, where), {"text": prompt}
    return (titles()[OWN] if name.startswith(START) else name), {}
