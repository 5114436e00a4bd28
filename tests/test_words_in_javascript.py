"""Python and JavaScript say the same words, message by message."""

import pytest
from ftl_texts import WORDS, places
from node_stage import worked_out

from coprod_sim.words import ENGLISH, languages, words_in

SAY = """given.said.map(({key, values}) => {
  given.words ??= new m.Words(given.texts, given.language);
  try { return given.words.say(key, values); } catch (fault) { return `fault: ${fault.name}`; }
})"""
VALUES = ("Lambeth & <Co>", 0, 1, 2, 5, 1234, 2.5, 0.125)


def in_python(language: str, said: list[dict]) -> list[str]:
    t, told = words_in(language), []
    for one in said:
        try:
            told.append(t(one["key"], **one["values"]))
        except KeyError:
            told.append("fault: ReferenceError")
    return told


def everything() -> list[dict]:
    """Ask for every message: with each kind of value in all its places, and with one value missing."""
    asked = []
    for key, needed in places(ENGLISH).items():
        names = sorted(needed)
        kinds = VALUES if names else ("",)
        asked += [{"key": key, "values": dict.fromkeys(names, value)} for value in kinds]
        asked += [{"key": key, "values": dict.fromkeys(names[1:], 1)}] if names else []
    return asked


@pytest.mark.parametrize("language", languages())
def test_both_say_the_same_for_the_same_message_and_values(language):
    texts = {
        code: "\n".join(f.read_text(encoding="utf-8") for f in (WORDS / code).glob("*.ftl"))
        for code in (ENGLISH, language)
    }
    asked = everything()
    here = in_python(language, asked)
    there = worked_out("words.ts", SAY, {"texts": texts, "language": language, "said": asked})
    apart = [(one, a, b) for one, a, b in zip(asked, here, there, strict=True) if a != b]
    assert apart == []
    assert len(asked) > 2000
    assert here.count("fault: ReferenceError") > 200
