"""What runs through all lessons comes out alike in the browser and in the kit, from one and the same file."""

import json
import random
from pathlib import Path
from typing import Any

from node_stage import worked_out

from coprod_sim.learning import portfolio, recall
from coprod_sim.learning.answer_mark import mark_of
from coprod_sim.learning.artefact import artefact_of, artefacts
from coprod_sim.learning.counted import full_words
from coprod_sim.learning.learnt import form_at, hand_in, items, right_in, to_hand_out
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.lesson_progress import FEWEST, done_parts
from coprod_sim.learning.place_said import place_said
from coprod_sim.learning.progress import ProgressRecord, ProgressStore, StoredItem
from coprod_sim.learning.progress.brought_together import (
    ANOTHER,
    brought_together,
    saved_over,
    texts_in,
    written_handed,
)
from coprod_sim.site.lessons import lessons_listed, work_handed
from coprod_sim.words import ENGLISH, words_in

T = words_in(ENGLISH)
ABOUT = work_handed(ENGLISH) | {"lessons": [{"name": n} for n in lesson_names()]}
STORES = """given.stores.map((kept) => ({
  get: (name) => kept[name] ?? null,
  names: (start) => Object.keys(kept).filter((name) => name.startsWith(start)).sort() }))"""
SAID = (
    *(f"learner-made-{k}" for k in ("all", "decision", "empty", "said", "unmarked", "by_mine", "by_peer")),
    *(f"learner-made-level_{k}" for k in "012"),
    *(f"learner-made-is_{k}" for k in ("nothing", "written", "back", "marked")),
    *(f"learner-made-signed_{k}" for k in ("name", "whom", "day", "hand")),
    "learner-journal-none", "learner-made-criterion", "learner-made-not_filled", "learner-made-signed",
    "learner-bet-mine_order",
)  # fmt: skip
WITH_ONE_VALUE = {
    "learner-made-is_begun": "boxes", "learner-made-is_lacking": "parts", "learner-made-about": "decision",
    "learner-bet-mine": "answer", "learner-bet-mine_sure": "sure", "learner-bet-came": "came",
    "learner-made-writer": "name", "learner-made-saved_on": "day",
}  # fmt: skip
SAID_OF = "learner-made-said"
SAY = """(key, args = {}) => given.words[key]?.replace("VALUE", () => Object.values(args)[0]) ?? key"""
"""Says a message with its one value put in, where it has one."""
TEXTS = (
    "It costs £60,000 a year.", "<b>Loud</b> & \"quoted\" by O'Neill",
    "One line.\n\n  Two.  \r\nThree.\u2028Four.",
    "Zürich, 北京, \N{SOFT ICE CREAM}", "</textarea><script>alert(1)</script>", "x" * 3000,
)  # fmt: skip


def in_javascript(module: str, expression: str, stores: list[dict], **more) -> list:
    asked = {
        "about": ABOUT,
        "stores": stores,
        "words": {key: T(key) for key in SAID}
        | {key: T(key, **{name: "VALUE"}) for key, name in WITH_ONE_VALUE.items()},
        **more,
    }
    return worked_out(f"lessons/{module}", f"{STORES}.map((kept) => {expression})", asked)


def stored(tmp_path: Path, kept: dict) -> ProgressStore:
    store = ProgressStore(tmp_path / f"{len(list(tmp_path.iterdir()))}.json")
    for name, value in kept.items():
        store.put(name, value)
    return store


def some_tries(luck: random.Random) -> dict:
    """Let somebody answer some questions in some lessons, also in ways no page would keep."""
    names = lesson_names()
    kept: dict = {}
    for lesson in names:
        for place in range(len(load_lesson(lesson).recall)):
            later = names[names.index(lesson) :]
            tries = {k: luck.random() < 0.5 for k in later if luck.random() < 0.4}
            kept[f"recall/{lesson}/{place}"] = luck.choice(
                [tries, tries, tries, "damaged", {"no_lesson": False}, {lesson: "no"}]
            )
    return kept  # fmt: skip


def test_the_same_questions_come_back_in_the_browser(tmp_path: Path):
    luck = random.Random(3)
    stores = [{}, *(some_tries(luck) for _ in range(12))]
    each = ", ".join(
        f"[m.returning(given.about, kept, '{name}'), m.firstRight(given.about, kept, '{name}')]"
        for name in lesson_names()
    )
    there = in_javascript("recall.ts", f"[{each}]", stores)
    most = 0
    for kept, found in zip(stores, there, strict=True):
        store = stored(tmp_path, kept)
        for name, (back, counts) in zip(lesson_names(), found, strict=True):
            here = [{"lesson": b.lesson, "place": b.place} for b in recall.returning(store, name)]
            assert back == here
            assert (counts["right"], counts["asked"]) == recall.first_right(store, name)
            most = max(most, len(back))
    assert most == 3


