"""A comparison is as large as docs/odd.md, section 7.17, says unless told otherwise, and has its limits."""

import pytest

from coprod_sim.errors import InputError
from coprod_sim.results import comparison
from coprod_sim.results.comparison import check_counts


def test_a_comparison_has_the_described_size_and_test_campaign():
    assert (comparison.RUNS, comparison.DRAWS, comparison.SEED) == (100, 32, 1)
    assert (comparison.RUNS_A_DRAW, comparison.RESILIENCE_RUNS) == (8, 24)
    assert comparison.TEST_CAMPAIGN == (0.5, 0.6)  # strength, reach


@pytest.mark.parametrize(
    ("runs", "draws", "seed"), [(1, 0, 0), (1_000_000, 4096, 18_446_744_073_709_551_615)]
)
def test_the_ends_of_what_may_be_asked_for_are_allowed(runs, draws, seed):
    check_counts(runs, draws, seed)


@pytest.mark.parametrize(
    ("runs", "draws", "seed", "said"),
    [
        (0, 0, 0, "runs must be between 1 and 1000000, but is 0"),
        (1_000_001, 0, 0, "runs must be between 1 and 1000000, but is 1000001"),
        (1, -1, 0, "draws must be between 0 and 4096, but is -1"),
        (1, 4097, 0, "draws must be between 0 and 4096, but is 4097"),
        (1, 0, -1, "seed must be between 0 and 18446744073709551615, but is -1"),
        (
            1, 0, 18_446_744_073_709_551_616,
            "seed must be between 0 and 18446744073709551615, but is 18446744073709551616",
        ),
    ],
)  # fmt: skip
def test_more_or_less_is_refused(runs, draws, seed, said):
    with pytest.raises(InputError) as caught:
        check_counts(runs, draws, seed)
    assert str(caught.value) == said


def test_a_table_of_more_than_ten_million_rows_is_refused_before_it_is_played():
    # 3 groups x 6 decisions x 1 engagement: 555,555 runs fit, one more does not
    with pytest.raises(InputError, match="a table of 10,000,008 rows, the limit is 10,000,000"):
        comparison.compare("reference", ["tickbox"], runs=555_556, draws=0)
