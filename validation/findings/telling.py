"""Sets rows that read an exercise beside none two ways, told alike or told less: `docs/evidence.md`.

'Asking nobody' also tells people less. A row that sets co-production beside it is met by
sharing, by telling, or by both; beside a decision told as openly as the exercise it is met by sharing alone.
Which of the two counts is declared with the finding, as its study measured.
"""

from functools import cache

import pandas as pd

from coprod_sim.assumptions import REFERENCE, Assumptions
from coprod_sim.results.nroy import NotRuledOut, not_ruled_out
from validation.documents import Blocks
from validation.findings.evidence import band_in_words, middle_and_ends
from validation.findings.halves import CHECK, FIT
from validation.findings.reference_case import POINTS, RUNS, SEED
from validation.findings.table import FINDINGS, ids_of, measured, met, published, scores
from validation.markdown import table

BESIDE_NONE = tuple(key for key, finding in FINDINGS.items() if finding.other)
"""The rows that set an exercise beside none."""


def otherwise(p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED) -> pd.Series:
    """Read the rows that set an exercise beside none once more, by the comparison that does not count.

    Args:
        p: the assumptions.
        runs: runs behind each value.
        seed: names the luck.

    Returns:
        The values, by id.
    """
    reads = {key: FINDINGS[key].other for key in BESIDE_NONE}
    return pd.Series({key: read(p, runs, seed) for key, read in reads.items() if read})


@cache
def otherwise_in_models_that_fit() -> pd.DataFrame:
    """Read them off every model that fits the findings, with the runs that these were found with."""
    found = not_ruled_out()
    runs, seed = found.source["runs"], found.source["seed"]
    return pd.DataFrame([otherwise(p, runs, seed) for p in found.sets])


def telling_markdown(values: pd.Series, others: pd.Series, found: NotRuledOut) -> str:
    """Write both comparisons for each such row, and what the scores become, as Markdown."""
    counted = found.fit.join(found.check)
    read_otherwise = otherwise_in_models_that_fit()
    fits = met(counted[[key for key in BESIDE_NONE if key in counted]]).mean()
    rows = [
        _row(key, (values[key], fits.get(key)), (others[key], met(read_otherwise).mean()[key]))
        for key in BESIDE_NONE
    ]
    heads = ["", "Measured", "Band", "Told alike", "Models that fit meet it", "Beside no exercise",
             "Models that fit meet it", "Counts"]  # fmt: skip
    return f"{_scores(values, others, counted, read_otherwise)}\n\n{table(heads, rows)}"


def _row(
    key: str, counted: tuple[float, float | None], other: tuple[float, float | None]
) -> list[str]:
    """Write a row of values and shares by both comparisons, told alike first."""
    row, alike = published().loc[key], FINDINGS[key].alike
    both = (counted, other) if alike else (other, counted)
    cells = [cell for value, share in both for cell in (_value(key, value), _share(share))]
    return [
        key, f"{row['what']} [{row['unit']}]", band_in_words(row["low"], row["high"]), *cells,
        "told alike" if alike else "beside no exercise",
    ]  # fmt: skip


def _value(key: str, value: float) -> str:
    inside = met(pd.DataFrame({key: [value]})).loc[0, key]
    return f"{value:.3g}" if inside else f"**{value:.3g}**"


def _share(share: float | None) -> str:
    return "-" if share is None else f"{POINTS * share:.0f} %"


def _scores(
    values: pd.Series, others: pd.Series, counted: pd.DataFrame, read_otherwise: pd.DataFrame
) -> str:
    """Say how many findings are met when all these rows are read told alike, and when none is."""
    said = []
    for alike in (True, False):
        turned = [key for key in BESIDE_NONE if FINDINGS[key].alike != alike]
        usual = [key for key in turned if key in counted]
        now = scores(values.copy().mask(values.index.isin(turned), others).to_frame().T)
        fit = scores(counted.assign(**{key: read_otherwise[key] for key in usual}))
        kept = {part: middle_and_ends(fit[part]) for part in (FIT, CHECK)}
        said.append(
            f"Read {'told alike' if alike else 'beside no exercise'} throughout, the model as it stands "
            f"meets {now[FIT].iloc[0]} of {len(ids_of(FIT))} in *fit* and {now[CHECK].iloc[0]} of "
            f"{len(ids_of(CHECK))} in *check*; the models that fit meet {kept[FIT]} and {kept[CHECK]}."
        )
    return " ".join(said) + " A value outside its band stands in bold."


BLOCKS: Blocks = {"telling": lambda: telling_markdown(measured(), otherwise(), not_ruled_out())}
"""The measured block of the page."""
