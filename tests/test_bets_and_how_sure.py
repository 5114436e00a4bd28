"""Bets set beside what came: how sure somebody was, and what that is worth."""

from pathlib import Path

import pytest

from coprod_sim.apps.learner.progress_view import _row
from coprod_sim.charts import calibration
from coprod_sim.learning.check_result import Status
from coprod_sim.learning.progress import (
    LedgerEntry,
    ProgressStore,
    calibration_bins,
    calibration_whole,
    ledger_entries,
    record_prediction,
)
from coprod_sim.learning.progress.ledger import wilson
from coprod_sim.words import ENGLISH, words_in


def ledger(tmp_path: Path, made: list[tuple[float | None, bool | None]]) -> ProgressStore:
    store = ProgressStore(tmp_path / "p.json")
    for k, (sure, right) in enumerate(made):
        came = {None: None, True: Status.YES, False: Status.NOT_YET}[right]
        record_prediction(store, f"item/{k}", "What?", sure, came, 1 / 3)
    return store


def test_calibration_counts_bets_by_how_sure_they_were(tmp_path):
    made = [(90.0, True), (85.0, False), (80.0, True), (100.0, True), (50.0, False), (None, True)]
    rows = calibration_bins(ledger_entries(ledger(tmp_path, [*made, (30.0, None)])))
    assert [(r.bets, r.right) for r in rows] == [(1, 0.0), (4, 75.0)]
    assert all(r.low <= r.right <= r.high for r in rows)


def test_a_bet_on_which_the_models_do_not_agree_is_listed_as_open_and_wins_and_loses_nothing(
    tmp_path,
):
    store = ProgressStore(tmp_path / "p.json")
    record_prediction(store, "item", "How far apart?", 90.0, Status.OPEN, 1 / 3)
    (bet,) = ledger_entries(store)
    assert (bet.open, bet.right, bet.points) == (True, None, None)
    assert calibration_bins([bet]) == []


def test_the_range_around_a_share_is_the_one_in_the_book():
    low, high = wilson(9, 10, z=1.96)  # Wilson's interval for 9 of 10 at 95 in 100
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)


def drawn(tmp_path: Path, made: list[tuple[float | None, bool | None]]):
    entries = ledger_entries(ledger(tmp_path, made))
    return calibration.draw(calibration_bins(entries), calibration_whole(entries))


def test_the_calibration_chart_says_when_somebody_is_too_sure(tmp_path):
    sure = drawn(tmp_path, [(90.0, k < 3) for k in range(9)])
    assert "surer than you could be" in sure.finding
    assert list(sure.table["Bets"]) == [9]


def test_somebody_who_guesses_among_three_and_says_so_is_not_called_unsure(tmp_path):
    honest = drawn(tmp_path, [(35.0, k % 3 == 0) for k in range(9)])
    assert "do not show that you were too sure" in honest.finding


def test_a_few_bets_say_nothing_and_the_page_says_so(tmp_path):
    assert "Bets so far: 1. From 5 on" in drawn(tmp_path, [(90.0, True)]).finding


@pytest.mark.parametrize(
    ("chance", "came", "guess", "points"),
    [
        (33.333333, True, 1 / 3, 0.0),  # who only guesses gets nothing, whatever comes
        (33.333333, False, 1 / 3, 0.0),
        (100.0, True, 1 / 3, 44.4444),
        (100.0, False, 1 / 3, -88.8889),
        (100.0, True, 1 / 2, 25.0),
        (50.0, True, 1 / 4, 31.25),
        (0.0, False, 1 / 2, 25.0),
    ],
)
def test_points_count_from_a_pure_guess(chance, came, guess, points):
    bet = LedgerEntry(item="x", question="?", sure=chance, right=came, guess=guess)
    assert bet.points == pytest.approx(points, abs=1e-3)


@pytest.mark.parametrize("truth", [10, 35, 60, 85])
@pytest.mark.parametrize("guess", [1 / 2, 1 / 3, 1 / 120])
def test_nobody_gains_by_saying_another_chance_than_they_see(truth, guess):
    def expected(said: float) -> float:
        bets = [
            LedgerEntry(item="x", question="?", sure=said, right=r, guess=guess)
            for r in (True, False)
        ]
        return truth / 100 * bets[0].points + (1 - truth / 100) * bets[1].points

    assert max(range(0, 101, 5), key=expected) == truth


def test_bets_of_earlier_versions_are_listed_and_not_counted(tmp_path):
    store = ProgressStore(tmp_path / "p.json")
    store.put("bet/old", {"question": "Then?", "sure": 0, "right": True})
    (old,) = ledger_entries(store)
    assert (old.question, old.points) == ("Then?", None)
    assert calibration_whole([old]) is None


def test_twelve_and_a_half_in_100_stands_in_the_list_of_bets_as_it_was_given(tmp_path):
    row = _row(*ledger_entries(ledger(tmp_path, [(12.5, True)])), words_in(ENGLISH))
    assert row[1] == "12.5"
    store = ProgressStore(tmp_path / "whole.json")
    record_prediction(store, "x", "What?", 60.0, Status.YES, 1 / 3)
    assert _row(*ledger_entries(store), words_in(ENGLISH))[1] == "60"


def test_who_does_not_know_is_not_sure_of_anything_also_where_that_was_kept_before(tmp_path):
    store = ledger(tmp_path, [(70.0, None)])
    assert store.get("bet/item/0")["sure"] is None
    store.put("bet/old", {"question": "Then?", "sure": 70, "right": None, "guess": 0.25})
    store.put("bet/open", {"question": "Now?", "sure": 70, "right": None, "open": True})
    found = {bet.item: bet.sure for bet in ledger_entries(store)}
    assert found == {"item/0": None, "old": None, "open": 70.0}
