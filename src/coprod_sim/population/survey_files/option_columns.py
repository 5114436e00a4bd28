"""Gathers a question that has one column an option into one column of answers."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from coprod_sim.population.survey_files.survey_table import as_text

NOT_CHOSEN = frozenset(["", "0", "no", "false", "not selected", "unchecked"])
CHOSEN = frozenset(["1", "yes", "true", "selected", "checked", "x"])


def gathered(
    frame: pd.DataFrame, blocks: Mapping[str, tuple[list[str], list[str]]]
) -> pd.DataFrame:
    """Put one column in place of the columns of each question where people chose one option at most.

    Args:
        frame: the rows of a survey.
        blocks: by question, the names of its columns and the options they stand for.

    Returns:
        The rows, with questions of one answer gathered; where several were chosen nothing changes.
    """
    for question, (columns, options) in blocks.items():
        chosen = _chosen(frame[columns])
        if chosen is None:
            continue
        answers = np.array([*options, ""], dtype=object)
        place = np.where(chosen.any(axis=1), chosen.argmax(axis=1), len(options))
        at = list(frame.columns).index(columns[0])
        frame = frame.drop(columns=columns)
        frame.insert(at, _free(question, frame.columns), pd.Series(answers[place], frame.index))
    return frame


def _chosen(cells: pd.DataFrame) -> np.ndarray | None:
    """Say which options were chosen, a flag for each cell; nothing where somebody chose several."""
    texts = np.stack([cells[name].map(as_text).to_numpy(dtype=object) for name in cells], axis=1)
    filled = texts != ""
    if (filled.sum(axis=1) <= 1).all():
        return filled
    plain = np.char.lower(texts.astype(str))
    chosen = np.isin(plain, list(CHOSEN))
    known = chosen | np.isin(plain, list(NOT_CHOSEN))
    return chosen if known.all() and (chosen.sum(axis=1) <= 1).all() else None


def _free(name: str, taken: Sequence[str] | pd.Index) -> str:
    return name if name not in taken else f"{name} (one answer)"
