"""Shows the room beside the model's locked guess: those who lost first, with intervals, in plain words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from coprod_sim.charts.axes import around
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.labels import wrap
from coprod_sim.charts.panels import FULL, LEFT, Panel, Row, key, stack
from coprod_sim.charts.svg import picture, text
from coprod_sim.charts.theme import COLOURS, LEADING, TEXT, WIDTH, Look
from coprod_sim.charts.words import adding_up
from coprod_sim.live.disclosure import MINIMUM
from coprod_sim.live.effect_words import direction, visible
from coprod_sim.live.guess_verdict import ASKED, GROUP, for_this_room, guessed, held, summary
from coprod_sim.live.intervals import MODEL as MODEL_LEVEL
from coprod_sim.live.intervals import ROOM as ROOM_LEVEL
from coprod_sim.live.intervals import apart, interval, level_name, points, spoken, within
from coprod_sim.live.treatment_effect import LEVELS, Effect, Suppressed

ROOM, MODEL = Look(COLOURS[2], "circle", ""), Look(COLOURS[0], "square", "3 2.5")
OWN_GUESS = "guess_effect"
"""The activity in which the room guesses the difference itself."""
CUT = "Scores go from 0 to 10, so no difference can be larger than 10 points: what goes beyond is cut off."
MADE_UP = "Made up"
TITLE = "How much higher the full picture scored (points of 10)"


def chart(
    found: Sequence[Effect | Suppressed],
    guess: Mapping[str, Any] | None = None,
    order: Sequence[str] = (),
) -> Chart:
    """Draw each measure for those who lost and for all, with the model's range below where it is open.

    `order` are the sentences on what the order of the rounds may have done.
    """
    shown = [e for e in found if isinstance(e, Effect)]
    made_up = any(e.made_up for e in shown)
    title = f"{MADE_UP}: {TITLE[0].lower()}{TITLE[1:]}" if made_up else TITLE
    both = (
        f"Dot: {'made up, no room' if made_up else 'this room'}. Bar: how far luck alone may have pushed it "
        f"({LEVELS[0]:.0%} and {LEVELS[1]:.0%}).".replace("%", " %")
    )
    model = f"The model's locked guess ({MODEL_LEVEL:.0%})".replace("%", " %")
    names = [both, *([model] if guess else [])]
    head, y = _heading(title)
    parts, y = key(names, [ROOM, MODEL][: len(names)], y)
    ends = [v for e in shown for v in within(*e.interval(LEVELS[1]))]
    ends += [v for e in shown if (g := for_this_room(e, guess)) for v in (g["low"], g["high"])]
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
    said = "\n".join([*sentences(found, guess), *order])
    return Chart(
        picture(title, said, height, [*head, *parts, *drawn]), said, table(found, guess), title
    )


def _heading(title: str) -> tuple[list[str], float]:
    """Write over the chart what is measured; give the parts and where they end."""
    lines = wrap(title, WIDTH, bold=True)
    parts = [text(0.0, LEADING * k + TEXT, line, bold=True) for k, line in enumerate(lines)]
    return parts, LEADING * len(lines) + 6.0


def _rows(e: Effect, guess: Mapping[str, Any] | None) -> list[Row]:
    (near_low, near_high), (low, high) = (within(*e.interval(level)) for level in LEVELS)
    rows = [
        Row(look=ROOM, mean=e.mean, low=low, high=high, run_low=near_low, run_high=near_high,
            name=MADE_UP if e.made_up else "This room", words=interval(low, high, ROOM_LEVEL)),
    ]  # fmt: skip
    model = for_this_room(e, guess)
    if model:
        words = interval(model["low"], model["high"], MODEL_LEVEL)
        rows.append(
            Row(look=MODEL, mean=model["mean"], low=model["low"], high=model["high"], hollow=True,
                name="The model", words=words)
        )  # fmt: skip
    return rows


def sentences(
    found: Sequence[Effect | Suppressed], guess: Mapping[str, Any] | None = None
) -> list[str]:
    """Say what the room shows, losers first, and what a room of this size cannot show."""
    said = [_sentence(e, guess) for e in found if e.measure == "acceptance"]
    whole = next((e for e in found if isinstance(e, Effect) and e.who == "all"), None)
    cut = [CUT] if any(cut_short(e) for e in found) else []
    others = [e for e in found if isinstance(e, Effect) and e.measure != "acceptance"]
    told = [held(e, model) for e in others if (model := for_this_room(e, guess))]
    last = [*told, *summary(found, guess), *cut]
    return [*said, *([visible(whole)] if whole else []), *last]


def _sentence(e: Effect | Suppressed, guess: Mapping[str, Any] | None) -> str:
    who = _who(e)
    if isinstance(e, Suppressed):
        return (
            f"The result for {GROUP[e.who]} stays hidden: a group in it, or what is left, "
            f"has fewer than {MINIMUM} people."
        )
    near, wide = (spoken(*within(*e.interval(level)), level) for level in LEVELS)
    means = _means(e)
    model = for_this_room(e, guess)
    told = f" {held(e, model)}" if model else ""
    said = f"Most likely the full picture scored {near}, at the widest {wide}."
    return f"{who}: {means}. {said} {direction(e)}{told}"


def _means(e: Effect) -> str:
    leaflet, full, _ = adding_up(e.tickbox, e.co_production, 1)
    return f"{leaflet} with the leaflet, {full} with the full picture"


def on_the_wall(
    e: Effect | Suppressed,
    guess: Mapping[str, Any] | None = None,
    found: Sequence[Effect | Suppressed] = (),
    order: Sequence[str] = (),
) -> list[str]:
    """Say of one result what a wall can hold, with each caution that the trainer's page has.

    Both means, which way, how small an effect shows; where the guess is open, whether it held, here and in
    all that was guessed; and what the order of the rounds may have done.
    """
    if isinstance(e, Suppressed):
        return [_sentence(e, guess), *summary(found, guess)]
    model = for_this_room(e, guess)
    told = [" ".join([held(e, model), *summary(found, guess)])] if model else []
    cut = [CUT] if cut_short(e) else []
    return [f"{_who(e)}: {_means(e)}. {direction(e)} {visible(e)}", *told, *_one(order), *cut]


def _one(lines: Sequence[str]) -> list[str]:
    """Make one paragraph of sentences; of none, none."""
    return [" ".join(lines)] if lines else []


def cut_short(e: Effect | Suppressed) -> bool:
    """Say whether an interval of this result goes on beyond what two scores can differ by."""
    return isinstance(e, Effect) and within(*e.interval(LEVELS[1])) != e.interval(LEVELS[1])


def _who(e: Effect | Suppressed) -> str:
    made_up = isinstance(e, Effect) and e.made_up
    people = f"{e.people} made-up people" if made_up else str(e.people)
    return f"Among the {people} who lost each time" if e.who == "lost" else f"Among all {people}"


def own_guess(rows: Iterable[Mapping[str, Any]], found: Sequence[Effect | Suppressed]) -> str:
    """Set the room's own guess beside what came out; empty if too few guessed."""
    given = [int(r["value"]) for r in rows if r["activity"] == OWN_GUESS]
    whole = next((e for e in found if isinstance(e, Effect) and e.who == "all"), None)
    if len(given) < MINIMUM or whole is None:
        return ""
    mean, came = map(apart, (sum(given) / len(given), whole.mean))
    return (
        f"The room itself had guessed that the full picture would score {mean}. It scored {came}."
    )