def some_parts(luck: random.Random) -> dict:
    """Let somebody go through some parts of every lesson, some with a text too short to count."""
    kept: dict = {}
    texts = ("", "so", "???", "Because they were asked early.")
    for name in lesson_names():
        start, lesson = f"lesson/{name}/", load_lesson(name)
        bet = {"seed": luck.choice([0, 7]), "ran": luck.random() < 0.5, "seen": luck.choice([None, "a"]),
               "because": luck.choice(texts)}  # fmt: skip
        made = artefact_of(name)
        boxes = (
            {b.id: luck.choice(["", "Two words", "word " * 40]) for b in made.boxes} if made else {}
        )
        full = {b.id: "word " * 40 for b in made.boxes} if made else {}
        all_ = {f"{start}recall/{k}": luck.choice(["0", "1"]) for k in range(len(lesson.recall))} | {
            f"{start}predict": bet, f"{start}change": luck.choice([{"turned": 1}, {}]),
            f"idea/{name}": luck.choice([{"idea": "A bench"}, {"idea": ""}]),
            f"journal/{name}/place": {"text": luck.choice(texts)},
        }  # fmt: skip
        if made:
            all_[made.key] = {"boxes": luck.choice([boxes, full]), "mine": {}, "peer": {}}
        kept |= {key: value for key, value in all_.items() if luck.random() < 0.7}
    return kept


def test_six_of_eight_parts_gone_through_in_the_kit_are_six_of_eight_on_the_page(tmp_path: Path):
    luck = random.Random(5)
    stores = [{}, *(some_parts(luck) for _ in range(12))]
    there = in_javascript(
        "list.tsx",
        """given.listed.map((one) => m.doneParts(one, {
            declared: { ...given.about, fewest: given.fewest },
            progress: { ...kept, table: (name) => kept.get(name) ?? {} } }))""",
        stores,
        listed=lessons_listed(),
        fewest=FEWEST,
    )
    for kept, found in zip(stores, there, strict=True):
        store = stored(tmp_path, kept)
        assert found == [done_parts(load_lesson(name), store) for name in lesson_names()]
    assert len({len(one) for found in there for one in found}) > 4


def test_the_short_test_is_counted_and_handed_out_alike(tmp_path: Path):
    stores, here = [], []
    for seed in range(8):
        luck, store = random.Random(seed), stored(tmp_path, {})
        for time in ("before", "after"):
            asked = items(form_at(store, time))
            hand_in(store, time, {i.id: luck.choice("012") for i in asked})
        stores.append({"learnt": store.get("learnt")})
        counts = [right_in(store, time) for time in ("before", "after")]
        here.append([*counts, to_hand_out(store).model_dump()])
    test = "given.about.learnt, kept"
    there = in_javascript(
        "learnt.ts",
        f"[m.rightIn({test}, 'before'), m.rightIn({test}, 'after'), m.toHandOut({test})]",
        stores,
    )
    assert there == here
    assert {found[2]["began_with"] for found in here} == {"first", "second"}


def test_full_words_are_counted_alike_in_the_browser():
    counts = {
        "14 December, from Aisha": 4, "??? ... !!!": 0, "a b c d e": 0, "12/05/2026": 3, "asdf": 1,
        "Zürich, 北京": 2, "I don't know": 2, "": 0, "Dee, Raj": 2, "हिन्दी भाषा": 2,
    }  # fmt: skip
    found = worked_out("lessons/marking.ts", "given.map(m.fullWords)", list(counts))
    assert found == [full_words(text) for text in counts] == list(counts.values())


def test_deleting_nothing_leaves_what_can_be_put_back_in_the_browser():
    """All that was deleted on the page comes back, however often "Delete everything" was pressed."""
    asked = {"format": 2, "most": 10_000, "written": written_handed()}
    steps = """(() => {
      globalThis.addEventListener = () => {};
      globalThis.localStorage = { getItem: () => null, setItem: () => { throw Error("none"); } };
      const p = new m.Progress("1", given);
      p.forget();
      const before = p.canRestore;
      p.put("journal/a/place", { text: "One." });
      p.forget(); p.forget();
      p.put("journal/b/place", { text: "Two." });
      p.forget(); p.forget();
      const gone = p.names("");
      p.restore(() => "");
      return [before, gone, p.names(""), p.canRestore];
    })()"""
    found = worked_out("lessons/progress.ts", steps, asked)
    assert found == [False, [], ["journal/a/place", "journal/b/place"], False]


