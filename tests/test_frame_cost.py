"""What one frame of the explorer costs while a dial is held: nothing is read, nothing is played unasked."""

import sys
from collections.abc import Iterator

import pytest
from widget_tree import form_with

from coprod_sim.apps.controls import Shell
from coprod_sim.apps.explorer import open_explorer
from coprod_sim.results import compare, player

OPENED: list[str] | None = None


def _listen(event: str, given: tuple) -> None:
    if event == "open" and OPENED is not None:
        OPENED.append(str(given[0]))


sys.addaudithook(_listen)  # cannot be taken away again, so it listens only when asked


@pytest.fixture
def opened() -> Iterator[list[str]]:
    global OPENED  # noqa: PLW0603 - the hook knows no other way
    OPENED = found = []
    yield found
    OPENED = None


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
    assert played == [2, 4]  # the two ways, and both under two other sets of assumptions
    assert list(found.resilience.index) == ["tickbox", "co_production"]
    assert sum(played[2:]) == 4  # both ways, with and without the campaign


def test_a_frame_reads_no_file_and_plays_the_ways_drawn_and_nothing_else(played, opened):
    whole = open_explorer("")
    next(w for w in whole.children if isinstance(w, Shell)).turn("what")
    dials, cards = form_with(whole, "influence"), []
    for value in (40.0, 41.0, 42.0):
        dials.answer("influence", value, moving=True)
        cards.append(dials.values["influence"])
        opened.clear()
        played.clear()
    dials.answer("influence", 90.0, moving=True)
    assert cards == [40.0, 41.0, 42.0]
    assert played == [3, 6]  # three ways, and these under two other sets of assumptions
    assert opened == []
