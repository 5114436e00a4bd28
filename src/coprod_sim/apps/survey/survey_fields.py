"""The questions about an open survey file: where the table is, what the answers mean, how people count."""

from collections.abc import Sequence
from typing import Any

from coprod_sim.apps.controls import Field, Group, Option
from coprod_sim.apps.survey.open_file import EVERYBODY, MOST_CHECKS, OpenFile
from coprod_sim.kit_place import kit_place
from coprod_sim.population.counted_answers import GivenAnswer
from coprod_sim.population.survey import SurveyTable, WhoCountsError
from coprod_sim.population.survey_files import LARGEST_FILE, SUFFIXES
from coprod_sim.population.unfinished_rows import unfinished_rows
from coprod_sim.words import Words

LONGEST_LABEL = 90


def file_field(t: Words) -> Field:
    """Make the field that takes a file."""
    words = {"too_large": t.with_places("survey-too_large"), "reading": t("survey-reading")}
    accept = ",".join(f".{suffix}" for suffix in SUFFIXES)
    help_ = f"{t('survey-file_help')} {t(f'survey-read_{kit_place()}')}"
    return Field(
        id="file", kind="file", label=t("survey-file"), help=help_, words=words, accept=accept,
        most=LARGEST_FILE,
    )  # fmt: skip


def progress_field(t: Words) -> Field:
    """Make the bar that shows how far reading has come, with a button to stop it."""
    return Field(
        id="bar", kind="progress", label=t("survey-reading"), words={"stop": t("job-stop")}
    )


def where(t: Words, file: OpenFile) -> list[Group]:
    """Ask where the table is: behind a fold, unless the sheet has to be chosen first."""
    sheets = [("", t("survey-choose"))] if file.table is None else []
    sheets += [(name, name) for name in file.sheets]
    fields = [
        _select(t, "sheet", sheets),
        *(_row(t, name, low) for name, low in (("names_row", 1), ("first_row", 2))),
        Field(id="encoding", kind="text", label=t("survey-encoding"), help=t("survey-encoding_help")),
        Field(id="again", kind="button", label=t("survey-again")),
    ]  # fmt: skip
    shown = tuple(fields if len(file.sheets) > 1 else fields[1:])
    return [Group(legend=t("survey-where"), fields=shown, folded=file.table is not None)]


def _row(t: Words, name: str, low: int) -> Field:
    return Field(
        id=name, kind="number", label=t(f"survey-{name}"), low=low, high=1000, step=1, whole=True,
        style="two", help=t(f"survey-{name}_help"), words={"range": t(f"survey-{name}_range")},
    )  # fmt: skip


def trust(t: Words, table: SurveyTable) -> list[Field]:
    """Ask which question is about trust."""
    return [_select(t, "trust", [("", t("survey-choose")), *_columns(table)])]


def meaning(t: Words, file: OpenFile) -> list[Group]:
    """Ask what the answers mean: numbers by the ends of their scale, words by their order."""
    return _order_of_words(t, file) if file.worded() else _ends_of_numbers(t, file)


def doubts(t: Words, file: OpenFile, against: str, otherwise: str) -> list[Group]:
    """Ask for the direction where a question may be turned round, and say where the file denies it."""
    legend, asked = t("survey-doubts"), []
    if not file.plainly:
        asked.append(
            Group(legend=legend, fields=(_way_round(t, file),), help=t("survey-not_plain"))
        )
    if against:
        sure = Field(id="sure", kind="check", label=t("survey-sure"))
        said = t("survey-against", words=against[:200])
        asked.append(Group(legend=legend, fields=(sure,), help=said))
    if otherwise:
        asked.append(Group(legend=t("survey-otherwise"), fields=(), help=otherwise))
    return asked


