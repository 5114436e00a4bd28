"""Findings from published studies, each set beside what the model gives."""

from coprod_sim.results.findings.page import (
    block,
    costs_markdown,
    draws_markdown,
    findings_markdown,
    write_page,
)
from coprod_sim.results.findings.robustness import gains_over_tickbox
from coprod_sim.results.findings.table import (
    FINDINGS,
    SIGNS,
    findings_table,
    published,
    signs_table,
)

__all__ = [
    "FINDINGS",
    "SIGNS",
    "block",
    "costs_markdown",
    "draws_markdown",
    "findings_markdown",
    "findings_table",
    "gains_over_tickbox",
    "published",
    "signs_table",
    "write_page",
]
