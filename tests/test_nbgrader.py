"""A class goes through the real nbgrader in one go, from a plain install to the page a student gets back."""

import csv
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass

import pytest
from class_stage import (
    OLD,
    PAGE,
    Classroom,
    command,
    documented,
    handed_in,
    handed_over,
    installed,
    marked_by_hand,
    scores,
)

pytest.importorskip(
    "nbgrader", reason="nbgrader is not installed; it comes with the extra 'nbgrader'"
)
pytestmark = pytest.mark.slow
SORTED, TEXT = "1_1_which_leaflet", "2_3_the_honest_case"
ALL_RIGHT = {
    "thrilled": "sells", "costs": "helps", "survey": "sells", "unknown": "helps", "dropped": "helps",
    "saves": "sells", "buses": "helps", "modern": "sells", "experts": "sells", "decides": "helps",
}  # fmt: skip
TWO_OF_TEN_TURNED = ALL_RIGHT | {"survey": "helps", "saves": "helps"}
OWN = "The first line of our own notice sells."
LETTER = "Dear Jo, it takes 825 hours, and you give up the last word."
ANSWERS = {
    "cem": {"answer": f"answer = {TWO_OF_TEN_TURNED!r}", "reflection": OWN},
    "bob": {},
    "dee": {"answer": repr(ALL_RIGHT)},
    "fay": {"answer": "answer = about 20"},
}
"""What each puts into the cells: partly right, nothing, right but without "answer =", no answer at all."""
CRITERIA = {
    "2_3-criterion-1": (2.0, "You say what is gained."),
    "2_3-criterion-2": (1.0, "The hours are there; whose hours are they?"),
    "2_3-criterion-3": (0.0, "Nobody who loses is named."),
}
WELL_SEEN = "Well seen. Send me the new first line."


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A class that has come as far as a teacher's own marks, with what was seen on the way."""

    room: Classroom
    opened: str
    """What the first student's notebook showed before it was handed in."""
    told: str
    """What nbgrader said while it marked what honest learners handed in."""
    before: dict[tuple[str, str], tuple[float, float, int]]
    """Points, the most there are and what waits, before anybody marked by hand."""


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    return installed(tmp_path_factory.mktemp("of_a_teacher"))


@pytest.fixture(scope="module")
def marked(room: Classroom) -> Taken:
    """Take a class half through: hand out, work, collect, and let the program mark."""
    room.teacher(*command("release_assignment", SORTED))
    right = {"answer": f"answer = {ALL_RIGHT!r}", "reflection": OWN}
    opened = handed_in(room, "ann", SORTED, right)
    room.teacher(*command("collect", SORTED))
    for name, cells in ANSWERS.items():
        handed_over(room, name, SORTED, cells)
    handed_over(room, "ann", TEXT, {"answer": LETTER})
    told = "".join(room.teacher(*shlex.split(line)) for line in documented("db", "autograde"))
    room.teacher("autograde", TEXT)
    return Taken(room=room, opened=opened, told=told, before=scores(room))


@pytest.fixture(scope="module")
def taken(marked: Taken) -> Taken:
    """Take the class to its end: marks by hand, and everything given back."""
    room = marked.room
    marked_by_hand(room, "ann", SORTED, {"1_1-reflection": (1.0, WELL_SEEN)})
    marked_by_hand(room, "ann", TEXT, CRITERIA)
    for line in documented("generate_feedback", "export"):
        room.teacher(*shlex.split(line))
    room.teacher("generate_feedback", TEXT)
    given_back = command("release_feedback", SORTED)
    room.teacher(*given_back, "--student=ann")  # the others handed over a notebook
    room.run(room.learner("ann"), "nbgrader", *command("fetch_feedback", SORTED))
    return marked


def test_a_plain_install_writes_the_learners_copy_and_holds_no_answer_in_the_open(room: Classroom):
    said = room.run(room.place, "coprod_sim", "exercises", "release", "for_learners")
    assert "for_learners: 25 exercises" in said
    kit = room.place / "installed" / "coprod_sim" / "kit"
    for place in (kit, room.place / "for_learners"):
        assert not list(place.rglob("exercise.toml"))
        assert not list(place.rglob("trainer"))
        assert len(list(place.rglob("exercise.packed"))) == 25


def test_what_learners_get_holds_no_answer_and_no_way_to_one(room: Classroom):
    files = list((room.course / "release").rglob("*.ipynb"))
    assert len(files) == 25
    for path in files:
        text = path.read_text(encoding="utf-8")
        for secret in (
            "right_answer",
            "answer_key",
            "BEGIN SOLUTION",
            "HIDDEN",
            "A person reads this",
        ):
            assert secret not in text, (path, secret)
    released = (room.course / "release" / SORTED / "exercise.ipynb").read_text("utf-8")
    assert "answer = {}" in released
    assert "NotImplementedError" not in released
    rubric = (room.course / "release" / TEXT / "exercise.ipynb").read_text("utf-8")
    assert "A line that misses it" in rubric