def table(
    found: Sequence[Effect | Suppressed], guess: Mapping[str, Any] | None = None
) -> pd.DataFrame:
    """Give every number drawn; hidden results are named as hidden."""
    return pd.DataFrame([_line(e, guess) for e in found])


def numbers(
    found: Sequence[Effect | Suppressed], guess: Mapping[str, Any] | None = None
) -> pd.DataFrame:
    """Give what `table` says as numbers, the two ends of each interval in columns of their own."""
    return pd.DataFrame([_numbers(e, guess) for e in found])


def _numbers(e: Effect | Suppressed, guess: Mapping[str, Any] | None) -> dict[str, Any]:
    kept: dict[str, Any] = {"Scored 0 to 10": ASKED[e.measure], "Who": GROUP[e.who]}
    names = ["People", "Leaflet", "Full picture", "Difference"]
    names += [f"{level_name(level)}, {end}" for level in LEVELS for end in ("low", "high")]
    given: list[Any] = ["hidden"] * len(names)
    if isinstance(e, Effect):
        measured = [e.tickbox, e.co_production, e.mean]
        measured += [v for level in LEVELS for v in within(*e.interval(level))]
        given = [e.people, *(round(v, 2) for v in measured)]
    kept |= dict(zip(names, given, strict=True))
    if guess:
        model = guessed(e, guess) or {}
        for end in ("low", "high"):
            value = round(model[end], 2) if model else None
            kept[f"The model's guess ({level_name(MODEL_LEVEL)}), {end}"] = value
    return kept


def _line(e: Effect | Suppressed, guess: Mapping[str, Any] | None) -> dict[str, str]:
    head = {"Scored 0 to 10": ASKED[e.measure], "Who": GROUP[e.who]}
    names = ("People", "Leaflet", "Full picture", "Difference", *map(level_name, LEVELS))
    if isinstance(e, Suppressed):
        cells = ("hidden",) * 6
    else:
        cells = (
            str(e.people), *adding_up(e.tickbox, e.co_production, 1),
            *(points(*within(*e.interval(level))) for level in LEVELS),
        )  # fmt: skip
    model = for_this_room(e, guess)
    last = {
        f"The model's guess ({level_name(MODEL_LEVEL)})": points(model["low"], model["high"])
        if model
        else "none"
    }
    return head | dict(zip(names, cells, strict=True)) | (last if guess else {})