def test_an_answer_has_the_mark_in_javascript_that_it_has_in_python():
    """A known value of the hash, too: of nothing but the line end between question and answer."""
    pairs = [[q, text] for q in ("", "first_1", "Zürich") for text in (*TEXTS, "", "0")]
    found = worked_out("lessons/answer_mark.ts", "given.map(([q, a]) => m.markOf(q, a))", pairs)
    assert found == [mark_of(q, text) for q, text in pairs]
    assert mark_of("", "") == f"{(0x811C9DC5 ^ 10) * 0x01000193 % 2**32:08x}"


def test_the_pages_source_does_not_say_which_answers_of_the_short_test_are_right():
    for form, asked in ABOUT["learnt"]["forms"].items():
        for told, item in zip(asked, items(form), strict=True):
            assert set(told) == {"id", "form", "about", "question", "options", "mark"}
            marked = [text for text in told["options"] if mark_of(told["id"], text) == told["mark"]]
            assert marked == [item.options[item.right]], (
                "one answer has the mark, and it is the right one"
            )


def some_work(luck: random.Random) -> dict:
    """Let somebody write here and there, in every kind of place there is."""
    kept: dict = {}

    def some(name: str, value: object) -> None:
        if luck.random() < 0.5:
            kept[name] = value

    def text() -> str:
        return luck.choice([*TEXTS, ""])

    some("journal/0_start_here/place", {"prompt": "Which?", "text": text()})
    for one in artefacts():
        marks = [
            {c.id: luck.choice("012") for c in one.criteria if luck.random() < 0.9} for _ in "12"
        ]
        boxes = {b.id: text() for b in one.boxes if luck.random() < 0.8}
        some(
            one.key,
            {"boxes": boxes, "mine": marks[0], "peer": luck.choice([{}, marks[1]]), "said": text()},
        )
    for name in lesson_names():
        chosen = load_lesson(name).predict.options[0].id
        bet = {"answer": {"choice": chosen}, "because": text(), "seed": 1}
        some(f"lesson/{name}/predict", bet)
        some(f"idea/{name}", {"idea": "x", "words": text()})
    for place in ("2_3", "1_3"):
        some(
            f"exercise/{place}",
            luck.choice([{"answer": {"text": text()}}, {"answer": 7}, "damaged"]),
        )
    some("exercise/1_2/bet", {"because": text()})
    some("journal/exercise 1.1", {"prompt": "Whom?", "text": text()})
    some("journal/of_an_older_kit", {"prompt": "", "text": text()})
    return kept  # fmt: skip


def test_all_one_has_written_is_the_same_page_and_the_same_text_in_the_browser(tmp_path: Path):
    stores = [{}, *(some_work(random.Random(seed)) for seed in range(24))]
    asked = f"given.about, kept, {SAY}"
    there = in_javascript("portfolio.ts", f"[m.page({asked}), m.plain({asked})]", stores)
    for kept, found in zip(stores, there, strict=True):
        store = stored(tmp_path, kept)
        assert found == [portfolio.page(store, T), portfolio.plain(store, T)]
    assert "<script" not in "".join(page for page, _ in there)


def some_record(luck: random.Random) -> ProgressRecord:
    """Let somebody keep some work at some times, with gaps, lists and things deleted again."""
    kept = some_work(luck)
    pages = [{"day": "", "text": luck.choice([*TEXTS[:2], ""])} for _ in range(luck.randrange(3))]
    kept |= luck.choice([{}, {"own_case/journal": pages, "own_case/promise": {"we": TEXTS[0]}}])
    kept |= dict.fromkeys(luck.sample(sorted(kept), k=min(2, len(kept))))
    kept |= some_that_stands(luck)
    days = (f"2026-05-0{luck.choice('123')}T10:00:00+00:00" for _ in kept)
    items = zip(kept.items(), days, strict=True)
    return ProgressRecord(items={name: StoredItem(value=v, at=at) for (name, v), at in items})


