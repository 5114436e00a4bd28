"""Writes the measured blocks of `docs/uncertainty.md`: what the findings leave open, in words and tables."""

from functools import cache

import pandas as pd

from coprod_sim.charts.words import difference, number, span
from coprod_sim.report.beliefs import decided_in_words, wins_in_words
from coprod_sim.report.discovered import open_in_words
from coprod_sim.results import MEASURES, Comparison, compare
from coprod_sim.results.comparison import RUNS_A_DRAW
from coprod_sim.results.discovery.theories import RIVAL, WON, against, theories_of
from coprod_sim.results.nroy import NotRuledOut, not_ruled_out
from coprod_sim.results.prior_posterior import prior_and_posterior_gains
from coprod_sim.results.uncertainty import NOT_RULED_OUT, OVER, PLAUSIBLE, WORTH_HAVING
from coprod_sim.words import ENGLISH, words_in
from validation.calibration.identifiability import contraction, tied_pairs
from validation.documents import Blocks
from validation.findings.table import met, published
from validation.markdown import table as table_of

MOST = 12
"""Rows of a table on the page."""
SETS = (PLAUSIBLE, NOT_RULED_OUT)
GOAL = "co_production"
MODELS = 512
"""Plausible models in which it is counted who wins."""
WAYS = (
    "tickbox", "no_exercise", "told_openly", "in_name_only", "honest_consultation", "captured_room",
    "co_production",
)  # fmt: skip
"""The ways that compete, the baseline first."""
LINES = (0.02, WORTH_HAVING, 0.1)
"""Gains in acceptance among those who lose from which on a way pays: ours, and two others."""


def kept_in_words(found: NotRuledOut) -> str:
    """Say how the sets were found: how many were played, what was ruled out, how many fit."""
    source = found.source
    left = ", then ".join(number(share * 100, 1) for share in source["left"])
    return (
        f"We played {source['played']} sets in {len(source['sizes'])} rounds, "
        f"each with {source['runs']} runs. "
        f"Of all sets, the rounds left {left} in 100. "
        f"Of what was left we then played {source['tried']:,} sets more. "
        f"In {source['kept']} of them at least {len(source['fit']) - source['missed']} of the "
        f"{len(source['fit'])} findings lie inside their bands. These are the sets we keep."
    )


def gains_in_words(table: pd.DataFrame) -> str:
    """Say what the first figure becomes, and which figures may lie on either side of zero."""
    first = table.iloc[0] * 100
    label = MEASURES[str(first.name)][0].label.lower()
    left = difference(first["posterior_low"], first["posterior_high"])
    usual = difference(first["prior_low"], first["prior_high"])
    said = (
        f"Over the models that fit the findings, co-production brings {left} in {label}. "
        f"Over plausible assumptions it was {usual}."
    )
    return f"{said} {open_in_words(table)}".rstrip()


def gains_markdown(table: pd.DataFrame) -> str:
    """Write the headline figures before and after findings have ruled assumptions out."""
    lines = [
        gains_in_words(table), "",
        f"| Co-production minus tickbox, in 100 | As the rules stand | {_title(NOT_RULED_OUT)} "
        f"| {_title(PLAUSIBLE)} | Models above 0 |",
        "|---|---:|---:|---:|---:|",
    ]  # fmt: skip
    for m, v in (table * 100).iterrows():
        lines.append(
            f"| {MEASURES[str(m)][0].label} | {number(v['mean'], 1)} "
            f"| {span(v['posterior_low'], v['posterior_high'], digits=1)} "
            f"| {span(v['prior_low'], v['prior_high'], digits=1)} "
            f"| {number(v['posterior_above'])} in 100 |"
        )
    return "\n".join(lines)


def contraction_markdown(table: pd.DataFrame) -> str:
    """Write which assumptions the findings narrow, and how many they say nothing about."""
    clear = table[table["clear"]]
    lines = [
        f"The findings clearly narrow **{len(clear)} of the {len(table)}** assumptions. About the other "
        f"{len(table) - len(clear)} they say next to nothing: what is left is as wide as what we began with.",
        "", "| Assumption | As it stands | Not ruled out | Part of its range gone |",
        "|---|---:|---:|---:|",
    ]  # fmt: skip
    for _, v in clear.head(MOST).iterrows():
        lines.append(
            f"| {v['label']} | {v['value']:.3g} | {v['low']:.3g} to {v['high']:.3g} "
            f"| {number(v['contraction'] * 100)} in 100 |"
        )
    return "\n".join(lines)


