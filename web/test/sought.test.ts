import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Declared } from "../src/declared.ts";
import { retitled, soughtFor, soughtSaid } from "../src/parts/sought.ts";
import type { View } from "../src/view.ts";
import { Words } from "../src/words.ts";

const folder = "../src/coprod_sim/words/en";
const words = new Words({ en: ["board.ftl", "figures.ftl"].map((name) => readFileSync(`${folder}/${name}`, "utf8")).join("\n") });
const questions = [{ name: "title", low: null, meant: null }, { name: "months", low: 1, meant: null }, { name: "heat", low: null, meant: { hot: 3 } }];
const declared = { search: {}, own: { groups: [{ name: "all", questions }] } } as unknown as Declared;
const before = { case: "own", ways: ["tickbox", "found"], money: { weeks_available: 10 }, budget: 30_000, own: { title: "The pool", months: 4, heat: "hot" } };
const TITLE = "The best way found within 10 weeks and £30,000";
const LIMITS = "10 weeks and £30,000";
const sought = soughtFor(before as unknown as View, declared, TITLE, LIMITS, true);
const view = { ...before, found: TITLE, sought } as unknown as View;

function seen(changes: object): [unknown, string] {
  const now = retitled({ ...view, ...changes } as View, declared, words);
  return [now["found"], soughtSaid(now, declared, words)];
}

const EARLIER = "A way found earlier, for 10 weeks and £30,000";

test("a way found keeps its name while limits and case are as they were, also under another title of the case", () => {
  assert.deepEqual(seen({}), [TITLE, ""]);
  assert.deepEqual(seen({ own: { ...before.own, title: "The baths" } }), [TITLE, ""]);
});

test("other weeks or other money take the claim out of the name and say what it was sought for", () => {
  const said = "The way found was sought for 10 weeks and £30,000, which is not what is entered now. Search again under \"Why\".";
  assert.deepEqual(seen({ money: { weeks_available: 24 } }), [EARLIER, said]);
  assert.deepEqual(seen({ budget: null }), [EARLIER, said]);
  assert.deepEqual(seen({ staff_hours: 400 }), [EARLIER, said]);
});

test("another case says so, and what comes back to what it was has its name again", () => {
  const other = { ...view, own: { ...before.own, heat: "routine" } } as View;
  const now = retitled(other, declared, words);
  assert.equal(now["found"], EARLIER);
  assert.match(soughtSaid(now, declared, words), /sought for 10 weeks and £30,000, before the case was changed\. Search again/);
  assert.equal(retitled({ ...now, own: before.own } as View, declared, words)["found"], TITLE);
});

test("a page without the step in which one can search sends nobody there", () => {
  const { own } = declared as unknown as { own: object };
  const later = { ...view, budget: null } as View;
  assert.equal(soughtSaid(later, { own } as unknown as Declared, words), "The way found was sought for 10 weeks and £30,000, which is not what is entered now.");
});

test("a way found whose dials were turned claims nothing any more", () => {
  assert.equal(seen({ found: `${TITLE} as set here`, budget: 1 })[0], "The way found, changed by hand");
});

test("the cheapest way to a goal hangs on no limits, one from an older file claims nothing new, and one not compared is not spoken of", () => {
  const goal = soughtFor(view, declared, "The cheapest way found to 40 in 100", "a goal of 40 in 100", false);
  assert.deepEqual(seen({ found: goal.title, sought: goal, budget: 1 }), [goal.title, ""]);
  assert.deepEqual(seen({ sought: {}, budget: 1 }), [TITLE, ""]);
  assert.equal(seen({ ways: ["tickbox", "co_production"], budget: 1 })[1], "");
});
