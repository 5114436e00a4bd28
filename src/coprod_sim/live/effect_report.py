"""Shows the room beside the model's locked guess: those who lost first, with intervals, in plain words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from coprod_sim.charts.axes import around
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.labels import listing, wrap
from coprod_sim.charts.panels import FULL, LEFT, Panel, Row, key, stack
from coprod_sim.charts.svg import picture, text
from coprod_sim.charts.theme import COLOURS, LEADING, TEXT, WIDTH, Look
from coprod_sim.charts.words import added_up
from coprod_sim.live.disclosure import MINIMUM
from coprod_sim.live.effect_words import ALIKE, digits_of, direction, visible
from coprod_sim.live.guess_verdict import (
    ASKED,
    GROUP,
    called,
    difference,
    for_this_room,
    guessed,
    held,
    summary,
)
from coprod_sim.live.intervals import (
    FINEST,
    NO_RANGE,
    USUAL,
    apart,
    interval,
    level_name,
    points,
    sayable,
    within,
)
from coprod_sim.live.intervals import MODEL as MODEL_LEVEL
from coprod_sim.live.intervals import ROOM as ROOM_LEVEL
from coprod_sim.live.treatment_effect import LEVELS, Effect, Suppressed

ROOM, MODEL = Look(COLOURS[2], "circle", ""), Look(COLOURS[0], "square", "3 2.5")
OWN_GUESS = "guess_effect"
"""The activity in which the room guesses the difference itself."""
CUT = "Scores go from 0 to 10, so no difference can be larger than 10 points: what goes beyond is cut off."
EVEN = (
    "In both means each order of the rounds and each decision weighs the same, so they can differ a little "
    "from a plain average of the scores."
)
FOR_SO_MANY = f"The model's guess for so many people ({level_name(MODEL_LEVEL)})"
AS_SEALED = f"The model's guess as sealed ({level_name(MODEL_LEVEL)})"
"""The guess leaves out the luck of a small room; for so many people that luck is added."""
NO_RANGE_HERE = "no range: all differ by the same"
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
    model = f"The model's locked guess for so many people ({MODEL_LEVEL:.0%})".replace("%", " %")
    names = [both, *([model] if guess else [])]
    head, y = _heading(title)
    parts, y = key(names, [ROOM, MODEL][: len(names)], y)
    digits = _digits(shown, guess)
    ends = [v for e in shown for v in within(*e.interval(LEVELS[1]))]
    ends += [v for e in shown if (g := for_this_room(e, guess)) for v in (g["low"], g["high"])]
    panels = [
        Panel(
            title=f"{ASKED[e.measure]}: {GROUP[e.who]}",
            scale=around(ends, LEFT, FULL),
            rows=_rows(e, guess, digits),
            unit="points" if k == 0 else "",
            marks=k == len(shown) - 1,
        )
        for k, e in enumerate(shown)
    ]
    drawn, height = stack(panels, y)
    said = "\n".join([*sentences(found, guess, order), *order])
    svg = picture(title, said, height, [*head, *parts, *drawn]) if panels else ""
    return Chart(svg, said, table(found, guess), title)


def _heading(title: str) -> tuple[list[str], float]:
    """Write over the chart what is measured; give the parts and where they end."""
    lines = wrap(title, WIDTH, bold=True)
    parts = [text(0.0, LEADING * k + TEXT, line, bold=True) for k, line in enumerate(lines)]
    return parts, LEADING * len(lines) + 6.0


def _digits(found: Sequence[Effect | Suppressed], guess: Mapping[str, Any] | None) -> int:
    """Give the digits of all numbers that stand together: as many as any result among them needs."""
    needed = (digits_of(e, for_this_room(e, guess)) for e in found if isinstance(e, Effect))
    return max(needed, default=USUAL)


def beside_bar(e: Effect, digits: int = USUAL) -> str:
    """Write the wider range of a result beside its bar, or why there is none."""
    return NO_RANGE_HERE if e.alike else interval(*_ends(e, ROOM_LEVEL), ROOM_LEVEL, digits)


def in_a_table(e: Effect, digits: int = USUAL) -> list[str]:
    """Write both ranges of a result for a table; none where luck cannot be measured."""
    return [NO_RANGE if e.alike else points(*_ends(e, level), digits) for level in LEVELS]


def _ends(e: Effect, level: float) -> tuple[float, float]:
    return within(*e.interval(level))


def _rows(e: Effect, guess: Mapping[str, Any] | None, digits: int) -> list[Row]:
    (near_low, near_high), (low, high) = (within(*e.interval(level)) for level in LEVELS)
    words = beside_bar(e, digits)
    rows = [
        Row(look=ROOM, mean=e.mean, low=low, high=high, run_low=near_low, run_high=near_high,
            name=MADE_UP if e.made_up else "This room", words=words),
    ]  # fmt: skip
    model = for_this_room(e, guess)
    if model:
        words = interval(model["low"], model["high"], MODEL_LEVEL, digits)
        rows.append(
            Row(look=MODEL, mean=model["mean"], low=model["low"], high=model["high"], hollow=True,
                name="The model", words=words)
        )  # fmt: skip
    return rows


def sentences(
    found: Sequence[Effect | Suppressed],
    guess: Mapping[str, Any] | None = None,
    order: Sequence[str] = (),
) -> list[str]:
    """Say what the room shows, losers first, and what a room of this size cannot show."""
    said = [_sentence(e, guess, order) for e in found if e.measure == "acceptance"]
    whole = next((e for e in found if isinstance(e, Effect) and e.who == "all"), None)
    cut = [CUT] if any(cut_short(e) for e in found) else []
    others = [e for e in found if isinstance(e, Effect) and e.measure != "acceptance"]
    told = [
        held(e, model, digits_of(e, model)) for e in others if (model := for_this_room(e, guess))
    ]
    hidden = [called(e) for e in found if isinstance(e, Suppressed) and e.measure != "acceptance"]
    left_out = f"Hidden as well, as too few people stand behind them: {listing(hidden)}."
    last = [*told, *summary(found, guess), *([left_out] if hidden else []), *cut]
    seen = visible(whole, digits_of(whole, for_this_room(whole, guess))) if whole else ""
    return [*said, *([EVEN] if whole else []), *([seen] if seen else []), *last]


def _sentence(
    e: Effect | Suppressed, guess: Mapping[str, Any] | None, order: Sequence[str] = ()
) -> str:
    who = _who(e)
    if isinstance(e, Suppressed):
        return (
            f"The result for {GROUP[e.who]} stays hidden: a group in it, or what is left, "
            f"has fewer than {MINIMUM} people."
        )
    model = for_this_room(e, guess)
    digits = digits_of(e, model)
    told = [held(e, model, digits)] if model else []
    return _joined(f"{who}: {_means(e, digits)}.", _likely(e, digits), direction(e, order), *told)


def _likely(e: Effect, digits: int) -> str:
    """Say both ranges, or why there is none."""
    if e.alike:
        return ALIKE
    near, wide = (sayable(*within(*e.interval(level)), level, digits) for level in LEVELS)
    return f"The full picture is likely to have scored {near}, and very likely {wide}."


def _joined(*said: str) -> str:
    return " ".join(one for one in said if one)


def _means(e: Effect, digits: int) -> str:
    leaflet, full, _ = added_up(e.tickbox, e.co_production, digits)
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
    digits = digits_of(e, model)
    told = [held(e, model, digits)] if model else []
    none = [ALIKE] if e.alike else []
    first = (f"{_who(e)}: {_means(e, digits)}.", *none, direction(e, order), visible(e, digits))
    cut = [CUT] if cut_short(e) else []
    return [_joined(*first), *_one([*told, *summary(found, guess)]), *_one(order), *cut]


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
    digits = digits_of(whole)
    mean, came = apart(sum(given) / len(given)), apart(difference(whole, digits), digits)
    return (
        f"The room itself had guessed that the full picture would score {mean}. It scored {came}."
    )


def table(
    found: Sequence[Effect | Suppressed], guess: Mapping[str, Any] | None = None
) -> pd.DataFrame:
    """Give every number drawn, all in as many digits; hidden results are named as hidden."""
    digits = _digits(found, guess)
    return pd.DataFrame([_line(e, guess, digits) for e in found])


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
        measured = [e.tickbox, e.co_production, difference(e, FINEST)]
        ends = [v for level in LEVELS for v in within(*e.interval(level))]
        ranges = [NO_RANGE] * len(ends) if e.alike else [round(v, FINEST) for v in ends]
        given = [e.people, *(round(v, FINEST) for v in measured), *ranges]
    kept |= dict(zip(names, given, strict=True))
    if guess:
        kept |= _two_ends(AS_SEALED, guessed(e, guess), None)
        kept |= _two_ends(FOR_SO_MANY, for_this_room(e, guess), _no_guess(e, guess))
    return kept


def _two_ends(name: str, model: Mapping[str, float] | None, none: str | None) -> dict[str, Any]:
    ends = ("low", "high")
    return {f"{name}, {end}": round(model[end], FINEST) if model else none for end in ends}


def _no_guess(e: Effect | Suppressed, guess: Mapping[str, Any] | None) -> str:
    """Say why no guess stands beside a result: the result is hidden, or there is nothing to say."""
    return "hidden" if guessed(e, guess) and isinstance(e, Suppressed) else NO_RANGE


def _line(e: Effect | Suppressed, guess: Mapping[str, Any] | None, digits: int) -> dict[str, str]:
    head = {"Scored 0 to 10": ASKED[e.measure], "Who": GROUP[e.who]}
    names = ("People", "Leaflet", "Full picture", "Difference", *map(level_name, LEVELS))
    if isinstance(e, Suppressed):
        cells = ("hidden",) * 6
    else:
        cells = (
            str(e.people), *added_up(e.tickbox, e.co_production, digits),
            *in_a_table(e, digits),
        )  # fmt: skip
    model = for_this_room(e, guess)
    beside = points(model["low"], model["high"], digits) if model else _no_guess(e, guess)
    last = {FOR_SO_MANY: beside}
    return head | dict(zip(names, cells, strict=True)) | (last if guess else {})
