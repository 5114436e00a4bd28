"""Gathers a question that has one column an option into one column of answers."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from coprod_sim.population.answer_words import TICKED_TWICE
from coprod_sim.population.survey_files.survey_table import as_text

BY_MISTAKE = 0.05
"""Where no more than this part of those who answered ticked several options, only one was asked for."""
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
        The rows, with questions of one answer gathered; where several were often chosen nothing changes.
    """
    for question, (columns, options) in blocks.items():
        chosen = _chosen(frame[columns])
        if chosen is None:
            continue
        answers = np.array([*options, "", TICKED_TWICE], dtype=object)
        place = np.where(chosen.any(axis=1), chosen.argmax(axis=1), len(options))
        place[chosen.sum(axis=1) > 1] = len(options) + 1
        at = list(frame.columns).index(columns[0])
        frame = frame.drop(columns=columns)
        frame.insert(at, _free(question, frame.columns), pd.Series(answers[place], frame.index))
    return frame


def _chosen(cells: pd.DataFrame) -> np.ndarray | None:
    """Say which options were chosen, a flag for each cell; nothing where several people chose several."""
    texts = np.stack([cells[name].map(as_text).to_numpy(dtype=object) for name in cells], axis=1)
    filled = texts != ""
    if _one_each(filled):
        return filled
    plain = np.char.lower(texts.astype(str))
    chosen = np.isin(plain, list(CHOSEN))
    known = chosen | np.isin(plain, list(NOT_CHOSEN))
    return chosen if known.all() and _one_each(chosen) else None


def _one_each(chosen: np.ndarray) -> bool:
    """Say whether people could choose one option: hardly anybody chose more, by mistake."""
    each = chosen.sum(axis=1)
    return bool((each > 1).sum() <= BY_MISTAKE * (each > 0).sum())


def _free(name: str, taken: Sequence[str] | pd.Index) -> str:
    return name if name not in taken else f"{name} (one answer)"
