"""My own case without a browser: sheets become a range, a plan, files the kit reads, and a page."""

import json
import re
from datetime import date

import numpy as np
import pytest
import textstat
from hypothesis import given, settings
from hypothesis import strategies as st
from test_words import prose, sentences
from widget_tree import form_with, forms, texts

from coprod_sim.apps.controls import Shell
from coprod_sim.apps.explorer.desk import Desk
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.kinds.own import panel
from coprod_sim.apps.learner.state import Learner
from coprod_sim.apps.own_case.page import PARTS, assemble
from coprod_sim.apps.own_case.state import NOBODY, Worksheet
from coprod_sim.cli import main
from coprod_sim.engagement import Engagement, load_engagement
from coprod_sim.engagement.dials import FIVE_STEPS
from coprod_sim.engagement.scored import SCORED
from coprod_sim.errors import InputError
from coprod_sim.gate import QUESTIONS
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.learning.own_case import (
    Action,
    Note,
    OwnCase,
    Promise,
    Rater,
    Round,
    from_file,
    to_file,
)
from coprod_sim.learning.own_case.complete import PARTS as PIECES
from coprod_sim.learning.own_case.complete import done, missing
from coprod_sim.learning.own_case.files import calendar, model_files
from coprod_sim.learning.own_case.first_step import first_step, steps_from
from coprod_sim.learning.own_case.kept import InProgress, done_in
from coprod_sim.learning.own_case.pictures import path, sheets
from coprod_sim.learning.own_case.played import (
    band_of,
    engagement_of,
    planned,
    points_of,
    up_one,
)
from coprod_sim.learning.own_case.printed import Worked, blank_sheets, plan_page, signs_of
from coprod_sim.learning.own_case.scores import (
    agreement_of,
    alpha_of,
    gap_between,
    summary_of,
    table_of,
)
from coprod_sim.learning.own_case.sentences import (
    agreement_said,
    band_said,
    first_said,
    path_said,
    promise_said,
)
from coprod_sim.learning.progress import Keeper
from coprod_sim.library_files import as_toml, check, parse_toml
from coprod_sim.scenarios import Scenario, load_scenario, scenario_names
from coprod_sim.scenarios.described import CAMPAIGNS, DRAFTS, described
from coprod_sim.words import words_in

T = words_in("en")
few = settings(max_examples=25, deadline=None)
LINES = st.integers(0, 8).map(lambda k: k / 8)
SHEETS = st.dictionaries(st.sampled_from(SCORED), LINES, min_size=1)
PEOPLE = st.lists(
    st.builds(
        lambda side, scores, because: Rater(
            label=side, side=side, scores=scores, because=because, closed=True
        ),
        st.sampled_from(["staff", "citizen"]),
        SHEETS,
        st.text(max_size=40),
    ),
    min_size=2,
    max_size=5,
)
ROUNDS = PEOPLE.map(lambda people: Round(begun="2026-03-01", raters=tuple(people)))
CASES = st.fixed_dictionaries(
    {},
    optional={
        "title": st.text(max_size=60),
        "what": st.text(max_size=200),
        "draft": st.sampled_from(list(DRAFTS)),
        "campaign": st.sampled_from(["none", *CAMPAIGNS]),
        "count": st.integers(1, 50).map(float),
        "share_less_heard": st.integers(1, 99).map(float),
        "weeks_available": st.integers(1, 400).map(float),
        "country": st.sampled_from(["GB", "IE", "PL"]),
    },
)
OWN = st.builds(
    lambda case, round_, words: OwnCase(
        case=case, rounds=(round_,), promise=Promise(we=words), note=Note(barrier=words)
    ),
    CASES,
    ROUNDS,
    st.text(max_size=80),
)


def sheet(*scores: float) -> dict[str, float]:
    return dict(zip(SCORED, scores, strict=True))


STAFF, CITIZEN = (
    sheet(0.5, 0.5, 0.5, 0.25, 0.75, 0.5, 0.5, 0.5),
    sheet(*[0.25] * 4, 0.0, *[0.25] * 3),
)