def tied_pairs_markdown(table: pd.DataFrame) -> str:
    """Write which assumptions can only be told together."""
    if table.empty:
        return "No pair of assumptions is tied more closely than luck would tie it."
    lines = [
        f"Tied pairs: {len(table)}. If one is higher, the other must be higher (r above 0) or lower.",
        "", "| One | Other | r |", "|---|---|---:|",
    ]  # fmt: skip
    for _, v in table.head(MOST).iterrows():
        lines.append(f"| {v['one']} | {v['other']} | {number(v['r'], 2)} |")
    return "\n".join(lines)


def check_markdown(found: NotRuledOut) -> str:
    """Write how the kept sets, and plausible draws, fare with the findings that took no part in choosing."""
    plausible, claims = found.source["plausible"]["met"], published()["claim"]
    lines = ["| | Finding | Plausible draws | Sets we keep |", "|---|---|---:|---:|"]
    for key, share in met(found.check).mean().items():
        before = number(plausible[key] * 100)
        lines.append(
            f"| {key} | {claims[str(key)]} | {before} in 100 | {number(share * 100)} in 100 |"
        )
    return "\n".join(lines)


@cache
def ways_played(over: str) -> Comparison:
    """Play all the ways on the reference case, in every model that fits or in `MODELS` plausible ones."""
    draws = len(not_ruled_out().sets) if over == NOT_RULED_OUT else MODELS
    return compare("reference", WAYS, runs=RUNS_A_DRAW, draws=draws, over=over)


def theories_markdown(over: str) -> str:
    """Write in how many models each way wins on the reference case, and which beliefs decide it."""
    comparison = ways_played(over)
    lines = []
    for heading, table in wins_in_words(theories_of(comparison)):
        head = ["Way", *map(str, table)]
        rows = [[str(way), *map(str, row)] for way, *row in table.itertuples()]
        lines += [f"{heading}:", "", _row(head), _row(["---", *["---:"] * len(table.columns)])]
        lines += [*map(_row, rows), ""]
    lines += [words_in(ENGLISH)("found-wins-meant"), ""]
    for heading, said, why in decided_in_words(comparison):
        lines += [f"**{heading}.** {said} {why}", ""]
    return "\n".join(lines).rstrip()


def pays_markdown() -> str:
    """Write in how many models co-production does not gain enough, over two rivals and with three lines."""
    heads = ["To gain enough it must add, in 100"]
    heads += [f"Over {base.replace('_', ' ')}, {OVER[over].models}, in 100" for over in SETS
              for base in (WAYS[0], RIVAL)]  # fmt: skip
    rows = [
        [
            number(line * 100),
            *(
                number(100 * against(ways_played(over), GOAL, base, at_least=line)[0].mean())
                for over in SETS
                for base in (WAYS[0], RIVAL)
            ),
        ]
        for line in LINES
    ]
    return table_of(heads, rows)


def ranks_markdown(gains: pd.DataFrame) -> str:
    """Write in how many models co-production brings less over tickbox than with the model as it stands."""
    theories = {over: theories_of(ways_played(over)) for over in SETS}
    heads = ["Gain over tickbox", *(f"Less in, of 100 {OVER[over].models}" for over in SETS)]
    rows = []
    for m in WON:
        below = [
            (theories[over].gains(GOAL, WAYS[0]).gains(m) < gains.loc[m, "mean"]).mean()
            for over in SETS
        ]
        rows.append([MEASURES[m][0].label, *(number(100 * share) for share in below)])
    return table_of(heads, rows)


def commands_markdown() -> str:
    """Write the commands that print the tables of wins."""
    ways = " ".join(f"--engagement {way}" for way in WAYS)
    ends = (f"--draws {MODELS}", f"--over {NOT_RULED_OUT} --draws {len(not_ruled_out().sets)}")
    return (
        "```sh\n" + "\n".join(f"coprod-sim theories reference {ways} {e}" for e in ends) + "\n```"
    )


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _title(over: str) -> str:
    return OVER[over].words[:1].upper() + OVER[over].words[1:]


BLOCKS: Blocks = {
    "theories_plausible": lambda: theories_markdown(PLAUSIBLE),
    "theories_fitting": lambda: theories_markdown(NOT_RULED_OUT),
    "pays": pays_markdown,
    "ranks": lambda: ranks_markdown(prior_and_posterior_gains()),
    "commands": commands_markdown,
    "kept": lambda: kept_in_words(not_ruled_out()),
    "gains": lambda: gains_markdown(prior_and_posterior_gains()),
    "contraction": lambda: contraction_markdown(contraction(not_ruled_out())),
    "tied_pairs": lambda: tied_pairs_markdown(tied_pairs(not_ruled_out())),
    "check": lambda: check_markdown(not_ruled_out()),
}
"""The measured blocks of the page."""
