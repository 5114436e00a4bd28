"""The assumptions that the findings do not rule out, as they ship with the package."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import pandas as pd

from coprod_sim.assumptions import REFERENCE, Assumptions
from coprod_sim.errors import InputError
from coprod_sim.results.calibration.space import NAMES
from coprod_sim.results.findings.table import FINDINGS, SIGNS

FILE = Path(str(resources.files("coprod_sim.results"))) / "data" / "not_ruled_out.parquet"


@dataclass(frozen=True, kw_only=True)
class NotRuledOut:
    """The sets of assumptions kept, a row each.

    `findings` holds what each gives where findings were used to rule out, `signs` where they were not.
    """

    assumed: pd.DataFrame
    findings: pd.DataFrame
    signs: pd.DataFrame
    source: dict[str, Any]

    @property
    def sets(self) -> list[Assumptions]:
        """The kept assumptions, ready for the rules."""
        return [REFERENCE._replace(**row) for row in self.assumed.to_dict("records")]


@cache
def not_ruled_out() -> NotRuledOut:
    """Read the sets that ship with the package."""
    if not FILE.exists():
        raise InputError(
            "the sets have not been made yet; 'coprod-sim rebuild not_ruled_out' makes them"
        )
    frame = pd.read_parquet(FILE)
    return NotRuledOut(
        assumed=frame[list(NAMES)],
        findings=frame[list(FINDINGS)],
        signs=frame[list(SIGNS)],
        source=dict(frame.attrs),
    )
