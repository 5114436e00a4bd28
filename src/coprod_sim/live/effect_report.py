"""Shows the room beside the model's locked guess: those who lost first, with intervals, in plain words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from coprod_sim.charts.axes import around
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.panels import FULL, LEFT, Panel, Row, key, stack
from coprod_sim.charts.svg import picture
from coprod_sim.charts.theme import COLOURS, Look
from coprod_sim.charts.words import number
from coprod_sim.live.disclosure import MINIMUM
from coprod_sim.live.treatment_effect import LEVELS, Effect, Suppressed

ROOM, MODEL = Look(COLOURS[2], "circle", ""), Look(COLOURS[0], "square", "3 2.5")
ASKED = {
    "acceptance": "Could live with it",
    "fairness": "Felt treated fairly",
    "trust": "Trust the town now",
}
"""What was scored from 0 to 10, in the words of the room."""
OWN_GUESS = "guess_effect"
"""The activity in which the room guesses the difference itself."""
GROUP = {"lost": "those who lost", "all": "everybody"}
TITLE = "How much higher the full picture scored than the leaflet"


def chart(found: Sequence[Effect | Suppressed], guess: Mapping[str, Any] | None = None) -> Chart:
    """Draw each measure for those who lost and for all, with the model's range below where it is open."""
    shown = [e for e in found if isinstance(e, Effect)]
    names = ["This room: 80 % and 95 % intervals", *(["The model's locked guess"] if guess else [])]
    parts, y = key(names, [ROOM, MODEL][: len(names)], 0.0)
    ends = [v for e in shown for v in e.interval(LEVELS[1])]
    ends += [v for e in shown if (g := guessed(e, guess)) for v in (g["low"], g["high"])]
    panels = [
        Panel(
            title=f"{ASKED[e.measure]}: {GROUP[e.who]}",
            scale=around(ends, LEFT, FULL),
            rows=_rows(e, guess),
            unit="points" if k == 0 else "",
            marks=k == len(shown) - 1,
        )
        for k, e in enumerate(shown)
    ]
    drawn, height = stack(panels, y) if panels else ([], y)
    said = " ".join(sentences(found, guess))
    return Chart(picture(TITLE, said, height, [*parts, *drawn]), said, table(found, guess), TITLE)


def _rows(e: Effect, guess: Mapping[str, Any] | None) -> list[Row]:
    (near_low, near_high), (low, high) = (e.interval(level) for level in LEVELS)
    rows = [
        Row(look=ROOM, mean=e.mean, low=low, high=high, run_low=near_low, run_high=near_high,
            name="This room", words=points(low, high)),
    ]  # fmt: skip
    model = guessed(e, guess)
    if model:
        words = points(model["low"], model["high"])
        rows.append(
            Row(look=MODEL, mean=model["mean"], low=model["low"], high=model["high"], hollow=True,
                name="The model", words=words)
        )  # fmt: skip
    return rows


def guessed(e: Effect | Suppressed, guess: Mapping[str, Any] | None) -> dict[str, float] | None:
    """Find the model's guess for an effect, if it made one."""
    if not guess:
        return None
    names = {("acceptance", "lost"): "losers", ("acceptance", "all"): "acceptance"}
    names |= {(m, "all"): m for m in ("fairness", "trust")}
    return guess["difference"].get(names.get((e.measure, e.who), ""))


def sentences(
    found: Sequence[Effect | Suppressed], guess: Mapping[str, Any] | None = None
) -> list[str]:
    """Say what the room shows, losers first, and what a room of this size cannot show."""
    said = [_sentence(e, guess) for e in found if e.measure == "acceptance"]
    whole = next((e for e in found if isinstance(e, Effect) and e.who == "all"), None)
    return [*said, visible(whole)] if whole else said


def visible(e: Effect) -> str:
    """Say how small an effect a room of this size can see at all."""
    return f"With {e.people} people we can only see effects bigger than {number(e.smallest, 1)} points."


def _sentence(e: Effect | Suppressed, guess: Mapping[str, Any] | None) -> str:
    who = f"Among the {e.people} who lost" if e.who == "lost" else f"Among all {e.people}"
    if isinstance(e, Suppressed):
        return (
            f"The result for {GROUP[e.who]} stays hidden: a group in it, or what is left, "
            f"has fewer than {MINIMUM} people."
        )
    low, high = e.interval(LEVELS[1])
    near = points(*e.interval(LEVELS[0]))
    means = f"{number(e.tickbox, 1)} with the leaflet, {number(e.co_production, 1)} with the full picture"
    model = guessed(e, guess)
    told = f" The model's guess was {points(model['low'], model['high'])}." if model else ""
    return (
        f"{who}: {means}. The 95 % interval of the difference is {points(low, high)} points, "
        f"the 80 % interval {near}. {direction(e)}{told}"
    )


def direction(e: Effect) -> str:
    """Say in a sentence which way it went, and only as surely as the interval allows."""
    if not e.clear:
        return "This room alone cannot tell which way scored higher."
    return (
        "The full picture scored higher here."
        if e.mean > 0
        else "The leaflet scored higher here: the result goes the other way."
    )


def own_guess(rows: Iterable[Mapping[str, Any]], found: Sequence[Effect | Suppressed]) -> str:
    """Set the room's own guess beside what came out; empty if too few guessed."""
    given = [int(r["value"]) for r in rows if r["activity"] == OWN_GUESS]
    whole = next((e for e in found if isinstance(e, Effect) and e.who == "all"), None)
    if len(given) < MINIMUM or whole is None:
        return ""
    mean, came = (number(v, 1, sign=True) for v in (sum(given) / len(given), whole.mean))
    return f"The room itself had guessed {mean} points. It came to {came}."


def points(low: float, high: float) -> str:
    """Write a range of points with signs."""
    return f"{number(low, 1, sign=True)} to {number(high, 1, sign=True)}"


def table(
    found: Sequence[Effect | Suppressed], guess: Mapping[str, Any] | None = None
) -> pd.DataFrame:
    """Give every number drawn; hidden results are named as hidden."""
    return pd.DataFrame([_line(e, guess) for e in found])


def _line(e: Effect | Suppressed, guess: Mapping[str, Any] | None) -> dict[str, str]:
    head = {"Scored 0 to 10": ASKED[e.measure], "Who": GROUP[e.who]}
    names = ("People", "Leaflet", "Full picture", "Difference", "80 % interval", "95 % interval")
    if isinstance(e, Suppressed):
        cells = ("few", *["hidden"] * 5)
    else:
        cells = (
            str(e.people), number(e.tickbox, 1), number(e.co_production, 1), number(e.mean, 1, sign=True),
            *(points(*e.interval(level)) for level in LEVELS),
        )  # fmt: skip
    model = guessed(e, guess)
    last = {"The model's guess": points(model["low"], model["high"]) if model else "none"}
    return head | dict(zip(names, cells, strict=True)) | (last if guess else {})
