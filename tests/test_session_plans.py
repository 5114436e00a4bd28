"""The session plans: minutes that add up, time to talk, two decisions that match, plain words."""

import re
import tomllib
from pathlib import Path

import pytest
import textstat
from pydantic import ValidationError

from coprod_sim.errors import InputError
from coprod_sim.library_files import check
from coprod_sim.live import session_plan
from coprod_sim.live.activities import RoomPlan, VoteTalkVote
from coprod_sim.live.arms import Decision
from coprod_sim.live.pack.sheets import SHEETS, sheets_of
from coprod_sim.live.plans import load_plan, plan_names, plan_text, read_plan
from coprod_sim.live.session_plan import round_name, shared_activities
from coprod_sim.words import words_in

PLANS = [load_plan(name) for name in plan_names()]
LONGEST = 25
GRADES = {"trainer": 8.0, "participants": 6.0}
JARGON = (
    "stakeholder",
    "leverage",
    "utilise",
    "facilitat",
    "robust",
    "holistic",
    "empower",
    "engage",
)


def sentences(text: str) -> list[str]:
    return [
        s for line in text.splitlines() for s in re.split(r"(?<=[.!?:;])\s+", line) if s.strip()
    ]


def grade(text: str) -> float:
    return textstat.textstat.flesch_kincaid_grade(
        " ".join(s.rstrip(".!?:;") + "." for s in sentences(text))
    )


def script(plan) -> str:
    lines = [plan.aim, *plan.prepare, *plan.notes]
    for p in plan.part:
        shown = [one.sentence(words_in("en")) for one in p.screens]
        lines += [*p.say, *p.do, *shown, *p.if_wrong, p.without_devices]
    return "\n".join(lines)


def test_each_plan_has_a_letter_of_its_own_and_its_file_begins_with_it():
    letters = [p.letter for p in PLANS]
    assert letters == sorted(set(letters)), "two plans share a letter, or are out of order"
    assert letters[:8] == list("ABCDEFGH")
    for p in PLANS:
        assert p.name.split("_")[0] == p.letter.lower(), f"{p.name} says letter = {p.letter!r}"


def test_every_plan_has_its_row_in_the_trainers_guide_to_the_kit():
    door = (Path(__file__).parents[1] / "docs/doors/trainer.md").read_text(encoding="utf-8")
    for p in PLANS:
        row = rf"(?m)^\| {p.letter} \| {re.escape(p.title)} \|.* {p.minutes} \|$"
        assert re.search(row, door), (
            f"docs/doors/trainer.md has no row of plan {p.letter}: {p.title}"
        )
    assert load_plan("b").title == "The room experiment"


@pytest.mark.parametrize("plan", PLANS, ids=lambda p: p.name)
def test_the_minutes_of_a_plan_add_up_and_a_quarter_is_talk(plan):
    assert sum(p.minutes for p in plan.part) == plan.minutes
    assert sum(p.minutes for p in plan.part if p.talk) >= plan.minutes / 4
    assert plan.starts[-1] + plan.part[-1].minutes == plan.minutes


@pytest.mark.parametrize("plan", PLANS, ids=lambda p: p.name)
def test_what_a_trainer_reads_is_plain_and_what_is_said_plainer(plan):
    assert grade(script(plan)) <= GRADES["trainer"]
    assert grade("\n".join(line for p in plan.part for line in p.say)) <= GRADES["participants"]
    assert [s for s in sentences(script(plan)) if len(s.split()) > LONGEST] == []
    assert [word for word in JARGON if word in script(plan).lower()] == []


def test_every_sheet_reads_at_the_grade_of_its_readers():
    plan = load_plan("b")
    hard = {}
    for name, make in SHEETS.items():
        sheet = make(plan, words_in("en"))
        if len(sheet.words.split()) >= 40 and grade(sheet.words) > GRADES[sheet.readers]:
            hard[name] = grade(sheet.words)
        assert [s for s in sentences(sheet.words) if len(s.split()) > LONGEST] == [], name
    assert hard == {}


def read_on_a_phone(activity) -> str:
    """Give all that people read in an activity: texts, questions, answers, papers."""
    cells = activity.sequences if activity.kind == "experiment" else (None,)
    t, lines = words_in("en"), [activity.title, activity.text]
    for part in activity.rounds:
        for cell in cells:
            lines += activity.shows(part, cell)
            for q in activity.questions(part, cell, t):
                lines += [q.text, *getattr(q, "options", ())]
    return "\n".join(dict.fromkeys(lines))


