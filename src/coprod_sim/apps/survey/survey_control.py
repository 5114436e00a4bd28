"""Takes a survey file on a page: opens it, shows its answers, asks what they mean, and hands on the sums."""

import hashlib
import logging
import threading
import time
from collections.abc import Callable
from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, page_loop, show
from coprod_sim.apps.frame import in_background
from coprod_sim.apps.survey import survey_fields
from coprod_sim.apps.survey.answers_shown import answers_shown
from coprod_sim.apps.survey.open_file import PLACES, OpenFile
from coprod_sim.board.survey_flags import flags_of
from coprod_sim.errors import InputError, Stopped
from coprod_sim.markup import bullets, element, joined, paragraphs
from coprod_sim.population.repeated_rows import repeated_rows
from coprod_sim.population.said_otherwise import cautions_in, said_otherwise
from coprod_sim.population.survey import (
    Reading,
    SeveralReadingsError,
    WhoCountsError,
    build_reading,
    population_from,
    survey_table,
)
from coprod_sim.population.survey_files import NamesNotFoundError, SheetNeededError, SurveyTable
from coprod_sim.population.unfinished_rows import preview_rows
from coprod_sim.words import Words

LOG = logging.getLogger(__name__)
TELL = 0.1
"""How often the bar moves at most [seconds]."""