def test_marking_by_hand_is_a_page_of_jupyterlab_and_no_command_of_its_own(room: Classroom):
    told = PAGE.read_text(encoding="utf-8")
    assert f"`nbgrader {OLD}` says it is no longer a command" in told
    assert "/formgrader" in told
    done = subprocess.run(
        [sys.executable, "-m", "jupyter", "server", "extension", "list"], cwd=room.course,
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert re.search(
        r"nbgrader.server_extensions.formgrader.*(enabled|OK)", done.stdout + done.stderr
    )


def test_a_student_cannot_ask_the_kit_for_the_right_answer():
    import coprod_sim.learning.answer_key as key  # noqa: PLC0415

    assert not hasattr(key, "right_answer")


def test_a_student_who_runs_the_notebook_is_told_that_it_can_be_read_and_no_points(marked: Taken):
    assert "Your answer can be read. It is marked when you have handed it in." in marked.opened
    assert "of 2 points" not in marked.opened
    assert "Traceback" not in marked.opened


def test_an_honest_notebook_sets_off_no_warning_of_nbgraders(marked: Taken):
    assert "has changed" not in marked.told


def test_points_are_given_part_by_part_and_a_text_waits_for_a_person(marked: Taken):
    before = marked.before
    points = {who: before[who, SORTED][0] for who in ("ann", *ANSWERS)}
    assert points == {"ann": 2.0, "cem": 1.2, "bob": 0.0, "dee": 0.0, "fay": 0.0}
    assert before["ann", SORTED][1] == 3.0
    assert before["ann", TEXT][:2] == (0.0, 13.0), "two for each of six criteria, and one"
    waiting = {who: found[2] for (who, name), found in before.items() if name == SORTED}
    assert waiting == {"ann": 1, "cem": 1, "bob": 0, "dee": 0, "fay": 0}, "what was reflected on"
    assert before["ann", TEXT][2] == 6, "each of its six criteria, and no field of no points"


def test_a_teachers_points_and_comments_come_back_to_the_student(taken: Taken):
    """The page that the student fetches holds the points by program, those by hand, and what was said."""
    after = scores(taken.room)
    assert after["ann", SORTED] == (3.0, 3.0, 0)
    assert after["ann", TEXT] == (3.0, 13.0, 3), "the three criteria nobody marked yet"
    with (taken.room.course / "grades.csv").open(encoding="utf-8") as file:
        rows = {(r["assignment"], r["student_id"]): float(r["score"]) for r in csv.DictReader(file)}
    assert rows[SORTED, "ann"] == 3.0
    assert rows[TEXT, "ann"] == 3.0
    (fetched,) = taken.room.learner("ann").rglob("*.html")
    page = fetched.read_text(encoding="utf-8")
    for said in ("2 of 2 points", WELL_SEEN, OWN, "Score: 3.0 / 3.0"):
        assert said in page, said
    letter = taken.room.page("ann", TEXT)
    for points, said in CRITERIA.values():
        assert said in letter
        assert f"Score: {points} / 2.0" in letter
    assert LETTER in letter


def test_an_empty_or_bare_hand_in_gets_words_and_no_traceback(taken: Taken):
    for who in ("bob", "dee", "fay"):
        page = taken.room.page(who, SORTED)
        assert "Traceback (most recent call last)" not in page or who == "fay"
        assert "Copy your answer from the exercise" in page
        assert ("No answer has been handed in" in page) == (who == "bob")


def test_feedback_tells_a_student_in_words_which_part_is_not_there_yet(taken: Taken):
    page = taken.room.page("cem", SORTED)
    assert "8 of 10 are where they belong" in page
    assert "Nine in ten people told us that they want better care." in page, "which card it is"
    assert "Your answer: Helps you judge" in page
    assert "Not there." in page
    assert "1.2 of 2 points" in page
    assert "application/vnd.jupyter.widget-view+json" not in page, "what needs a script stays blank"


def test_every_command_of_nbgraders_that_is_documented_was_run(taken: Taken):
    from nbgrader.api import Gradebook  # noqa: PLC0415

    alone = {"db", "autograde", "generate_feedback", "export"}
    exchange = {"release_assignment", "fetch_assignment", "submit", "collect"}
    back = {"release_feedback", "fetch_feedback"}
    assert {line.split()[0] for line in documented()} == alone | exchange | back
    assert len(documented()) >= 11
    with Gradebook(f"sqlite:///{taken.room.course / 'gradebook.db'}") as book:
        due = book.find_assignment(SORTED).duedate
        late = book.find_submission(SORTED, "ann").total_seconds_late
    assert due.isoformat().startswith("2030-03-31")
    assert late == 0
