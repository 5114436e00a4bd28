"""What has been done so far: lessons, exercises, bets, the journal; to take along or to delete."""

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.learner.artefact_view import taking_part
from coprod_sim.apps.learner.page_blocks import described
from coprod_sim.apps.learner.saving import hand_out
from coprod_sim.kit_place import kit_place
from coprod_sim.learning.place_said import place_said
from coprod_sim.learning.progress import (
    LedgerEntry,
    calibration_bins,
    calibration_whole,
    ledger_entries,
)
from coprod_sim.learning.progress.progress_record import MOST_BYTES
from coprod_sim.learning.writing_places import JOURNAL, titles
from coprod_sim.markup import Markup, element, figure, joined, table
from coprod_sim.words import Words


def progress_part(desk: Desk, place: str) -> ipywidgets.Widget:
    """Build the page; everything is read from the progress file anew whenever it is looked at."""
    t, learner = desk.t, desk.state
    said, ledger, journal, form, done = show(), show(), show(), Form([]), show(class_="outcome")
    before: list[bytes] = []

    def draw() -> None:
        said.value = joined(element("h2", t("learner-progress-title")), element("p", _where(desk)))
        ledger.value, journal.value = ledger_html(desk), journal_html(desk)
        form.parts = _buttons(t, back=bool(before))

    def press(name: str) -> None:
        if name == "save":
            hand_out(desk)
        else:
            told = (_delete if name == "delete" else _put_back)(desk, before)
            done.value = element("p", t(f"learner-progress-{told}"), role="status")
        learner.kept += 1
        draw()

    def take(_name: str, file: str, data: bytes) -> None:
        done.value = ""
        others = learner.store.take_in(data, file, place_said)
        told = [t("learner-progress-taken_in")]
        told += [t("learner-progress-taken_both", count=others)] if others else []
        done.value = element("p", " ".join(told), role="status")
        learner.kept += 1
        draw()

    form.on_file = desk.afresh(form, take)
    desk.keep(place, draw, "kept", "unsaved")
    taking = taking_part(desk)
    return ipywidgets.VBox([said, ledger, journal, taking, desk.clicks(form, press), done])


def _delete(desk: Desk, before: list[bytes]) -> str:
    """Delete everything and remember it; deleting nothing leaves what can be put back. Names what to say."""
    store = desk.state.store
    before.extend([store.export()] if store.names() else [])
    store.forget_all()
    desk.shell.forget_drafts()
    return "deleted" if before else "nothing"


def _put_back(desk: Desk, before: list[bytes]) -> str:
    """Put back whatever was deleted on this page. Names what to say."""
    for data in before:
        desk.state.store.take_in(data, desk.t("learner-progress-deleted_file"), place_said)
    before.clear()
    return "put_back"


def _where(desk: Desk) -> str:
    if desk.state.unsaved:
        return desk.t("learner-progress-where_page")
    file = desk.state.store.path
    place = f"learner-progress-where_{kit_place()}"
    where = desk.t(place, file=file.name, folder=file.parent.name or str(file.parent))
    return f"{where} {desk.t('learner-progress-draft')}"


def _buttons(t: Words, *, back: bool) -> list[Field]:
    fields = [
        Field(id="save", kind="button", label=t("learner-progress-save"), style="main"),
        Field(id="delete", kind="button", label=t("learner-progress-delete")),
    ]
    if back:
        fields.append(Field(id="back", kind="button", label=t("learner-progress-undo")))
    words = {"too_large": t.with_places("survey-too_large"), "reading": t("survey-reading")}
    upload = Field(
        id="file", kind="file", label=t("learner-progress-open"), help=t("learner-progress-open_help"),
        accept=".json", most=MOST_BYTES, words=words,
    )  # fmt: skip
    return [*fields, upload]


def ledger_html(desk: Desk) -> Markup:
    """Set every bet with how sure it was and whether it came out, and the chart of both."""
    t, made = desk.t, ledger_entries(desk.state.store)
    title = t("learner-ledger-title")
    if not made:
        return joined(element("h3", title), element("p", t("learner-ledger-none")))
    heads = [t(f"learner-ledger-{k}") for k in ("bet", "sure", "guess", "came", "points")]
    listed = table(heads, [_row(b, t) for b in made], title)
    return joined(element("h3", title), _chart(desk, made), _points(made, t), listed)


def _row(bet: LedgerEntry, t: Words) -> tuple[str, ...]:
    points = "" if bet.points is None else whole_number(bet.points)
    sure = "" if bet.sure is None else f"{bet.sure:.1f}".removesuffix(".0")
    guess = t("learner-ledger-earlier") if bet.guess is None else f"{100 * bet.guess:.0f}"
    return bet.question, sure, guess, t(_came(bet)), points


def _points(made: list[LedgerEntry], t: Words) -> Markup:
    """Say how many points more than a pure guess the bets got on average, and how points are given."""
    points = [b.points for b in made if b.points is not None]
    if not points:
        return element("p", t("learner-ledger-points_how"))
    mean = whole_number(sum(points) / len(points))
    said = t("learner-ledger-points_mean", points=mean, count=len(points))
    return element("p", f"{said} {t('learner-ledger-points_how')}")


def whole_number(value: float) -> str:
    """Write a number without decimals, with a proper minus and never a minus nought."""
    return f"{round(value):d}".replace("-", "\N{MINUS SIGN}")


def _came(bet: LedgerEntry) -> str:
    came = {None: "open" if bet.open else "unknown", True: "yes", False: "no"}[bet.right]
    return f"learner-ledger-{came}"


def _chart(desk: Desk, made: list[LedgerEntry]) -> str:
    steps, whole = calibration_bins(made), calibration_whole(made)
    if whole is None:
        return ""
    from coprod_sim.charts import calibration  # noqa: PLC0415 - brings pandas along

    return figure(calibration.draw(steps, whole), desk.t("page-as_table"), level=4)


def journal_html(desk: Desk) -> Markup:
    """Set everything the learner has written for themselves."""
    t, store, named = desk.t, desk.state.store, titles()
    entries = []
    for name in store.names(JOURNAL):
        kept = store.get(name)
        if isinstance(kept, dict) and kept.get("text"):
            where = name.removeprefix(JOURNAL).split("/")[0]
            asked = ": ".join(filter(None, [named.get(where, where), kept.get("prompt")]))
            entries.append((asked, str(kept["text"])))
    body = described(entries) if entries else element("p", t("learner-journal-none"))
    return joined(element("h3", t("learner-journal-title")), body)