def some_that_stands(luck: random.Random) -> dict:
    """Let somebody bet, try from memory, hand in and be done, or not yet."""
    answers = {"first_1": luck.choice("012")}
    return {
        "lesson/1_awareness/predict": {
            "answer": {"choice": luck.choice("abc")}, "sure": luck.choice([None, 0, 60]),
            "seed": luck.choice([0, 1, 2]), "ran": luck.random() < 0.5, "because": luck.choice(TEXTS),
        },
        "bet/x": luck.choice([None, {"question": luck.choice("?!"), "sure": luck.choice([10, 20])}]),
        "recall/1_awareness/0": {k: luck.random() < 0.5 for k in luck.sample("abc", k=2)},
        "learnt": luck.choice(
            [{}, {"began_with": luck.choice(["first", "second"])},
             {"began_with": "first", "before": answers}]
        ),
        "exercise/9_9": {
            "state": luck.choice(["not_tried", "not_yet", "yes", "open"]), "tries": luck.randrange(4),
            "hints": luck.randrange(3), "shown": luck.random() < 0.5, "seed": luck.choice([None, 3, 4]),
        },
    }  # fmt: skip


def told_of(name: str, ways: list, value: Any) -> str:
    return f"Another text: {place_said(name, ways, value, T)}"


def test_two_records_come_together_alike_in_the_browser():
    luck = random.Random(11)
    pairs = [(some_record(luck), some_record(luck)) for _ in range(40)]
    items = [[one.model_dump(mode="json")["items"] for one in pair] for pair in pairs]
    asked = {"pairs": items, "written": written_handed()}
    there = worked_out(
        "lessons/together.ts",
        "given.pairs.map(([mine, theirs]) =>"
        " m.together(mine, theirs, 'now', ({ name, ways, value }) =>"
        " JSON.stringify([name, ways, value]), given.written))",
        asked,
    )
    here = [brought_together(*pair, "now", told_of) for pair in pairs]
    said_of = [place["prompt"] for found in there for place in put_aside(found["items"])]
    asked = {"about": ABOUT, "places": [json.loads(place) for place in said_of]}
    asked["words"] = {SAID_OF: T(SAID_OF)}
    said = worked_out(
        "lessons/place_said.ts",
        "given.places.map(([name, ways, value]) =>"
        " m.placeSaid(given.about, { name, ways, value }, (key) => given.words[key]))",
        asked,
    )
    for place, line in zip((p for f in there for p in put_aside(f["items"])), said, strict=True):
        place["prompt"] = f"Another text: {line}"
    assert [found["items"] for found in there] == [
        record.model_dump(mode="json")["items"] for record, _ in here
    ]
    assert [found["others"] for found in there] == [others for _, others in here]
    assert sum(others for _, others in here) > 40


def test_what_two_tabs_write_comes_together_alike_in_the_browser():
    luck = random.Random(13)
    cases = []
    for _ in range(40):
        kept, mine, seen = some_record(luck), some_record(luck), some_record(luck)
        for name, item in mine.items.items():
            before = luck.choice([kept, seen, seen]).items.get(name)
            cases.append((kept, name, None if before is None else before.value, item))
    asked = [
        [kept.model_dump(mode="json")["items"], name, seen, item.model_dump(mode="json")]
        for kept, name, seen, item in cases
    ]
    there = worked_out(
        "lessons/together.ts",
        "given.cases.map(([kept, name, seen, mine]) => m.savedOver(kept, name, seen, mine,"
        " ({ name }) => `Another text: ${name}`, given.written))",
        {"cases": asked, "written": written_handed()},
    )
    here = [saved_over(*case, lambda name, *_: f"Another text: {name}") for case in cases]
    assert [found["items"] for found in there] == [
        record.model_dump(mode="json")["items"] for record, _ in here
    ]
    assert [found["aside"] for found in there] == [aside for _, aside in here]
    assert 10 < sum(aside for _, aside in here) < len(here)


def put_aside(items: dict) -> list[dict]:
    """List what stands in a record under the name of another text."""
    return [item["value"] for name, item in items.items() if name.startswith(ANOTHER)]


def test_no_line_that_anybody_wrote_is_dropped_when_two_records_come_together():
    luck = random.Random(12)
    for _ in range(60):
        pair = some_record(luck), some_record(luck)
        both, _ = brought_together(*pair, "now", told_of)
        after = lines_in(both)
        for record in pair:
            assert lines_in(record) <= after
        again, others = brought_together(both, pair[0], "later", told_of)
        assert (again, others) == (both, 0), "what was brought once brings nothing new"


def lines_in(record: ProgressRecord) -> set[str]:
    """List every line that was written in a record."""
    found = (texts_in(name, item.value) for name, item in record.items.items())
    texts = (text for each in found for text in each.values())
    return {line.strip() for text in texts for line in text.splitlines()} - {""}
