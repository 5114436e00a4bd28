"""Draws what came of a worksheet: its sheets, the band, the first step, the way between rounds."""

from collections.abc import Sequence

from coprod_sim.charts import first_step, rater_band, rating_rounds, score_sheets
from coprod_sim.charts.chart import Chart
from coprod_sim.learning.own_case.case_sentences import (
    agreement_said,
    band_said,
    first_said,
    path_said,
    round_name,
)
from coprod_sim.learning.own_case.first_step import SURE, FirstStep
from coprod_sim.learning.own_case.played import Band
from coprod_sim.learning.own_case.ratings import summary_of, table_of
from coprod_sim.learning.own_case.worksheet import Round
from coprod_sim.words import Words


def sheets(round_: Round, t: Words) -> Chart:
    """Draw every sheet on every dial, with a line from what staff say to what citizens say."""
    people = [(r.label, r.side) for r in round_.raters]
    said = "\n".join(agreement_said(round_, t))
    return score_sheets.draw(table_of(round_), summary_of(round_), people, said, t)


def band(found: Band, t: Words) -> Chart:
    """Draw what the model gives for today's way, as all and as each side sees it, and two yardsticks."""
    return rater_band.draw(found.ranges, "\n".join(band_said(found, t)), t)


def first(found: FirstStep, t: Words) -> Chart:
    """Draw what each single step up brings for ten hours of work, best first."""
    return first_step.draw(found.table, found.measure, SURE, "\n".join(first_said(found, t)), t)


def path(rounds: Sequence[Round], bands: Sequence[Band], t: Words) -> Chart:
    """Draw the way from the first round to the last: each dial, and what the model gives."""
    days = [round_name(r, t) for r in rounds]
    middles = [summary_of(r)["middle"] for r in rounds]
    said = "\n".join(path_said(rounds, bands, t))
    return rating_rounds.draw(days, middles, [b.ranges for b in bands], said, t)
