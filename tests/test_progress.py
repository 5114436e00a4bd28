"""What a learner did is never lost: not by a crash, not by a second tab, not by another version."""

import json
import os
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from coprod_sim.apps.learner.learner_state import Learner
from coprod_sim.errors import InputError
from coprod_sim.learning.artefact import artefact_of, artefacts
from coprod_sim.learning.check_result import Status
from coprod_sim.learning.own_case.worksheet import (
    Action,
    Entry,
    Note,
    OwnCase,
    Promise,
    Rater,
    Round,
)
from coprod_sim.learning.place_said import place_said
from coprod_sim.learning.progress import (
    ProgressStore,
    ledger_entries,
    progress_file,
    record_prediction,
)
from coprod_sim.learning.progress.brought_together import ANOTHER, texts_in
from coprod_sim.learning.progress.progress_record import FORMAT, read
from coprod_sim.learning.writing_places import JOURNAL, titles, writing_places
from coprod_sim.words import ENGLISH, words_in

ENDLESS = """
import sys
from pathlib import Path
from coprod_sim.learning.progress import ProgressStore
store = ProgressStore(Path(sys.argv[1]))
print("ready", flush=True)
for k in range(10**9):
    store.put(f"exercise/{k % 50}/answer", {"text": "x" * 20_000, "k": k})
"""
FORTY = """
import sys
from pathlib import Path
from coprod_sim.learning.progress import ProgressStore
store = ProgressStore(Path(sys.argv[1]))
for k in range(40):
    store.put(f"{sys.argv[2]}/{k}", k)
"""


def writer(code: str, *words: str) -> subprocess.Popen:
    command = [sys.executable, "-c", code, *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_what_was_kept_is_there_again_after_a_restart(tmp_path):
    file = tmp_path / "p.json"
    ProgressStore(file).put("exercise/1_1/answer", {"price": "helps"})
    again = ProgressStore(file)
    assert again.get("exercise/1_1/answer") == {"price": "helps"}
    assert again.problem == ""
    assert list(tmp_path.glob("*.part")) == []


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights otherwise")
def test_what_was_kept_is_its_owners_alone_also_where_others_could_read_it_before(tmp_path):
    file = tmp_path / "p.json"
    file.write_bytes(ProgressStore(file).export())
    file.chmod(0o644)
    ProgressStore(file).put("exercise/1_1/answer", {"price": "helps"})
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.slow
def test_a_process_killed_in_the_middle_of_saving_leaves_a_whole_file(tmp_path):
    file = tmp_path / "p.json"
    seen = []
    for pause in (0.0, 0.013):
        process = writer(ENDLESS, str(file))
        assert process.stdout is not None
        process.stdout.readline()
        while not file.exists():
            assert process.poll() is None
        time.sleep(pause + 0.3)
        process.kill()
        process.wait()
        process.stdout.close()
        record = read(file.read_bytes(), file.name)
        answers = [i.value for name, i in record.items.items() if name != "after"]
        seen.append(max(answer["k"] for answer in answers))
        store = ProgressStore(file)  # the dead process's lock has fallen
        store.put("after", pause)
        assert store.problem == ""
        assert ProgressStore(file).get("after") == pause
    assert max(seen) > 3


@pytest.mark.slow
def test_two_pages_writing_at_once_lose_nothing(tmp_path):
    file = tmp_path / "p.json"
    both = [writer(FORTY, str(file), name) for name in ("left", "right")]
    for process in both:
        process.communicate(timeout=120)
        assert process.returncode == 0
    kept = ProgressStore(file)
    assert len(kept.names("left/")) == len(kept.names("right/")) == 40


def test_of_two_tabs_the_last_to_write_an_item_wins_and_each_sees_the_others_work(tmp_path):
    file = tmp_path / "p.json"
    one, other = ProgressStore(file), ProgressStore(file)
    one.put("place", "first")
    other.put("place", "second")
    one.put("because", "mine")
    assert one.get("place") == "second"
    assert ProgressStore(file).get("place") == "second"
    assert ProgressStore(file).get("because") == "mine"


def test_an_older_file_is_brought_up_to_date(tmp_path):
    file = tmp_path / "p.json"
    file.write_text(json.dumps({"format": 1, "items": {"exercise/1_1/state": "yes"}}))
    store = ProgressStore(file)
    assert store.get("exercise/1_1/state") == "yes"
    store.put("more", 1)
    stored = json.loads(file.read_text())
    assert stored["format"] == FORMAT
    assert stored["items"]["exercise/1_1/state"]["value"] == "yes"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (json.dumps({"format": FORMAT + 1, "items": {}}), "newer version"),
        ('{"format": 2, "items": {"a"', "damaged"),
        ("[1, 2]", "not a progress file"),
        (json.dumps({"format": 2, "items": {"a": 7}}), "items"),
    ],
)
def test_a_file_we_cannot_read_gets_a_sentence_and_is_left_as_it_is(tmp_path, content, words):
    file = tmp_path / "p.json"
    file.write_text(content)
    store = ProgressStore(file)
    assert words in store.problem
    assert "left as it is" in store.problem
    store.put("a", "b")
    store.forget_all()
    assert file.read_text() == content
    assert store.get("a") is None
    store.put("a", "b")
    assert b'"b"' in store.export()  # what is done meanwhile can be downloaded


