"""The words leaders read: plain enough for everybody, and whole in every language."""

import re
from importlib import import_module

import pytest
import textstat
from ftl_texts import places, texts

from coprod_sim.engagement import DIALS, engagement_names, load_engagement
from coprod_sim.errors import InputError
from coprod_sim.learning.readability import banned, other_ways
from coprod_sim.scenarios import load_scenario, scenario_names
from coprod_sim.words import ENGLISH, languages, words_in

GRADE, LEARNER, LONGEST = 8.0, 6.0, 25
READ_FIRST = (("start",), ("door",), ("gate",), ("case", "what", "why", "cost", "take"))
"""The parts of the leaders' page, in the order in which they are met."""
NO_PROSE = ("country", "currency", "language")


def prose(language: str = ENGLISH) -> dict[str, str]:
    """Give every text that is read as sentences, without addresses and places to fill in."""
    found = {}
    for key, text in texts(language).items():
        if key.split("-")[0] in NO_PROSE or key.endswith("_source") or "|" in text:
            continue
        found[key] = re.sub(r"https?://\S+", "10", text)
    return found


def sentences(text: str) -> list[str]:
    return [s for line in text.splitlines() for s in re.split(r"(?<=[.!?:])\s+", line) if s.strip()]


def test_no_sentence_is_longer_than_people_can_hold():
    long = [
        (key, s)
        for key, text in prose().items()
        for s in sentences(text)
        if len(s.split()) > LONGEST
    ]
    assert long == []


def test_every_part_reads_at_grade_eight_or_below():
    parts: dict[str, list[str]] = {}
    for key, text in prose().items():
        parts.setdefault(key.split("-")[0], []).extend(sentences(text))
    grades = {
        part: textstat.textstat.flesch_kincaid_grade(" ".join(s.rstrip(".!?:") + "." for s in said))
        for part, said in parts.items()
        if sum(len(s.split()) for s in said) >= 40
    }
    assert {part: grade for part, grade in grades.items() if grade > GRADE} == {}
    assert len(grades) > 10


def test_what_learners_are_told_reads_at_grade_six_or_below():
    for part in ("learner-check", "learner-bet", "learner-exercise", "learner-progress", "learner"):
        said = [
            s
            for key, text in prose().items()
            if key.startswith(f"{part}-")
            for s in sentences(text)
        ]
        grade = textstat.textstat.flesch_kincaid_grade(
            " ".join(s.rstrip(".!?:") + "." for s in said)
        )
        assert grade <= LEARNER, part


def test_the_dials_are_asked_about_in_plain_words():
    for dial in DIALS.values():
        said = " ".join([dial.question, dial.plain, *dial.anchors])
        assert textstat.textstat.flesch_kincaid_grade(said) <= GRADE, dial.label


def test_no_word_keeps_anybody_out():
    found = [(key, word) for key, text in prose().items() for word in banned(text)]
    assert found == []


@pytest.mark.parametrize("name", sorted({*scenario_names(), *engagement_names()}))
def test_cases_and_ways_write_shares_and_amounts_in_one_way(name):
    found: list[str] = []
    for load, names in ((load_scenario, scenario_names()), (load_engagement, engagement_names())):
        if name in names:
            one = load(name)
            facts = [f"{fact.what}: {fact.value} {fact.unit}" for fact in getattr(one, "facts", ())]
            found += [one.title, one.summary, one.who_decides, *one.assumed, *facts]
            found += [getattr(one, "outcome", ""), *getattr(one, "criticism", ())]
    assert {text: other for text in found if (other := other_ways(text))} == {}


def test_another_way_to_write_a_share_or_an_amount_is_found_and_mended():
    said = other_ways("It costs 5 million pounds, and 30 percent or 12% pay; a compound is none.")
    assert said == {"percent": "in 100", "%": "in 100", "pounds": "£"}


def test_the_hard_word_is_explained_where_it_comes_first():
    said = prose()
    read = [said[key] for part in READ_FIRST for key in said if key.split("-")[0] in part]
    first = next(text for text in read if "co-production" in text.lower())
    assert "as equal partners" in first


@pytest.mark.parametrize("language", [code for code in languages() if code != ENGLISH])
def test_another_language_has_the_same_keys_and_the_same_places_to_fill_in(language):
    english, other = places(ENGLISH), places(language)
    assert {key: asked for key, asked in other.items() if english.get(key) != asked} == {}
    assert texts(language)["language-checked"] == "yes" or "language-note" in other


def test_an_unknown_language_is_named_with_those_there_are():
    with pytest.raises(InputError, match="known: en"):
        words_in("tlh")


@pytest.mark.parametrize("page", ["own_case.worksheet", "trainer.trainer", "learner.exercises"])
def test_every_part_of_a_page_has_its_title_in_the_english_words(page):
    t, parts = words_in(ENGLISH), import_module(f"coprod_sim.apps.{page}_page").PARTS
    missing = [part.title for part in parts if not t.has(part.title)]
    assert missing == [], "give these keys a text in src/coprod_sim/words/en/"


def test_the_table_under_a_picture_is_called_the_same_on_every_page():
    t = words_in(ENGLISH)
    keys = ("page-as_table", "board-table", "trainer-lead-as_table")
    assert {t(key) for key in keys} == {"The numbers as a table"}
    assert 'open "The numbers as a table" under it' in t("learner-see-help")
