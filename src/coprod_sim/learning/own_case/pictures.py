"""The pictures of a worksheet: sheets side by side, what the model gives, the first step, the path."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from coprod_sim.charts.axes import LinearScale, around, hundred
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.labels import text_width, wrap
from coprod_sim.charts.panels import FULL, LEFT, RIGHT, Panel, Row, key, stack
from coprod_sim.charts.svg import line, marker, picture, text
from coprod_sim.charts.theme import AXIS, GRID, LEADING, QUIET, TEXT, WIDTH, Look, look
from coprod_sim.charts.values import label_of
from coprod_sim.charts.words import number, span
from coprod_sim.engagement import DIALS
from coprod_sim.learning.own_case.first_step import SURE, FirstStep
from coprod_sim.learning.own_case.played import MEASURES, YARDSTICKS, Band
from coprod_sim.learning.own_case.ratings import summary_of, table_of
from coprod_sim.learning.own_case.sentences import (
    agreement_said,
    band_said,
    first_said,
    path_said,
    round_name,
)
from coprod_sim.learning.own_case.worksheet import Round
from coprod_sim.words import Words

LOOKS = {"staff": Look("#0a5c9e", "circle", ""), "citizen": Look("#b8401a", "square", "")}
"""How a side's sheets are drawn; the shape tells them apart without colour."""
PATH = Look("#0a5c9e", "circle", "")
TRACK = 46.0
"""Height of a dial with its name above it [drawing units]."""
BESIDE = 7.0
"""How far equal scores stand from each other [drawing units]."""

Mark = tuple[float, Look, bool]


def sheets(round_: Round, t: Words) -> Chart:
    """Draw every sheet on every dial, with a line from what staff say to what citizens say."""
    title, finding = t("own.sheets.title"), "\n".join(agreement_said(round_, t))
    summary, scores = summary_of(round_) * 100, table_of(round_) * 100
    names = [t("rubric.staff"), t("rubric.citizens")]
    parts, y = key(names, list(LOOKS.values()), 0.0)
    for dial, row in summary.iterrows():
        marks = [
            (float(v), LOOKS[r.side], r.side == "citizen")
            for r, v in zip(round_.raters, scores.loc[dial], strict=True)
            if v == v  # noqa: PLR0124 - nan is the only number unlike itself
        ]
        ends = (row["staff"], row["citizen"])
        gap = abs(row["gap"])
        words = t("own.sheets.gap", gap=number(gap)) if gap == gap else ""  # noqa: PLR0124
        parts += _track(DIALS[str(dial)].label, words, marks, ends, y)
        y += TRACK
    parts += _foot(y)
    svg = picture(title, finding, y + LEADING, parts)
    return Chart(svg, finding, _sheet_table(round_, t), title)


def band(found: Band, t: Words) -> Chart:
    """Draw what the model gives for today's way, as all and as each side sees it, and two yardsticks."""
    title, finding = t("own.band.title"), "\n".join(band_said(found, t))
    who = ["all", "staff", "citizen", *YARDSTICKS]
    names = [t(f"own.band.{w}") for w in who]
    looks = [look(k) for k in (2, 3, 0, 1, 4)]
    parts, y = key(names, looks, 0.0)
    ranges = found.ranges * 100
    panels = [
        Panel(
            title=label_of(m), unit="in 100", scale=hundred(LEFT, RIGHT), marks=m == MEASURES[-1],
            rows=[_row(ranges.loc[(m, w)], lk, hollow=w in YARDSTICKS)
                  for w, lk in zip(who, looks, strict=True)],
        )
        for m in MEASURES
    ]  # fmt: skip
    drawn, height = stack(panels, y)
    table = pd.DataFrame(
        [
            [
                names[k],
                label_of(m),
                *(float(ranges.loc[(m, w)][c]) for c in ("mean", "low", "high")),
            ]
            for m in MEASURES
            for k, w in enumerate(who)
        ],
        columns=[t("own.band.who"), "Measure", "Mean", "Low", "High"],
    )
    return Chart(picture(title, finding, height, [*parts, *drawn]), finding, table.round(1), title)


def first(found: FirstStep, t: Words) -> Chart:
    """Draw what each single step up brings for ten hours of work, best first."""
    title, finding = t("own.first.chart"), "\n".join(first_said(found, t))
    rows = found.table
    values = rows[["per_low", "per_high"]].to_numpy().ravel() * 100
    panel = Panel(
        title=t("own.first.panel", measure=label_of(found.measure)), unit=t("own.first.unit"),
        scale=around(values, LEFT, FULL),
        rows=[
            Row(
                look=PATH, mean=v["per_hour"] * 100, low=v["per_low"] * 100, high=v["per_high"] * 100,
                name=DIALS[str(d)].label, hollow=v["up"] < SURE,
                words=span(v["per_low"] * 100, v["per_high"] * 100, digits=1, sign=True),
            )
            for d, v in rows.iterrows()
        ],
    )  # fmt: skip
    drawn, height = stack([panel], 0.0)
    table = pd.DataFrame(
        {
            t("rubric.dial"): [DIALS[str(d)].label for d in rows.index],
            t("own.first.gain_low"): (rows["low"] * 100).to_numpy(),
            t("own.first.gain_high"): (rows["high"] * 100).to_numpy(),
            t("own.first.hours"): rows["hours"].round().to_numpy(),
            t("own.first.per_ten"): (rows["per_hour"] * 100).round(2).to_numpy(),
            t("own.first.first"): (rows["first"] * 100).round().to_numpy(),
        }
    )
    return Chart(picture(title, finding, height, drawn), finding, table.round(1), title)


