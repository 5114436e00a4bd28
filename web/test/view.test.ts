import assert from "node:assert/strict";
import { test } from "node:test";
import type { Declared } from "../src/declared.ts";
import { add, addFound, answerOwn, caseOf, choose, goalOf, price, putBack, recommendedOf, recommend, remove, takeUp, turn, viewOf, waysOf, type View } from "../src/view.ts";

const declared = {
  dials: [{ name: "feedback" }, { name: "seats" }],
  ways: [
    { name: "tickbox", title: "Tickbox", dials: [0.1, 0, 1] },
    { name: "co_production", title: "Co-production", dials: [0.9, 40, 1] },
    { name: "told", title: "Told", dials: [0.5, 0, 0] },
  ],
  cases: { closure: { name: "closure", money: { staff_hour: 35, challenge: 100 }, engagements: ["tickbox", "told"] } },
  own: { base: { engagements: ["tickbox", "told", "co_production"] } },
  of_a_case: { ways: ["tickbox", "co_production"], money: {} },
} as unknown as Declared;

const view = viewOf({ ways: ["tickbox", "co_production"] }, declared);

test("a view that names no case shows the first there is", () => {
  assert.equal(view.case, "closure");
  assert.equal(viewOf({ case: "gone" }, declared).case, "closure");
});

test("a turned dial moves one way alone, and can be put back", () => {
  const turned = turn(view, "co_production", "feedback", 0.2);
  assert.deepEqual(waysOf(turned, declared).map((way) => way.dials), [[0.1, 0, 1], [0.2, 40, 1]]);
  assert.deepEqual(waysOf(putBack(turned, "co_production"), declared), waysOf(view, declared));
});

test("a way cannot stand twice: the two change places", () => {
  assert.deepEqual(choose(view, 0, "co_production").ways, ["co_production", "tickbox"]);
  assert.deepEqual(choose(view, 1, "told").ways, ["tickbox", "told"]);
});

test("a third way comes in, a fourth does not, and the last one stays", () => {
  const three = add(view, "told");
  assert.deepEqual(three.ways, ["tickbox", "co_production", "told"]);
  assert.deepEqual(add(three, "more").ways, three.ways);
  const one = remove(remove(view, "tickbox"), "co_production");
  assert.deepEqual(one.ways, ["co_production"]);
});

test("a price is one's own once it is entered, and no longer when it is taken back", () => {
  const entered = price(view, "staff_hour", 60);
  assert.equal(caseOf(entered, declared).money.staff_hour, 60);
  assert.deepEqual(price(entered, "staff_hour", null).money, {});
});

test("the way a leader recommends is explained, and recommending the first leaves the others to be set beside it", () => {
  const three = { ways: ["tickbox", "told", "co_production"] };
  assert.equal(goalOf({ ...three, recommended_way: "told" } as unknown as View), 1);
  assert.equal(goalOf({ ...three, recommended_way: "tickbox" } as unknown as View), 2);
  assert.equal(recommendedOf({ ...three, recommended_way: "tickbox" } as unknown as View), 0);
  assert.equal(recommendedOf({ ...three, recommended_way: "gone" } as unknown as View), -1);
  assert.equal(recommendedOf(three as View), -1);
});

test("co-production is what is explained, unless it is the one the others are set beside", () => {
  assert.equal(goalOf({ ways: ["tickbox", "co_production", "told"] } as View), 1);
  assert.equal(goalOf({ ways: ["co_production", "told"] } as View), 1);
  assert.equal(goalOf({ ways: ["told"] } as View), 0);
});

test("what other parts of the kit keep in a view stays in it", () => {
  const kept = viewOf({ gate: { problem: "yes" } } as Partial<View>, declared);
  assert.deepEqual(turn(kept, "told", "seats", 12)["gate"], { problem: "yes" });
});

