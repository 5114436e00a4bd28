"""The smallest town worth the name: how it plays does not matter, only that it does."""

import numpy as np

from coprod_sim.assumptions import REFERENCE
from coprod_sim.draws import CELLS
from coprod_sim.engagement.dials import Dials
from coprod_sim.model.buffers import LANES
from coprod_sim.model.ensemble import play_all
from coprod_sim.model.setting import Arm, Setting
from coprod_sim.population import Population

TRUST = np.linspace(0.0, 1.0, CELLS + 1)
HAMLET = Population(
    citizens=40, less_heard=10, contacts=2, homophily=0.5, trust_less_heard=TRUST,
    trust_well_connected=TRUST,
)  # fmt: skip


def play() -> None:
    """Play one decision."""
    setting = Setting(population=HAMLET, decisions=1, draft=0.0, either=False, seed=0)
    play_all(setting, [Arm(Dials(*[0.0] * len(Dials._fields)), REFERENCE)], LANES)
