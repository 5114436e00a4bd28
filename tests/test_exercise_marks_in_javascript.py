"""The exercises' pages mark an answer as Python does: the same state and words, whatever is answered."""

import random
import tomllib
from pathlib import Path

import pytest
from node_stage import worked_out

from coprod_sim import kit_folders
from coprod_sim.learning.artefact import artefacts
from coprod_sim.learning.artefact_standing import apart, mark_said, standing, thin
from coprod_sim.learning.checking import check_answer
from coprod_sim.learning.exercise import exercise_folders, load_exercise
from coprod_sim.learning.kinds import write
from coprod_sim.site.exercises.handed_exercise import exercise_handed
from coprod_sim.words import ENGLISH, words_in

FOLDERS = exercise_folders(kit_folders.home() / kit_folders.EXERCISES)
WRITTEN = tomllib.loads(
    (Path(__file__).parent / "data" / "written_answers.toml").read_text("utf-8")
)
TO_WRITE = {one.id: one for one in map(load_exercise, FOLDERS) if one.kind == "write"}
ODD = (
    "", "   \n", "\N{SOFT ICE CREAM}" * 50, "z " * 9,
    "One. Two! Three? (Four.) Five.\n\n- six\n- six\n...\n*Seven.* \"Eight.\" e.g. nine",
    "It costs £1,200, or 1 200 GBP, or 1.2k; 0.5 million, -30, 7kg. " * 9,
    "3.2.1, 12,34, 1\N{NO-BREAK SPACE}000."
)  # fmt: skip
MARKED = """(() => {
  const keys = [];
  const say = (key, args) => { keys.push([key, args ?? {}]); return key; };
  const said = given.answers.map((answer) => {
    keys.length = 0;
    const { state, head, said } = m.marked(given.asked, answer, say);
    keys.splice(0, keys.length, ...keys.filter(([key]) => said.includes(key)));
    m.hints(given.asked, answer.text.trim(), given.truth, say);
    const marks = m.marksOf(given.asked, answer);
    for (const part of given.asked.parts) if (marks[part.id]) m.markSaid(part, marks[part.id], say);
    return { state, head: head ?? "", keys: [...keys], marks, sentences: m.sentencesOf(answer.text) };
  });
  return said;
})()"""
COUNTED = (
    "learner-check-short",
    "learner-check-long",
    "learner-check-amount",
    "learner-check-figure",
    "learner-check-no_sum",
    "learner-check-sum",
)
OF_KIND = {one.id: one for one in map(load_exercise, FOLDERS) if one.kind in ("sort", "diagnose")}
SAID = """(() => given.answers.map((answer) => {
  const keys = [];
  const say = (key, args) => { keys.push([key, args ?? {}]); return key; };
  const found = (given.kind === "sort" ? m.sorted : m.diagnosed)(given.asked, answer, say);
  return { state: found.state, keys, said: found.said };
}))()"""


STANDS = """given.works.map((work) => [
  m.standing(given.make, work), m.apart(given.make, work).map(({ id }) => id),
  m.thin(given.make, work).map(({ id }) => id),
  ["mine", "peer"].map((who) => given.make.criteria.map((one) =>
    m.markSaid(given.make, work, who, one, SAY, "2")))])""".replace(
    "SAY", "(key, { boxes, count } = {}) => `${key} ${boxes} ${count}`"
)
LONG = "What we know of it so far"


def some_answers(one, luck: random.Random) -> list[dict]:
    """Make answers from none to right: nothing, some, all, at random and as declared."""
    table = one.detail
    if one.kind == "sort":
        right = {card.id: card.bin for card in table.items}
        bins = list(table.bins)
        mixed = [
            {c.id: luck.choice([*bins, c.bin, c.bin]) for c in table.items if luck.random() < most}
            for most in (0.3, 0.8, 1.0, 1.0, 1.0)
        ]  # fmt: skip
    else:
        right = {q.id: list(q.right) for q in table.questions} | {
            "lab": [{"what": "", "values": []}] * 9
        }
        mixed = [
            {
                q.id: luck.choice([list(q.right), [luck.choice(q.options).id], [o.id for o in q.options], []])
                for q in table.questions
            }
            for _ in range(6)
        ]  # fmt: skip
    return [{}, right, {k: v for k, v in right.items() if k != "lab"}, *mixed]


