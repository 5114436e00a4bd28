"""What a learner has done, kept in one file next to the work; nothing of it leaves this computer."""

from coprod_sim.learning.progress.ledger import (
    CalibrationBin,
    LedgerEntry,
    calibration_bins,
    calibration_whole,
    ledger_entries,
    record_prediction,
)
from coprod_sim.learning.progress.progress_place import left_beside, nobody_there, progress_file
from coprod_sim.learning.progress.progress_record import ProgressRecord, StoredItem
from coprod_sim.learning.progress.progress_store import NothingKept, ProgressStore

__all__ = [
    "CalibrationBin",
    "LedgerEntry",
    "NothingKept",
    "ProgressRecord",
    "ProgressStore",
    "StoredItem",
    "calibration_bins",
    "calibration_whole",
    "ledger_entries",
    "left_beside",
    "nobody_there",
    "progress_file",
    "record_prediction",
]
