"""The printed pack of a session: every card, form and sheet, in black and white, large enough to read."""

from coprod_sim.live.pack.sheets import SHEETS, sheets_of
from coprod_sim.live.pack.write import write_pack

__all__ = ["SHEETS", "sheets_of", "write_pack"]
