"""Other structures stand in place of ours only while they play, and what they give is as the page says."""

import inspect
from pathlib import Path

import numpy as np
import pytest

from coprod_sim.results import compare
from validation import structures
from validation.documents import block
from validation.structures import GOAL, OURS, STRUCTURES, in_place, played

PAGE = Path(__file__).resolve().parents[1] / "docs" / "trace.md"


def test_the_model_as_it_is_gives_the_kits_own_numbers():
    frame = compare("reference", [GOAL], runs=8, draws=0).frame
    last = frame[(frame["group"] == "all") & (frame["decision"] == 6)]
    ours = last[["acceptance", "losers_acceptance", "trust", "quality"]].to_numpy()
    assert played(None, GOAL, batches=1) == pytest.approx(ours, abs=1e-12)


@pytest.mark.parametrize("structure", STRUCTURES, ids=lambda one: one.rule.__name__)
def test_another_structure_takes_what_ours_takes_and_gives_something_else(structure):
    taken = len(inspect.signature(structure.rule).parameters)
    assert taken == len(inspect.signature(OURS[structure.name]).parameters)
    other, ours = (played(one, GOAL, batches=1) for one in (structure, None))
    assert np.isfinite(other).all()
    assert not np.array_equal(other, ours)


def test_our_rule_is_back_even_when_playing_fails():
    one = STRUCTURES[0]

    def fail() -> None:
        with in_place(one):
            assert getattr(one.module, one.name) is one.rule
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert getattr(one.module, one.name) is OURS[one.name]


@pytest.mark.slow
def test_the_page_shows_what_the_structures_give():
    stale = "the table is stale; run: python -m validation structures"
    assert block(PAGE.read_text(encoding="utf-8"), "structures") == structures.structures_table(), (
        stale
    )