def valley(**changes) -> OwnCase:
    """A worksheet with two sheets in: staff give more than citizens on every dial but one."""
    people = (
        Rater(
            label="staff 1", side="staff", scores=STAFF, closed=True, because="I sat in the room."
        ),
        Rater(label="citizen 1", side="citizen", scores=CITIZEN, closed=True),
    )
    case = {"title": "The bus <in> our valley", "place": "Upper Dale", "what": "Does the bus run?"}
    return OwnCase(case=case, rounds=(Round(begun="2026-03-01", raters=people),)).but(**changes)


def actions() -> tuple[dict, ...]:
    return tuple(
        Action(step=d, what="Do it", who="Ana", when="2026-05-01", to=0.75).model_dump()
        for d in FIVE_STEPS
    )


# The value: nothing is lost on the way to a file and back.


@few
@given(OWN)
def test_a_file_brings_back_exactly_what_was_written(own):
    assert from_file(to_file(own), "case") == own
    assert OwnCase.from_dict(json.loads(json.dumps(own.to_dict()))) == own


@few
@given(st.binary(max_size=200))
def test_any_other_file_gets_a_sentence(data):
    with pytest.raises(InputError, match=r"holiday\.jpg"):
        from_file(data, "holiday.jpg")


def test_half_a_letter_does_not_spoil_the_file():
    own = valley(promise={"we": "listen \ud83d"})
    assert from_file(to_file(own), "case").promise.we == "listen "


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"format": 2}, "format 2, this version of the kit reads format 1"),
        ({"actions": [{"when": "next week"}]}, "'next week' is not a day; write it as 2027-03-31"),
        (
            {"rounds": [{"raters": [{"label": "x", "scores": {"awarenes": 1.0}}]}]},
            "cannot be scored",
        ),
        (
            {"rounds": [{"raters": [{"label": "x", "scores": {"feedback": 1.5}}]}]},
            "at most 1|between 0",
        ),
        ({"jurnal": []}, "did you mean 'journal'"),
    ],
)
def test_what_cannot_be_is_named_with_its_place(changes, said):
    with pytest.raises(InputError, match=said):
        OwnCase.from_dict({"format": 1} | changes, "my.owncase.json")


# The sheets.


@few
@given(ROUNDS)
def test_the_middle_lies_inside_the_range_and_both_sides_count_the_same(round_):
    table = summary_of(round_).dropna(subset=["middle"])
    assert (table["low"] - 1e-9 <= table["middle"]).all()
    assert (table["middle"] <= table["high"] + 1e-9).all()
    both = table.dropna(subset=["gap"])
    assert np.allclose(both["middle"], (both["staff"] + both["citizen"]) / 2)
    assert np.allclose(both["gap"], both["staff"] - both["citizen"])


@few
@given(ROUNDS, st.randoms())
def test_agreement_does_not_hang_on_the_order_of_the_people(round_, luck):
    people = list(round_.raters)
    luck.shuffle(people)
    one, other = (
        agreement_of(round_),
        agreement_of(round_.model_copy(update={"raters": tuple(people)})),
    )
    assert (one.near, one.pairs) == (other.near, other.pairs)
    assert one.alpha == pytest.approx(other.alpha, nan_ok=True)


def test_alpha_is_the_published_value_of_a_worked_example():
    """Krippendorff 2011, Computing Krippendorff's alpha-reliability, example D, interval: 0.849."""
    nan = np.nan
    table = np.array(
        [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, nan, nan, nan],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nan, 3],
            [nan, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nan],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nan],
        ]
    )
    assert alpha_of(table.T) == pytest.approx(0.849, abs=0.0005)


def test_people_who_agree_wholly_agree_and_one_sheet_says_nothing():
    same = Round(raters=(Rater(label="a", scores=STAFF), Rater(label="b", scores=STAFF)))
    assert agreement_of(same).alpha == 1.0
    assert agreement_of(same).near == agreement_of(same).pairs == 8
    alone = Round(raters=same.raters[:1])
    assert agreement_of(alone).pairs == 0
    assert agreement_said(alone, T) == [T("own.sheets.nothing")]


def test_the_gap_is_told_with_its_dial_and_one_side_alone_is_told_to_ask_the_other():
    said = " ".join(agreement_said(valley().now, T))
    assert "On 8 of 8" not in said
    assert "On 7 of 8 dials, staff give more" in said
    assert "Feedback: staff 75, citizens 0" in said
    assert "same story" in said
    only = Round(raters=tuple(Rater(label="s", scores=STAFF) for _ in range(2)))
    assert T("own.sheets.one_side") in agreement_said(only, T)


