"""What a page says to an answer follows from the models that are not ruled out: yes, open, or not yet."""

import re

import pytest
from counted_apart import every_question, in_100, order_held

from coprod_sim.learning.check_result import Status
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.learning.grading import true_order
from coprod_sim.learning.items import RankedItem, RunQuestion
from coprod_sim.learning.kinds.predict import answer_told, check, judge, rightly_read, solved_said
from coprod_sim.learning.lesson import load_lesson
from coprod_sim.learning.model_counts import IN_ORDER, SEED, Counted
from coprod_sim.learning.readouts import Readout
from coprod_sim.learning.runs import Run, play
from coprod_sim.learning.verdicts import OUT_OF_ORDER, state_of, verdicts
from coprod_sim.words import words_in

T = words_in("en")
each_question = pytest.mark.parametrize(
    ("name", "question", "run"), [pytest.param(*one, id=one[0]) for one in every_question()]
)
CALLS_IT_WRONG = re.compile(
    r"^(No\b|Not\b|Look again|It is (more|less)|A little more|More than that)"
)
CALLS_IT_RIGHT = re.compile(r"^(Yes|That is right)")


def near(share: int, said: str, what: str) -> bool:
    """Look for a count in what is said; one model may lie just on the end of a band."""
    (told,) = re.findall(rf"(\d+)(?: of 100)? {re.escape(what)}", said)
    return abs(int(told) - share) <= 1


def one_way(question, shares: dict[str, int]) -> set[str]:
    """Give the answers that lie on one side of nothing, where 80 models or more give one of them."""
    if max(shares.values()) >= 80 or not question.read.apart:
        return set()
    more = {o.id for o in question.options if o.low > 0}
    less = {o.id for o in question.options if o.high < 0}
    return next((side for side in (more, less) if sum(shares[k] for k in side) >= 80), set())


@pytest.mark.slow
@each_question
def test_the_verdict_on_every_answer_follows_from_the_models_that_are_not_ruled_out(
    name, question, run
):
    played = play(run, SEED)
    if question.order:
        same = order_held(question, played)
        assert same >= 80, f"{name}: this order is held in {same} of 100 models only"
        right = true_order(question, played)
        assert judge(question, right, played, T)[0] is Status.YES
        assert judge(question, right[::-1], played, T)[0] is Status.NOT_YET
        return
    shares = in_100(question, played)
    most = max(shares.values())
    for option in question.options:
        state, said = judge(question, option.id, played, T)
        mine = shares[option.id]
        if most >= 80:
            assert state is (Status.YES if mine >= 80 else Status.NOT_YET), (name, option.id, mine)
            assert near(mine, said, f'give the answer "{option.text}"'), (name, option.id, mine)
        else:
            way = one_way(question, shares)
            against = bool(way) and option.id not in way
            wanted = Status.NOT_YET if mine < 5 or against else Status.OPEN
            assert state is wanted, (name, option.id, mine)
            assert ("so the question is open" in said) is (wanted is Status.OPEN and not way)
            assert ("only the size is open" in said or "the size is open" in said) is bool(way)
            for other in question.options:
                assert near(shares[other.id], said, f'give "{other.text}"'), (name, other.id)


@each_question
def test_no_words_call_right_or_wrong_what_the_verdict_leaves_open(name, question, run):
    if question.order:
        return
    for option in question.options:
        state = verdicts(question, run, T)[option.id].state
        if state is Status.OPEN:
            assert not CALLS_IT_RIGHT.match(option.feedback), (name, option.feedback)
            assert not CALLS_IT_WRONG.match(option.feedback), (name, option.feedback)
        if state is Status.NOT_YET:
            assert not CALLS_IT_RIGHT.match(option.feedback), (name, option.feedback)
        if state is Status.YES:
            assert not CALLS_IT_WRONG.match(option.feedback), (name, option.feedback)


NOT_SO = 'In this run: not so. Its numbers show "A little lower (1 to 4 points)".'


def test_the_reading_of_57_models_is_no_more_wrong_than_that_of_23_and_both_are_told_so():
    item = load_lesson("3_expectations").predict
    played = play(item.run, SEED)
    for reading, share in (("near", 57), ("little", 23), ("higher", 15), ("lower", 5)):
        state, said = judge(item.see, reading, played, T)
        text = next(o.text for o in item.see.options if o.id == reading)
        assert state is Status.OPEN
        shown = reading == "little"
        assert rightly_read(item.see, reading, played) is shown
        assert said.startswith("In this run the numbers show this." if shown else NOT_SO)
        assert f'{share} give "{text}"' in said
    assert answer_told(item.see, played, T).startswith(
        "The question is open. The answer that more models give than any other is "
        '"About the same (less than 1 point apart)".'
    )
    assert solved_said(item.see, played, T).startswith("The question is open.")


@pytest.mark.parametrize(
    ("shares", "verdict"),
    [
        ((80, 20, 0), "yes not_yet not_yet"),
        ((79, 21, 0), "open open not_yet"),
        ((50, 46, 4), "open open not_yet"),
        ((40, 35, 25), "open open open"),
    ],
)
def test_from_80_models_in_100_a_question_is_settled_and_below_5_nobody_defends_an_answer(
    shares, verdict
):
    counted = dict(zip("abc", shares, strict=True))
    assert [state_of(counted, k) for k in "abc"] == verdict.split()


