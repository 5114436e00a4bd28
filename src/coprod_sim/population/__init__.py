"""The people of the simulation: where their trust comes from, how they are grouped, who talks with whom."""

from coprod_sim.population.population import Population, population_of

__all__ = ["Population", "population_of"]