def test_the_chart_of_the_sheets_has_every_score_in_its_table():
    chart = sheets(valley().now, T)
    assert chart.table["staff 1"].tolist() == [100 * v for v in STAFF.values()]
    assert chart.table["citizen 1"].tolist() == [100 * v for v in CITIZEN.values()]
    assert chart.svg.count("<circle") == 9  # eight scores and one in the key
    assert "gap 75" in chart.svg


# What the model reads.


@few
@given(OWN)
def test_the_files_are_read_back_by_the_kit_unchanged(own):
    files = model_files(own)
    case = check(Scenario, parse_toml(files["our_case.toml"].encode(), "c"), "c")
    assert case.decisions == described(own.case).decisions
    assert case.people == described(own.case).people
    ways = {
        k: check(Engagement, parse_toml(v.encode(), k), k) for k, v in files.items() if "way" in k
    }
    low, middle, high = (ways[f"our_way{end}.toml"] for end in ("_low", "", "_high"))
    for dial in SCORED:
        assert getattr(low, dial) - 1e-9 <= getattr(middle, dial) <= getattr(high, dial) + 1e-9
    assert middle.dials == engagement_of(own).dials


def test_every_file_of_the_library_survives_being_written_again():
    for name in scenario_names():
        case = load_scenario(name)
        assert check(Scenario, parse_toml(as_toml(case).encode(), name), name) == case


