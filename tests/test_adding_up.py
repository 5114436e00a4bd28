"""What a block adds to the sums has the bits of the readable form, in one run and in eight."""

import numpy as np
import pytest

from coprod_sim import compiled
from coprod_sim.arithmetic import total
from coprod_sim.model.adding_up import add_up, add_up_answers, add_up_eight, count_flags
from coprod_sim.model.sums import PLACE

CITIZENS = [1, 2, 3, 4, 7, 12, 30, 125, 128]
SQUARES = ("acceptance_squared", "informed_squared", "acceptance_informed")


def luck(citizens: int, lanes: int) -> np.ndarray:
    return np.random.default_rng(citizens).normal(size=(citizens, lanes))


def row_of(values: np.ndarray) -> np.ndarray:
    """Lay citizens x lanes out as the compiled form does, with what must not be read behind the end."""
    return np.concatenate([values.ravel(), np.full(40, 1e9)])


@pytest.mark.parametrize("lanes", [1, 8])
@pytest.mark.parametrize("citizens", CITIZENS)
def test_a_block_is_added_up_in_fours_and_nothing_behind_its_end_counts(citizens: int, lanes: int):
    values = luck(citizens, lanes)
    row, sums = row_of(values), np.zeros(lanes)
    add_up(row, citizens * lanes, sums, lanes)
    np.testing.assert_array_equal(sums, total(values))
    np.testing.assert_array_equal(row, row_of(values), "adding up must not write")


@pytest.mark.parametrize("citizens", CITIZENS)
def test_both_answers_and_their_products_are_added_up_in_one_go(citizens: int):
    chance, informed = luck(citizens, 8), luck(citizens, 8)[::-1] + 1.0
    sums = np.zeros((len(PLACE), 8))
    add_up_answers(row_of(chance), row_of(informed), citizens * 8, sums)
    found = [sums[PLACE[name]] for name in ("acceptance", "informed", *SQUARES)]
    products = (chance, informed, chance * chance, informed * informed, chance * informed)
    np.testing.assert_array_equal(found, [total(values) for values in products])
    assert np.count_nonzero(sums.any(axis=1)) == 5


@pytest.mark.parametrize(
    ("lanes", "word", "ones"), [(1, np.uint8, 1), (8, np.uint64, 0x0101010101010101)]
)
@pytest.mark.parametrize("citizens", CITIZENS)
def test_flags_are_counted_in_each_run_by_itself(citizens: int, lanes: int, word: type, ones: int):
    flags = (
        np.random.default_rng(citizens).integers(0, 3, size=(citizens + 8, lanes)).astype(np.uint8)
    )
    flags[:4] = 2  # passed on already
    counted = np.full(lanes, 100.0)
    count_flags(flags.ravel().view(word), 4 * lanes, citizens * lanes, word(ones), counted, lanes)
    assert counted.tolist() == (100 + (flags[4 : 4 + citizens] > 0).sum(axis=0)).tolist()


def test_a_full_block_of_flags_does_not_run_over():
    flags, counted = np.full(128 * 8, 2, dtype=np.uint8), np.zeros(8)
    count_flags(flags.view(np.uint64), 0, 1024, np.uint64(0x0101010101010101), counted, 8)
    assert counted.tolist() == [128.0] * 8


@pytest.mark.skipif(not compiled.HAVE_NUMBA, reason="numba is not installed")
def test_eight_numbers_become_one_vector_and_keep_every_bit():
    compiled.teach(add_up_eight)
    fast = compiled.numba.njit(error_model="numpy")(add_up_eight)
    row, found, plain = luck(128, 8).ravel(), np.ones(8), np.ones(8)
    fast(row, 1024, found)
    add_up_eight(row, 1024, plain)
    np.testing.assert_array_equal(found, plain)
    (machine,) = fast.inspect_asm().values()
    one_by_one = machine.count("addsd") + machine.count("fadd\td")
    assert one_by_one == 0, "sums of eight runs are added one by one"
