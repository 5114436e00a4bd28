"""All sessions of a trainer together: a running total, for those who lost and for everybody."""

from html import escape
from pathlib import Path

import ipywidgets

from coprod_sim.apps.controls import show
from coprod_sim.errors import InputError
from coprod_sim.live.record_open import sessions_root
from coprod_sim.live.record_pool import Pool, chart, pool
from coprod_sim.live.treatment_effect import WHO
from coprod_sim.markup import bullets, figure, frame_table, paragraphs
from coprod_sim.words import ENGLISH, Words, words_in


def open_across_sessions(folder: Path | None = None) -> ipywidgets.Widget:
    """Show the sessions in a folder, by default where the kit keeps them, pooled."""
    t = words_in(ENGLISH)
    where = folder or sessions_root()
    try:
        html = _pooled(pool([where]), t)
    except InputError as problem:
        html = f"{paragraphs(str(problem))}{paragraphs(t('trainer.across.none', folder=where))}"
    whole = ipywidgets.VBox([show(html)])
    whole.add_class("coprod-page")
    return whole


def _pooled(found: Pool, t: Words) -> str:
    drawn = "".join(
        f"<h2>{escape(t(f'trainer.across.{who}'))}</h2>"
        f"{figure(chart(found, who), t('trainer.lead.as_table'), said='')}"
        for who in WHO
    )
    name = t("trainer.across.sessions")
    return f"{bullets(found.sentences())}{drawn}<h2>{escape(name)}</h2>{frame_table(found.sessions(), name)}"
