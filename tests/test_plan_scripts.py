"""What the trainer reads out fits what is asked, printed and shown: names, questions, papers and times."""

import re
from pathlib import Path

import pytest

from coprod_sim.live.pack.sheets import script, sheets_of
from coprod_sim.live.plans import load_plan, plan_names, plan_of_own, plan_text, read_plan
from coprod_sim.live.session_plan import SessionPlan, Shown
from coprod_sim.words import words_in

NAMES = plan_names()
ENGLISH = Path(__file__).parents[1] / "src" / "coprod_sim" / "words" / "en"
EVERY_WORD = "\n".join(file.read_text(encoding="utf-8") for file in sorted(ENGLISH.glob("*.ftl")))
WITH_TWO_DECISIONS = [
    n for n in NAMES if load_plan(n).room.activities and "experiment" in plan_text(n)
]


THE_PAPERS = re.compile(r"\b(leaflet|full picture)\b", re.I)


@pytest.mark.parametrize("name", NAMES)
def test_script_phone_and_wall_call_a_thing_by_the_same_name(name):
    """What is quoted is a button, a title or a sheet; all that is started is listed as on its button."""
    plan, t = load_plan(name), words_in("en")
    started = {plan.name_of(turn, t) for k in range(len(plan.part)) for turn in plan.turns_of(k)}
    titles = {part.title for part in plan.part} | {sheet.title for sheet in sheets_of(plan)}
    rounds = {t(f"room-round-{turn.round}") for turn in plan.turns}
    on_screen = set(re.findall(r"^[\w-]+ = (.*)$", EVERY_WORD, flags=re.M))
    for part in plan.part:
        for line in (*part.say, *part.do, *part.if_wrong, part.without_devices):
            for quoted in re.findall(r"(?<!\w)'([A-Z].+?)'(?!\w)", line):
                assert quoted in started | titles | rounds | on_screen, f"{part.title}: {line}"
    told = script(plan, t).words
    for called in started:
        assert called in told


ONE_QUESTION = ("words", "scale", "predict", "vote", "vote_talk_vote", "idea")
"""Kinds of activity that put one question; the trainer says it as it stands on the phones."""


OWN = plan_of_own("Opening hours", "Which hours?", ["Long", "Short"], "The money")


def plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", text.casefold()).split())


def not_said(plan: SessionPlan) -> list[str]:
    """Name the questions on the phones that the trainer does not say in the part in which they are asked."""
    missing = []
    for k, part in enumerate(plan.part):
        said = plain(" ".join(part.say))
        for key in dict.fromkeys(turn.key for turn in plan.turns_of(k)):
            activity = plan.room.activity(key)
            if activity.kind in ONE_QUESTION:
                asked_ = re.split(r"(?<=[.?]) ", activity.question)
                put = [s for s in asked_ if s.endswith("?")] or asked_[:1]
                missing += [f"{part.title}: {s}" for s in put if plain(s) not in said]
    return missing


@pytest.mark.parametrize("name", [*NAMES, "own"])
def test_the_trainer_says_each_question_as_it_stands_on_the_phones(name):
    assert not_said(OWN if name == "own" else load_plan(name)) == []


def test_a_question_that_the_script_puts_otherwise_is_found():
    text = plan_text("f_citizens_briefing").replace(
        'like = "condition"\ntitle = "Your terms"\nquestion = ', 'like = "condition"\ntext = '
    )
    plan = read_plan(text.encode(), "mine.toml")
    asked_ = "What will you yourself do, by when, so that people are asked well?"
    assert not_said(plan) == [f"Your terms: {asked_}"]


@pytest.mark.parametrize("name", NAMES)
def test_whoever_is_asked_has_been_told_how_to_join_and_to_note_their_code(name):
    plan, t = load_plan(name), words_in("en")
    assert (Shown("join") in [s for part in plan.part for s in part.screens]) == plan.phones
    said = [line for part in plan.part for line in part.spoken(t)]
    assert said.count(t("trainer-say-code")) == int(plan.phones)
    first = next(k for k, part in enumerate(plan.part) if part.activities)
    joined = next((k for k, part in enumerate(plan.part) if "join" in part.shows), first)
    assert joined <= first


@pytest.mark.parametrize("name", [*NAMES, "own"])
def test_a_vote_that_the_script_takes_is_there_to_be_taken(name):
    """Ideas are no vote; and nothing that the kit shows is said to stand elsewhere."""
    plan = OWN if name == "own" else load_plan(name)
    for k, part in enumerate(plan.part):
        kinds = {plan.room.activity(turn.key).kind for turn in plan.turns_of(k)} - {"idea"}
        kinds |= {s.kind for s in part.screens} & {"choosing"}
        for line in (*part.say, *part.do):
            if re.search(
                r"\b(take|start) (the|both|one|the first) votes?\b|\bvote again\b", line, re.I
            ):
                assert kinds, f"{part.title}: {line}"
        for shown in part.screens:
            if shown.kind == "elsewhere":
                assert not re.search(r"on the (wall|big screen), ", shown.words), shown.words


