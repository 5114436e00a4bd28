"""The learner's own idea, and later its fate: situation, objective, barrier, likely outcome."""

from collections.abc import Callable
from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, Option, show
from coprod_sim.apps.frame import Desk, in_background
from coprod_sim.apps.frame.long_box import long_box
from coprod_sim.apps.learner.kept_texts import kept_answers, renewed
from coprod_sim.apps.learner.page_blocks import busy, described
from coprod_sim.errors import InputError
from coprod_sim.learning.lesson import IdeaOption, IdeaTask, load_lesson
from coprod_sim.learning.readouts import all_values, ends_of, label_of, ranged, value
from coprod_sim.learning.runs import fresh_seed, play
from coprod_sim.markup import Markup, element, paragraphs

IDEA = "idea/"
"""How the names of ideas begin."""
CHOSEN = "chosen"
"""Where an idea is kept that is chosen and not sent yet."""


def idea_part(desk: Desk, idea: IdeaTask, lesson: str) -> ipywidgets.Widget:
    """Ask for one idea and for the learner's own words; a later lesson says what became of it."""
    key = f"{IDEA}{lesson}"
    form, said = (
        Form(_asked(desk, idea, "idea"), _kept(desk, key), about=key),
        show(class_="outcome"),
    )

    def draw() -> None:
        given = form.values.get("idea")
        said.value = element("p", desk.t("learner-idea-kept")) if given else ""

    def take(name: str, value: Any, _moving: bool) -> None:
        desk.state.keep(key, {**form.values, name: value})
        draw()

    _renewing(desk, form, key, "idea", draw)
    draw()
    return ipywidgets.VBox([kept_answers(desk, form, take), said])


def _asked(desk: Desk, idea: IdeaTask, name: str) -> list[Field]:
    options = tuple(Option(value=o.id, label=o.text) for o in idea.options)
    choice = Field(id=name, kind="choice", label=idea.question, options=options)
    return [choice, long_box("words", idea.own_words, desk.t)]


def _renewing(desk: Desk, form: Form, key: str, name: str, draw: Callable[[], None]) -> None:
    """Show what another page has kept of an idea whenever that is looked for."""

    def renew(_change: object) -> None:
        kept = _kept(desk, key)
        renewed(desk, form, key, {k: kept.get(k) for k in (name, "words")})
        draw()

    desk.state.observe(desk.guarded(renew), ["kept"])


def _kept(desk: Desk, key: str) -> dict[str, Any]:
    kept = desk.state.store.get(key, {})
    return kept if isinstance(kept, dict) else {}


def sending_part(desk: Desk, idea: IdeaTask, lesson: str) -> ipywidgets.Widget:
    """Ask for an idea that is answered at once: what is chosen goes off only when it is sent."""
    key = f"{IDEA}{lesson}"
    send = Field(id="send", kind="button", label=desk.t("learner-idea-send"), style="main")
    form = Form([*_asked(desk, idea, CHOSEN), send], _kept(desk, key), about=key)

    def take(name: str, value: Any, _moving: bool) -> None:
        desk.state.keep(key, {**_kept(desk, key), name: value})

    def press(_name: str) -> None:
        chosen = _kept(desk, key).get(CHOSEN)
        if not chosen:
            raise InputError(desk.t("learner-idea-none"))
        desk.state.keep(key, {**_kept(desk, key), "idea": chosen})

    _renewing(desk, form, key, CHOSEN, lambda: None)
    return desk.clicks(kept_answers(desk, form, take), press)


def fate_part(desk: Desk, of: str, none: str) -> ipywidgets.Widget:
    """Trace the learner's idea to its end; who gave none in the lesson `of` may give one here."""
    idea = load_lesson(of).idea
    if idea is None:
        return show(paragraphs(none))
    fate, story = ipywidgets.VBox([]), show(class_="fate")
    told: IdeaOption | None = None

    def draw(_change: object = None) -> None:
        nonlocal told
        option, words = _given(desk, idea, of)
        if option is None:
            return
        story.value = _story(desk, option, words)
        if option != told:
            told = option
            fate.children = [story, *_likely(desk, idea, option)]

    draw()
    if told is not None:
        return fate
    desk.state.observe(desk.guarded(draw), ["kept"])
    return ipywidgets.VBox([show(paragraphs(none)), sending_part(desk, idea, of), fate])


def _given(desk: Desk, idea: IdeaTask, of: str) -> tuple[IdeaOption | None, str]:
    """Find the idea that was chosen, and the learner's own words for it."""
    kept = _kept(desk, f"{IDEA}{of}")
    option = next((o for o in idea.options if o.id == kept.get("idea")), None)
    return option, str(kept.get("words") or "")


def _likely(desk: Desk, idea: IdeaTask, option: IdeaOption) -> list[ipywidgets.Widget]:
    """Give a button, and room for what it works out: what would likely come of the idea."""
    likely = show(class_="fate")
    label = desk.t("learner-fate-work_out")
    form = Form([Field(id="go", kind="button", label=label, style="main")])

    def done(text: str, fault: Exception | None) -> None:
        likely.value = ""
        if fault is not None:
            raise fault
        likely.value = described([(desk.t("learner-fate-likely"), text)])

    def go(_name: str) -> None:
        likely.value = busy(desk.t)
        in_background(lambda: likely_outcome(desk, idea, option), desk.guarded(done))

    return [desk.clicks(form, go), likely]


def likely_outcome(desk: Desk, idea: IdeaTask, option: IdeaOption) -> str:
    """Play the case with and without the idea, same people, same luck; say what it would move."""
    seed = fresh_seed()
    without = play(idea.run, seed)
    tried = play(idea.run.turned(idea.variant, option.dials), seed)
    each = [all_values(idea.read, p, idea.variant) for p in (tried, without)]
    from coprod_sim.charts.words import adding_up, span  # noqa: PLC0415 - the model is loaded by now

    was, now, _ = adding_up(
        value(idea.read, without, idea.variant), value(idea.read, tried, idea.variant)
    )
    moved = desk.t(
        "pages-moved", measure=label_of(idea.read), same="yes" if was == now else "no",
        gain=span(*ends_of(each[0] - each[1], without.run.runs), sign=True),
        before=ranged(idea.read, without, idea.variant, was),
        after=ranged(idea.read, tried, idea.variant, now), runs=idea.run.runs, models=without.models,
    )  # fmt: skip
    return moved if option.taken else f"{desk.t('pages-moved_refused')} {moved}"


def _story(desk: Desk, option: IdeaOption, words: str) -> Markup:
    t = desk.t
    parts = {
        "idea": f"{option.text} {words}".strip(), "fate": option.fate, "situation": option.situation,
        "objective": option.objective, "barrier": option.barrier, "next": option.next,
        "changed": option.changed,
    }  # fmt: skip
    return described((t(f"learner-fate-{k}"), text) for k, text in parts.items())
