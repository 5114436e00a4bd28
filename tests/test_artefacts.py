"""A learner makes something for their own decision in each lesson, has it marked, and takes it all home."""

import re

import pytest
from markupsafe import escape
from widget_tree import form_with, forms, texts

from coprod_sim.apps.learner import open_lesson
from coprod_sim.learning import portfolio
from coprod_sim.learning.artefact import (
    DECISION,
    artefact_of,
    artefacts,
    decision,
    made,
)
from coprod_sim.learning.artefact_standing import standing, thin
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.progress import ProgressStore
from coprod_sim.words import words_in

T = words_in("en")
POOL = "By 12 May the cabinet decides whether the pool shuts on two days; it touches 14 people."
pytestmark = pytest.mark.usefixtures("progress_file")


def test_eight_lessons_end_in_something_to_make_and_the_last_in_the_worksheet():
    assert [a.lesson for a in artefacts()] == lesson_names()[1:9]
    for one in artefacts():
        assert [c.must for c in one.criteria].count(True) == 1
        assert "Monday" in one.use
        for criterion in one.criteria:
            assert criterion.meets != criterion.misses


def test_the_decision_of_lesson_0_stands_in_every_later_lesson_and_can_be_changed_there():
    first = open_lesson("0_start_here")
    form_with(first.at_your_place(), "text").answer("text", POOL)
    for name in lesson_names()[1:]:
        assert POOL in texts(open_lesson(name).at_your_place()), name
    later = open_lesson("5_feedback").at_your_place()
    form_with(later, "decision").answer("decision", "We decide on buses by June.")
    assert "We decide on buses by June." in texts(later)
    assert decision(ProgressStore()) == "We decide on buses by June."


def test_who_has_named_no_decision_can_do_so_in_any_lesson():
    shown = open_lesson("3_expectations").at_your_place()
    assert "You have not named one yet" in texts(shown)
    form_with(shown, "decision").answer("decision", POOL)
    assert decision(ProgressStore()) == POOL


def written(lesson: str):
    """Fill every box of what is made in a lesson."""
    shown = open_lesson(lesson).at_your_place()
    one = artefact_of(lesson)
    for box in one.boxes:
        form_with(shown, box.id).answer(box.id, f"What I know of {box.id}.")
    return shown, one


def test_work_goes_back_while_the_part_that_must_be_there_is_not():
    shown, one = written("2_buy_in")
    assert "All boxes are filled" in texts(shown)
    marks = form_with(shown, "mine:given")
    for criterion in one.criteria:
        marks.answer(f"mine:{criterion.id}", "2")
    assert "You can use it" in texts(shown)
    marks.answer("mine:given", "1")
    assert "Not ready yet" in texts(shown)
    assert standing(one, made(ProgressStore(), one)) == "back"


def test_a_peer_has_the_last_say_and_a_wide_gap_is_to_be_talked_about():
    shown, one = written("1_awareness")
    own, marks = form_with(shown, "mine:ways"), form_with(shown, "peer:ways")
    for criterion in one.criteria:
        own.answer(f"mine:{criterion.id}", "2")
        marks.answer(f"peer:{criterion.id}", "1")
    assert "Not ready yet" in texts(shown)
    assert "are far apart" not in texts(shown)
    marks.answer("peer:losers", "0")
    assert "Talk before you change anything: Who loses is named, as people." in texts(shown)
    # it would tell the peer how the maker has marked
    assert "are far apart" not in str(marks.parts)


def in_sight(widget) -> list:
    """List what is on the screen of a part, without what is hidden."""
    layout = getattr(widget, "layout", None)
    if layout is not None and layout.display == "none":
        return []
    return [widget, *(one for child in getattr(widget, "children", ()) for one in in_sight(child))]


@pytest.mark.parametrize("lesson", ["1_awareness", "4_performance"])
def test_somebody_else_who_marks_sees_no_box_that_stays_with_its_writer(lesson):
    shown, one = written(lesson)
    private = [box.id for box in one.boxes if box.record]
    assert private
    assert form_with(shown, f"peer:{one.criteria[0].id}") not in in_sight(shown)
    turn = form_with(shown, "turn")
    turn.click("turn")
    there = in_sight(shown)
    assert form_with(shown, f"peer:{one.criteria[0].id}") in there
    for name in (
        "decision",
        "text",
        "page",
        one.boxes[0].id,
        private[0],
        f"mine:{one.criteria[0].id}",
        "this",
    ):
        assert form_with(shown, name) not in there, name
    said = " ".join(str(getattr(widget, "value", "")) for widget in there)
    for box in one.boxes:
        assert (f"What I know of {box.id}." in said) is not box.record, box.id
    turn.click("turn")
    assert form_with(shown, private[0]) in in_sight(shown)
    assert form_with(shown, f"peer:{one.criteria[0].id}") not in in_sight(shown)


