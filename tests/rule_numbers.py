"""What the tests of rules share: assumptions of which no two are alike, and random numbers to try.

A rule that takes the wrong assumption is noticed, because another number comes out.
"""

import pytest
from hypothesis import strategies as st

from coprod_sim.assumptions import Assumptions

P = Assumptions(
    ideal_spread=0.4,
    ideal_kept=0.36,
    side_kept=0.71,
    merit_at_best=0.52,
    merit_slope=0.8,
    knowledge_gap=0.1,
    hearsay_mean=-0.15,
    hearsay_spread=0.3,
    others_weight=0.2,
    outcome_lived=0.25,
    fairness_base=0.45,
    fairness_trust=0.24,
    fairness_outcome=0.32,
    fairness_clear=0.6,
    fairness_asked=0.07,
    fairness_voice=0.28,
    fairness_answered=0.11,
    fairness_told=0.14,
    fairness_gap=0.44,
    gap_onlooker=0.55,
    voice_outside=1.2,
    room_half=16.0,
    room_unlike=2.2,
    treatment_wary=0.9,
    fairness_noise=0.13,
    acceptance_merit=3.1,
    acceptance_fairness=2.3,
    interplay=8.0,
    acceptance_trust=1.1,
    signal_fairness=0.16,
    signal_merit=0.35,
    bad_news_weight=1.7,
    town_trust=0.05,
    influence_learned=0.39,
    influence_overheard=0.12,
    influence_answered=0.46,
    expected_base=0.22,
    expected_trust=0.27,
    expected_spread=0.17,
    responsiveness_start=0.53,
    institution_quality=0.21,
    town_heat=0.37,
    town_body=0.09,
)
SHARE = st.floats(0, 1)
LEVEL = st.floats(-1, 1)
WORTH = st.floats(-3, 1)
LUCK = st.floats(-3.65, 3.65)
FLAG = st.booleans()
YES, NO = True, False


def close(value: float) -> object:
    return pytest.approx(value, rel=1e-9, abs=1e-12)


def within(low: float, value: float, high: float) -> float:
    return sorted((low, value, high))[1]
