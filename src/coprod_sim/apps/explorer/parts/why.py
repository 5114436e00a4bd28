"""Why it comes out so, what matters most, when it would not pay, and what would have to be true."""

from collections.abc import Callable
from typing import Any

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import BackgroundJob, Desk, Progress
from coprod_sim.apps.frame.texts import head
from coprod_sim.charts import corner, effects, shares
from coprod_sim.charts import repair as repair_chart
from coprod_sim.charts import what_matters as matters_chart
from coprod_sim.charts.chart import Chart
from coprod_sim.engagement import load_engagement
from coprod_sim.markup import element, figure, joined, paragraphs
from coprod_sim.report.analysis import effects_in_words
from coprod_sim.report.exploration import (
    found_in_words,
    matters_in_words,
    repair_in_words,
    when_not_in_words,
)
from coprod_sim.report.sentences import what_decides_it
from coprod_sim.results.attribution import channel_shares, step_shares
from coprod_sim.results.discovery import (
    discover_scenario,
    first_order_effects,
    goal_seek,
    play_outcomes,
    trust_repair,
)
from coprod_sim.results.discovery.precomputed import look_up, out_of_date

BAD = "in_name_only"
"""The bad decision that trust has to recover from."""


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the five questions behind the result, each worked out when it is asked."""
    t = desk.t
    words = show()

    def draw() -> None:
        pair = t("why.pair", first=desk.state.first.title, goal=desk.state.goal.title)
        words.value = element("p", pair)

    desk.keep("why", draw, "ways")
    return ipywidgets.VBox(
        [head(t, "why"), words, _steps(desk), _outcomes(desk), _goal(desk), _repair(desk)]
    )


def _section(desk: Desk, key: str, *inside: ipywidgets.Widget) -> ipywidgets.VBox:
    box = ipywidgets.VBox([head(desk.t, "why", level=3, title=key), *inside])
    box.add_class("question")
    return box


def _answer(desk: Desk, said: str, charts: list[Chart]) -> Markup:
    label = desk.t("page.as_table")
    halves = [element("div", figure(c, label, level=4), class_="half") for c in charts]
    return joined(paragraphs(said), element("div", *halves, class_="halves"))


def _pictures(desk: Desk, said: str, charts: list[Chart]) -> list[ipywidgets.HTML]:
    return [show(_answer(desk, said, charts), class_="answer")]


def _job(
    desk: Desk, key: str, work: Callable[[Progress], Any], put: Callable[[Any], Any]
) -> BackgroundJob:
    return BackgroundJob(desk, desk.t(f"why.{key}_go"), work, put)


def _steps(desk: Desk) -> ipywidgets.Widget:
    state = desk.state

    def work(tell: Progress) -> Any:
        steps = step_shares(state.scenario, state.first, state.goal, seed=state.view.seed)
        tell(1, 2)
        return steps, channel_shares(state.scenario, state.first, state.goal, seed=state.view.seed)

    def put(found: Any) -> list[ipywidgets.Widget]:
        steps, channels = found
        charts = [shares.draw(table, state.first, state.goal) for table in found]
        return _pictures(desk, what_decides_it(steps, channels), charts)

    return _section(desk, "steps", _job(desk, "steps", work, put).box)


def _outcomes(desk: Desk) -> ipywidgets.Widget:
    """What matters most and when it would not pay come from the same set of possible outcomes."""
    state, t = desk.state, desk.t
    least = Form(
        [
            Field(id="at_least", kind="dial", label=t("why.at_least"), help=t("why.at_least_help"),
                  low=0.0, high=30.0, step=1.0, unit="in 100")
        ],
        {"at_least": state.view.at_least * 100},
    )  # fmt: skip

    def work(tell: Progress) -> Any:
        return play_outcomes(
            state.scenario, state.first, state.goal, seed=state.view.seed, on_progress=tell
        )

    def put(found: Any) -> list[ipywidgets.Widget]:
        matters = first_order_effects(found)
        state.findings["matters"] = matters_in_words(matters, found)
        box = discover_scenario(found, at_least=state.view.at_least)
        state.findings["not_pay"] = when_not_in_words(box, found)
        known.value = ""
        said = f"{state.findings['matters']}\n{state.findings['not_pay']}"
        return _pictures(desk, said, [matters_chart.draw(matters, found), corner.draw(box, found)])

    job = _job(desk, "outcomes", work, put)
    known = _at_once(desk, job)

    def take(_name: str, value: float | None, _moving: bool) -> None:
        if value is not None:
            job.forget()
            state.change(at_least=value / 100)

    desk.answers(least, take)
    return _section(desk, "outcomes", known, least, job.box)


def _at_once(desk: Desk, job: BackgroundJob) -> ipywidgets.HTML:
    """Show what was worked out beforehand about the case beforehand; nothing where case or ways were changed.

    They are the very numbers of the run, so they also go onto the page for the board.
    """
    state, t, words = desk.state, desk.t, show()

    def draw() -> None:
        words.value = paragraphs(out_of_date())
        known = look_up(state.scenario, state.first, state.goal, state.view.seed)
        if known is None or job.results.children:
            return
        said = [t("why.at_once"), effects_in_words(known.matters, known.outcomes)]
        charts = [effects.draw(known.matters, known.outcomes)]
        state.findings["matters"] = said[-1]
        if abs(known.box.at_least - state.view.at_least) < 1e-9:
            said.append(when_not_in_words(known.box, known.outcomes))
            charts.append(corner.draw(known.box, known.outcomes))
            state.findings["not_pay"] = said[-1]
        words.value = element("div", _answer(desk, "\n".join(said), charts), class_="answer")

    desk.keep("why", draw, "scenario", "ways", "view")
    return words


def _goal(desk: Desk) -> ipywidgets.Widget:
    state, t = desk.state, desk.t
    form = Form(
        [
            Field(id="target", kind="dial", label=t("why.target"), help=t("why.target_help"),
                  low=0.0, high=100.0, step=1.0, unit="in 100")
        ],
        {"target": state.view.target * 100},
    )  # fmt: skip

    def work(tell: Progress) -> Any:
        return goal_seek(
            state.scenario, state.first, state.goal, target=state.view.target, seed=state.view.seed,
            on_progress=tell,
        )  # fmt: skip

    def put(found: Any) -> list[ipywidgets.Widget]:
        state.findings["would_have"] = found_in_words(found, state.scenario)
        known.value = ""
        return [show(paragraphs(state.findings["would_have"]), class_="answer")]

    job = _job(desk, "goal", work, put)

    def take(_name: str, value: float | None, _moving: bool) -> None:
        if value is not None:
            job.forget()
            state.change(target=value / 100)

    desk.answers(form, take)
    known = _goal_at_once(desk, job)
    return _section(desk, "goal", form, known, job.box)


def _goal_at_once(desk: Desk, job: BackgroundJob) -> ipywidgets.HTML:
    """Show what was worked out beforehand about the way to the target; nothing where the case was changed."""
    state, t, words = desk.state, desk.t, show()

    def draw() -> None:
        known = look_up(state.scenario, state.first, state.goal, state.view.seed)
        table = known.goals if known else None
        found = table.toward(state.view.target) if table else None
        words.value = ""
        if found is None or job.results.children:
            return
        said = state.findings["would_have"] = found_in_words(found, state.scenario)
        near = abs(found.target - state.view.target) < 1e-9
        mark = f"{found.target * 100:.0f}"
        opening = t("why.goal_at_once") if near else t("why.goal_near", mark=mark)
        words.value = element("div", paragraphs(opening), paragraphs(said), class_="answer")

    desk.keep("why", draw, "scenario", "ways", "view")
    return words


def _repair(desk: Desk) -> ipywidgets.Widget:
    state = desk.state

    def work(tell: Progress) -> Any:
        bad = load_engagement(BAD)
        return trust_repair(state.scenario, bad, state.goal, seed=state.view.seed, on_progress=tell)

    def put(found: Any) -> list[ipywidgets.Widget]:
        state.findings["repair"] = repair_in_words(found)
        return _pictures(desk, state.findings["repair"], [repair_chart.draw(found)])

    return _section(desk, "repair", _job(desk, "repair", work, put).box)
