"""A comparison is as large as docs/odd.md, section 7.17, says unless told otherwise, and has its limits."""

import re

import pytest

from coprod_sim.engagement import load_engagement
from coprod_sim.engagement.set_here import as_set_here
from coprod_sim.errors import InputError
from coprod_sim.results import compare, comparison
from coprod_sim.results.comparison import check_counts
from coprod_sim.results.streaming import stream
from coprod_sim.results.variant import Variant
from coprod_sim.scenarios import load_scenario


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


def test_sets_that_luck_alone_would_leave_unplayed_are_refused_in_python_too():
    said = "so leave draws=32 out, or give over='plausible'"
    for play in (compare, stream):
        with pytest.raises(InputError, match=re.escape(said)):
            play("reference", ["tickbox"], runs=8, draws=32, over="luck")
    case = load_scenario("reference").but({"people.citizens": 60, "decisions.count": 1})
    played = compare(case, ["tickbox", "co_production"], runs=8, over="luck")
    assert played.draws == 0
    assert compare(case, ["tickbox"], runs=8).draws == 32


def test_without_other_models_a_winner_is_one_over_luck_alone():
    """Dropping the models must not make what is said stronger."""
    case = load_scenario("reference").but({"people.citizens": 60})
    played = compare(case, ["tickbox", "co_production"], runs=8, draws=0)
    assert played.plot().finding.startswith("Over luck alone: Co-production ends highest")
    few = compare(case, ["tickbox", "co_production"], runs=8, draws=2).plot().finding
    assert "Over luck alone" not in few
    assert "Co-production ends highest" not in few


def test_a_way_with_a_turned_dial_does_not_pass_for_the_one_of_the_library():
    case = load_scenario("reference").but({"people.citizens": 60, "decisions.count": 1})
    turned = Variant(name="co_production", dials={"influence": 0.0})
    by_hand = load_engagement("co_production").but({"influence": 0.0})
    for way in (turned, by_hand):
        found = compare(case, ["tickbox", way], runs=8, draws=0)
        assert [e.title for e in found.engagements] == [
            "Tickbox consultation",
            "Co-production as set here (real influence at 0 instead of 75)",
        ]
        assert (
            found.engagements[1]
            .assumed[0]
            .startswith("Set here: real influence at 0 instead of 75.")
        )
        assert not [x for x in found.engagements[1].assumed if x.startswith("Where each dial")]
        assert "Co-production as set here (real influence at 0" in found.plot().finding
        assert "real influence at 0 instead of 75" in str(found._repr_html_())
        again = compare(case, found.engagements, runs=8, draws=0)
        assert again.engagements == found.engagements
    many = by_hand.but({"name": "weak", "seats": 12, "feedback": 0.2, "asked": 0})
    assert as_set_here(many).title == (
        "Co-production as set here (feedback at 20 instead of 85, real influence at 0 instead of 75, "
        "2 more dials)"
    )
    assert as_set_here(many).assumed[0] == (
        "Set here: feedback at 20 instead of 85, real influence at 0 instead of 75, seats at 12 instead of "
        "40, anybody asked at no instead of yes. Where every other dial stands is the kit's own starting "
        "value, not a finding."
    )
    named = Variant(name="x", title="Weak", engagement="co_production", dials={"influence": 0.0})
    assert compare(case, [named], runs=8, draws=0).engagements[0].title == "Weak"
    own = load_engagement("tickbox").but({"name": "ours", "title": "Our way"})
    ours = Variant(name="ours", engagement=own, dials={"feedback": 0.9})
    assert compare(case, [ours], runs=8, draws=0).engagements[0].title == (
        "Our way as set here (feedback at 90 instead of 10)"
    )