def test_a_newer_file_that_turns_up_while_working_is_not_written_over(tmp_path):
    file = tmp_path / "p.json"
    store = ProgressStore(file)
    store.put("a", 1)
    newer = json.dumps({"format": FORMAT + 1, "items": {}})
    file.write_text(newer)
    store.put("b", 2)
    assert "newer version" in store.problem
    assert file.read_text() == newer
    assert store.get("b") == 2


def read_only(tmp_path: Path) -> Path:
    """Give a folder nobody can write to; root may write anywhere but into the system's own tables."""
    if os.geteuid() == 0:
        return Path("/proc")
    tmp_path.chmod(0o500)
    return tmp_path


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder that is read-only for root too")
def test_in_a_read_only_folder_work_is_kept_in_memory_and_it_says_so(tmp_path):
    told: list[str] = []
    store = ProgressStore(read_only(tmp_path) / "p.json")
    store.on_problem = told.append
    store.put("exercise/1_1/answer", 3)
    assert "cannot be written to" in store.problem
    assert told == [store.problem]
    assert store.get("exercise/1_1/answer") == 3
    download = store.export()
    elsewhere = ProgressStore(tmp_path.parent / f"{tmp_path.name}.json")
    elsewhere.take_in(download, "progress.json", place_said)
    assert elsewhere.get("exercise/1_1/answer") == 3


def brought(tmp_path: Path, mine: dict, theirs: dict) -> tuple[ProgressStore, int]:
    """Keep something elsewhere first, then something here, and bring the file from elsewhere."""
    stores = [ProgressStore(tmp_path / f"{name}.json") for name in ("elsewhere", "here")]
    for store, kept in zip(stores, (theirs, mine), strict=True):
        for name, value in kept.items():
            store.put(name, value)
    return stores[1], stores[1].take_in(stores[0].export(), "elsewhere.json", place_said)


def test_a_reason_that_was_written_elsewhere_fills_the_empty_one_of_a_later_bet(tmp_path):
    bet = {"answer": {"choice": "down"}, "sure": 60, "seed": 7, "because": ""}
    theirs = {"lesson/1_awareness/predict": bet | {"seed": 3, "because": "asdf"}}
    store, others = brought(tmp_path, {"lesson/1_awareness/predict": bet}, theirs)
    assert store.get("lesson/1_awareness/predict") == bet | {"because": "asdf"}
    assert others == 0
    assert ProgressStore(store.path).get("lesson/1_awareness/predict")["because"] == "asdf"


