"""What would happen: the ways side by side over the decisions, redrawn while a dial moves."""

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, Option, show
from coprod_sim.apps.controls.form import dial_field
from coprod_sim.apps.explorer.ways import choose_ways
from coprod_sim.apps.frame import Desk
from coprod_sim.charts import dots, over_time, paired
from coprod_sim.charts.values import last
from coprod_sim.charts.words import between
from coprod_sim.engagement import DIALS, Engagement
from coprod_sim.markup import element, figure, joined, paragraphs
from coprod_sim.report.page import swatch
from coprod_sim.report.sentences import headline, how_sure
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.words import Words

SHOWN = tuple(name for name, (measure, _) in MEASURES.items() if "page" in measure.lists)
"""The measures that can be drawn over the decisions, as leaders are asked to look at them."""
ON_CARDS = ("acceptance", "losers_acceptance", "trust", "reasoned_judgement")


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the comparison: numbers on cards, one chart that follows the dials, and the rest below."""
    t = desk.t
    title = element("h2", t("what.title"))
    words = show(title)
    cards, chart, more = show(class_="cards"), show(class_="live"), show()
    line = show(class_="live-line")
    pick = Form([_measure(t)], {"measure": SHOWN[0]})
    dials = _dials(desk)

    def draw_fast() -> None:
        found = desk.state.comparison
        if found is not None:
            said = {MEASURES[m][0].label: _ranges_said(found, m) for m in ON_CARDS}
            cards.value = _cards(found, said, t, rough=desk.state.moving)
            line.value = _line(*next(iter(said.items())))
            measure = str(pick.values["measure"])
            drawn = figure(over_time.draw(found, measure), t("page.as_table"))
            chart.value = joined(drawn, _explained(measure))

    def draw_slow() -> None:
        found = desk.state.comparison
        if found is not None and not desk.state.moving:
            words.value = joined(title, paragraphs(headline(found)))
            more.value = _more(found, t)

    desk.answers(pick, lambda *_: draw_fast())
    desk.keep("what", draw_fast, "comparison", "moving")
    desk.keep("what", draw_slow, "comparison", "moving")
    left = ipywidgets.VBox([choose_ways(desk, "what"), line, dials])
    left.add_class("left")
    right = ipywidgets.VBox([cards, pick, chart])
    right.add_class("right")
    both = ipywidgets.VBox([left, right])
    both.add_class("side-by-side")
    return ipywidgets.VBox([words, both, more])


def _measure(t: Words) -> Field:
    options = tuple(Option(value=m, label=MEASURES[m][0].label) for m in SHOWN)
    return Field(id="measure", kind="select", label=t("what.measure"), options=options)


def _dials(desk: Desk) -> ipywidgets.Widget:
    """Build the dials of one way at a time; which one is chosen above them."""
    t, state = desk.t, desk.state
    which = Form([], {"way": state.view.ways[-1]})
    form = Form([], {})

    def chosen() -> Engagement:
        named = {w.name: w for w in state.ways}
        return named.get(str(which.values.get("way")), state.ways[-1])

    def draw() -> None:
        way = chosen()
        options = tuple(Option(value=w.name, label=w.title) for w in state.ways)
        which.parts = [Field(id="way", kind="select", label=t("what.which"), options=options)]
        which.values = {"way": way.name}
        turned = bool(state.view.turned.get(way.name))
        back = Field(id="back", kind="button", label=t("what.back"), disabled=not turned)
        form.parts = [*(dial_field(d, about) for d, about in DIALS.items()), back]
        form.values = {d: about.shown(getattr(way, d)) for d, about in DIALS.items()}

    def take(name: str, value: float | None, moving: bool) -> None:
        if value is not None:
            view = state.view.turn(chosen().name, name, DIALS[name].value(value))
            state.take(lambda: view, moving=moving)

    def back(_name: str) -> None:
        turned = {k: v for k, v in state.view.turned.items() if k != chosen().name}
        state.change(turned=turned)

    desk.answers(which, lambda *_: draw())
    desk.answers(form, take)
    desk.clicks(form, back)
    desk.keep("what", draw, "ways")
    return ipywidgets.VBox([show(element("h3", t("what.dials"))), which, form])


def _cards(found: Comparison, said: dict[str, list[str]], t: Words, *, rough: bool) -> Markup:
    cards = []
    for k, way in enumerate(found.engagements):
        rows = [
            element("div", element("dt", label), element("dd", ranges[k]))
            for label, ranges in said.items()
        ]
        title = element("h3", swatch(k), " ", way.title)
        cards.append(element("li", title, element("dl", *rows)))
    count = found.scenario.decisions.count
    lead = t.one_of("what.rough" if rough else "what.after", count, count=count)
    return joined(element("p", lead), element("ul", *cards))


def _explained(measure: str) -> Markup:
    """Say what a measure is, what its points mean, and what to keep in mind."""
    declared = MEASURES[measure][0]
    parts = (declared.plain, declared.points, declared.caveat)
    return element("p", " ".join(filter(None, parts)), class_="facts")


def _line(label: str, ranges: list[str]) -> Markup:
    """Say a measure in a line that stays in sight over the dials where there is no room beside them."""
    parts = [element("span", swatch(k), " ", said) for k, said in enumerate(ranges)]
    head = element("strong", label)
    return element("p", head, *(joined(" ", part) for part in parts), aria_hidden="true")


def _ranges_said(found: Comparison, measure: str) -> list[str]:
    ends = last(found, measure)
    return [between(low, high) for low, high in zip(ends["low"], ends["high"], strict=True)]


def _more(found: Comparison, t: Words) -> Markup:
    label = t("page.as_table")
    charts = [dots.draw(found), *([paired.draw(found)] if len(found.engagements) > 1 else [])]
    halves = [element("div", figure(chart, label), class_="half") for chart in charts]
    sure = element("h3", t("what.sure")), paragraphs(how_sure(found))
    return joined(element("div", *halves, class_="halves"), *sure)