@pytest.mark.parametrize("name", sorted(OF_KIND))
def test_an_answer_comes_to_the_same_in_the_browser(name: str):
    one, t = OF_KIND[name], words_in(ENGLISH)
    answers = some_answers(one, random.Random(name))
    asked = exercise_handed(one, [])["asked"]
    found = worked_out(
        "lessons/marking.ts", SAID, {"kind": one.kind, "asked": asked, "answers": answers}
    )
    states = set()
    for answer, there in zip(answers, found, strict=True):
        here = check_answer(one, answer, 1)
        states.add(there["state"])
        assert there["state"] == here.status, answer
        said = list(there["said"])
        for key, args in there["keys"]:
            said[said.index(key)] = t(key, **args)
        assert tuple(said) == here.said, answer
    assert {"not_tried", "not_yet", "yes"} == states


@pytest.mark.parametrize("name", [k for k, one in OF_KIND.items() if one.kind == "sort"])
def test_what_is_said_of_a_card_is_what_python_says(name: str):
    one = OF_KIND[name]
    for card in exercise_handed(one, [])["asked"]["cards"]:
        for place, said in card["said"].items():
            assert check_answer(one, {card["id"]: place}, 1).notes == {card["id"]: said}


@pytest.mark.parametrize("one", artefacts(), ids=lambda one: one.lesson)
def test_what_is_made_is_as_far_in_the_browser_as_in_the_kit(one):
    luck, works = random.Random(one.lesson), []
    for _ in range(40):
        marks = [
            {c.id: luck.choice(["0", "1", "2", "2", ""]) for c in one.criteria if luck.random() < most}
            for most in (1.0, luck.choice([0.0, 1.0]))
        ]  # fmt: skip
        boxes = {b.id: luck.choice([LONG, LONG, LONG, " ", "asdf"]) for b in one.boxes}
        whole = luck.random() < 0.7
        works.append({
            "boxes": {b.id: LONG for b in one.boxes} if whole else boxes,
            "mine": {c.id: "2" for c in one.criteria} if whole and luck.random() < 0.5 else marks[0],
            "peer": marks[1], "said": "",
        })  # fmt: skip
    works.append({"boxes": {}, "mine": {}, "peer": {}, "said": ""})
    asked = {"make": one.model_dump(mode="json"), "works": works}
    there = worked_out("lessons/artefact_standing.ts", STANDS, asked)

    def told(key: str, **args: object) -> str:
        return f"{key} {args.get('boxes', 'undefined')} {args.get('count', 'undefined')}"

    here = [
        [
            standing(one, work),
            [c.id for c in apart(one, work)],
            [b.id for b in thin(one, work)],
            [
                [mark_said(one, work, who, c, told, "2") for c in one.criteria]
                for who in ("mine", "peer")
            ],
        ]
        for work in works
    ]
    assert there == here
    assert {"nothing", "begun", "written", "marked"} <= {state for state, *_ in here}


@pytest.mark.parametrize("name", sorted(TO_WRITE))
def test_a_text_is_marked_by_its_writer_and_counted_alike_in_the_browser(name: str):
    one, t, luck = TO_WRITE[name], words_in(ENGLISH), random.Random(name)
    table: write.WriteTable = one.detail
    texts = [a["text"] for a in WRITTEN["answer"] if a["exercise"] == name]
    texts += [table.start, table.weaker.text, one.answer, *ODD]
    answers = []
    for text in texts * 3:
        could = [*write.sentences_of(text), "own_words", "missing", "gone with the wind", ""]
        answers.append({"text": text, "marks": {p.id: luck.choice(could) for p in table.parts}})
    answers += [
        {"text": texts[0], "marks": {p.id: "own_words" for p in table.parts}},
        {"text": texts[0], "marks": 7},
    ]
    truth = write.figures(table, 1)
    asked = exercise_handed(one, [])["asked"]
    given = {"asked": asked, "answers": answers, "truth": list(truth.values())}
    states = set()
    for answer, there in zip(answers, worked_out("lessons/marking.ts", MARKED, given), strict=True):
        here = check_answer(one, answer, 1)
        states.add(there["state"])
        assert (there["state"], there["head"]) == (here.status, here.head), answer
        assert there["sentences"] == write.sentences_of(answer["text"])
        marks = write.marks(table, answer)
        assert there["marks"] == marks
        said = [t(key, **args) for key, args in there["keys"]]
        counted = [t(key, **args) for key, args in there["keys"] if key in COUNTED]
        every = write.hints(table, answer["text"].strip(), 1)
        assert counted == [hint for hint in every if hint in counted]
        left = [hint for hint in every if hint not in counted and "the date" not in hint]
        assert not any(hint.startswith(("Your text has", "We did not find")) for hint in left)
        noted = [write.mark_said(p, marks[p.id], t) for p in table.parts if marks[p.id]]
        assert said == [*here.said, *counted, *noted]
    assert {"not_tried", "not_yet", "marked"} <= states
