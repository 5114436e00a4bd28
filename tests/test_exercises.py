"""Every exercise: right answers pass, each usual mistake hears its own words, and files stay sound."""

import json
import re
import shutil
import tomllib
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from coprod_sim.cli import main
from coprod_sim.errors import InputError
from coprod_sim.learning.answer_key import key_faults, load_answer_key
from coprod_sim.learning.check_result import Status
from coprod_sim.learning.checking import check_answer
from coprod_sim.learning.exercise import (
    PACKED,
    STEPS,
    exercise_folders,
    find_exercise,
    load_exercise,
)
from coprod_sim.learning.kinds import kind_names
from coprod_sim.learning.ranked import agreement
from coprod_sim.learning.readouts import Readout, value
from coprod_sim.learning.release import made_files, release, same
from coprod_sim.learning.runs import Run, fresh_seed, play

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = exercise_folders(ROOT / "exercises")
each_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)


@pytest.mark.slow
@each_folder
def test_right_answers_pass_and_each_mistake_hears_its_own_words(folder):
    exercise = load_exercise(folder)
    assert key_faults(exercise, fresh_seed()) == []


@each_folder
def test_mistakes_are_told_apart(folder):
    answers = load_answer_key(folder)
    said = [one.says for one in (*answers.mistake, *answers.bet)]
    assert len(said) == len(set(said)) >= 2


@each_folder
def test_no_answer_at_all_is_not_a_mistake(folder):
    outcome = check_answer(load_exercise(folder), {}, 1)
    assert outcome.status is Status.NOT_TRIED
    assert outcome.text


@each_folder
def test_a_trainer_finds_notes_with_wrong_answers_and_a_question_to_talk_about(folder):
    notes = (folder / "trainer" / "notes.md").read_text(encoding="utf-8").lower()
    for words in ("wrong answers", "talk question", "minutes", "watch"):
        assert words in notes, words


def test_there_are_exercises_for_every_step_and_of_every_kind():
    found = [load_exercise(folder) for folder in FOLDERS]
    steps = Counter(one.step for one in found)
    assert len(found) >= 24
    assert all(steps[step] >= 3 for step in STEPS)
    assert {one.kind for one in found} == set(kind_names())
    assert all(len(one.task.split()) <= 80 for one in found)


def test_every_kind_can_be_checked_and_shown():
    for name in kind_names():
        kind = import_module(f"coprod_sim.learning.kinds.{name}")
        assert callable(kind.check)
        assert callable(import_module(f"coprod_sim.apps.learner.kinds.{name}").panel)


@pytest.fixture
def copied(tmp_path) -> Path:
    return Path(shutil.copytree(FOLDERS[0], tmp_path / FOLDERS[0].name))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('kind = "sort"', 'kind = "sorting"', "did you mean 'sort'"),
        ('step = "awareness"', 'step = "awarness"', "did you mean 'awareness'"),
        ("minutes = 10", "minutes = 600", "at most 60"),
        ("[sort]", "[predict]", "does not belong here"),
        ('bin = "helps"', 'bin = "help"', "did you mean 'helps'"),
        ('title = "Which', 'titel = "Which', "did you mean 'title'"),
    ],
)
def test_a_fault_in_a_file_gets_a_sentence(copied, capsys, old, new, words):
    file = copied / "exercise.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert main(["exercises", "check", str(copied)]) == 2
    said = capsys.readouterr().err
    assert words in said
    assert f"{copied.name}/exercise.toml" in said


def test_a_right_answer_that_fails_is_reported(copied, capsys):
    file = copied / "trainer" / "answers.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('costs = "helps"', 'costs = "sells"', 1), encoding="utf-8")
    assert main(["exercises", "check", str(copied)]) == 2
    assert "right answer 1 does not pass" in capsys.readouterr().err


def test_an_unknown_exercise_is_named_with_its_nearest():
    with pytest.raises(InputError, match="did you mean '1_1'"):
        find_exercise("1_1x")


def test_the_learners_copy_has_no_answers_lying_open_and_still_works(tmp_path, monkeypatch):
    assert main(["exercises", "release", str(tmp_path / "copy")]) == 0
    place = tmp_path / "copy" / "exercises"
    files = [p for p in place.rglob("*") if p.is_file()]
    assert {p.parent.parent for p in files} == {place}, "no trainer's folders"
    assert {p.name for p in files} >= {"exercise.ipynb", PACKED}
    for path in files:
        text = path.read_text(encoding="utf-8")
        for secret in ("BEGIN SOLUTION", "right_answer", "HIDDEN", "if_wrong", "[[right]]"):
            assert secret not in text, (path, secret)
    monkeypatch.chdir(place / FOLDERS[0].name)
    copy = find_exercise("1_1")
    assert copy.folder.is_relative_to(tmp_path)
    right = load_answer_key(FOLDERS[0]).right[0].answer
    assert check_answer(copy, right).status is Status.YES
    (copy.folder / PACKED).write_text("not packed")
    with pytest.raises(InputError, match="damaged"):
        load_exercise(copy.folder)
    with pytest.raises(InputError, match="not empty"):
        release(tmp_path / "copy")


@pytest.mark.slow
def test_everything_made_from_other_files_is_in_step():
    stale = [
        path.relative_to(ROOT).as_posix()
        for path, text in made_files().items()
        if not path.is_file() or not same(path.read_text(encoding="utf-8"), text, path)
    ]
    assert stale == [], "run: coprod-sim exercises build"


