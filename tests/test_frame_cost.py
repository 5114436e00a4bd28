"""What one frame of the explorer costs while a dial is held: nothing is read, nothing is played unasked."""

import pytest
from disk_watch import files_opened
from widget_tree import form_with

from coprod_sim.apps.controls import Shell
from coprod_sim.apps.explorer import open_explorer
from coprod_sim.results import compare, comparison, player


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The number of arms in each call of the model."""
    found: list[int] = []
    real = player.play_all

    def counting(setting, arms, runs, **more):
        found.append(len(arms))
        return real(setting, arms, runs, **more)

    monkeypatch.setattr(player, "play_all", counting)
    return found


def test_a_comparison_plays_no_campaign_until_somebody_asks(played):
    found = compare("reference", ["tickbox", "co_production"], runs=8, draws=2)
    # the two ways, and both under each of two other sets, in towns of its own
    assert played == [2, 2, 2]
    assert list(found.resilience.index) == ["tickbox", "co_production"]
    assert sum(played[3:]) == 4  # both ways, with and without the campaign


@pytest.fixture
def tables(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The cases whose runs were set as a long table."""
    found: list[str] = []
    real = comparison.tidy

    def counting(measured, case):
        found.append(case)
        return real(measured, case)

    monkeypatch.setattr(comparison, "tidy", counting)
    return found


def test_the_table_of_runs_is_made_once_and_only_when_somebody_asks(tables):
    found = compare("reference", ["tickbox", "co_production"], runs=8, draws=0)
    assert len(found.ranges) > len(found.differences) > 0
    assert tables == []
    assert found.frame is found.frame
    assert tables == ["reference"]


def test_a_frame_reads_no_file_and_plays_the_ways_drawn_and_nothing_else(played, tables):
    whole = open_explorer("")
    next(w for w in whole.children if isinstance(w, Shell)).turn("what")
    dials = form_with(whole, "influence")
    for value in (40.0, 41.0):  # what is read once has been read now
        dials.answer("influence", value, moving=True)
    played.clear()
    with files_opened() as opened:
        dials.answer("influence", 90.0, moving=True)
    assert dials.values["influence"] == 90.0
    assert played == [3, 3, 3]  # three ways, and these under each of two other sets of assumptions
    assert opened == []
    assert tables == []