def test_a_lesson_counts_as_brought_home_when_its_boxes_are_filled():
    lesson = open_lesson("4_performance")
    assert "place" not in done(lesson)
    written("4_performance")
    assert "place" in done(open_lesson("4_performance"))


@pytest.mark.parametrize("one", artefacts(), ids=lambda one: one.lesson)
def test_what_is_made_is_compared_with_a_good_answer_and_a_weaker_one_once_it_is_written(one):
    good, weaker = one.answers
    shown = open_lesson(one.lesson).at_your_place()
    assert escape(good.says) not in texts(shown), "nothing to copy from before one has written"
    written(one.lesson)
    shown = open_lesson(one.lesson).at_your_place()
    for answer in (good, weaker):
        assert escape(answer.says) in texts(shown)
        assert all(escape(text) in texts(shown) for text in answer.boxes.values())
        assert thin(one, {"boxes": answer.boxes}) == [], "long enough, as one asks of learners"
    must = next(c.id for c in one.criteria if c.must)
    assert must in good.meets
    assert len(weaker.meets) < len(good.meets) == len(one.criteria)
    long, short = (len(" ".join(answer.boxes.values())) for answer in (good, weaker))
    assert short > 0.4 * long, "weaker, and not empty"


@pytest.mark.parametrize("text", [" ", "asdf", "x y", "??? ... !!!", "a b c d e"])
def test_boxes_with_next_to_nothing_in_them_count_for_nothing_and_are_named(text):
    shown, one = written("4_performance")
    form_with(shown, "run").answer("run", text)
    assert "place" not in done(open_lesson("4_performance"))
    label = next(b.label for b in one.boxes if b.id == "run")
    assert f"still empty, or nearly so: {label}" in texts(shown)


@pytest.mark.parametrize(
    "text", ["14 December, from Aisha", "12/05/2026", "Dee, Raj", "By 9 June."]
)
def test_a_day_and_a_name_are_enough_for_a_box(text):
    shown, _ = written("5_feedback")
    form_with(shown, "next").answer("next", text)
    assert "place" in done(open_lesson("5_feedback"))
    assert "All boxes are filled" in texts(shown)


@pytest.mark.parametrize(
    ("text", "counts"), [("asdf", False), ("??? ... !!!", False), (POOL, True)]
)
def test_a_note_without_words_does_not_end_a_lesson(text, counts):
    shown = open_lesson("0_start_here")
    form_with(shown.at_your_place(), "text").answer("text", text)
    assert ("place" in done(shown)) is counts
    assert T("learner-journal-short") not in texts(shown.at_your_place()), (
        "told where it is written"
    )


def test_how_far_it_is_stands_beside_the_mark_that_was_given():
    shown, one = written("2_buy_in")
    marks = form_with(shown, "mine:given")
    for criterion in one.criteria:
        marks.answer(f"mine:{criterion.id}", "2")
        told = [
            f.id
            for f in fields_of(marks)
            if "All boxes are filled" in f.help or "You can use it" in f.help
        ]
        assert told == [f"mine:{criterion.id}"]


def fields_of(form):
    return form.fields.values()


def done(page) -> list[str]:
    from coprod_sim.learning.lesson_progress import done_parts  # noqa: PLC0415

    return done_parts(page.lesson, page.learner.store)


def test_what_was_written_before_in_one_box_is_still_there():
    store = ProgressStore()
    store.put("journal/1_awareness/place", {"prompt": "Who?", "text": "The bus drivers."})
    shown = open_lesson("1_awareness").at_your_place()
    assert form_with(shown, "text").values["text"] == "The bus drivers."
    assert "The bus drivers." in portfolio.plain(store, T)


@pytest.mark.parametrize("name", lesson_names())
def test_what_a_lesson_asks_one_to_write_has_a_box_of_its_own_that_leaves_the_decision_alone(name):
    store = ProgressStore()
    store.put("journal/0_start_here/place", {"prompt": "Which?", "text": POOL})
    form = form_with(open_lesson(name).at_your_place(), "text")
    assert form.fields["text"].label == load_lesson(name).place.prompt
    form.answer("text", "Two bus drivers and a nurse.")
    kept = ProgressStore().get(f"journal/{name}/place")
    assert kept["text"] == "Two bus drivers and a nurse."
    assert (decision(ProgressStore()) == POOL) is (name != lesson_names()[0])


def test_everything_written_is_on_the_page_in_full_and_escaped():
    shown, one = written("5_feedback")
    long = "We asked <b>all</b> & wrote to 23. " * 560
    assert 19_000 < len(long) < 20_000
    form_with(shown, "ideas").answer("ideas", long)
    store = ProgressStore()
    store.put("exercise/2_3", {"answer": {"text": "Dear Jo, it takes 825 hours."}})
    store.put("lesson/1_awareness/predict", {"because": "They hear and cannot act."})
    page, plain = portfolio.page(store, T), portfolio.plain(store, T)
    assert page.count("We asked &lt;b&gt;all&lt;/b&gt; &amp; wrote to 23.") == 560
    assert "<b>all" not in page
    assert plain.count("We asked <b>all</b> & wrote to 23.") == 560
    for text in ("Dear Jo, it takes 825 hours.", "They hear and cannot act.", one.title):
        assert text in page
        assert text in plain or text.upper() in plain
    assert "<script" not in page