def test_a_changed_example_is_noticed():
    path, text = next((p, t) for p, t in made_files_quick().items())
    assert same(path.read_text(encoding="utf-8"), text, path)
    assert not same(path.read_text(encoding="utf-8"), text.replace("leaflet", "poster"), path)


def made_files_quick() -> dict[Path, str]:
    from coprod_sim.learning.notebooks import (  # noqa: PLC0415
        exercise_notebook,
        learners_notebook,
    )

    one = load_exercise(FOLDERS[0])
    return {one.folder / "exercise.ipynb": learners_notebook(exercise_notebook(one))}


def test_the_graded_cells_carry_what_nbgrader_needs():
    assert len(FOLDERS) >= 24
    for folder in FOLDERS:
        cells = json.loads((folder / "exercise.ipynb").read_text(encoding="utf-8"))["cells"]
        marks = [c["metadata"]["nbgrader"] for c in cells if "nbgrader" in c["metadata"]]
        one = load_exercise(folder)
        checked = [] if one.kind == "write" else ["solution", "grade"]
        lines = {"write": "parts", "own": "rubric"}.get(one.kind)
        fields = ["task"] * len(getattr(one.detail, lines)) if lines else []
        assert [of_cell(m) for m in marks] == [*checked, *fields, "by hand"]
        assert {m["schema_version"] for m in marks} == {3}
        assert len({m["grade_id"] for m in marks}) == len(marks)


def of_cell(marks: dict) -> str:
    if marks["solution"] and marks["grade"]:
        return "by hand"
    return next(name for name in ("task", "solution", "grade") if marks[name])


def test_a_text_is_marked_criterion_by_criterion_and_a_case_question_by_question():
    for name, points in (("1_3", [*[2] * 7, 1]), ("c_1", [2, *[3] * 6, 1])):
        path = find_exercise(name).folder / "exercise.ipynb"
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        marks = [c["metadata"].get("nbgrader", {}) for c in cells]
        assert [m["points"] for m in marks if "points" in m] == points


def test_a_marked_notebook_holds_the_notes_a_text_was_written_from():
    path = find_exercise("1_3").folder / "exercise.ipynb"
    said = [
        "".join(c["source"])
        for c in json.loads(path.read_text("utf-8"))["cells"]
        if c["cell_type"] == "markdown"
    ]
    assert sum("Saves £19,000. Hits 60 pupils" in text for text in said) == 1


GIVES_AWAY = {
    "1_2": r"wider gap|gap .*(wider|grow)",
    "2_2": r"gap that is larger",
    "3_2": r"gap between hope",
    "5_1": r"silence|little next time",
    "6_5": r"(loses|Ben) more|moves Ben",
}
"""What a worked twin once said of what comes out of the bet that follows it."""


@pytest.mark.parametrize("name", list(GIVES_AWAY))
def test_a_worked_twin_shows_how_to_think_and_not_what_comes_out(name):
    one = find_exercise(name)
    assert not re.search(GIVES_AWAY[name], one.example)
    right = [o.text for q in (one.detail, one.detail.see) if q for o in q.options]
    assert not [text for text in right if text.lower() in one.example.lower()]


BETS = [f for f in FOLDERS if find_exercise(f.name[:3]).kind in ("predict", "calibrate")]
"""Exercises that ask for a bet before the model is run."""


@pytest.mark.parametrize("folder", BETS, ids=lambda f: f.name)
def test_no_hint_of_a_bet_holds_a_number_of_the_run_it_bets_on(folder):
    """Hints cost nothing and can be opened before the bet is placed."""
    hints = tomllib.loads((folder / "exercise.toml").read_text("utf-8"))["hints"]
    assert not [hint for hint in hints if "{{" in hint]


PAIR = Run(engagements=("tickbox", "co_production"), runs=16)


def test_what_is_read_off_is_what_the_comparison_says():
    from coprod_sim.results import compare  # noqa: PLC0415

    found = compare("reference", ["tickbox", "co_production"], runs=16, draws=0, seed=7)
    played = play(PAIR, 7)
    for measure in ("trust", "acceptance", "quality"):
        mine = value(Readout(measure=measure), played)
        theirs = found.value("co_production", measure)["mean"] * 100
        assert mine == pytest.approx(theirs)
    gap = value(Readout(rule="gap", measure="trust"), played)
    assert gap == pytest.approx(found.value("co_production", "gap_trust")["mean"] * 100)
    apart = value(Readout(rule="difference", measure="trust"), played)
    values = [found.value(w, "trust")["mean"] for w in ("co_production", "tickbox")]
    assert apart == pytest.approx((values[0] - values[1]) * 100)


def test_a_series_begins_with_what_came_before_and_counts_from_there():
    run = Run.model_validate(
        {
            "settings": {"decisions.count": 6.0},
            "runs": 16,
            "variants": [
                {"name": "plain", "engagement": "co_production"},
                {"name": "late", "engagement": "co_production", "before": ["tickbox", "tickbox"]},
            ],
        }
    )
    played = play(run, 3)
    early = Readout(measure="trust", decision=2)
    assert value(early, played, "late") < value(early, played, "plain")
    never = Readout(rule="first_time", measure="trust", mark=99.0)
    assert value(never, played, "plain") == 7
    assert value(never, played, "late") == 5


def test_rank_agreement_is_spearmans():
    assert agreement("abcd", "abcd") == 1
    assert agreement("dcba", "abcd") == -1
    assert agreement("bacd", "abcd") == pytest.approx(0.8)
