"""A criterion of what a learner makes is not there while the box it speaks of is empty, and it says so."""

import pytest
from test_artefacts import written
from widget_tree import form_with, texts

from coprod_sim.apps.learner import open_lesson
from coprod_sim.errors import InputError
from coprod_sim.learning import portfolio
from coprod_sim.learning.artefact import Artefact, artefact_of, artefacts, made
from coprod_sim.learning.artefact_standing import standing_said
from coprod_sim.learning.progress import ProgressStore
from coprod_sim.library_files import check
from coprod_sim.words import words_in

T = words_in("en")
EMPTY = '" does not count while this box is empty'
pytestmark = pytest.mark.usefixtures("progress_file")


def says_so(form, text: str) -> list[str]:
    """List the fields at which a sentence stands."""
    return [name for name, field in form.fields.items() if text in field.help]


@pytest.mark.parametrize("who", ["mine", "peer"])
@pytest.mark.parametrize("typed", ["", "asdf", "??? ... !!!"])
def test_there_is_refused_at_its_own_criterion_while_its_box_is_empty(who, typed):
    shown, one = written("1_awareness")
    form_with(shown, "unknown").answer("unknown", typed)
    marks = form_with(shown, f"{who}:unknown")
    marks.answer(f"{who}:ways", "2")
    assert says_so(marks, EMPTY) == [], (
        "the ways are written, and another box is no matter of theirs"
    )
    assert says_so(marks, "What does nobody know yet?") == []
    marks.answer(f"{who}:unknown", "2")
    assert says_so(marks, f"{EMPTY}, or nearly so: What does nobody know yet?") == [
        f"{who}:unknown"
    ]
    assert marks.values[f"{who}:unknown"] is None
    assert made(ProgressStore(), one)[who] == {"ways": "2"}
    marks.answer(f"{who}:unknown", "1")
    assert says_so(marks, f'"Partly{EMPTY}') == [f"{who}:unknown"], "of nothing no part is there"
    assert made(ProgressStore(), one)[who] == {"ways": "2"}
    marks.answer(f"{who}:unknown", "0")
    assert made(ProgressStore(), one)[who] == {"ways": "2", "unknown": "0"}
    assert says_so(marks, EMPTY) == []


def test_a_mark_lapses_while_its_box_is_emptied_and_comes_back_with_its_words():
    shown, one = written("1_awareness")
    marks = form_with(shown, "mine:unknown")
    marks.answer("mine:unknown", "2")
    form_with(shown, "unknown").answer("unknown", "")
    assert marks.values["mine:unknown"] is None
    assert says_so(marks, EMPTY) == ["mine:unknown"]
    name = next(c.name for c in one.criteria if c.id == "unknown")
    assert f"{name}\n  You: not marked\n" in portfolio.plain(ProgressStore(), T)
    form_with(shown, "unknown").answer("unknown", "How many would come on other days.")
    assert marks.values["mine:unknown"] == "2"
    assert f"{name}\n  You: There\n" in portfolio.plain(ProgressStore(), T)


def test_two_lists_are_not_there_while_one_is_empty_and_one_of_two_places_is_enough_for_a_replay():
    shown, _ = written("3_expectations")
    form_with(shown, "open").answer("open", "")
    form_with(shown, "mine:lists").answer("mine:lists", "2")
    assert form_with(shown, "mine:lists").values["mine:lists"] is None
    form_with(shown, "mine:lists").answer("mine:lists", "1")
    assert form_with(shown, "mine:lists").values["mine:lists"] == "1", "one list of two is a part"
    room, _ = written("4_performance")
    form_with(room, "replay").answer("replay", "")
    form_with(room, "mine:differ").answer("mine:differ", "2")
    assert form_with(room, "mine:differ").values["mine:differ"] == "2"


def test_what_sends_the_work_back_is_said_at_the_criterion_that_must_be_there():
    shown, one = written("2_buy_in")
    marks = form_with(shown, "mine:given")
    for criterion in one.criteria:  # the one that must be there comes first
        marks.answer(f"mine:{criterion.id}", "1" if criterion.must else "2")
    assert says_so(marks, "Not ready yet") == ["mine:given"]
    assert "the part that must be there is missing" in texts(shown)


def test_marks_far_apart_are_said_where_they_lie_and_never_to_the_peer():
    shown, _ = written("1_awareness")
    own, peer = form_with(shown, "mine:ways"), form_with(shown, "peer:ways")
    own.answer("mine:losers", "2")
    peer.answer("peer:losers", "0")
    own.answer("mine:ways", "1")
    assert says_so(own, "far apart") == ["mine:losers"]
    assert says_so(peer, "far apart") == []


def test_every_criterion_names_boxes_there_are_and_the_file_says_which_it_does_not_find():
    good = artefact_of("1_awareness").model_dump(mode="json")
    for one in artefacts():
        for criterion in one.criteria:
            assert {*criterion.boxes} <= {b.id for b in one.boxes}
    first, *others = good["criteria"]
    with pytest.raises(
        InputError, match=r"ways speaks of a box way, .* the boxes are why_now, ways"
    ):
        check(
            Artefact, good | {"criteria": [first | {"boxes": ["way"]}, *others]}, "artefacts.toml"
        )
    with pytest.raises(InputError, match="boxes"):
        check(Artefact, good | {"criteria": [first | {"boxes": []}, *others]}, "artefacts.toml")


def test_who_comes_back_finds_the_same_marks_and_the_same_sentence():
    shown, _ = written("1_awareness")
    form_with(shown, "mine:unknown").answer("mine:unknown", "2")
    form_with(shown, "unknown").answer("unknown", "")
    again = form_with(open_lesson("1_awareness").at_your_place(), "mine:unknown")
    assert again.values["mine:unknown"] is None
    assert says_so(again, EMPTY) == ["mine:unknown"]


def test_what_is_marked_as_not_there_is_named_but_no_peer_is_told_of_the_makers_marks():
    one = next(a for a in artefacts() if a.lesson == "2_buy_in")
    full = {b.id: "What we know of it so far" for b in one.boxes}
    marks = {"given": "2", "room": "2", "map": "0", "doubt": "2", "stop": "2"}
    work = {"boxes": full, "mine": marks, "peer": {}, "said": ""}
    assert standing_said(one, work, T) == (
        "Marked, and the part that must be there is there. "
        "You can use it, but this is not there yet, or only partly: "
        "Everybody who can stop it is on the map, with who spoke to them and when."
    )
    plain = "Marked, and the part that must be there is there. You can use it."
    assert standing_said(one, work, T, "peer") == plain
    assert standing_said(one, work | {"mine": dict.fromkeys(marks, "2")}, T) == plain