def path(rounds: Sequence[Round], bands: Sequence[Band], t: Words) -> Chart:
    """Draw the way from the first round to the last: each dial, and what the model gives."""
    title, finding = t("own.path.title"), "\n".join(path_said(rounds, bands, t))
    middles = [summary_of(r)["middle"] * 100 for r in rounds]
    names = [
        t("own.path.then", day=round_name(rounds[0], t)),
        t("own.path.now", day=round_name(rounds[-1], t)),
    ]
    parts: list[str] = []
    y = 0.0
    for name, hollow in zip(names, (True, False), strict=True):
        parts.append(marker(PATH, LEFT, y + TEXT * 0.65, hollow=hollow))
        for words in wrap(name, WIDTH - 24):
            y += LEADING
            parts.append(text(22.0, y - 4.0, words))
        y += 3.0
    y += 6.0
    for dial in DIALS:
        values = [float(m[dial]) for m in middles if dial in m.index and m[dial] == m[dial]]
        if not values:
            continue
        marks: list[Mark] = [(v, PATH, k < len(values) - 1) for k, v in enumerate(values)]
        words = f"{number(values[0])} \N{RIGHTWARDS ARROW} {number(values[-1])}"
        parts += _track(DIALS[dial].label, words, marks, (values[0], values[-1]), y)
        y += TRACK
    parts += _foot(y)
    drawn, height = stack(_band_panels(rounds, bands, t), y + LEADING + 14.0)
    table = _path_table(rounds, middles, bands, t)
    return Chart(picture(title, finding, height, [*parts, *drawn]), finding, table, title)


def _band_panels(rounds: Sequence[Round], bands: Sequence[Band], t: Words) -> list[Panel]:
    return [
        Panel(
            title=label_of(m), unit="in 100", scale=hundred(LEFT, FULL), marks=m == MEASURES[-1],
            rows=[
                _row(b.ranges.loc[(m, "all")] * 100, PATH, hollow=k < len(bands) - 1,
                     name=round_name(r, t))
                for k, (r, b) in enumerate(zip(rounds, bands, strict=True))
            ],
        )
        for m in MEASURES
    ] if bands else []  # fmt: skip


def _row(values: Any, look_: Look, *, hollow: bool = False, name: str = "") -> Row:
    low, high = float(values["low"]), float(values["high"])
    return Row(
        look=look_, mean=float(values["mean"]), low=low, high=high, words=span(low, high),
        hollow=hollow, name=name,
    )  # fmt: skip


def _track(
    name: str, words: str, marks: Sequence[Mark], ends: tuple[float, float], y: float
) -> list[str]:
    """Draw one dial from 0 to 100: its name, a line between two ends, and the marks on it."""
    scale = _scale()
    middle = y + 33.0
    parts = [
        text(
            0.0,
            y + TEXT,
            wrap(name, WIDTH - text_width(words) - 10.0, lines=1, bold=True)[0],
            bold=True,
        ),
        text(WIDTH, y + TEXT, words, anchor="end", fill=QUIET),
    ]
    parts += [line(scale.at(m), y + 22.0, scale.at(m), y + 44.0, GRID) for m in scale.marks]
    parts.append(line(scale.at(0.0), middle, scale.at(100.0), middle, AXIS))
    if all(e == e for e in ends):  # noqa: PLR0124
        parts.append(line(scale.at(ends[0]), middle, scale.at(ends[1]), middle, PATH.colour, 4.0))
    seen: dict[float, int] = {}
    for value, look_, hollow in marks:
        place = seen.get(value, 0)
        seen[value] = place + 1
        beside = BESIDE * ((place + 1) // 2) * (1 if place % 2 else -1)
        parts.append(marker(look_, scale.at(value) + beside, middle, hollow=hollow))
    return parts


def _scale() -> LinearScale:
    return hundred(LEFT + 8.0, WIDTH - 14.0)


def _foot(y: float) -> list[str]:
    scale = _scale()
    return [text(scale.at(m), y + TEXT, f"{m:g}", anchor="middle", fill=QUIET) for m in scale.marks]


def _sheet_table(round_: Round, t: Words) -> pd.DataFrame:
    summary, scores = summary_of(round_) * 100, table_of(round_) * 100
    columns: dict[str, list[Any]] = {t("rubric.dial"): [DIALS[str(d)].label for d in scores.index]}
    for k, rater in enumerate(round_.raters):
        columns[_unlike(rater.label, columns)] = scores[k].tolist()
    columns[t("own.sheets.staff_mean")] = summary["staff"].tolist()
    columns[t("own.sheets.citizen_mean")] = summary["citizen"].tolist()
    columns[t("rubric.gap")] = summary["gap"].abs().tolist()
    return pd.DataFrame(columns)


def _unlike(label: str, columns: dict[str, list[Any]]) -> str:
    """Keep two people with the same label apart in a table."""
    name, count = label, 2
    while name in columns:
        name, count = f"{label} ({count})", count + 1
    return name


def _path_table(
    rounds: Sequence[Round], middles: Sequence[pd.Series], bands: Sequence[Band], t: Words
) -> pd.DataFrame:
    names = {str(d): DIALS[str(d)].label for d in middles[0].index}
    columns: dict[str, list[Any]] = {t("own.path.what"): list(names.values())}
    columns[t("own.path.what")] += (
        [f"{label_of(m)}, {end}" for m in MEASURES for end in ("low", "high")] if bands else []
    )
    for k, (round_, middle) in enumerate(zip(rounds, middles, strict=True)):
        values = [round(float(middle[d]), 1) for d in names]
        if bands:
            values += [
                round(float(bands[k].ranges.loc[(m, "all"), end]) * 100, 1)
                for m in MEASURES for end in ("low", "high")
            ]  # fmt: skip
        columns[_unlike(round_name(round_, t), columns)] = values
    return pd.DataFrame(columns)
