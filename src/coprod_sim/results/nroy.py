"""The assumptions that published findings do not rule out yet (NROY), as they ship with the package.

They are a sample of the plausible ranges, all places equally likely, from which history matching and
rejection have taken what misses more than two of the findings that may rule sets out;
`validation.calibration` makes them.
"""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import pandas as pd

from coprod_sim.assumptions import REFERENCE, Assumptions
from coprod_sim.errors import InputError
from coprod_sim.results.in_short import InShort
from coprod_sim.results.model_hash import assumptions_hash, rules_hash

FILE = Path(str(resources.files("coprod_sim.results"))) / "data" / "not_ruled_out.parquet"
RENEW = "'python -m validation calibration', in a clone of the repository, makes them again"


@dataclass(frozen=True, kw_only=True, repr=False)
class NotRuledOut(InShort):
    """The sets of assumptions kept, a row each.

    Attributes:
        assumptions: sets x assumptions, each in its own unit.
        fit: sets x findings by which sets were ruled out: what the model gives for each.
        check: sets x findings that took no part in choosing: what the model gives for each.
        source: how the sets were made.
    """

    assumptions: pd.DataFrame
    fit: pd.DataFrame
    check: pd.DataFrame
    source: dict[str, Any]

    @property
    def sets(self) -> list[Assumptions]:
        """The kept assumptions, ready for the rules."""
        return [REFERENCE._replace(**row) for row in self.assumptions.to_dict("records")]


@cache
def not_ruled_out() -> NotRuledOut:
    """Read the sets that ship with the package.

    Returns:
        The sets, with what the model gives for each finding.

    Raises:
        InputError: when there are none, or when they were made with other rules or assumptions than
            these; the sentence names the command that makes them again.
    """
    if not FILE.exists():
        raise InputError(f"the sets that findings do not rule out have not been made yet; {RENEW}")
    frame = pd.read_parquet(FILE)
    source = dict(frame.attrs)
    _check(source)
    return NotRuledOut(
        assumptions=frame[source["assumptions"]],
        fit=frame[source["fit"]],
        check=frame[source["check"]],
        source=source,
    )


def made_with(source: dict[str, Any]) -> dict[str, str]:
    """Give the hashes that sets carry when they are made with the model as it is now.

    Args:
        source: how sets were made; names the `scenarios` and `engagements` that were played.

    Returns:
        The hash of the assumptions, and that of the rules and what was played by them.
    """
    rules = rules_hash(source["scenarios"], source["engagements"])
    return {"assumptions": assumptions_hash(), "rules": rules}


def _check(source: dict[str, Any]) -> None:
    """Refuse sets of another model: they say nothing about what findings leave open in this one.

    Raises:
        InputError: for sets made with other assumptions or rules.
    """
    now = made_with(source)
    if changed := [name for name, value in source["made_with"].items() if now[name] != value]:
        raise InputError(
            f"the sets that findings do not rule out were made with other {' and '.join(changed)} "
            f"than these; {RENEW}"
        )
