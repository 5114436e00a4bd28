"""A comparison plays and sets out no more than somebody asks for."""

import pytest

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
    assert played[3:] == [2, 2, 2]  # the same again, with the campaign


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