test("what a search found stands beside the first way and the one that is explained, under a name of its own", () => {
  const whole = { ...declared, now: { name: "now", title: "Now", dials: [0.1, 0, 1] } } as Declared;
  const three = viewOf({ ways: ["tickbox", "told", "co_production"], found: "" }, whole);
  const found = addFound(three, { title: "Within 10 weeks" }, { feedback: 0.3, seats: 0 }, "co_production");
  assert.deepEqual(found.ways, ["tickbox", "found", "co_production"]);
  assert.equal(goalOf(found), 2);
  const [, last, goal] = waysOf(found, whole);
  assert.deepEqual(goal!.dials, [0.9, 40, 1]);
  assert.deepEqual([last!.title, last!.dials], ["Within 10 weeks", [0.3, 0, 1]]);
  assert.deepEqual(addFound(found, { title: "Within 12 weeks" }, { feedback: 0.4 }, "co_production").ways, found.ways);
  assert.deepEqual(viewOf({ ...found, found: "" }, whole).ways, ["tickbox", "co_production"]);
});

test("what was found costs besides hours what was counted for it, and no hours entered for an earlier one", () => {
  const whole = { ...declared, now: { name: "now", title: "Now", dials: [0.1, 0, 1] } } as Declared;
  const entered = { besides: { co_production: { venue: 500 } }, efforts: { found: { weeks: 3 }, told: { weeks: 4 } } };
  const found = addFound(viewOf({ ways: ["tickbox", "co_production"], ...entered } as Partial<View>, whole), { title: "Best" }, { feedback: 0.3 }, "co_production");
  assert.deepEqual([found["besides"], found["efforts"]], [{ co_production: { venue: 500 }, found: { venue: 500 } }, { told: { weeks: 4 } }]);
  const again = addFound({ ...found, besides: { found: { venue: 9 } } }, { title: "Best" }, { feedback: 0.3 }, "co_production");
  assert.deepEqual(again["besides"], { found: { venue: 9 } });
});

test("the risk entered for one first way is not taken for another's", () => {
  const risked = { ...view, chance: 0.3, left: 0.5 };
  const other = remove(risked, "tickbox");
  assert.deepEqual([other["chance"], other["left"]], [null, null]);
  const swapped = choose(risked, 0, "told");
  assert.deepEqual([swapped["chance"], swapped["left"]], [null, null]);
  assert.equal(choose(risked, 1, "told")["chance"], 0.3);
  assert.equal(remove(risked, "co_production")["left"], 0.5);
});

test("what is written about one way is not printed with another, and is there again with its own", () => {
  const told = { ...view, recommended_way: "told", recommendation: "It is quick.", reasons: {} } as View;
  const other = recommend(told, "co_production");
  assert.deepEqual([other["recommended_way"], other["recommendation"], other["reasons"]], ["co_production", "", { told: "It is quick." }]);
  const back = recommend({ ...other, recommendation: "It is fair." }, "told");
  assert.deepEqual([back["recommendation"], back["reasons"]], ["It is quick.", { co_production: "It is fair." }]);
  const first = recommend({ ...view, recommended_way: "", recommendation: "Written first." } as View, "told");
  assert.equal(first["recommendation"], "Written first.");
  const found = addFound({ ...told, recommended_way: "found" } as View, { title: "New" }, {}, "co_production");
  assert.deepEqual([found["recommended_way"], found["recommendation"]], ["", "It is quick."]);
});

test("one's own case begins with ways of its own, and one kept by an older link has those it had", () => {
  const fresh = takeUp(takeUp(view, "closure", declared), "own", declared);
  assert.deepEqual(fresh.ways, ["tickbox", "told", "co_production"]);
  const priced = takeUp({ ...fresh, money: { staff_hour: 40 } }, "closure", declared);
  assert.deepEqual(priced.ways, ["tickbox", "told"]);
  assert.deepEqual(takeUp(priced, "own", declared).ways, fresh.ways);
  const older = { ...view, kept: { own: { money: { staff_hour: 40 } } } };
  assert.deepEqual(takeUp(older as View, "own", declared).ways, ["tickbox", "co_production"]);
});

test("a decision that becomes a series is shown over all of it, until somebody chooses another span", () => {
  const series = answerOwn(view, "count", 4);
  assert.deepEqual([series.span, series["own"]], ["series", { count: 4 }]);
  assert.equal(answerOwn({ ...series, span: "one" }, "count", 5).span, "one");
  assert.equal(answerOwn(series, "heat", "hot").span, "series");
  assert.deepEqual([answerOwn(series, "count", 1).span, answerOwn(series, "count", null).span], ["one", "one"]);
});