def small_order() -> tuple[RunQuestion, Run]:
    """Ask for an order of two ways in a small town, which nobody has counted beforehand."""
    small = {"people.citizens": 120, "decisions.count": 1}
    run = Run(engagements=("tickbox", "co_production"), runs=8, settings=small)
    order = tuple(RankedItem(id=name, text=name) for name in run.names)
    return RunQuestion(question="?", read=Readout(rule="order", measure="trust"), order=order), run


def test_what_was_never_counted_is_counted_when_it_is_asked():
    question, run = small_order()
    found = verdicts(question, run, T)
    assert found[IN_ORDER].state is Status.YES
    assert "of 100 give the order of this run" in found[IN_ORDER].said


def test_an_order_that_many_models_turn_round_is_open_whoever_gives_it(monkeypatch):
    question, run = small_order()
    counted = Counted(value=0, low=0, high=0, answer=IN_ORDER, models=100, held={IN_ORDER: 61})
    monkeypatch.setattr("coprod_sim.learning.verdicts.look_up", lambda _asked: counted)
    played = play(run, SEED)
    for given in (true_order(question, played), true_order(question, played)[::-1]):
        state, said = judge(question, given, played, T)
        assert state is Status.OPEN
        assert "61 of 100 give the order of this run" in said
    assert verdicts(question, run, T)[OUT_OF_ORDER].state is Status.OPEN


@pytest.mark.parametrize(("name", "question"), [one[:2] for one in every_question()])
def test_question_answers_and_verdict_count_in_one_unit(name, question):
    answers_said = " ".join(o.text for o in question.options)
    asked = f"{question.question} {answers_said}"
    assert not re.search(r"in 1,?000|per ?cent|in a thousand", asked), name
    if question.told_in == "in 100":
        assert not re.search(r"\bpoints?\b", asked), name
    if question.told_in == "points":
        assert not re.search(r"(more|fewer|many) in 100\b|in 100 people", asked), name


def test_a_verdict_names_the_unit_in_which_turn_out_was_asked_for():
    item = find_exercise("5_1").detail
    played = play(item.run.but(runs=8), SEED)
    for question in (item, item.see):
        assert "in 100 people" in " ".join(o.text for o in question.options)
        _, said = judge(question, question.options[0].id, played, T)
        assert re.search(r"before rounding, was \S+ \(\S+ to \S+\) in 100\. ", said), said


def lesson_4_bet():
    return load_lesson("4_performance").predict


def test_94_of_100_models_that_say_more_lose_are_not_called_of_two_minds():
    item = lesson_4_bet()
    found = verdicts(item, item.run, T)
    assert found["many"].head == "size"
    assert T("learner-bet-size") == "The direction of your bet is settled, the size is open"
    assert found["many"].said.endswith(
        "So most of them (94, and we call a direction settled from 80 on) agree on this direction;"
        " the size is open."
    )
    for other_way in ("same", "fewer"):
        assert found[other_way].state is Status.NOT_YET
        assert "agree on another direction than this" in found[other_way].said


def test_an_answer_that_no_model_gives_is_not_told_that_its_question_is_open():
    question = lesson_4_bet().see
    higher = verdicts(question, lesson_4_bet().run, T)["higher"]
    assert (higher.state, higher.head) == (Status.NOT_YET, "not_yet")
    assert "so the question is open" not in higher.said
    assert higher.said.endswith(
        "So hardly any give your answer; which of the others it is, they leave open."
    )


def test_who_reads_the_run_rightly_is_told_so_first_whatever_other_models_say():
    item = load_lesson("3_expectations").predict
    played = play(item.run, SEED)
    said = {o.id: judge(item.see, o.id, played, T)[1] for o in item.see.options}
    assert said["little"].startswith("In this run the numbers show this.")
    assert said["near"].startswith(NOT_SO)
    for one in said.values():
        assert one.index("In this run") < one.index("In other models that fit the findings:")
        assert "The difference, taken before rounding, was \N{MINUS SIGN}1.7 (" in one


def test_an_exercise_takes_for_right_what_its_own_run_shows():
    table = find_exercise("3_2").detail
    order = true_order(table, play(table.run, SEED))
    states = {
        seen: check(table, {"order": order, "seen": seen}, SEED).status
        for seen in ("rose", "held", "fell")
    }
    assert states == {"rose": Status.OPEN, "held": Status.YES, "fell": Status.NOT_YET}


def test_a_change_is_told_with_where_it_began_and_where_it_ended():
    table = find_exercise("3_2").detail
    _, said = judge(table.see, "held", play(table.run, SEED), T)
    assert (
        "It began at 46.3 and ended at 46.7. The change, taken before rounding, was 0.5 (" in said
    )


def test_words_written_for_the_counted_run_are_left_out_where_luck_gives_another(monkeypatch):
    item = load_lesson("3_expectations").predict
    monkeypatch.setattr("coprod_sim.learning.kinds.predict.run_answer", lambda *_: "near")
    _, said = judge(item.see, "near", play(item.run, SEED), T)
    assert "In our run that line ends a little lower" not in said