class SurveyControl:
    """Takes a survey file, asks what it leaves open, and hands its sums on.

    The door is narrow: `box` is what a page shows, `put` gets a population as plain values, or None
    when it is taken out again, and `show` says which one the page has. Nothing of the file is written
    to disk, and nothing but the population outlives the import. Messages stand here, where the hand is.
    """

    def __init__(self, t: Words, put: Callable[[dict[str, Any] | None], None]) -> None:
        self._t, self._put = t, put
        self._file: OpenFile | None = None
        self._now: dict[str, Any] | None = None
        self._used = ""
        """The fingerprint of the file whose answers are in use; that of another file says nothing of it."""
        self._stop = threading.Event()
        self._upload = Form([survey_fields.file_field(t)])
        self._table, self._in_use = show(class_="survey-answers"), show(class_="verdict")
        self._said, self._said_of_trust, self._said_at_end = (
            show(class_="trouble") for _ in range(3)
        )
        self._where, self._trust, self._meaning, self._people, self._go, self._out = (
            Form([]) for _ in range(6)
        )
        self._asked = ipywidgets.VBox([])
        self.box = ipywidgets.VBox(
            [
                self._upload,
                self._said,
                self._asked,
                self._said_at_end,
                self._go,
                self._in_use,
                self._out,
            ]
        )
        self._wire()

    def _wire(self) -> None:
        self._upload.on_file = self._guarded(self._take)
        self._upload.on_click = lambda _name: self._stop.set()
        self._where.on_click = self._guarded(lambda _name: self._open())
        self._out.on_click = self._guarded(lambda _name: self._take_out())
        self._go.on_click = self._guarded(self._pressed)
        for form in (self._where, self._trust, self._meaning, self._people):
            form.on_answer = self._guarded(self._answered)

    def show(self, population: dict[str, Any] | None) -> None:
        """Say which population the page has, if any."""
        self._now = population
        self._out.parts = [self._button("out", "take_out")] if population else []
        self._in_use.value = _in_use(population, self._t) if population else ""

    # The file

    def _take(self, _field: str, name: str, data: bytes) -> None:
        """Begin with a file and nothing else, unless it is the one in use; what was under way is left."""
        self._close()
        self._file = OpenFile(name.replace("\\", "/").rsplit("/", 1)[-1], data)
        before = self._before(self._file)
        if before is not None:
            self._file.values = {place: getattr(before, place) for place in PLACES}
        self._open()

    def _open(self) -> None:
        """Read the file beside the page, with a bar that can be stopped."""
        file = self._file
        if file is None:
            return
        self._say("")
        self._stop = threading.Event()
        self._upload.values = {"bar": 0}
        self._upload.parts = [
            survey_fields.file_field(self._t),
            survey_fields.progress_field(self._t),
        ]
        place, tell = file.place(), self._teller(self._stop)

        def work() -> SurveyTable:
            return survey_table(file.data, place, tell)

        def done(table: SurveyTable | None, fault: Exception | None) -> None:
            self._upload.parts = [survey_fields.file_field(self._t)]
            if file is self._file:
                self._guarded(self._opened)(table, fault)

        in_background(work, done)

    def _teller(self, stop: threading.Event) -> Callable[[int, int], None]:
        """Give what moves the bar, called from the thread of the work; it stops the work there."""
        loop, told = page_loop(), [0.0]

        def tell(done: int, total: int) -> None:
            if stop.is_set():
                raise Stopped
            if loop is not None and time.monotonic() - told[0] > TELL:
                told[0] = time.monotonic()
                part = round(100 * done / max(total, 1))
                loop.call_soon_threadsafe(setattr, self._upload, "values", {"bar": part})

        return tell

    def _opened(self, table: SurveyTable | None, fault: Exception | None) -> None:
        """Show the questions about a file that was read, or say why it was not."""
        file = self._file
        assert file is not None
        if table is not None:
            again = file.opened(table, self._before(file))
            self._said_of_trust.value = ""
            self._at_end("")
            size = {"people": f"{len(table.frame):,}", "columns": f"{len(table.columns):,}"}
            said = self._t("survey-opened", file=file.name, **size)
            before = self._t("survey-as_before", name=(self._now or {}).get("name", ""))
            twice = repeated_rows(table, str(file.values.get("trust") or ""))
            previews = preview_rows(table)
            out = [self._t("survey-previews", count=previews.how_many)] if previews else []
            self._say("\n".join([said, *([before] if again else []), *out, *twice]), role="status")
            self._draw()
        elif isinstance(fault, Stopped):
            self._close()
            self._say(self._t("survey-stopped"), role="status")
        elif isinstance(fault, InputError):
            self._not_opened(file, fault)
        elif fault is not None:
            raise fault

    def _before(self, file: OpenFile) -> Reading | None:
        """Give how the survey in use was read, if it came from this very file."""
        reading = (self._now or {}).get("reading") if self._used == _fingerprint(file) else None
        return build_reading(reading, "the survey in use") if isinstance(reading, dict) else None

    def _not_opened(self, file: OpenFile, fault: InputError) -> None:
        """Say why a file was not read; where it helps to say where its table is, that is asked."""
        file.sheets = getattr(fault, "sheets", file.sheets)
        if isinstance(fault, SheetNeededError | NamesNotFoundError) or file.table is not None:
            self._close(but_keep=file)
            file.table = None
            self._where.parts = survey_fields.where(self._t, file)
            self._where.values = dict(file.values)
            self._asked.children = [self._where]
        else:
            self._close()
        still = self._t("survey-still", name=self._now["name"]) if self._now else ""
        self._say(f"{file.name}: {fault}\n{still}")

    def _close(self, but_keep: OpenFile | None = None) -> None:
        """Forget the file and all that was asked of it."""
        self._stop.set()
        self._file = but_keep
        self._asked.children, self._go.parts = [], []
        self._say("")
        self._at_end("")

    # What it means

    def _answered(self, name: str, value: Any, _moving: bool) -> None:
        """Take over an answer to one of the questions about the file."""
        file = self._file
        if file is None:
            return
        self._at_end("")
        if name == "trust":
            self._ask_about(file, value or "")
        else:
            file.put(name, value)
        if file.table is not None:
            self._draw()

    def _ask_about(self, file: OpenFile, column: str) -> None:
        """Take another question for the one about trust, or say there why it cannot be."""
        self._said_of_trust.value = ""
        try:
            file.ask_about(column)
        except InputError as wrong:
            self._said_of_trust.value = _message(_sentence(wrong), "alert")

    def _draw(self) -> None:
        """Show the questions that the answers so far lead to, and what each answer is taken for."""
        file, t = self._file, self._t
        assert file is not None
        assert file.table is not None
        self._where.parts = survey_fields.where(t, file)
        self._trust.parts = survey_fields.trust(t, file.table)
        asked: list[ipywidgets.Widget] = [self._where, self._trust, self._said_of_trust]
        if file.given:
            first, *others = survey_fields.meaning(t, file)
            doubts = survey_fields.doubts(t, file, *self._count(file))
            self._meaning.parts = (
                [first, *doubts, *others] if file.plainly else [*doubts, first, *others]
            )
            asked += [self._table, self._meaning]
        self._people.parts = survey_fields.people(t, file, *self._groups(file))
        self._go.parts = [self._button("use", "use", style="main"), self._button("leave", "leave")]
        self._asked.children = [*asked, self._people]
        for form in (self._where, self._trust, self._meaning, self._people):
            form.values = dict(file.values)

    def _count(self, file: OpenFile) -> tuple[str, str]:
        """Show the answers, counted, with what each is taken for; gives what the file says against it."""
        assert file.table is not None
        try:
            taken = file.taken()
        except InputError as wrong:
            self._at_end(_sentence(wrong))
            return "", ""
        self._table.value = answers_shown(taken, self._t)
        return taken.against, said_otherwise(file.table, taken)

    def _groups(self, file: OpenFile) -> tuple[list[str], list[str]]:
        """List the groups of the column chosen, and what a small one tells, or say that it holds people."""
        try:
            return file.groups(), self._few(file)
        except InputError as wrong:
            self._at_end(_sentence(wrong))
            return [], []

    def _few(self, file: OpenFile) -> list[str]:
        """Say what a small group tells, once the questions about the answers are answered."""
        try:
            return file.few()
        except InputError:
            return []  # said where the answers are counted

    def _pressed(self, name: str) -> None:
        if name == "leave":
            self._close()
            return
        file = self._file
        assert file is not None
        assert file.table is not None
        try:
            if asks := self._first(file):
                self._at_end("\n".join(self._t(f"survey-{key}") for key in asks))
                return
            population = population_from(file.table, file.reading(), file.name)
        except SeveralReadingsError as left:
            asks = [self._t(f"survey-ask-{asked}") for asked in left.taken.asks]
            self._at_end("\n".join([self._t("survey-left_open"), *asks]))
            return
        except WhoCountsError as left:
            self._at_end("\n".join(survey_fields.who_counts(self._t, left)))
            return
        except InputError as problem:
            self._at_end(_sentence(problem))
            return
        self._close()
        self._used = _fingerprint(file)
        self._put(population.model_dump(mode="json", exclude_none=True))
        said = self._t("survey-taken_over", file=file.name)
        self._at_end("\n".join([said, *cautions_in(population.notes)]), role="status")

    def _first(self, file: OpenFile) -> list[str]:
        """Name what a person has to say or confirm before the answers can be used at all."""
        if file.doubtful():
            return ["ask-sure"]
        if file.without_direction():
            return ["left_open", "ask-direction"]
        return ["ask-in_order"] if file.unconfirmed() else []

    def _take_out(self) -> None:
        self._put(None)
        self._at_end(self._t("survey-taken_out"), role="status")

    # What is said

    def _say(self, text: str, role: str = "alert") -> None:
        self._said.value = _message(text, role)

    def _at_end(self, text: str, role: str = "alert") -> None:
        self._said_at_end.value = _message(text, role)

    def _button(self, name: str, word: str, style: str = "") -> Field:
        return Field(id=name, kind="button", label=self._t(f"survey-{word}"), style=style)

    def _guarded(self, work: Callable[..., None]) -> Callable[..., None]:
        """Wrap a callback so that it never fails in silence, and says so here."""

        def safe(*given: Any) -> None:
            try:
                work(*given)
            except InputError as problem:
                self._say(_sentence(problem))
            except Exception:
                LOG.exception("a callback failed")
                self._say(self._t("faults-inside"))

        return safe


def _fingerprint(file: OpenFile) -> str:
    return hashlib.sha256(file.data).hexdigest()


def _sentence(fault: InputError) -> str:
    """Begin what a fault says with a capital, as it stands alone here."""
    return str(fault)[:1].upper() + str(fault)[1:]


def _message(text: str, role: str) -> str:
    return element("div", paragraphs(text), role=role, class_="message") if text else ""


def _in_use(population: dict[str, Any], t: Words) -> str:
    """Say which survey is in use, how many trust, and how it was read."""
    used = {"name": population["name"], "used": f"{population['n_used']:,}"}
    said = [element("p", element("strong", t("survey-in_use", **used)))]
    trusting = population.get("share_trusting")
    if trusting is not None:
        said.append(element("p", t("survey-trusting", share=f"{100 * trusting:.0f}")))
    notes = population.get("notes", ())
    cautions = cautions_in(notes)
    said += [element("p", one) for one in (*cautions, *flags_of(population, t))]
    return joined(*said, bullets([note for note in notes if note not in cautions]))