@pytest.mark.parametrize("name", NAMES)
def test_no_idea_on_a_phone_is_to_hold_a_name(name):
    """The phone says below each idea: please do not name anybody."""
    plan = load_plan(name)
    for k, part in enumerate(plan.part):
        if any(plan.room.activity(turn.key).kind == "idea" for turn in plan.turns_of(k)):
            assert not re.search(r"\b(a|your|the) name\b", " ".join(part.say)), part.title


@pytest.mark.parametrize("name", WITH_TWO_DECISIONS)
def test_nobody_is_asked_about_a_paper_by_a_name_they_have_not_heard(name):
    plan, t = load_plan(name), words_in("en")
    named = False
    for k, part in enumerate(plan.part):
        for turn in plan.turns_of(k):
            activity = plan.room.activity(turn.key)
            for way in activity.sequences if activity.kind == "experiment" else (None,):
                asked_ = [activity.title, *activity.shows(turn.round, way)]
                asked_ += [q.text for q in activity.questions(turn.round, way, t)]
                named |= turn.key == "guess_effect"  # here all are told that there were two papers
                assert named or not THE_PAPERS.search(" ".join(asked_)), (part.title, turn.name)


@pytest.mark.parametrize("name", WITH_TWO_DECISIONS)
def test_both_rounds_of_the_two_decisions_take_the_same_time(name):
    plan = load_plan(name)
    minutes = {"first": 0, "second": 0}
    for k, part in enumerate(plan.part):
        in_part = {
            turn.round.partition("_")[0] for turn in plan.turns_of(k) if turn.key == "experiment"
        }
        for part_of in in_part & set(minutes):
            minutes[part_of] += part.minutes
    if minutes["second"]:
        assert minutes["first"] == minutes["second"]


PAPER = re.compile(
    r"\b((?:start|idea|evaluation) form|vote slip|(?:recall|role|phrase|debrief|wrong-way|ethics|room)"
    r" card|wall chart|score sheet|corner sign|tally sheet)s?\b",
    re.I,
)


@pytest.mark.parametrize("name", NAMES)
def test_each_paper_that_the_script_names_is_in_its_pack(name):
    plan = load_plan(name)
    there = {sheet.key.removesuffix("s") for sheet in sheets_of(plan)}
    for part in plan.part:
        for line in (*part.say, *part.do, *part.if_wrong, part.without_devices):
            for paper in PAPER.findall(line):
                assert re.sub("[ -]", "_", paper.casefold()) in there, f"{part.title}: {line}"


def test_the_start_form_asks_what_its_plan_asks():
    forms = {
        n: next((s for s in sheets_of(load_plan(n)) if s.key == "start_form"), None) for n in NAMES
    }
    asks = {n for n, form in forms.items() if form and "Two decisions" in form.words}
    assert asks == {"b_room_experiment", "d_full_day", "g_train_the_trainer", "h_no_devices"}
    assert forms["e_five_sittings"]
    assert forms["c_team_half_day"]


def test_a_session_without_phones_hands_out_no_paper_that_speaks_of_them():
    for name in NAMES:
        plan = load_plan(name)
        given = [s for s in sheets_of(plan) if s.readers == "participants" or s.key == "room_card"]
        speaks = {sheet.key for sheet in given if re.search(r"\bphones?\b", sheet.words, re.I)}
        assert not speaks if not plan.phones else "ethics_card" in speaks, (name, speaks)


HEARS_ALONE = re.compile(r"corners that stand over each text|corners named there alone")


@pytest.mark.parametrize("name", WITH_TWO_DECISIONS)
def test_what_was_decided_is_read_only_to_the_corners_that_are_named(name):
    """The other corners still have that decision to make in the second round."""
    plan = load_plan(name)
    lines = [line for part in plan.part for line in (*part.say, *part.do, part.without_devices)]
    read = [
        line
        for line in lines
        if re.search(r"What was decided'|read what was decided from", line, re.I)
    ]
    assert all(HEARS_ALONE.search(line) for line in read), read
    assert plan.phones or len(read) == 2


def test_the_sheet_with_what_was_decided_names_its_corners_and_says_why_no_others_hear_it():
    for name in WITH_TWO_DECISIONS:
        (sheet,) = [s for s in sheets_of(load_plan(name)) if s.key == "outcomes"] or [None]
        if sheet:
            assert "Read it to them alone." in sheet.words
            assert (
                "the others must not hear it: they make this decision in the second" in sheet.words
            )
    assert any(s.key == "outcomes" for s in sheets_of(load_plan("h")))


@pytest.mark.parametrize("name", [n for n in NAMES if "ethics_card" in plan_text(n)])
def test_the_trainer_says_what_the_card_on_ethics_promises(name):
    """What is kept and until when, before anything is answered; and who was told less, and why."""
    plan, t = load_plan(name), words_in("en")
    at = next(k for k, part in enumerate(plan.part) if "ethics_card" in part.handouts)
    assert at <= next(k for k, part in enumerate(plan.part) if part.activities)
    for linked, said in ((False, "totals only"), (True, "each person's answers together")):
        told = " ".join(plan.part[at].spoken(t, linked=linked, day="3 December 2026"))
        assert said in told
        assert "All is deleted on 3 December 2026" in told
    if name in WITH_TWO_DECISIONS:
        lines = [line for part in plan.part for line in part.say]
        assert [line for line in lines if "told less than the others" in line and "compare" in line]