def test_of_two_texts_for_one_place_the_earlier_goes_into_the_journal(tmp_path):
    place = "artefact/1_awareness"
    mine = {place: {"boxes": {"why": "It costs too much."}, "mine": {"open": "2"}}}
    theirs = {place: {"boxes": {"why": "It is old.\nIt leaks.", "who": "The cabinet."}, "said": ""}}
    store, others = brought(tmp_path, mine, theirs)
    assert store.get(place)["boxes"] == {"why": "It costs too much.", "who": "The cabinet."}
    assert others == 1
    (other,) = store.names("journal/")
    assert store.get(other)["text"] == "It is old.\nIt leaks."
    assert "elsewhere.json" in store.get(other)["prompt"]
    assert (
        store.take_in(
            ProgressStore(tmp_path / "elsewhere.json").export(), "elsewhere.json", place_said
        )
        == 0
    )


def test_the_note_over_an_earlier_text_names_the_lesson_and_the_box_as_pages_do(tmp_path):
    made, titled = artefact_of("1_awareness"), titles()
    box, asked = made.boxes[0], "Where do you see this?"
    because = next(p for p in writing_places(words_in(ENGLISH)) if p.path == ("because",))
    names = {
        made.key: ({"boxes": {box.id: "One."}}, {"boxes": {box.id: "Two."}}),
        because.name: ({"because": "One."}, {"because": "Two."}),
        "journal/3_expectations/place": tuple(
            {"prompt": asked, "text": k} for k in ("One.", "Two.")
        ),
        "own_case/promise": ({"we": "One."}, {"we": "Two."}),
    }
    mine, theirs = ({name: pair[k] for name, pair in names.items()} for k in (0, 1))
    store, others = brought(tmp_path, mine, theirs)
    assert others == 4
    said = {name.removeprefix(ANOTHER): store.get(name)["prompt"] for name in store.names(ANOTHER)}
    places = {name: line.partition("Its place: ")[2] for name, line in said.items()}
    assert places == {
        made.key: f"{titled['1_awareness']}: {box.label}",
        because.name: f"{because.title}: {because.asked}",
        "journal/3_expectations/place": f"{titled['3_expectations']}: {asked}",
        "own_case/promise": titled["9_my_own_case"],
    }


def test_what_was_deleted_here_comes_back_from_a_file_in_which_it_is_written(tmp_path):
    kept = {"journal/1_awareness/place": {"prompt": "Where?", "text": "In the valley."}}
    store, _ = brought(tmp_path, dict.fromkeys(kept), kept)
    assert store.get("journal/1_awareness/place")["text"] == "In the valley."


def test_a_page_may_empty_its_own_text_and_two_pages_still_follow_the_last_hand(tmp_path):
    one, other = (ProgressStore(tmp_path / "p.json") for _ in "12")
    one.put("journal/x", {"text": "A first thought."})
    other.put("journal/x", {"text": ""})
    one.put("more", 1)
    assert one.get("journal/x") == {"text": ""}


def test_every_place_in_which_one_can_write_is_known_where_records_come_together():
    for place in writing_places(words_in(ENGLISH)):
        if place.says:
            continue  # chosen, not written
        value: Any = "Mine."
        for step in reversed(place.path):
            value = {step: value}
        assert list(texts_in(place.name, value)) == [place.path]
    for one in artefacts():
        work = {"boxes": {b.id: "Mine." for b in one.boxes}, "said": "Theirs.", "mine": {"a": "2"}}
        assert len(texts_in(one.key, work)) == len(one.boxes) + 1
    own = OwnCase(
        case={"title": "Pool", "what": "Close it?", "draft": "badly"}, promise=Promise(we="Tell you."),
        note=Note(likely="It may."), journal=(Entry(text="A day."),), actions=(Action(what="Ask."),),
        rounds=(Round(raters=(Rater(label="staff 1", because="I know."),)),),
    ).to_dict()  # fmt: skip
    found = [text for k, v in own.items() for text in texts_in(f"own_case/{k}", v).values() if text]
    assert sorted(found) == [
        "A day.",
        "Ask.",
        "Close it?",
        "I know.",
        "It may.",
        "Pool",
        "Tell you.",
    ]
    assert ANOTHER.startswith(JOURNAL)


