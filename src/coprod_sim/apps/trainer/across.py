"""All sessions of a trainer together: a running total, for those who lost and for everybody."""

import warnings
from pathlib import Path

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import show
from coprod_sim.apps.frame import framed
from coprod_sim.errors import Caution, InputError
from coprod_sim.live.places import sessions_root
from coprod_sim.live.record_pool import Pool, chart, pool
from coprod_sim.live.treatment_effect import WHO
from coprod_sim.markup import bullets, element, figure, frame_table, joined, paragraphs
from coprod_sim.words import ENGLISH, Words, words_in


def open_across_sessions(folder: Path | None = None) -> ipywidgets.Widget:
    """Show the sessions in a folder, by default where the kit keeps them, pooled."""
    t = words_in(ENGLISH)
    where = folder or sessions_root()
    try:
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always", Caution)
            html = _pooled(pool([where]), t)
        html = joined(bullets([str(one.message) for one in told]) if told else "", html)
    except InputError as problem:
        html = paragraphs(f"{problem}\n{t('trainer-across-none', folder=where)}")
    return framed([show(html)])


def _pooled(found: Pool, t: Words) -> Markup:
    drawn = [
        joined(
            element("h2", t(f"trainer-across-{who}")),
            figure(chart(found, who), t("trainer-lead-as_table"), said=""),
        )
        for who in WHO
    ]
    name = t("trainer-across-sessions")
    sessions = element("h2", name), frame_table(found.sessions(), name)
    return joined(bullets(found.sentences()), *drawn, *sessions)
