"""The user's own case: what is decided, for whom, how well the draft suits them, and whom they trust."""

from collections.abc import Iterable
from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, Group, Option, show
from coprod_sim.apps.controls.form import Kind
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.texts import head
from coprod_sim.markup import bullets, element, joined
from coprod_sim.population.population import ITEMS
from coprod_sim.population.survey import build_mapping, survey_in
from coprod_sim.population.survey_population import SurveyPopulation
from coprod_sim.scenarios.described import (
    CAMPAIGNS,
    DRAFTS,
    HEATS,
    HOMOPHILY_LIMITS,
    LESS_HEARD_LIMITS,
)
from coprod_sim.scenarios.scenario import COUNT, COUNTRIES, MONTHS
from coprod_sim.words import Words

KINDS = ("closure", "road", "budget", "service", "site", "rule", "health")
CURRENCIES = ("GBP", "EUR", "USD", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK")
USUAL: dict[str, Any] = {
    "kind": "service",
    "draft": "usual",
    "heat": "routine",
    "months": 6,
    "share_less_heard": 30,
    "homophily": 70,
    "count": 6,
    "country": "GB",
    "institution": "parliament",
    "campaign": "none",
    "campaign_before": 3,
    "currency": "GBP",
}


def case_form(desk: Desk) -> ipywidgets.VBox:
    """Build the form for one's own case and the upload of one's own survey."""
    t, state = desk.t, desk.state
    form = Form(groups(t), {})

    def take(name: str, value: Any, moving: bool) -> None:
        own = {k: v for k, v in state.view.own.items() if k != name}
        state.change(moving=moving, own=own if value is None else own | {name: value})

    def draw() -> None:
        form.values = USUAL | state.view.own

    desk.answers(form, take)
    desk.keep("case", draw, "view")
    return ipywidgets.VBox([form, survey(desk)])


def survey(desk: Desk) -> ipywidgets.VBox:
    """Build the upload of a survey; what was read of it is said, and it can be taken out again."""
    t, state = desk.t, desk.state
    form, said = Form(_survey_fields(t), {"scale": "any"}), show(class_="verdict")

    def take(_name: str, file: str, data: bytes) -> None:
        found = _read(file, data, form.values)
        state.change(survey=found.model_dump(mode="json", exclude_none=True))

    def draw() -> None:
        said.value = "" if state.view.survey is None else _survey_said(state.view.survey, t)

    form.on_file = desk.guarded(take)
    desk.clicks(form, lambda _name: state.change(survey=None))
    desk.keep("case", draw, "view")
    return ipywidgets.VBox([head(t, "survey", level=3), form, said])


def _read(file: str, data: bytes, values: dict[str, Any]) -> SurveyPopulation:
    """Read an uploaded survey; only its sums are kept, and nothing of it is written to disk."""
    scale, column = values.get("scale"), str(values.get("column") or "").strip()
    mapping = build_mapping(
        {"trust": column or None, "scale": None if scale in (None, "any") else scale}
    )
    return survey_in(data, file.replace("\\", "/"), mapping)


def _survey_said(population: dict[str, Any], t: Words) -> str:
    table, used = population["table"], population["n_used"]
    high = 100 * sum(table[6:])
    said = t("survey.read", name=population["name"], used=f"{used:,}", high=f"{high:.0f}")
    return joined(element("p", element("strong", said)), bullets(population.get("notes", ())))


def _survey_fields(t: Words) -> list[Field]:
    scales = ("any", "0-10", "1-5", "1-7", "0-1", "0-100")
    options = tuple(
        Option(value=s, label=t("survey.any_scale") if s == "any" else s) for s in scales
    )
    words = {"too_large": t("survey.too_large"), "reading": t("survey.reading")}
    return [
        Field(id="column", kind="text", label=t("survey.column"), help=t("survey.column_help"), style="two"),
        Field(id="scale", kind="select", label=t("survey.scale"), options=options, style="two"),
        Field(id="file", kind="file", label=t("survey.file"), help=t("survey.file_help"), words=words,
              accept=".csv,.tsv,.txt,text/csv"),
        Field(id="out", kind="button", label=t("survey.take_out")),
    ]  # fmt: skip


def groups(t: Words) -> list[Group]:
    """List the questions about a case of one's own, in groups."""
    parts = {
        "what": (
            _asked(t, "title", "text"),
            _asked(t, "place", "text"),
            _asked(t, "what", "text", style="long"),
            _choice(t, "kind", KINDS, "select"),
        ),
        "plan": (
            _choice(t, "draft", tuple(DRAFTS)),
            _choice(t, "heat", tuple(HEATS)),
            _months(t),
            _count(t, "count"),
        ),
        "people": tuple(_people(t)),
        "shocks": (_choice(t, "campaign", ("none", *CAMPAIGNS)), _count(t, "campaign_before")),
        "money": (_codes(t, "currency", CURRENCIES),),
    }
    return [Group(legend=t(f"own_case.group_{k}"), fields=fields) for k, fields in parts.items()]


def _asked(t: Words, name: str, kind: Kind, **more: Any) -> Field:
    words = {"label": t(f"own_case.{name}"), "help": t(f"own_case.{name}_help")}
    return Field(id=name, kind=kind, **words, **more)


def _choice(t: Words, name: str, values: tuple[str, ...], kind: Kind = "choice") -> Field:
    options = tuple(Option(value=v, label=t(f"own_case.{name}_{v}")) for v in values)
    return _asked(t, name, kind, options=options)


def _people(t: Words) -> list[Field]:
    shares = {"share_less_heard": LESS_HEARD_LIMITS, "homophily": HOMOPHILY_LIMITS}
    return [
        *(
            _asked(t, name, "dial", low=low, high=high, step=1.0, unit="in 100")
            for name, (low, high) in shares.items()
        ),
        _codes(t, "country", COUNTRIES),
        _choice(t, "institution", tuple(ITEMS), "select"),
    ]


def _count(t: Words, name: str) -> Field:
    words = {"range": t("own_case.count_range", low=f"{COUNT.low:g}", high=f"{COUNT.high:g}")}
    return _asked(t, name, "number", low=COUNT.low, high=COUNT.high, step=1.0, words=words)


def _months(t: Words) -> Field:
    limits = {"low": MONTHS.low, "high": MONTHS.high}
    words = {"range": t("own_case.months_range", **{k: f"{v:g}" for k, v in limits.items()})}
    return _asked(t, "months", "number", **limits, step=0.5, words=words)


def _codes(t: Words, name: str, codes: Iterable[str]) -> Field:
    options = tuple(
        Option(value=c, label=t(f"{name}.{c}") if t.has(f"{name}.{c}") else c) for c in codes
    )
    return _asked(t, name, "select", options=options)