def test_delete_takes_everything_off_the_disk(tmp_path):
    file = tmp_path / "p.json"
    store = ProgressStore(file)
    store.put("a", 1)
    store.forget_all()
    assert not file.exists()
    assert store.names() == []


def test_a_foreign_file_handed_in_is_refused_and_changes_nothing(tmp_path):
    store = ProgressStore(tmp_path / "p.json")
    store.put("a", 1)
    with pytest.raises(InputError, match="photo"):
        store.take_in(b"\x89PNG", "photo.png", place_said)
    assert store.names() == ["a"]


def test_progress_lies_next_to_the_work_whichever_notebook_asks(tmp_path, monkeypatch):
    monkeypatch.delenv("COPROD_PROGRESS", raising=False)
    for folder in ("notebooks/apps", "exercises/1_1_x"):
        (tmp_path / folder).mkdir(parents=True)
        monkeypatch.chdir(tmp_path / folder)
        assert progress_file() == tmp_path / "coprod_progress.json"


def test_progress_does_not_lie_in_a_folder_that_is_handed_in(tmp_path, monkeypatch):
    mine = of_a_student(tmp_path, monkeypatch)
    assert progress_file() == tmp_path / "home" / ".coprod_sim" / "coprod_progress.json"
    assert stat.S_IMODE(progress_file().parent.stat().st_mode) == 0o700
    Learner().keep("a", 1)
    assert [file.name for file in mine.iterdir()] == ["exercise.ipynb"]


def test_what_lay_beside_a_notebook_is_taken_over_and_nothing_is_lost(tmp_path, monkeypatch):
    mine = of_a_student(tmp_path, monkeypatch)
    ProgressStore(mine / "coprod_progress.json").put("exercise/2_2", {"because": "It is mine."})
    ProgressStore(progress_file()).put("exercise/1_1", {"tries": 2})
    learner = Learner()
    assert learner.store.names() == ["exercise/1_1", "exercise/2_2"]
    assert [file.name for file in mine.iterdir()] == ["exercise.ipynb"]
    assert "It is mine." in progress_file().read_text()


@pytest.mark.parametrize("held", ["a photo", '{"format": 99, "items": {}}'])
def test_a_file_beside_a_notebook_that_cannot_be_read_stays(tmp_path, monkeypatch, held):
    mine = of_a_student(tmp_path, monkeypatch)
    (mine / "coprod_progress.json").write_text(held)
    assert "coprod_progress.json" in Learner().problem
    assert (mine / "coprod_progress.json").read_text() == held


def test_a_teacher_takes_over_nothing_from_what_was_handed_in(tmp_path, monkeypatch):
    mine = of_a_student(tmp_path, monkeypatch, "submitted/anna/2_2")
    ProgressStore(mine / "coprod_progress.json").put("exercise/2_2", {"because": "It is mine."})
    assert Learner().store.names() == []
    assert (mine / "coprod_progress.json").is_file()


def of_a_student(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str = "2_2") -> Path:
    """Stand in the folder of an assignment, with a home of one's own and no kit around it."""
    mine, home = tmp_path / folder, tmp_path / "home"
    mine.mkdir(parents=True)
    home.mkdir()
    (mine / "exercise.ipynb").write_text("{}")
    monkeypatch.delenv("COPROD_PROGRESS", raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.chdir(mine)
    return mine


def test_a_bet_stays_as_it_was_first_made(tmp_path):
    store = ProgressStore(tmp_path / "p.json")
    record_prediction(store, "lesson/1", "How much?", 90.0, Status.NOT_YET, 0.5)
    record_prediction(store, "lesson/1", "How much?", 100.0, Status.YES, 0.5)
    assert [(b.sure, b.right) for b in ledger_entries(store)] == [(90.0, False)]