def test_the_command_line_checks_and_compares_the_files(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    files = model_files(valley())
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert main(["check", name]) == 0
    assert capsys.readouterr().out.count("sound engagement file") == 3
    told = re.search(r"# coprod-sim (compare .*)", files["our_case.toml"])
    assert told is not None
    assert main([*told[1].split(), "--runs", "8", "--draws", "1", "--citizens", "100"]) == 0
    assert "Our way, by the lowest scores" in capsys.readouterr().out


# What comes of it.


@few
@given(ROUNDS)
def test_every_point_that_is_played_lies_inside_what_the_raters_said(round_):
    table = summary_of(round_)
    points, tickbox = points_of(round_), load_engagement("tickbox")
    assert len({p.name for p in points}) == len(points)
    for dial in SCORED:
        values = {getattr(p, dial) for p in points}
        low, high = table.loc[dial, ["low", "high"]]
        if np.isnan(low):
            assert values == {getattr(tickbox, dial)}
        else:
            assert (min(values), max(values)) == (low, high)


def test_the_band_holds_what_each_side_sees_and_grows_with_the_distance_between_them():
    wide = band_of(valley())
    told = " ".join(band_said(wide, T))
    assert "If staff see it right" in told
    means = wide.ranges.loc["acceptance", "mean"]
    assert means["citizen"] < means["all"] < means["staff"] < means["co_production"]
    all_ = wide.ranges.loc[("acceptance", "all")]
    assert all_["low"] < means["citizen"]
    assert all_["high"] > means["staff"]
    same = tuple(r.model_dump() | {"scores": STAFF} for r in valley().now.raters)
    agreed = band_of(valley().with_round(raters=same))
    apart, together = (b.by_raters.loc["acceptance"] for b in (wide, agreed))
    assert apart["high"] - apart["low"] > 0.03
    assert together["high"] == together["low"]
    assert agreed.points == 1


def test_the_first_step_is_the_best_of_real_runs_for_its_hours():
    found = first_step(valley())
    table = found.table
    assert (table["per_hour"].diff().dropna() <= 0).all()
    assert table["first"].sum() == pytest.approx(1.0)
    assert (table["hours"] > 0).all()
    assert table["to"].tolist() == [
        up_one(engagement_of(valley()).model_dump()[d]) for d in table.index
    ]
    said = first_said(found, T)
    assert said[0].startswith("Try ")
    assert f"helped most in {100 * table['first'].iloc[0]:.0f} of 100" in " ".join(said)


def test_at_the_top_there_is_no_step_left():
    best = load_engagement("tickbox").model_copy(update=dict.fromkeys(SCORED, 1.0))
    assert steps_from(best) == {}
    top = valley().with_rater(0, scores=dict.fromkeys(SCORED, 1.0))
    top = top.with_rater(1, scores=dict.fromkeys(SCORED, 1.0))
    assert first_said(first_step(top), T) == [T("own.first.top")]


@few
@given(st.floats(0, 1))
def test_a_step_up_ends_on_the_next_line_and_never_goes_down(score):
    after = up_one(score)
    assert score <= after <= min(1.0, score + 0.25) + 1e-9
    assert after * 4 == round(after * 4)


@few
@given(ROUNDS, st.dictionaries(st.sampled_from(SCORED), LINES, min_size=1))
def test_a_plan_never_lowers_a_dial_and_half_of_it_goes_half_way(round_, aims):
    own = OwnCase(rounds=(round_,), actions=tuple(Action(step=d, to=v) for d, v in aims.items()))
    start, half, whole = engagement_of(own), planned(own, 0.5), planned(own)
    for dial in SCORED:
        a, b, c = (float(getattr(e, dial)) for e in (start, half, whole))
        assert c == max(a, aims.get(dial, a))
        assert b == pytest.approx((a + c) / 2)


def test_two_actions_for_one_step_count_the_higher_aim():
    two = (
        Action(step="feedback", to=1.0).model_dump(),
        Action(step="feedback", to=0.5).model_dump(),
    )
    assert planned(valley(actions=two)).feedback == 1.0


# The plan, the promise, the second round, the page.


def test_a_part_is_missing_until_it_says_something():
    own = valley(actions=actions(), gate=dict.fromkeys(QUESTIONS, "yes"))
    assert [k for k, v in missing(own).items() if v] == ["promise", "note", "journal"]
    nameless = own.with_action(2, who=" ")
    assert missing(nameless)["plan"]
    alone = own.with_rater(1, closed=False)
    assert missing(alone)["raters"]
    only_staff = own.with_rater(1, side="staff")
    assert missing(only_staff)["both_sides"]
    assert set(done(own)) == set(PIECES)


def test_the_promise_reads_as_one_sentence_however_it_was_typed():
    own = valley(
        promise={"we": "We will publish it.", "you": "come ", "if_not": "If not, we will stop."}
    )
    assert promise_said(own, T) == "We will publish it, you will come, if not we will stop."
    assert promise_said(valley(), T) == "We will ..., you will ..., if not we will ..."


def test_the_way_between_two_rounds_is_told_and_drawn():
    first = valley()
    better = tuple(
        r.model_copy(update={"scores": r.scores | {"feedback": 0.75}}) for r in first.now.raters
    )
    own = first.but(
        rounds=(first.now.model_dump(), Round(begun="2026-06-01", raters=better).model_dump())
    )
    bands = [band_of(own, r) for r in own.rounds]
    said = path_said(own.rounds, bands, T)
    assert said[0] == "Feedback went up from 38 to 75 in 100."
    assert any(s.startswith("Staff and citizens moved closer") for s in said)
    assert gap_between(summary_of(own.rounds[1])) < gap_between(summary_of(own.rounds[0]))
    chart = path(own.rounds, bands, T)
    row = chart.table.set_index(T("own.path.what")).loc["Feedback"]
    assert row.tolist() == [37.5, 75.0]
    assert list(chart.table.columns[1:]) == ["1 March 2026", "1 June 2026"]


def test_the_printed_page_stands_alone_and_everything_typed_is_escaped():
    own = valley(
        actions=actions(), signs=("feedback_1",), note={"barrier": "<script>alert(1)</script>"}
    )
    chart = sheets(own.now, T)
    page = plan_page(own, Worked(said={"sheets": [chart.finding]}, charts={"sheets": chart}), T)
    assert "&lt;script&gt;" in page
    assert "The bus &lt;in&gt; our valley" in page
    assert not re.search(r"<script|https?://(?!www\.w3\.org/2000/svg)|src=|@import|url\(", page)
    assert page.count("Ana") == 5
    assert "size: A4" in page
    assert T("own.piece.promise") in page
    for k in signs_of(T):
        assert (T(f"own.signs.sign.{k}") in page) == (k == "feedback_1")


def test_a_sheet_on_paper_has_every_line_of_the_rubric_and_no_score():
    paper = blank_sheets(valley(), T)
    assert paper.count('<section class="sheet">') == 2
    assert paper.count("Every idea is traced") == 2
    assert paper.count("&#10003;") == 2  # the side of each, nothing else


def test_the_calendar_has_the_days_of_the_plan_and_the_day_to_come_back():
    long = Action(step="feedback", what="é" * 200, who="Bo", when="2026-05-02").model_dump()
    text = calendar(valley(actions=(*actions(), long)), T).decode()
    assert text.count("BEGIN:VEVENT") == 7
    assert "DTSTART;VALUE=DATE:20260531" in text  # 91 days after 1 March
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert ("é" * 200) in text.replace("\r\n ", "")


# What is kept.


def test_two_open_pages_do_not_undo_each_other(tmp_path):
    file = tmp_path / "progress.json"
    one, other = (Worksheet(InProgress(Keeper(file))) for _ in range(2))
    one.change(promise={"we": "publish"})
    other.change(signs=("buy_in_2",))
    again = Worksheet(InProgress(Keeper(file)))
    assert again.view.promise.we == "publish"
    assert again.view.signs == ("buy_in_2",)
    assert done_in(Keeper(file))["promise"] is False


def test_what_cannot_be_written_is_said_and_stays_on_the_page(tmp_path):
    nowhere = tmp_path / "no" / "folder" / "progress.json"
    state = Worksheet(InProgress(Keeper(nowhere)))
    whole = assemble(state)
    state.change(promise={"we": "publish"})
    assert state.view.promise.we == "publish"
    assert "could not be kept" in whole.children[0].value


def test_something_kept_that_cannot_be_read_opens_an_empty_page_and_says_why(tmp_path):
    keeper = Keeper(tmp_path / "progress.json")
    keeper.put("own_case/stakes", "enormous")
    state = Worksheet(InProgress(keeper))
    assert state.view == OwnCase()
    assert "stakes" in state.problem


def test_the_capstone_is_ticked_by_the_worksheet_and_not_by_hand(tmp_path):
    keeper = Keeper(tmp_path / "progress.json")
    work = Worksheet(InProgress(keeper))
    state = ExerciseState(find_exercise("c_1"), Learner(keeper))
    desk = Desk(state.learner, Shell([], "", {"parts": ""}))
    form, again = (f for f in forms(panel(desk, state)))
    form.answer("note", True)
    assert not form.values.get("note")
    words = "four plain words here"
    work.change(note={"situation": words, "objective": words, "barrier": words, "likely": words})
    again.click("look")
    assert form.values["note"] is True
    assert form.values["plan"] is False
    assert state.answer["note"] is True


# The page.


def score_all(whole, shell, people=4):
    """Score as people would: each sits down, ticks a line for every dial, and shuts the sheet."""
    shell.turn("score")
    form_with(whole, "set_up").click("set_up")
    for k in range(people):
        form_with(whole, "who").answer("who", str(k))
        for dial in SCORED:
            form_with(whole, dial).answer(dial, "25" if k < 2 else "50")
        form_with(whole, "close").click("close")


def test_nobody_sees_another_sheet_until_all_are_in():
    state = Worksheet()
    whole = assemble(state)
    shell = whole.children[1]
    score_all(whole, shell, people=3)
    assert state.seat == NOBODY
    assert state.ways == ()
    assert not any(set(SCORED) & set(f.fields) for f in forms(whole))
    assert "One sheet is still open" in texts(whole)
    assert T("own.sheets.title") not in texts(whole)
    form_with(whole, "who").answer("who", "3")
    shown = form_with(whole, "feedback").values
    assert {shown[d] for d in SCORED} == {"none"}
    form_with(whole, "feedback").answer("feedback", "100")
    form_with(whole, "close").click("close")
    assert T("own.sheets.title") in texts(whole)
    assert len(state.ways) > 1
    assert state.view.now.begun == date.today().isoformat()


def test_an_empty_sheet_cannot_be_shut_and_a_sheet_opened_again_hides_the_results_and_says_so():
    state = Worksheet()
    whole = assemble(state)
    shell = whole.children[1]
    shell.turn("score")
    form_with(whole, "set_up").click("set_up")
    form_with(whole, "who").answer("who", "0")
    form_with(whole, "close").click("close")
    assert state.problem == T("own.score.empty")
    state = Worksheet()
    whole = assemble(state)
    score_all(whole, whole.children[1])
    form_with(whole, "mend").answer("mend", "1")
    form_with(whole, "mend").click("reopen")
    assert state.ways == ()
    assert state.seat == 1
    form_with(whole, "close").click("close")
    assert [r.again for r in state.view.now.raters] == [False, True, False, False]
    assert "opened again" in texts(whole)


def test_half_steps_can_be_given():
    state = Worksheet()
    whole = assemble(state)
    whole.children[1].turn("score")
    form_with(whole, "set_up").click("set_up")
    form_with(whole, "who").answer("who", "0")
    form_with(whole, "feedback").answer("feedback", "37.5")
    assert "feedback" not in state.view.now.raters[0].scores
    form_with(whole, "halves").answer("halves", True)
    form_with(whole, "feedback").answer("feedback", "37.5")
    assert state.view.now.raters[0].scores == {"feedback": 0.375}


@pytest.mark.slow
def test_a_learner_goes_through_the_whole_worksheet_and_prints_it():
    state = Worksheet()
    whole = assemble(state)
    shell = whole.children[1]
    handed = {}
    shell.hand_out = lambda name, data, _kind: handed.update({name: data})
    form_with(whole, "weeks_available").answer("title", "The bus")
    score_all(whole, shell)
    shell.turn("brings")
    assert set(state.said) >= {"band", "losers", "cost"}
    shell.turn("plan")
    form_with(whole, "feedback.add").click("feedback.add")
    for field, value in {
        "what": "Write to all",
        "who": "Ana",
        "when": "2026-05-01",
        "to": "0.75",
    }.items():
        form_with(whole, "feedback.add").answer(f"0.{field}", value)
    assert state.view.actions[0].to == 0.75
    shell.turn("journal")
    form_with(whole, "text").answer("text", "I did not expect that.")
    shell.turn("take")
    first, *_ = (f for f in forms(whole.children[-1]) if "go" in f.fields)
    first.click("go")
    assert state.problem == ""
    page = handed["my_case.html"].decode()
    for words in (
        "The bus",
        "Write to all",
        "I did not expect that.",
        "Try ",
        "if all of it is done",
    ):
        assert words in page
    shell.turn("again")
    form_with(whole, "start").click("start")
    assert len(state.view.rounds) == 2
    assert not any(r.scores or r.closed for r in state.view.now.raters)
    form_with(whole, "undo").click("undo")
    assert len(state.view.rounds) == 1
    shell.turn("take")
    form_with(whole, "save").click("save")
    form = form_with(whole, "saved")
    form.on_file("saved", "my.owncase.json", to_file(OwnCase()))
    assert state.view == OwnCase()
    form_with(whole, "back").click("back")
    assert from_file(handed["my.owncase.json"], "m") == state.view
    assert state.view.case["title"] == "The bus"


def test_every_part_opens_on_an_empty_worksheet_without_trouble():
    state = Worksheet()
    shell = assemble(state).children[1]
    for part in PARTS:
        shell.turn(part)
        assert state.problem == "", part


def test_what_cannot_be_leaves_everything_as_it_was():
    state = Worksheet()
    before = state.view
    state.change(case={"title": "x" * 700})
    assert "at most 600" in state.problem
    assert state.view == before


def test_the_words_of_the_worksheet_read_at_grade_six_or_below():
    parts: dict[str, list[str]] = {}
    for key, text in prose().items():
        if key.startswith("own."):
            parts.setdefault(".".join(key.split(".")[:2]), []).extend(sentences(text))
    grades = {
        part: textstat.textstat.flesch_kincaid_grade(" ".join(s.rstrip(".!?:") + "." for s in said))
        for part, said in parts.items()
        if sum(len(s.split()) for s in said) >= 40
    }
    assert {part: grade for part, grade in grades.items() if grade > 6.0} == {}
    assert len(grades) > 12


def test_the_scores_table_has_a_row_for_each_dial_and_a_column_for_each_person():
    assert table_of(valley().now).shape == (len(SCORED), 2)
