"""Predict: say what will come out, see it come out, say what you saw and why."""

from coprod_sim.learning.pieces import Bet

TABLE = Bet