def _way_round(t: Words, file: OpenFile) -> Field:
    """Ask which end is the most trust: of numbers, of words in usual order, or of words put in order."""
    if file.worded() and not file.proposed:
        return Field(id="in_order", kind="check", label=t("survey-in_order"))
    if not file.worded():
        return _direction(t, file)
    ends = {"up": file.proposed[-1], "down": file.proposed[0]}
    ways = tuple(
        Option(value=way, label=t("survey-most", answer=answer[:LONGEST_LABEL]))
        for way, answer in ends.items()
    )
    return Field(id="direction", kind="choice", label=t("survey-direction"), options=ways)


def _direction(t: Words, file: OpenFile) -> Field:
    ways = tuple(Option(value=way, label=t(f"survey-{way}")) for way in ("up", "down"))
    asked = t("survey-direction")
    return Field(id="direction", kind="choice", label=asked, options=ways, help=_hint(t, file))


def _ends_of_numbers(t: Words, file: OpenFile) -> list[Group]:
    ends = tuple(
        Field(id=end, kind="number", label=t(f"survey-{end}"), low=-1000, high=1000, step=1, whole=True,
              style="two", words={"range": t("survey-end_range")})
        for end in ("low", "high")
    )  # fmt: skip
    way = (_direction(t, file),) if file.plainly else ()
    scale = Group(legend=t("survey-meaning"), help=t("survey-meaning_help"), fields=(*ends, *way))
    return [scale, *_words_among_numbers(t, file), *_none(t, file)]


def _words_among_numbers(t: Words, file: OpenFile) -> list[Group]:
    """Ask of answers in words among numbers which end of the scale they stand for, if any."""
    words = file.among_numbers()
    if not words:
        return []
    places = [("", t("survey-choose"))]
    for end in ("low", "high"):
        number = file.values.get(end)
        shown = "" if number is None else f"{number:g}"
        places.append((end, t(f"survey-end_{end}", number=shown or "?")))
    places.append(("none", t("survey-taken-none")))
    options = tuple(Option(value=value, label=label) for value, label in places)
    asked = tuple(
        Field(id=f"end-{k}", kind="select", label=named(t, answer), options=options, style="two")
        for k, answer in words.items()
    )
    return [Group(legend=t("survey-ends"), help=t("survey-ends_help"), fields=asked)]


def _hint(t: Words, file: OpenFile) -> str:
    """Show what the file says of the ends of a scale, which may be said of this question."""
    if file.hint is None:
        return ""
    way = {True: "down", False: "up", None: "open"}[file.hint.reversed]
    return t(f"survey-hint_{way}", words=file.hint.text[: 2 * LONGEST_LABEL])


def _none(t: Words, file: OpenFile) -> list[Group]:
    """Ask which answers are none, but for the words of which it is asked what they stand for."""
    if len(file.given) > MOST_CHECKS:
        field = Field(id="none", kind="text", label=t("survey-none_typed"), high=500)
        return [Group(legend=t("survey-none"), help=t("survey-none_help"), fields=(field,))]
    words = file.among_numbers()
    checks = tuple(
        Field(id=f"none-{k}", kind="check", label=named(t, answer), style="two", disabled=answer.none)
        for k, answer in enumerate(file.given)
        if answer.times and k not in words
    )  # fmt: skip
    return [Group(legend=t("survey-none"), help=t("survey-none_help"), fields=checks)]


def _order_of_words(t: Words, file: OpenFile) -> list[Group]:
    words = file.listed()
    count = int(file.values.get("points") or 0)
    places = [("", t("survey-choose")), ("none", t("survey-taken-none"))]
    places += [(str(k), place(t, k, count)) for k in range(1, count + 1)]
    options = tuple(Option(value=value, label=label) for value, label in places)
    asked = [
        Field(id="points", kind="number", label=t("survey-points"), help=t("survey-points_help"),
              low=2, high=21, step=1, whole=True, words={"range": t("survey-points_range")})
    ]  # fmt: skip
    asked += [
        Field(id=f"point-{k}", kind="select", label=named(t, answer), options=options, style="two")
        for k, answer in words
    ]
    if file.proposed:
        asked.append(Field(id="in_order", kind="check", label=t("survey-in_order")))
    usual = "turned_help" if file.without_direction() else "proposed_help"
    help_ = t(f"survey-{usual if file.proposed else 'order_help'}")
    return [Group(legend=t("survey-meaning"), help=help_, fields=tuple(asked))]