def test_what_people_read_on_their_phones_is_plainer_still():
    said = {key: read_on_a_phone(a) for key, a in shared_activities().items()}
    graded = {key: grade(text) for key, text in said.items() if len(text.split()) >= 40}
    assert {key: g for key, g in graded.items() if g > GRADES["participants"]} == {}
    assert len(graded) > 8
    long = [s for text in said.values() for s in sentences(text) if len(s.split()) > LONGEST]
    assert long == []
    assert [w for text in said.values() for w in JARGON if w in text.lower()] == []


ARMS = ("tickbox", "co_production")
PROMISES = (
    r"£[\d,]+|\d+|monday|tuesday|wednesday|thursday|friday|saturday|sunday|minibus|hall|bench"
)
"""What a person could get or lose by a decision: sums, days, and things."""


def things(lines) -> set[str]:
    return set(re.findall(PROMISES, " ".join(lines).casefold()))


@pytest.mark.parametrize(
    ("title", "said"),
    [("Which step?", "Which step? Before the talk"), ("Talk", "Talk: Before the talk")],
)
def test_a_round_is_named_with_one_mark_after_its_question(title, said):
    asked = VoteTalkVote(
        kind="vote_talk_vote", key="a", title=title, question="?", options=("x", "y")
    )
    assert round_name(asked, "before_talk", words_in("en")) == said


def test_the_two_decisions_are_matched():
    twins = shared_activities()["experiment"]
    library, bus = twins.decisions
    for one, other in ((library.tickbox, bus.tickbox), (library.co_production, bus.co_production)):
        assert len(one.told) == len(other.told)
        words = [sum(len(line.split()) for line in pack.told) for pack in (one, other)]
        assert max(words) <= 1.15 * min(words)
    assert len(library.outcome) == len(bus.outcome) == 4
    for decision in (library, bus):
        assert len(decision.options) == 3
        assert len(decision.facts) == 3
        assert all(fact.names for fact in decision.facts)
        told = {arm: " ".join(decision.treatment(arm).told) for arm in ARMS}
        assert "£40,000" in told["co_production"]
        assert "£40,000" not in told["tickbox"]
        assert len(told["co_production"]) > 3 * len(told["tickbox"])


def test_each_fact_that_is_asked_is_told_by_the_full_picture_alone():
    """It tests the papers: what the question of the decision or both outcomes say would test nothing."""
    for decision in shared_activities()["experiment"].decisions:
        full = " ".join(decision.co_production.told).casefold()
        all_know = (decision.question, *decision.options, *decision.tickbox.told)
        ends = (line for arm in ARMS for line in decision.told_in_the_end(arm))
        known = " ".join((*all_know, *ends)).casefold()
        for fact in decision.facts:
            for words in (*fact.names, *re.findall(r"£?[\d,]{2,}", fact.options[fact.right])):
                assert words.casefold() in full, fact.text
                assert words.casefold() not in known, fact.text


def test_a_fact_that_everybody_is_told_is_refused():
    whole = shared_activities()["experiment"].decisions[0].model_dump()
    saved = {
        "text": "How much?",
        "options": ("£10,000", "£40,000"),
        "right": 1,
        "names": ("£40,000",),
    }
    with pytest.raises(ValidationError, match="only the full picture may say"):
        Decision.model_validate(whole | {"facts": (saved,)})


def test_what_is_asked_for_before_and_now_can_be_true_of_both():
    """What somebody will do from now on was not true or false before today."""
    said = [line for one in shared_activities().values() for line in getattr(one, "statements", ())]
    assert len(said) == 12
    assert [line for line in said if " will " in line] == []


def test_both_ways_end_in_the_same_decision_and_the_same_package_thing_by_thing():
    for decision in shared_activities()["experiment"].decisions:
        ends = {arm: " ".join(decision.told_in_the_end(arm)).casefold() for arm in ARMS}
        for fact in decision.outcome:
            assert all(name.casefold() in end for name in fact.names for end in ends.values())
        voices = [[fact.told(arm) for fact in decision.outcome] for arm in ARMS]
        assert things(voices[0]) == things(voices[1])
        assert [end.count("{choice}") for end in ends.values()] == [1, 1]


def test_what_one_way_alone_is_told_in_the_end_gives_nobody_anything():
    """Thanks on one side, reasons on the other: only what was told before, or was not taken up."""
    for decision in shared_activities()["experiment"].decisions:
        assert things((*decision.tickbox.greeting, *decision.tickbox.reasons)) <= {"14"}
        why, refused = decision.co_production.reasons
        assert things([why]) <= things(decision.co_production.told)
        assert refused.startswith("Not taken up")
        assert things(decision.co_production.greeting) == set()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            ("warm room on Mondays, where", "tea room, where"),
            "tickbox must say 'warm room on Mondays'",
        ),
        (
            ("on one evening: {choice}.", "on one evening."),
            "both ways must say {choice}, or neither",
        ),
    ],
)
def test_a_thing_that_one_way_alone_would_get_is_refused_by_name(change, said):
    shelf = Path(session_plan.__file__).parent / "plans/activities/experiment.toml"
    table = tomllib.loads(shelf.read_text(encoding="utf-8").replace(*change)) | {
        "key": "experiment"
    }
    with pytest.raises(InputError) as problem:
        check(RoomPlan, {"title": "x", "activities": (table,)}, "own.toml")
    assert said in str(problem.value)


