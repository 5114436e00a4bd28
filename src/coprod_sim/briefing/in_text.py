"""What the page for a board says of the answers somebody gave, part by part, for elsewhere."""

from coprod_sim.briefing import wording
from coprod_sim.briefing.extras import Extras
from coprod_sim.results import Comparison
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)
FACTS = tuple(t(f"briefing-fact-{name}") for name in ("recommended", "turned", "gate"))
LAW = t("leaders-page-law")
BLOCKS = (
    t("briefing-part-clearer"), t("briefing-part-none_recommended"), t("leaders-page-risk"),
    t("leaders-page-challenge"),
)  # fmt: skip


def parts_in_text(comparison: Comparison, more: Extras) -> tuple[tuple[str, str], ...]:
    """Give in full what follows from the answers: the recommendation, the gate, the law, risks, a challenge.

    Args:
        comparison: what was compared.
        more: what the leader's own work adds.

    Returns:
        Headings and what stands under them.
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
    law = f"{more.law} {t('said-law_unknown')}" if more.law else ""
    return (*facts, *([(LAW, law)] if law else []), *blocks)