def place(t: Words, point: float, points: int) -> str:
    """Name a place on a scale, with the end it is where it is one."""
    end = {1.0: "least", float(points): "most"}.get(float(point), "point")
    return t(f"survey-taken-{end}", point=f"{point:g}", points=str(points))


def people(t: Words, file: OpenFile, groups: list[str], few: list[str]) -> list[Group]:
    """Ask how people count: by weights, and in which groups; a small one is told by what is saved of it."""
    assert file.table is not None
    columns = _columns(file.table)
    weights = file.weights()
    same = t("survey-no_weight")
    first = [("", t("survey-choose")), (EVERYBODY, same)] if weights else [("", same)]
    hint = t("survey-perhaps", **_named(weights)) if weights else ""
    fields = (
        _select(t, "weight", [*first, *columns], help=hint),
        _select(t, "group", [("", t("survey-no_group")), *columns], help=t("survey-group_help")),
    )
    asked = [Group(legend=t("survey-people"), fields=fields), *_unfinished(t, file.table)]
    if groups:
        checks = tuple(
            Field(id=f"less-{k}", kind="check", label=name[:LONGEST_LABEL], style="two")
            for k, name in enumerate(groups)
        )
        asked.append(
            Group(
                legend=t("survey-less"), help=" ".join([t("survey-less_help"), *few]), fields=checks
            )
        )
    return asked


def _named(columns: Sequence[str]) -> dict[str, Any]:
    """Name some columns for a sentence about them."""
    return {"columns": ", ".join(name[:LONGEST_LABEL] for name in columns), "places": len(columns)}


def who_counts(t: Words, needed: WhoCountsError) -> list[str]:
    """Say above which questions about who counts have to be answered first."""
    said: list[str] = []
    if needed.unfinished:
        marked = {"count": needed.unfinished.how_many, "what": needed.unfinished.what}
        said.append(t("survey-ask-unfinished", **marked))
    if needed.weights:
        said.append(t("survey-ask-weight", **_named(needed.weights)))
    return said


def _unfinished(t: Words, table: SurveyTable) -> list[Group]:
    """Ask whether rows count that the file marks as not finished, where there are any."""
    found = unfinished_rows(table)
    if found is None:
        return []
    said = {"count": found.how_many, "what": found.what, **_named(found.columns)}
    ways = tuple(
        Option(value=way, label=t(f"survey-unfinished_{way}", **said)) for way in ("out", "in")
    )
    asked = Field(id="unfinished", kind="choice", label=t("survey-unfinished_asked"), options=ways)
    help_, legend = t("survey-unfinished_help", **said), t("survey-unfinished", what=found.what)
    return [Group(legend=legend, help=help_, fields=(asked,))]


def named(t: Words, answer: GivenAnswer) -> str:
    """Name an answer as people know it: its text, its words, and how many gave it."""
    words = answer.words if answer.words and answer.words not in answer.text else ""
    text = " ".join(f"{answer.text} {words}".split()) or t("survey-blank")
    return t("survey-named", answer=text[:LONGEST_LABEL], people=f"{answer.times:,}")


def _columns(table: SurveyTable) -> list[tuple[str, str]]:
    """List the columns by name, with the wording of their questions where the file holds it."""
    asked = table.questions
    return [
        (name, f"{name}: {asked[name]}"[:LONGEST_LABEL] if asked.get(name, name) != name else name)
        for name in table.columns
    ]


def _select(t: Words, name: str, values: list[tuple[str, str]], help: str = "") -> Field:
    options = tuple(Option(value=value, label=label) for value, label in values)
    return Field(id=name, kind="select", label=t(f"survey-{name}"), options=options, help=help)