def edited(change) -> bytes:
    return change(plan_text("b_room_experiment")).encode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda s: s.replace("minutes = 18", "minutes = 16"), "but minutes says 90: 2 too few"),
        (lambda s: s.replace("talk = true\n", ""), "only 0% of the time is talk"),
        (lambda s: s.replace('who = "Everybody alone"', 'whom = "x"', 1), "did you mean 'who'"),
        (lambda s: s.replace("minutes = 90", 'minutes = "ninety"'), "minutes must be a whole number"),
        (lambda s: s.replace('"felt"', '"fellt"'), "did you mean 'felt'"),
        (lambda s: s.replace('"experiment.first",', '"experiment.frist",'), "did you mean 'first'"),
        (lambda s: s.replace('"vote_slip"', '"vote_slips"'), "did you mean 'vote_slip'"),
        (lambda s: s.replace("fewest = 16", "fewest = 160"), "fewest is 160, which is above most (60)"),
        (lambda s: s.replace("fewest", 'design = "two_arms"\nfewest'), "is for 40 people or more"),
        (lambda s: s + "\n[[part", "is not a TOML file"),
        (lambda s: s + '\n[[activities]]\nkey = "felt"\nkind = "wrods"\n', "my_plan.toml: activities"),
        (lambda s: s + '\n[[activities]]\nkey = "felt"\nkind = "wrods"\n', "].kind must be 'words', "),
        (lambda s: s + '\n[[activities]]\nkey = "felt"\nkind = "wrods"\n', "did you mean 'words'"),
        (lambda s: s + '\n[[activities]]\nkey = "felt"\n', "].kind is missing"),
    ],
)  # fmt: skip
def test_each_mistake_in_an_edited_plan_gets_a_sentence(change, said):
    with pytest.raises(InputError) as problem:
        read_plan(edited(change), "my_plan.toml")
    assert said in str(problem.value)
    assert "my_plan" in str(problem.value)


def test_a_trainers_own_plan_with_an_activity_of_its_own_loads():
    own = """
[[activities]]
key = "pie"
kind = "vote"
title = "Pie"
question = "Which pie?"
options = ["apple", "plum"]
"""
    plan = read_plan(edited(lambda s: s.replace('"felt"', '"pie"') + own), "my_plan.toml")
    assert plan.room.activity("pie").options == ("apple", "plum")
    assert "pie.answer" in [t.name for t in plan.turns]


def test_a_large_room_may_have_two_arms_and_then_everybody_lives_one_way():
    large = 'fewest = 40\ndesign = "two_arms"'
    second = ('"experiment.second"', '"experiment.second_scores"')

    def two_arms(s: str) -> str:
        return s.replace("fewest = 16", large).replace(second[0], "").replace(second[1], "")

    plan = read_plan(edited(two_arms), "large.toml")
    assert plan.room.activity("experiment").rounds == ("preference", "first", "first_scores")
    assert len(plan.room.activity("experiment").sequences) == 2


def test_an_activity_can_be_asked_twice_under_two_names():
    names = [t.name for t in load_plan("c").turns]
    assert "knowledge_before.answer" in names
    assert "knowledge_after.answer" in names


@pytest.mark.parametrize(("named", "said"), [(False, "no real names"), (True, "our own names")])
def test_the_script_says_of_names_what_the_room_has_agreed_to(named, said):
    plan, t = load_plan("b"), words_in("en")
    both = {"no real names", "our own names"}
    lines = " ".join(line for part in plan.part for line in part.spoken(t, named=named))
    assert {words for words in both if words in lines} == {said}
    packed = str(next(s for s in sheets_of(plan, named=named) if s.key == "script"))
    assert {words for words in both if words in packed} == {said}
    open_yet = str(next(s for s in sheets_of(plan) if s.key == "script"))
    assert "Made-up names: We ask for no real names." in open_yet
    assert "Their own names, because the group wants it: Today we go by our own names." in open_yet


def test_no_plan_says_of_names_what_a_room_may_not_have_agreed_to():
    for plan in PLANS:
        for part in plan.part:
            assert "We keep no names" not in " ".join(part.say), plan.name