def test_the_page_is_handed_out_from_the_lesson_where_the_hand_is(monkeypatch):
    from coprod_sim.apps.controls import Shell  # noqa: PLC0415

    handed = []
    monkeypatch.setattr(Shell, "hand_out", lambda _self, *file: handed.append(file))
    shown, _one = written("1_awareness")
    buttons = next(f for f in forms(shown) if "page" in f.fields)
    buttons.click("page")
    buttons.click("text")
    assert [(name, kind) for name, _data, kind in handed] == [
        ("my_work.html", "text/html"), ("my_work.txt", "text/plain"),
    ]  # fmt: skip
    assert b"What I know of losers." in handed[0][1]


def test_the_page_for_other_people_holds_what_was_made_and_nothing_private(monkeypatch):
    from coprod_sim.apps.controls import Shell  # noqa: PLC0415

    handed = []
    monkeypatch.setattr(Shell, "hand_out", lambda _self, *file: handed.append(file))
    ProgressStore().put("lesson/1_awareness/predict", {"because": "I trust nobody here."})
    ProgressStore().put(DECISION, {"prompt": "Which?", "text": POOL})
    shown, one = written("1_awareness")
    form_with(shown, "mine:ways").answer("mine:ways", "1")
    form_with(shown, "said").answer("said", "Too long.")
    form_with(shown, "this").click("this")
    ((name, data, kind),) = handed
    page = data.decode()
    assert (name, kind) == ("the_open_page.html", "text/html")
    for box in one.boxes:
        assert (f"What I know of {box.id}." in page) is not box.record, box.id
    assert f"<p>The decision: {POOL}</p>" in page
    private = (
        "I trust nobody here.",
        "Too long.",
        "Partly",
        "Not ready",
        "All boxes",
        *(c.name for c in one.criteria),
    )
    for text in private:
        assert text not in page, text
    assert "Whom did you read it to" in form_with(shown, "this").fields["how"].label


def test_in_plain_text_every_mark_says_whose_it_is():
    shown, one = written("1_awareness")
    form_with(shown, "mine:ways").answer("mine:ways", "2")
    form_with(shown, "peer:ways").answer("peer:ways", "0")
    name = next(c.name for c in one.criteria if c.id == "ways")
    assert f"{name}\n  You: There\n  Somebody else: Not there\n" in portfolio.plain(
        ProgressStore(), T
    )


def test_a_box_that_stays_with_its_writer_says_so():
    for one in artefacts():
        shown = open_lesson(one.lesson).at_your_place()
        for box in one.boxes:
            said = form_with(shown, box.id).fields[box.id].help
            assert ("This stays with you" in said) is box.record, box.id


@pytest.mark.parametrize("one", artefacts(), ids=lambda one: one.lesson)
def test_every_page_to_give_away_has_its_own_file_and_says_when_nothing_is_written(one):
    page = portfolio.handed(ProgressStore(), one, T)
    assert f"<h1>{one.title}</h1>" in page
    assert T("learner-made-empty") in page
    assert [a.file for a in artefacts()].count(one.file) == 1


def test_a_working_agreement_that_all_sign_has_places_to_sign_and_shows_what_is_left_open():
    one = artefact_of("3_expectations")
    store = ProgressStore()
    store.put(one.key, {"boxes": {"word": "The cabinet decides on 12 May."}})
    page = portfolio.handed(store, one, T)
    assert "<h2>What is open</h2><p>(not filled in)</p>" in page
    assert page.count("(not filled in)") == 5
    assert "(nothing yet)" not in page
    assert page.index("<h2>Signed by</h2>") > page.index("The cabinet decides on 12 May.")
    for head in ("Name", "For (organisation, group or myself)", "Date", "Signature"):
        assert f'<th scope="col">{head}</th>' in page
    assert page.count('<th scope="row"></th>') == 4
    signed = [a.lesson for a in artefacts() if "Signed by" in portfolio.handed(store, a, T)]
    assert signed == ["2_buy_in", "3_expectations"]


def test_a_page_for_others_has_headings_and_no_questions_of_a_form():
    store = ProgressStore()
    for one in artefacts():
        heads = re.findall(r"<h2>(.*?)</h2>", portfolio.handed(store, one, T))
        noted = one.lesson in ("2_buy_in", "5_feedback")
        assert len(heads) == sum(not b.record for b in one.boxes) + one.signed + noted
        assert not [head for head in heads if "?" in head or "One line each" in head], one.title
    agreement = portfolio.handed(store, artefact_of("3_expectations"), T)
    assert "<h2>Who has the last word, and what happens if we differ</h2>" in agreement
    assert "<h2>What those invited added or changed in this text</h2>" in agreement
