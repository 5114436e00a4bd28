"""What a script, a card, a guide or a message calls a part of the screen by is what the screen calls it."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ftl_texts import texts

import coprod_sim
from coprod_sim.gate import LEGAL, QUESTIONS
from coprod_sim.live.pack.sheets import sheets_of
from coprod_sim.live.plans import load_plan, plan_names
from coprod_sim.words import ENGLISH, words_in

ROOT = Path(__file__).resolve().parents[1]
LIVE = Path(coprod_sim.__file__).parent / "live"
POINTS = re.compile(
    r"""\b(?i:open|press|choose|tick|start|under|go\ to|back\ to|then|see|and|in|part|page|card|sheet
    |from|list|choice|say)\s(?:\*{1,2}|['"])([A-Z][^*'"\n]+?)(?:\*{1,2}|['"])(?!\w)""",
    re.VERBOSE,
)
"""Words that send somebody to a part of the screen or of the pack, and its name between quotes or stars."""
GUIDES = (
    "docs/trainer-guide.md", "docs/doors/leader.md", "docs/doors/learner.md", "docs/doors/trainer.md",
    "docs/howto/leaders-page.md", "docs/howto/open-a-room.md", "docs/howto/open-the-kit.md",
    "docs/howto/own-case.md", "docs/howto/own-survey.md", "docs/howto/pool-sessions.md",
    "docs/howto/print-a-pack.md",
)  # fmt: skip
AROUND = LIVE.parent / "apps/serving/share/voila/templates/coprod/static/page.js"
"""What the frame around a page of the kit says by itself."""
NUMBER = {"five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)


def scripts() -> Iterator[tuple[str, str]]:
    for file in sorted(LIVE.rglob("*.toml")):
        for text in strings(tomllib.loads(file.read_text(encoding="utf-8"))):
            yield file.name, text


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def guides() -> Iterator[tuple[str, str]]:
    for name in GUIDES:
        yield name, (ROOT / name).read_text(encoding="utf-8")


def messages() -> Iterator[tuple[str, str]]:
    yield from texts(ENGLISH).items()


def names_there_are() -> set[str]:
    """Give all that can be read on a screen, a sheet or as the title of a page, without its last sign."""
    found = {line for text in texts(ENGLISH).values() for line in text.splitlines()}
    found |= {text for _, text in scripts()}
    for plan in map(load_plan, plan_names()):
        for sheet in sheets_of(plan):
            found |= {sheet.title, *(block.text for block in sheet.blocks)}
    for page in ROOT.glob("docs/**/*.md"):
        found.add(page.read_text(encoding="utf-8").partition("\n")[0].lstrip("# "))
    found |= set(re.findall(r'"# ([^":\\]+)', " ".join(map(_text, ROOT.glob("notebooks/*.ipynb")))))
    found |= set(re.findall(r'"([^"\n]+)"', _text(AROUND)))
    return {name.strip().rstrip(".?:") for name in found}


@pytest.mark.parametrize("where", [scripts, guides, messages])
def test_every_part_that_people_are_sent_to_is_there_under_that_name(where):
    """A script sent leaders to 'Who loses, what it costs', which no page had any more."""
    there = names_there_are()
    sent = [(place, name) for place, text in where() for name in POINTS.findall(text)]
    assert [(place, name) for place, name in sent if name.rstrip(".?,") not in there] == []
    assert len(sent) >= 5


def test_the_number_of_questions_of_the_gate_is_counted():
    """The glossary said seven, the page nine."""
    for place, text in (*scripts(), *guides()):
        for number in re.findall(r"\b(\w+) (?:plain )?questions (?:before|about our own)", text):
            assert NUMBER.get(number.lower(), len(QUESTIONS)) == len(QUESTIONS), (place, text)
    said = words_in(ENGLISH)("gate-intro", first=len(QUESTIONS) + 2, law=len(LEGAL))
    assert f"{len(QUESTIONS) + 2} questions" in said
    assert "The last two" in said
