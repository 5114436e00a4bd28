"""What a learner has done, kept in one file next to the work; nothing of it leaves this computer."""

from coprod_sim.learning.progress.keeper import Keeper, progress_file
from coprod_sim.learning.progress.ledger import Bet, Calibration, bets, calibration, keep_bet
from coprod_sim.learning.progress.record import Item, Record

__all__ = [
    "Bet",
    "Calibration",
    "Item",
    "Keeper",
    "Record",
    "bets",
    "calibration",
    "keep_bet",
    "progress_file",
]
