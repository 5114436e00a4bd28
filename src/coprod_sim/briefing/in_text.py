"""What the page for a board says of the answers somebody gave, part by part, for elsewhere."""

from coprod_sim.briefing import wording
from coprod_sim.briefing.extras import Extras
from coprod_sim.results import Comparison
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)
FACTS = tuple(t(f"briefing-fact-{name}") for name in ("recommended", "turned", "gate"))
LAW, CARE, PREPARED = t("leaders-page-law"), t("board-care-title"), t("briefing-page-prepared")
BLOCKS = (
    t("briefing-part-clearer"), t("briefing-part-none_recommended"), t("leaders-page-risk"),
    t("leaders-page-challenge"),
)  # fmt: skip


def parts_in_text(comparison: Comparison, more: Extras) -> tuple[tuple[str, str], ...]:
    """Give in full what follows from the answers, from what to take care of to what is signed.

    Args:
        comparison: what was compared.
        more: what the leader's own work adds.

    Returns:
        Headings and what stands under them, a paragraph a line.
    """
    facts = [
        (one.name.rstrip(":"), one.words)
        for one in wording.facts(comparison, more, full=True)
        if one.name in FACTS
    ]
    blocks = [
        (one.head, one.words)
        for one in wording.blocks(comparison, more, full=True)
        if one.head in BLOCKS
    ]
    law = (
        " ".join(filter(None, (more.law, more.law_others, t("said-law_unknown"))))
        if more.law
        else ""
    )
    found = (
        (CARE, "\n".join(more.cautions or ())),
        *facts,
        (LAW, law),
        (t("leaders-page-ruling"), wording.ruling_in_words(comparison.scenario)),
        *blocks,
        *_signed_up(comparison, more),
    )
    return tuple(part for part in found if part[1])


def _signed_up(comparison: Comparison, more: Extras) -> list[tuple[str, str]]:
    """Give the conditions that are signed up to, and who prepared all this."""
    conditions = "\n".join(f"{k}. {one}" for k, one in enumerate(more.conditions, 1))
    return [(wording.signing(comparison, more), conditions), (PREPARED, wording.signed(more))]
