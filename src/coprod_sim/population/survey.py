"""Turns a survey file into the trust of a population: who was asked, kept, dropped and why."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from coprod_sim.errors import InputError
from coprod_sim.population.answer_scales import AnswerScale, FloatArray, trust_table
from coprod_sim.population.column_mapping import ColumnMapping, build_mapping, load_mapping
from coprod_sim.population.columns import cautions, check_named, find_trust
from coprod_sim.population.csv_rows import SEPARATORS, SurveyRows, read_rows, rows_in
from coprod_sim.population.quoting import count, file_name, quote
from coprod_sim.population.survey_answers import Flags
from coprod_sim.population.survey_groups import SurveyGroups, read_groups, read_weights
from coprod_sim.population.survey_population import (
    ASSUMED_SHARE_LESS_HEARD,
    SurveyPopulation,
    load_population,
    write_population,
)
from coprod_sim.population.trust_answers import Respondents, read_trust

__all__ = [
    "ColumnMapping",
    "SurveyPopulation",
    "build_mapping",
    "load_mapping",
    "load_population",
    "read_survey",
    "survey_in",
    "write_population",
]

FEW_PEOPLE = 30
"""With fewer people than this, a note says that the shares are a rough guide [people]."""


def read_survey(path: str | Path, mapping: ColumnMapping | None = None) -> SurveyPopulation:
    """Read individual answers from a survey file and sum them up as trust on the steps 0 to 10.

    How an answer scale becomes eleven steps: the scale is mapped in a straight line onto 0 to 1
    and step ``j`` covers ``[j/11, (j+1)/11]``. On a scale with ``K`` points, answer number ``k``
    counted from 0 covers ``[k/K, (k+1)/K]`` and is shared among the steps by overlap, so 0-10
    maps exactly onto itself. On 0-1 and 0-100 the answer ``v`` divided by the highest answer
    falls into step ``min(10, floor(v * 11))``.

    Range: CSV with commas, semicolons or tabs, UTF-8, at most 64 MiB.

    Args:
        path: the survey file, one row for each person below a row of column names.
        mapping: what the columns hold; what it leaves out is found or assumed, and noted.

    Returns:
        The trust found, and notes on how it was read.

    Raises:
        InputError: the file, a column, the scale, the weights or the groups cannot be used.
    """
    path = Path(path)
    return _summed_up(path, lambda: read_rows(path), mapping)


def survey_in(
    data: bytes, name: str | Path, mapping: ColumnMapping | None = None
) -> SurveyPopulation:
    """Sum up the answers in the bytes of a survey file as `read_survey` does, without a file.

    Args:
        data: the file, one row for each person below a row of column names.
        name: the name of the file, for what is said of it.
        mapping: what the columns hold; what it leaves out is found or assumed, and noted.

    Returns:
        The trust found, and notes on how it was read.

    Raises:
        InputError: the data, a column, the scale, the weights or the groups cannot be used.
    """
    return _summed_up(Path(name), lambda: rows_in(data), mapping)


def _summed_up(
    path: Path, read: Callable[[], SurveyRows], mapping: ColumnMapping | None
) -> SurveyPopulation:
    try:
        return _population(read(), mapping or ColumnMapping(), path)
    except InputError as problem:
        raise InputError(f"{file_name(path)}: {problem}") from None


def _population(rows: SurveyRows, mapping: ColumnMapping, path: Path) -> SurveyPopulation:
    check_named(rows, mapping)
    column, found = find_trust(rows, mapping)
    respondents = Respondents(
        np.ones(len(rows.frame), dtype=np.bool_), [_read_note(rows, path), found]
    )
    respondents.notes += cautions(rows, column, mapping)
    values, scale = read_trust(rows, column, mapping, respondents)
    weights = _weigh(rows, mapping, respondents)
    groups = _group(rows, mapping, respondents)
    _check_left(weights[respondents.kept], "the survey has nobody in it", respondents)
    tables, share = _tables(values, weights, scale, groups, respondents)
    respondents.notes += _used_notes(respondents.kept, groups)
    return SurveyPopulation(
        name=mapping.name or _name_from(path),
        **tables,
        share_less_heard=share,
        n_read=len(rows.frame),
        n_used=int(respondents.kept.sum()),
        notes=tuple(respondents.notes),
    )


def _read_note(rows: SurveyRows, path: Path) -> str:
    size = f"{count(len(rows.frame), 'row')} and {count(len(rows.columns), 'column')}"
    signs = f", parted by {SEPARATORS[rows.separator]}" if len(rows.columns) > 1 else ""
    return f"Read {size} from {quote(path.name)}{signs}."


def _name_from(path: Path) -> str:
    stem = path.stem.encode("utf-8", "replace").decode("utf-8")
    return stem[:100] or "survey"


def _weigh(rows: SurveyRows, mapping: ColumnMapping, respondents: Respondents) -> FloatArray:
    """Read the weights, drop whoever has none, and note how people are counted."""
    weights = read_weights(rows, mapping.weight)
    if mapping.weight is None:
        respondents.notes.append("Every person counts the same, as no column of weights was named.")
        return weights
    respondents.notes.append(f"People count by the weights in column {quote(mapping.weight)}.")
    respondents.drop(np.isnan(weights), f"no weight in column {quote(mapping.weight)}")
    zeros = int((weights[respondents.kept] == 0).sum())
    if zeros:
        respondents.notes.append(f"{count(zeros, 'row')} used with weight 0, so without effect.")
    return weights


def _group(
    rows: SurveyRows, mapping: ColumnMapping, respondents: Respondents
) -> SurveyGroups | None:
    """Read the groups, drop whoever is in neither, and note which values stand for which."""
    groups = read_groups(rows, mapping)
    if groups is None:
        return None
    respondents.notes.append(groups.note)
    reason = f"no answer in column {quote(mapping.group)}, so neither of the two groups"
    respondents.drop(groups.unknown, reason)
    return groups


def _check_left(weights: FloatArray, problem: str, respondents: Respondents) -> None:
    if weights.sum() > 0:
        return
    why = "all its weights are 0" if weights.size else "no row is left for it"
    dropped = " ".join(note for note in respondents.notes if note.startswith("Dropped"))
    raise InputError(f"{problem}, because {why}. {dropped}".strip())


def _tables(
    values: FloatArray,
    weights: FloatArray,
    scale: AnswerScale,
    groups: SurveyGroups | None,
    respondents: Respondents,
) -> tuple[dict[str, tuple[float, ...]], float]:
    """Sum up trust for everybody and for each group, and the share of the less-heard."""
    everybody = {"table": trust_table(values[respondents.kept], weights[respondents.kept], scale)}
    if groups is None:
        return everybody, ASSUMED_SHARE_LESS_HEARD
    less, connected = respondents.kept & groups.less_heard, respondents.kept & ~groups.less_heard
    for name, members in (("less-heard", less), ("well-connected", connected)):
        _check_left(weights[members], f"the {name} group has nobody in it", respondents)
    by_group = {
        "less_heard": trust_table(values[less], weights[less], scale),
        "well_connected": trust_table(values[connected], weights[connected], scale),
    }
    heard_less, heard_more = float(weights[less].sum()), float(weights[connected].sum())
    return everybody | by_group, heard_less / (heard_less + heard_more)


def _used_notes(kept: Flags, groups: SurveyGroups | None) -> list[str]:
    used = int(kept.sum())
    notes = [f"Used {used:,} of {count(len(kept), 'row')}."]
    smallest, where = used, "was left"
    if groups is None:
        notes.append(
            f"Assumed: {ASSUMED_SHARE_LESS_HEARD:.0%} of people are less heard, as no group column"
            " was named (--group and --less-heard name one)."
        )
    else:
        less = int((kept & groups.less_heard).sum())
        smallest, where = min(less, used - less), "is in the smaller group"
        notes.append(f"Of these, {less:,} are less heard and {used - less:,} well-connected.")
    if smallest < FEW_PEOPLE:
        notes.append(
            f"No more than {count(smallest, 'answer')} {where}: take the shares as a rough guide."
        )
    return notes
