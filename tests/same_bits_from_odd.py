"""The model run from the text of docs/odd.md: its formulas, tables and addresses of luck, as they stand.

Nothing of coprod_sim is imported. What stands here is what the text says in words: which table belongs to
which name, and in which order the sections are run.
"""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import odd_text
from odd_text import script, table
from scipy import special

BEFORE = ("7.18", "7.12", "5")
"""The sections that are run once: constants, tables of luck, the first day."""
LUCK = "7.13"
WORDS = {"np": np, "special": special, "where": np.where, "sqrt": np.sqrt, "ceil": np.ceil}
"""The words that 7.0 and 7.12 take for granted."""


class RunFromText:
    """One run: `names` holds everything the text has a name for; `changes` are made before the first day."""

    def __init__(self, scenario: str, engagement: str, **changes: Any) -> None:
        names: dict[str, Any] = (
            {"seed": 1, "run": 0} | odd_text.constants() | odd_text.assumptions()
        )
        names |= settings(scenario) | WORDS | odd_text.dials(engagement) | changes
        names["hours_each"] = odd_text.hours_each(names)
        self.names = odd_text.written(names)
        names["first_trust_table"] = names["quantile_table"](first_trust(names))

    def play(self) -> Iterator[dict[str, Any]]:
        """Give all names after each decision; it is one dictionary, changed in place."""
        self.run(*BEFORE)
        for decision in range(1, self.names["decisions"] + 1):
            self.names["decision"] = decision
            self.run(LUCK, *(f"7.{k}" for k in range(1, len(table("schedule")) + 1)))
            yield self.names

    def run(self, *sections: str) -> None:
        """Do what happens in some sections."""
        for section in sections:
            exec(script(section), self.names)  # noqa: S102 - our own documentation


def settings(scenario: str) -> dict[str, Any]:
    """Read a scenario's row (6.3)."""
    row = table("scenarios")[scenario]
    campaign = [float(x) for x in re.findall(r"[\d.]+", row["Campaign"])] or [0, 0, 0]
    whole = {"decisions": "Decisions", "citizens": "Citizens", "contacts": "Contacts"}
    real = {"months": "Months", "heat": "Heat", "draft": "Draft", "homophily": "Homophily",
            "share_less_heard": "Less heard"}  # fmt: skip
    found = {name: int(row[head]) for name, head in whole.items()}
    found |= {name: float(row[head]) for name, head in real.items()}
    found |= dict(zip(("campaign_decision", "strength", "reach"), campaign, strict=True))
    changed = re.findall(r"`?(\w+)`? = (-?[\d.]+)", row["Changed assumptions"])
    found |= {name: float(value) for name, value in changed}
    return found | {"direction": row["Direction"], "first": row["First trust"]}


def first_trust(names: dict[str, Any]) -> Any:
    """Find the quantile function of first trust: a beta one, or that of a survey (6.4)."""
    told = names["first"]
    if told.startswith("Beta"):
        return names["beta_quantile"](*map(float, re.findall(r"[\d.]+", told)))
    country, parts = told.removeprefix("survey ").split(": ")
    weights = {name: float(part) for part, name in re.findall(r"(\d+)% ([a-z ]+)", parts)}
    return names["survey_quantile"](sum(
        weight / sum(weights.values()) * answers(country, name) for name, weight in weights.items()
    ))  # fmt: skip


def answers(country: str, institution: str) -> Any:
    """Read the shares of a survey's answers, which are divided by their sum (6.4)."""
    row = odd_text.rows("trust")
    shares = next(r[2:] for r in row if r[:2] == [country, institution])
    numbers = np.array([float(share) for share in shares])
    return numbers / numbers.sum()
