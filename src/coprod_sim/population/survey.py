"""Turns a survey file into the trust of a population: who was asked, kept, dropped and why."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from coprod_sim.errors import InputError
from coprod_sim.population.answer_scales import (
    AnswerScale,
    FloatArray,
    share_trusting,
    trust_table,
)
from coprod_sim.population.answer_words import is_usual, plain
from coprod_sim.population.columns import cautions, find_trust
from coprod_sim.population.counted_answers import Flags
from coprod_sim.population.fair_counting import (
    FEW_ANSWERS,
    LEAST_GROUP,
    LONGEST_QUESTION,
    people_behind,
    totals_by_weight,
)
from coprod_sim.population.few_gave import few_gave, groups_kept
from coprod_sim.population.mean_trust import mean_said
from coprod_sim.population.quoting import count, file_name, listing, quote
from coprod_sim.population.reading import Reading, build_reading, load_reading
from coprod_sim.population.reading_numbers import is_number
from coprod_sim.population.repeated_rows import repeated_rows
from coprod_sim.population.respondents import Respondents
from coprod_sim.population.said_otherwise import CHECK
from coprod_sim.population.scale_notes import scale_notes
from coprod_sim.population.survey_files import (
    SurveyTable,
    Tell,
    open_survey,
    survey_table,
    tell_nobody,
)
from coprod_sim.population.survey_groups import (
    SurveyGroups,
    doubts_about_weights,
    read_groups,
    read_weights,
)
from coprod_sim.population.survey_population import (
    SurveyPopulation,
    load_population,
    write_population,
)
from coprod_sim.population.taken_answers import (
    SeveralReadingsError,
    TakenAnswer,
    TakenAnswers,
    take_answers,
)
from coprod_sim.population.who_counts import (
    WhoCountsError,
    leave_out_rows,
    open_still,
    unweighted_note,
)
from coprod_sim.taking import fitting

__all__ = [
    "Reading",
    "SeveralReadingsError",
    "SurveyPopulation",
    "SurveyTable",
    "TakenAnswer",
    "TakenAnswers",
    "WhoCountsError",
    "build_reading",
    "load_population",
    "load_reading",
    "open_survey",
    "population_from",
    "read_survey",
    "survey_table",
    "take_answers",
    "write_population",
]

NO_GROUPS = "everybody's trust is taken for both groups, and the case says how many are less heard."


def _a_file(path: str | Path) -> Path:
    """Give a path.

    Raises:
        InputError: For what is none; of a table in memory it says how that becomes a file.
    """
    if hasattr(path, "to_csv"):
        raise InputError(
            "read_survey reads a file, not a table: table.to_csv('answers.csv', index=False) makes one, then "
            "read_survey('answers.csv')"
        )
    return Path(fitting(_a_file, {"path": path})["path"])


def read_survey(
    path: str | Path, reading: Reading | Mapping[str, Any] | None = None, tell: Tell = tell_nobody
) -> SurveyPopulation:
    """Read individual answers from a survey file and sum them up as trust on the steps 0 to 10.

    How an answer scale becomes eleven steps: the scale is mapped in a straight line onto 0 to 1
    and step ``j`` covers ``[j/11, (j+1)/11]``. On a scale with ``K`` points, answer number ``k``
    counted from 0 covers ``[k/K, (k+1)/K]`` and is shared among the steps by overlap, so 0-10
    maps exactly onto itself. On 0-1 and on scales of more than 21 points an answer that lies the
    part ``v`` of the way up falls into step ``min(10, floor(v * 11))``.

    Nothing is guessed: what the file does not say about its answers must be said in the reading.

    Range: text with any separator and encoding, Excel, SPSS or Stata, at most 64 MiB.

    Args:
        path: the survey file, one row for each person below a row of column names.
        reading: what the columns hold, and how the answers about trust are meant; a table of the
            fields of `Reading` does as well.
        tell: what is told how far it has come.

    Returns:
        The trust found, the reading in full, and notes on how it was read.

    Raises:
        SeveralReadingsError: more than one reading fits; it holds the answers, counted.
        WhoCountsError: nobody has said whether rows not finished count, or whether to count by weights.
        InputError: the file, a column, the scale, the weights or the groups cannot be used.
    """
    path = _a_file(path)
    reading = reading if isinstance(reading, Reading) else build_reading(reading or {}, "reading")
    try:
        table = open_survey(path, reading, tell)
        return population_from(table, reading, path.name)
    except SeveralReadingsError as still:
        raise SeveralReadingsError(still.taken, file_name(path)) from None
    except WhoCountsError as still:
        raise WhoCountsError(still.unfinished, still.weights, file_name(path)) from None
    except InputError as problem:
        raise InputError(f"{file_name(path)}: {problem}") from None


def population_from(table: SurveyTable, reading: Reading, file: str) -> SurveyPopulation:
    """Sum up the answers of a survey that has been opened.

    Args:
        table: the survey.
        reading: what the columns hold, and how the answers about trust are meant.
        file: the name of the file, for what is said of it.

    Returns:
        The trust found, the reading in full, and notes on how it was read.

    Raises:
        SeveralReadingsError: more than one reading fits.
        WhoCountsError: nobody has said whether rows not finished count, or whether to count by weights.
        InputError: a column, the scale, the weights or the groups cannot be used.
    """
    column, found = find_trust(table, reading)
    taken = take_answers(table, reading)
    if taken.asks or taken.scale is None:
        raise SeveralReadingsError(taken)
    if (who := open_still(table, taken.reading)) is not None:
        raise who
    people = _asked(table, taken, column, [_read_note(table, file), found])
    values = _keep_answers(taken, people)
    weights = _weigh(table, taken.reading, people)
    groups = _group(table, reading, people)
    summed = _summed(values, weights, taken.scale, groups, people)
    return SurveyPopulation(
        name=reading.name or _name_from(Path(file)),
        **summed,
        question=_question(table, column),
        n_read=len(table.frame),
        n_used=int(people.kept.sum()),
        n_behind=people_behind(weights[people.kept]) if reading.weight else None,
        notes=tuple(people.notes),
        left_out=dict(people.left_out),
        reading=taken.reading,
    )


def _summed(
    values: FloatArray,
    weights: FloatArray,
    scale: AnswerScale,
    groups: SurveyGroups | None,
    people: Respondents,
) -> dict[str, Any]:
    """Sum up trust and shares, and drop at last whoever counts for nothing, so that nobody counts them."""
    _check_left(weights[people.kept], "the survey has nobody in it", people)
    _check_enough(weights[people.kept], people)
    tables, share = _tables(values, weights, scale, groups, people)
    people.drop(weights == 0, "a weight of 0, so the answer counts for nothing", "no_weight")
    kept = values[people.kept], weights[people.kept]
    people.notes += [mean_said(*kept, scale, tables["table"])]
    people.notes += few_gave(
        values, groups_kept(people.kept, groups if share is not None else None)
    )
    people.notes += _used_notes(people.kept, weights, groups, share)
    return {**tables, "share_less_heard": share, "share_trusting": share_trusting(*kept, scale)}


def _question(table: SurveyTable, column: str) -> str | None:
    """Give the words of the question where the file holds them beside the name of its column."""
    asked = " ".join(table.questions.get(column, "").split())
    return asked[:LONGEST_QUESTION] if asked and plain(asked) != plain(column) else None


def _asked(table: SurveyTable, taken: TakenAnswers, column: str, read: list[str]) -> Respondents:
    """Begin with everybody, and say what a reader should know of the file, its question and its scale."""
    notes = [
        *read,
        *cautions(table, column, taken.reading),
        *repeated_rows(table, column),
        *scale_notes(table, taken),
    ]
    people = Respondents(np.ones(len(table.frame), dtype=np.bool_), notes)
    leave_out_rows(table, taken.reading, people)
    return people


def _read_note(table: SurveyTable, file: str) -> str:
    size = f"{count(len(table.frame), 'row')} and {count(len(table.columns), 'column')}"
    return f"Read {size} from {quote(file)}{', ' if table.how else ''}{table.how}."


def _name_from(path: Path) -> str:
    stem = path.stem.encode("utf-8", "replace").decode("utf-8")
    return stem[:100] or "survey"


def _keep_answers(taken: TakenAnswers, people: Respondents) -> FloatArray:
    """Drop whoever gave no answer about trust; gives a place on the scale for each row."""
    values = taken.counted.of_rows(taken.values)
    blank = taken.counted.of_rows(np.array([not row.text for row in taken.rows], dtype=np.float64))
    people.drop(blank > 0, "no answer about trust", "no_answer")
    others = [row for row in taken.rows if row.taken == "none" and row.times and row.text]
    people.drop(
        np.isnan(values), f"an answer that means none ({_of_many(others, taken)})", "no_answer"
    )
    return values


def _of_many(rows: Sequence[TakenAnswer], taken: TakenAnswers) -> str:
    """List answers that mean none, but not what a few people may have written in words of their own."""
    said = {plain(name) for name in taken.reading.missing}
    own = [row for row in rows if row.times < LEAST_GROUP and not (
        row.words or is_number(row.text) or is_usual(row.text) or plain(row.text) in said)]  # fmt: skip
    parts = [listing([row.words or row.text for row in rows if row not in own])]
    parts += [f"{count(len(own), 'text')} of fewer than {LEAST_GROUP} people"] if own else []
    return " and ".join(filter(None, parts))


def _weigh(table: SurveyTable, reading: Reading, people: Respondents) -> FloatArray:
    """Read the weights, drop whoever has none, and note how people are counted."""
    weights = read_weights(table, reading.weight)
    if reading.weight is None:
        people.notes.append(unweighted_note(table, reading))
        return weights
    people.notes.append(f"People count by the weights in column {quote(reading.weight)}.")
    people.drop(np.isnan(weights), f"no weight in column {quote(reading.weight)}", "no_weight")
    totals = totals_by_weight(weights) & people.kept
    people.drop(
        totals,
        f"a weight that is the sum of others, as a row of totals has ({_rows(table, totals)})",
        "totals",
    )
    people.notes += doubts_about_weights(table, str(reading.weight), weights[people.kept])
    return weights


def _rows(table: SurveyTable, which: Flags) -> str:
    rows = list(table.frame.index[which])
    listed = ", ".join(f"{row:,}" for row in rows[:5])
    return f"row {listed}" + (f" and {len(rows) - 5:,} more" if len(rows) > 5 else "")


def _group(table: SurveyTable, reading: Reading, people: Respondents) -> SurveyGroups | None:
    """Read the groups, drop whoever is in neither, and note which values stand for which."""
    groups = read_groups(table, reading)
    if groups is None:
        return None
    people.notes += [groups.note, groups.names]
    reason = f"no answer in column {quote(reading.group)}, so neither of the two groups"
    people.drop(groups.unknown, reason, "no_group")
    return groups


def _check_left(weights: FloatArray, problem: str, people: Respondents) -> None:
    if weights.sum() > 0:
        return
    why = "all its weights are 0" if weights.size else "no row is left for it"
    dropped = " ".join(note for note in people.notes if note.startswith("Dropped"))
    raise InputError(f"{problem}, because {why}. {dropped}".strip())


def _check_enough(weights: FloatArray, people: Respondents) -> None:
    """Refuse a survey of few people, as a group of few is: its exact shares would tell their answers.

    Raises:
        InputError: fewer than `LEAST_GROUP` people stand behind the answers.
    """
    behind = people_behind(weights)
    if behind >= LEAST_GROUP:
        return
    few = f"only {count(len(weights), 'answer')} can be used"
    if behind < len(weights):
        few += f", and by their weights they tell no more than {behind:,} that weigh the same"
    dropped = " ".join(note for note in people.notes if note.startswith("Dropped"))
    raise InputError(
        f"{few}; at least {LEAST_GROUP} are needed, so that nobody's own answer can be read off the"
        f" shares, and as fewer say nothing of a public. {dropped}".strip()
    )


def _tables(
    values: FloatArray,
    weights: FloatArray,
    scale: AnswerScale,
    groups: SurveyGroups | None,
    people: Respondents,
) -> tuple[dict[str, tuple[float, ...]], float | None]:
    """Sum up trust for everybody and for each group, and the share of the less-heard."""
    everybody = {"table": trust_table(values[people.kept], weights[people.kept], scale)}
    if groups is None:
        return everybody, None
    less, connected = people.kept & groups.less_heard, people.kept & ~groups.less_heard
    for name, members in (("less-heard", less), ("well-connected", connected)):
        _check_left(weights[members], f"the {name} group has nobody in it", people)
    if any(people_behind(weights[members]) < LEAST_GROUP for members in (less, connected)):
        return everybody, None
    by_group = {
        "less_heard": trust_table(values[less], weights[less], scale),
        "well_connected": trust_table(values[connected], weights[connected], scale),
    }
    heard_less, heard_more = float(weights[less].sum()), float(weights[connected].sum())
    return everybody | by_group, heard_less / (heard_less + heard_more)


def _used_notes(
    kept: Flags, weights: FloatArray, groups: SurveyGroups | None, share: float | None
) -> list[str]:
    """Say how many answers were used, in which groups, and whether they are enough to go by."""
    used = int(kept.sum())
    notes = [f"Used {used:,} of {count(len(kept), 'row')}."]
    if groups is None or share is None:
        notes.append(f"{_why_no_groups(kept, weights, groups)}: {NO_GROUPS}")
        return [*notes, *_few(weights[kept], "survey")]
    less, more = kept & groups.less_heard, kept & ~groups.less_heard
    notes.append(f"Of these, {less.sum():,} are less heard and {more.sum():,} well-connected.")
    smaller = min((weights[less], weights[more]), key=people_behind)
    return [
        *notes,
        *(f"{CHECK} {few[0].lower()}{few[1:]}" for few in _few(smaller, "smaller group")),
    ]


def _why_no_groups(kept: Flags, weights: FloatArray, groups: SurveyGroups | None) -> str:
    if groups is None:
        return "No group column was named"
    behind = [people_behind(weights[kept & who]) for who in (groups.less_heard, ~groups.less_heard)]
    smaller = "less-heard" if behind[0] <= behind[1] else "well-connected"
    return (
        f"No groups are kept, as the {smaller} group has fewer than {LEAST_GROUP} people, or weights as if"
        " it had, so that their answers could be read off the totals"
    )


def _few(weights: FloatArray, where: str) -> list[str]:
    """Warn where few people stand behind the shares."""
    behind = people_behind(weights)
    if behind >= FEW_ANSWERS:
        return []
    tells = "rests on" if behind == len(weights) else "tells no more than equal weights would on"
    return [f"The {where} {tells} {count(behind, 'answer')}: take the shares as a rough guide."]
