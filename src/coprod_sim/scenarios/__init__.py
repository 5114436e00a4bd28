"""A scenario is what you do not choose: the decision, the people, the money, the shocks."""

from coprod_sim.scenarios.scenario import (
    Campaign,
    Fact,
    Money,
    People,
    Scenario,
    TrustAnswers,
    TrustSource,
    load_scenario,
    scenario_names,
)

__all__ = [
    "Campaign",
    "Fact",
    "Money",
    "People",
    "Scenario",
    "TrustAnswers",
    "TrustSource",
    "load_scenario",
    "scenario_names",
]
