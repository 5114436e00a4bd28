"""What learners and trainers read is plain: school grade, short sentences, no words that shut people out."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import pytest
import textstat

from coprod_sim.board.declarations import measures
from coprod_sim.learning import readability
from coprod_sim.learning.exercise import exercise_folders
from coprod_sim.learning.glossary import glossary, glossary_page
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.model.measures import MEASURES
from coprod_sim.report.sentences import meanings

ROOT = Path(__file__).resolve().parents[1]
LEARNER, TRAINER = 8.0, 8.0
"""The highest reading grade of what learners and of what trainers read [school grade]."""
ENOUGH = 40
"""Shorter texts have no grade of their own [words]; they are graded with their neighbours."""
NOT_PROSE = {
    "id", "bin", "any", "right", "read", "run", "kind", "step", "sources", "dials",
    "variant", "variants", "engagements", "scenario", "settings", "assumptions", "near", "bins",
    "file", "order", "reads",
}  # fmt: skip
"""Keys of files whose values nobody reads as sentences."""
ADULT = (5.0, 8.0)
"""Between which grades the middle paragraph of a lesson lies [school grade]."""
RUNNING = 25
"""Paragraphs of running text have at least so many words; lists, tables and quotes are none [words]."""
LESSONS = sorted(ROOT.glob("notebooks/*.ipynb")) + sorted(ROOT.glob("notebooks/apps/*.ipynb"))
FOR_MODELLERS = [
    *sorted(ROOT.glob("notebooks/modellers/*.ipynb")),
    *(ROOT / "docs" / name for name in ("python.md", "sweeps.md", "doors/modeller.md")),
]
FOLDERS = exercise_folders(ROOT / "exercises")


SOURCES = "<details><summary>Where this comes from"
"""From here on stand titles, in the words of those who wrote them."""


def cells(path: Path) -> list[str]:
    table = json.loads(path.read_text(encoding="utf-8"))
    found = [c for c in table["cells"] if c["cell_type"] == "markdown"]
    return ["".join(c["source"]).split(SOURCES)[0] for c in found]


def strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Give every text in a file that is read as sentences, with the key it stands under."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, list):
        for one in value:
            yield from strings(one, key)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in NOT_PROSE:
                yield from strings(one, name)


def read_toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def without_quotes(table: dict[str, Any]) -> dict[str, Any]:
    """Leave out what exercises show as a specimen: cards to sort and material to diagnose."""
    plain = json.loads(json.dumps(table))
    for kind in ("sort", "diagnose", "write"):
        part = plain.get(kind, {})
        for name in ("material", "prompt", "start"):
            part.pop(name, None)
        for item in part.get("items", []):
            item.pop("text", None)
    return plain


def grade(text: str) -> float:
    said = [s.rstrip(".!?:;") + "." for s in readability.sentences(text)]
    return textstat.textstat.flesch_kincaid_grade(" ".join(said))


def hard(texts: list[str], limit: float) -> list[tuple[float, str]]:
    """List the texts above a grade; short ones are put together and graded as one."""
    long = [t for t in texts if len(readability.words(t)) >= ENOUGH]
    rest = "\n\n".join(t for t in texts if len(readability.words(t)) < ENOUGH)
    every = [*long, *([rest] if len(readability.words(rest)) >= ENOUGH else [])]
    return [(g, " ".join(t.split())[:80]) for t in every if (g := grade(t)) > limit]


def too_long(texts: list[str]) -> list[str]:
    return [s for t in texts for s in readability.long_sentences(t)]


def shutting_out(texts: list[str]) -> list[tuple[str, str]]:
    return [(word, t[:80]) for t in texts for word in readability.banned(t)]


@pytest.mark.parametrize("path", LESSONS, ids=lambda p: p.stem)
def test_every_page_of_a_lesson_is_plain(path):
    texts = cells(path)
    limit = TRAINER if path.stem == "explore_scenarios" else LEARNER  # leaders read that one
    assert hard(texts, limit) == []
    assert too_long(texts) == []
    assert shutting_out(texts) == []


def read_by_modellers(path: Path) -> list[str]:
    """Give the text of a notebook or a page, without the lines in front that its tool reads."""
    if path.suffix == ".ipynb":
        return cells(path)
    return [re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)]


@pytest.mark.parametrize("path", FOR_MODELLERS, ids=lambda p: p.stem)
def test_what_modellers_read_is_plain_too(path):
    texts = read_by_modellers(path)
    assert too_long(texts) == []
    assert shutting_out(texts) == []
    assert riddles(texts) == []
    if path.suffix == ".ipynb":  # the pages name what only the field knows
        assert hard(texts, LEARNER) == []


def test_the_notebook_for_modellers_is_among_what_is_read():
    assert "change_a_rule" in {path.stem for path in FOR_MODELLERS}
    assert all(len(readability.words(" ".join(read_by_modellers(p)))) > 100 for p in FOR_MODELLERS)


def paragraphs(path: Path) -> Iterator[str]:
    """Give the running text of a lesson, without what is made from its declarations."""
    table = json.loads(path.read_text(encoding="utf-8"))
    written = [
        "".join(cell["source"])
        for cell in table["cells"]
        if cell["cell_type"] == "markdown" and cell["id"] not in ("room", "default-result")
    ]
    lesson = load_lesson(path.stem)
    assert lesson.code is not None
    for text in (*written, lesson.studies, lesson.code.expect):
        for block in re.split(r"\n\s*\n", re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)):
            plain = not block.lstrip().startswith(("#", "|", ">", "<", "- ", "1. ", "```"))
            if plain and len(readability.words(block)) >= RUNNING:
                yield block


@pytest.mark.parametrize("name", lesson_names())
def test_a_lesson_is_plain_but_written_for_adults(name):
    grades = [readability.grade(p) for p in paragraphs(ROOT / f"notebooks/{name}.ipynb")]
    assert len(grades) >= 10
    low, high = ADULT
    assert low <= median(grades) <= high


IDIOMS = (
    "painted wall", "limp", "a drawer", "on the table", "the clock is", "holds the pen", "on many legs",
    "nail ", "red line", "straw man", "a full room is", "half lost", "knock", "league table", "sit deep",
    "the bones of", "pulls harder", "the pen writes", "to make it shine", "look at his feet", "hunch",
    "openness as a wall", "means it:", "give or take half",
)  # fmt: skip
"""Figures of speech that readers of English as a second language took at their word."""
SAID_BY_OTHERS = re.compile(r'"[^"]*"|^>.*$', re.MULTILINE)


@pytest.mark.parametrize("path", LESSONS, ids=lambda p: p.stem)
def test_no_page_of_a_lesson_speaks_in_riddles(path):
    assert riddles(cells(path)) == []


@pytest.mark.parametrize("name", lesson_names())
def test_no_question_and_no_answer_of_a_lesson_speaks_in_riddles(name):
    table = read_toml(ROOT / f"src/coprod_sim/learning/lessons/{name}.toml")
    assert riddles([text for _, text in strings(table)]) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)
def test_no_exercise_speaks_in_riddles(folder):
    table = without_quotes(read_toml(folder / "exercise.toml"))
    assert riddles([text for _, text in strings(table)]) == []


def riddles(texts: list[str]) -> list[tuple[str, str]]:
    said = [SAID_BY_OTHERS.sub("", text).lower() for text in texts]
    return [(idiom, text[:60]) for text in said for idiom in IDIOMS if idiom in text]


@pytest.mark.parametrize("name", lesson_names())
def test_every_question_and_answer_of_a_lesson_is_plain(name):
    table = read_toml(ROOT / f"src/coprod_sim/learning/lessons/{name}.toml")
    activity = table.pop("activity", {})
    texts = [text for _, text in strings(table)]
    assert hard(texts, LEARNER) == []
    assert hard([text for _, text in strings(activity)], TRAINER) == []
    assert too_long(texts) == []
    assert shutting_out(texts) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)
def test_every_exercise_is_plain(folder):
    table = read_toml(folder / "exercise.toml")
    texts = [text for _, text in strings(without_quotes(table))]
    assert hard(texts, LEARNER) == []
    assert too_long(texts) == []
    assert shutting_out(texts) == []


def written_for_learners(folder: Path) -> Iterator[str]:
    """Give the running text in which an exercise speaks to its learner, without specimens of writing."""
    table = without_quotes(read_toml(folder / "exercise.toml"))
    if table["kind"] == "write":  # model answers keep to the grade that the task asks of learners
        del table["answer"], table["example"], table["write"]["weaker"]["text"]
        for part in table["write"]["parts"]:
            del part["met"], part["missed"]
    for _, text in strings(table):
        for block in re.split(r"\n\s*\n", text):
            plain = not block.lstrip().startswith(("- ", "1. ", '"', "*"))
            if plain and len(readability.words(block)) >= RUNNING:
                yield block


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)
def test_an_exercise_is_plain_but_written_for_adults(folder):
    grades = [readability.grade(text) for text in written_for_learners(folder)]
    assert len(grades) >= 3
    low, high = ADULT
    assert low <= median(grades) <= high


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)
def test_every_trainers_note_is_plain(folder):
    texts = re.split(r"\n(?=## )", (folder / "trainer" / "notes.md").read_text(encoding="utf-8"))
    assert hard(texts, TRAINER) == []
    assert too_long(texts) == []
    assert shutting_out(texts) == []


def test_every_word_of_the_glossary_is_explained_in_few_plain_words():
    terms = glossary()
    assert len(terms) >= 40
    long = {k: t.text for k, t in terms.items() if len(t.text.split()) > 25}
    assert long == {}
    together = "\n\n".join(t.text for t in terms.values())
    assert grade(together) <= LEARNER
    assert shutting_out([t.text for t in terms.values()]) == []


def test_the_glossary_names_no_spelling_twice():
    forms = [f.lower() for t in glossary().values() for f in (t.word, *t.forms)]
    assert sorted(f for f in set(forms) if forms.count(f) > 1) == []


def test_the_printed_glossary_holds_every_word():
    page = glossary_page()
    assert page == (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    assert all(f"**{t.word}**: {t.text}" in page for t in glossary().values())


def test_the_hard_word_is_explained_on_the_first_page_learners_see():
    first = next(text for text in cells(ROOT / "notebooks/0_start_here.ipynb") if "co-prod" in text)
    assert "equal partners" in first


def test_our_own_grade_agrees_with_the_usual_one():
    """Writing exercises grade texts without the test's library; the two must not drift apart."""
    texts = [t for path in LESSONS for t in cells(path) if len(readability.words(t)) >= 80]
    apart = [readability.grade(t) - grade(t) for t in texts]
    assert abs(sum(apart) / len(apart)) < 0.4
    assert max(map(abs, apart)) < 1.6


def test_what_is_said_of_a_measure_names_no_paper_without_its_record():
    told = [*meanings(MEASURES), *(str(m["caveat"]) for m in measures())]
    assert any("drift apart" in line for line in told)
    assert [line for line in told if re.search(r"\([A-Z]\w+ (19|20)\d\d\)", line)] == []


def test_the_rules_bite():
    heavy = (
        "The implementation of participatory methodologies necessitates considerable institutional "
        "transformation, organisational commitment and interdepartmental communication capabilities, "
        "which stakeholders consistently underestimate throughout preparatory consultations everywhere."
    )
    assert hard([heavy + " " + heavy], TRAINER)
    assert "stakeholder" in readability.banned(heavy)
    assert too_long([" ".join(["word"] * 26) + "."])
    assert not too_long([" ".join(["word"] * 25) + "."])
