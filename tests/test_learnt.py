"""Questions come back until they are known; a trainer can show what was learnt, but not by whom."""

import json

import pytest
from widget_tree import form_with, forms, texts

from coprod_sim.apps.learner import open_lesson, start
from coprod_sim.cli import main
from coprod_sim.errors import InputError
from coprod_sim.learning.learnt import (
    Learnt,
    form_at,
    hand_in,
    items,
    pooled,
    right_in,
    to_hand_out,
)
from coprod_sim.learning.lesson import load_lesson
from coprod_sim.learning.progress import ProgressStore
from coprod_sim.learning.recall import returning

pytestmark = pytest.mark.usefixtures("progress_file")


def answer_recall(lesson: str, place: int, *, right: bool):
    """Answer one of a lesson's own questions, as a learner would."""
    shown = open_lesson(lesson).recall()
    question = load_lesson(lesson).recall[place]
    wrong = next(k for k in range(len(question.options)) if k != question.right)
    own = list(forms(shown))[place]
    own.answer("answer", str(question.right if right else wrong))
    return own


def back(lesson: str) -> list[str]:
    return [b.question.question for b in returning(ProgressStore(), lesson)]


def test_a_question_that_was_missed_comes_back_in_the_next_lesson_and_no_other_does():
    answer_recall("1_awareness", 0, right=False)
    answer_recall("1_awareness", 1, right=True)
    missed = load_lesson("1_awareness").recall[0].question
    assert back("2_buy_in") == [missed]
    shown = open_lesson("2_buy_in").recall()
    assert "From earlier lessons, once more" in texts(shown)
    assert len(list(forms(shown))) == len(load_lesson("2_buy_in").recall) + 1
    assert back("1_awareness") == [], "not in the lesson in which it was asked"


def test_a_second_try_in_the_same_lesson_does_not_count_as_knowing_it():
    own = answer_recall("1_awareness", 0, right=False)
    own.answer("answer", str(load_lesson("1_awareness").recall[0].right))
    assert len(back("2_buy_in")) == 1


def test_what_is_right_when_it_comes_back_is_done_with_and_what_is_missed_again_returns():
    for place in (0, 1):
        answer_recall("1_awareness", place, right=False)
    again = list(forms(open_lesson("2_buy_in").recall()))[-2:]
    first, second = load_lesson("1_awareness").recall[:2]
    again[0].answer("answer", str(first.right))
    again[1].answer("answer", str((second.right + 1) % len(second.options)))
    assert back("3_expectations") == [second.question]
    assert len(back("2_buy_in")) == 2, "they stay where they were asked again"


def test_at_most_three_come_back_at_once():
    for lesson in ("1_awareness", "2_buy_in"):
        for place in range(len(load_lesson(lesson).recall)):
            answer_recall(lesson, place, right=False)
    assert len(back("3_expectations")) == 3


def test_going_through_a_lesson_is_not_told_as_knowing_it():
    for place in range(len(load_lesson("1_awareness").recall)):
        answer_recall("1_awareness", place, right=False)
    said = texts(open_lesson("1_awareness").start())
    assert "You have been through 1 of" in said
    assert "right at the first try: 0 of 3" in said


# The short test.


def test_the_two_forms_ask_about_the_same_six_things_in_other_words():
    first, second = items("first"), items("second")
    assert [i.about for i in first] == [i.about for i in second]
    assert len({i.question for i in (*first, *second)}) == 12
    assert {i.right for i in (*first, *second)} == {0, 1, 2}


def test_a_learner_takes_both_parts_and_hears_nothing_in_between():
    shown = start()
    form_with(shown, "before").click("before")
    asked = items(form_at(ProgressStore(), "before"))
    form = form_with(shown, "hand_in")
    for item in asked:
        form.answer(item.id, "unknown")
    form.click("hand_in")
    said = texts(shown)
    assert "The first part is handed in" in said
    assert "Right before" not in said
    assert not any(item.options[item.right] in said for item in asked)
    form_with(shown, "after").click("after")
    other = items(form_at(ProgressStore(), "after"))
    assert {i.id for i in other}.isdisjoint(i.id for i in asked)
    form = form_with(shown, "hand_in")
    for item in other:
        form.answer(item.id, str(item.right))
    form.click("hand_in")
    assert "Right before: 0 of 6. Right after: 6 of 6." in texts(shown)


def test_a_part_with_a_question_left_out_is_not_handed_in():
    store = ProgressStore()
    asked = items(form_at(store, "before"))
    with pytest.raises(InputError, match="Questions without an answer: 5"):
        hand_in(store, "before", {asked[0].id: "0"})


def test_what_is_handed_out_holds_two_numbers_and_no_trace_of_a_person():
    store = ProgressStore()
    for time in ("before", "after"):
        hand_in(store, time, {i.id: str(i.right) for i in items(form_at(store, time))})
    assert right_in(store, "before") == 6
    out = to_hand_out(store).model_dump()
    assert set(out) == {"format", "began_with", "before", "after", "of"}
    assert (out["before"], out["after"], out["of"]) == (6, 6, 6)


def people(*pairs: tuple[int, int]) -> list[Learnt]:
    return [
        Learnt(began_with="second" if k % 2 else "first", before=a, after=b, of=6)
        for k, (a, b) in enumerate(pairs)
    ]


def test_the_gain_of_five_people_has_the_range_of_the_book():
    found = pooled(people((2, 3), (3, 5), (1, 4), (2, 4), (3, 5)))
    assert (found.people, found.before, found.after, found.gain) == (5, 2.2, 4.2, 2.0)
    # t(0.975, 4) = 2.776, deviation 0.7071: 2.776 * 0.7071 / 2.2361 = 0.878
    assert (round(found.low, 3), round(found.high, 3)) == (1.122, 2.878)
    assert found.began == {"first": 3, "second": 2}


def test_four_people_are_not_pooled():
    with pytest.raises(InputError, match="so that nobody can be made out"):
        pooled(people((1, 2), (1, 2), (1, 2), (1, 2)))


def test_a_trainer_puts_a_folder_together_with_one_command(tmp_path, capsys):
    for k, person in enumerate(people((2, 3), (3, 5), (1, 4), (2, 4), (3, 5))):
        (tmp_path / f"{k}_learnt.json").write_text(person.model_dump_json())
    assert main(["exercises", "learnt", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "Gain of each person: +2.0 on average (95 % range: +1.1 to +2.9)." in said
    assert "no group that had no lessons" in said
    with pytest.raises(SystemExit):
        main(["exercises", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert "learnt: put together the results of five or more learners' short tests" in told
    (tmp_path / "x_learnt.json").write_text(json.dumps({"format": 1, "began_with": "frist"}))
    assert main(["exercises", "learnt", str(tmp_path)]) == 2
    assert "x_learnt.json" in capsys.readouterr().err
    assert main(["exercises", "learnt", str(tmp_path / "none")]) == 2
