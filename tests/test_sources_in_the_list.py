"""What the list of assumptions says of a number agrees with what is counted above the list."""

from coprod_sim.assumptions import DECLARED
from coprod_sim.papers import gives_size, named_in
from coprod_sim.report.beliefs import rests_on


def test_the_list_calls_a_size_ours_wherever_the_count_does():
    """Two numbers stood in the list with a study alone, and the count said that their size was ours."""
    named = [a for a in DECLARED.values() if named_in(a.source)[0] and not a.schools]
    ours = [a for a in named if rests_on(a).endswith("how much is our assumption")]
    assert [a.label for a in named if a not in ours] == [
        a.label for a in DECLARED.values() if gives_size(a.source)
    ]
    assert (len(named), len(ours)) == (24, 17)
