import assert from "node:assert/strict";
import { test } from "node:test";
import { countedMarks, markSaid, standing, type Work } from "../src/lessons/artefact_standing.ts";
import { plain } from "../src/lessons/portfolio.ts";

const box = (id: string, label: string) => ({ id, label, head: label, help: "", least: 2, record: false });
const criterion = (id: string, boxes: string[], more = {}) => ({ id, boxes, every: false, name: `Is ${id} there?`, meets: "", misses: "", must: false, ...more });
const MAKE = {
  boxes: [box("fixed", "What is fixed?"), box("open", "What is open?"), box("word", "Who has the last word?")],
  criteria: [criterion("lists", ["fixed", "open"], { every: true, must: true }), criterion("any", ["fixed", "open"]), criterion("word", ["word"])],
};
const [LISTS, ANY, WORD] = MAKE.criteria as [typeof MAKE.criteria[0], typeof MAKE.criteria[0], typeof MAKE.criteria[0]];
const work = (boxes: Record<string, string>, mine = {}, peer = {}): Work => ({ boxes, mine, peer, said: "" });
const say = (key: string, args: Record<string, string | number> = {}): string => `${key} ${args["boxes"] ?? ""}`.trim();
const said = (at: Work, one: typeof LISTS, tried = "", who: "mine" | "peer" = "mine"): string[] => markSaid(MAKE, at, who, one, say, tried);

const HALF = work({ fixed: "The saving of £30,000.", open: "??", word: "" });
const WHOLE = { fixed: "The saving of £30,000.", open: "Which two days.", word: "You recommend, the cabinet decides." };

test("there is refused at its own criterion while its box is empty, and at no other", () => {
  assert.deepEqual(said(HALF, WORD, "2"), ["learner-made-bare Who has the last word?"]);
  assert.deepEqual(said(HALF, LISTS, "2"), ["learner-made-bare What is open?"]);
  assert.deepEqual(said(HALF, ANY, "2"), []);
  assert.deepEqual(said(HALF, WORD, "1"), ["learner-made-bare Who has the last word?"], "of nothing no part is there");
  assert.deepEqual(said(HALF, LISTS, "1"), [], "one list of two is a part");
  assert.deepEqual(said(HALF, WORD, "0"), []);
  assert.deepEqual(said(HALF, WORD), []);
});

test("a mark lapses while its box is empty, on the page and in what is saved, and comes back with its words", () => {
  const given = { lists: "2", any: "2", word: "2" };
  const emptied = work({ ...WHOLE, word: " " }, given);
  assert.deepEqual(countedMarks(MAKE, emptied, "mine"), { lists: "2", any: "2" });
  assert.deepEqual(said(emptied, WORD), ["learner-made-bare Who has the last word?"]);
  const make = { ...MAKE, key: "artefact/x", title: "X" };
  const about = { makes: { x: make }, decision: { name: "d" }, portfolio: { places: [], journal: "journal/", titles: {}, writer: "writer", blank: "___", months: Array(12).fill("May") } };
  const kept = { get: (name: string) => (name === "artefact/x" ? emptied : null), names: () => [] };
  const lines = plain(about as never, kept, say).split("\n");
  assert.equal(lines[lines.indexOf("Is word there?") + 1], "  learner-made-by_mine: learner-made-unmarked");
  assert.equal(lines[lines.indexOf("Is any there?") + 1], "  learner-made-by_mine: learner-made-level_2");
  assert.deepEqual(countedMarks(MAKE, work(WHOLE, given), "mine"), given);
});

test("what sends the work back, and marks far apart, are said where they lie", () => {
  const back = work(WHOLE, { lists: "1", any: "2", word: "2" });
  assert.equal(standing(MAKE, back), "back");
  assert.deepEqual([LISTS, ANY, WORD].map((one) => said(back, one, one === WORD ? "2" : "")), [["learner-made-must_here"], [], []]);
  const far = work(WHOLE, { any: "2" }, { any: "0" });
  assert.deepEqual(said(far, ANY), ["learner-made-apart_here"]);
  assert.deepEqual(said(far, ANY, "0", "peer"), ["learner-made-is_written"]);
});
