import assert from "node:assert/strict";
import { test } from "node:test";
import type { Board } from "../src/board/board.ts";
import { Runs } from "../src/engine/numbers.ts";
import { Words } from "../src/words.ts";
import { dearerInRuns, enteredOf, isExact, isOwnSum, sumAt, sumsOf } from "../src/parts/money.ts";
import { whenSaid } from "../src/parts/meets.ts";
import { takingPart } from "../src/engine/taking.ts";

/** Two ways in a town of 1,000: 200 to 400 answer an open questionnaire of half an hour; 10 to 30 take a seat for 16 hours. */
function board(view: object = {}): Board {
  const took = [{ low: 20, mean: 30, high: 40 }, { low: 1, mean: 2, high: 3 }];
  return {
    declared: { dials: [{ name: "seats" }] },
    shown: { ways: [{ name: "tickbox", dials: [0] }, { name: "panel", dials: [30] }] },
    view: { case: "own", money: { citizen_hour: 10 }, pays: "seats", own: {}, besides: { panel: { venue: 500 } }, ...view },
    case: { money: { staff_hour: 40, citizen_hour: 10 }, people: { citizens: 1000 } },
    costs: [{ staffHours: 300, hoursEach: 0.5, weeks: 12 }, { staffHours: 800, hoursEach: 16, weeks: 30 }],
    decision: 0,
    numbers: {
      of: (place: number) => took[place],
      runs: new Runs({ decisions: 1 }, Float64Array.of(0.2, 0.4, 0.01, 0.03), 2, 1),
    },
  } as unknown as Board;
}

test("people's time is paid where a way has seats, or for all who take part, as somebody says", () => {
  assert.deepEqual(sumsOf(board(), 1), [[12_000, 12_000, 12_000], [34_100, 35_700, 37_300]]);
  assert.deepEqual(sumsOf(board({ pays: "all" }), 1), [[13_000, 13_500, 14_000], [34_100, 35_700, 37_300]]);
  assert.deepEqual(sumsOf(board({ money: {} }), 1), [[12_000, 12_000, 12_000], [32_500, 32_500, 32_500]]);
});

test("what those who answer are paid grows with the people affected; seats, staff and what was entered do not", () => {
  const own = { people_affected: 48_000 };
  assert.deepEqual(sumsOf(board({ pays: "all", own }), 1), [[60_000, 84_000, 108_000], [37_300, 37_300, 37_300]]);
  assert.equal(takingPart(0.03, 1000, 40, 30), 30);
  assert.equal(takingPart(0.03, 1000, 20, 30), 20);
  assert.equal(takingPart(0.3, 1000, null, 0), 300);
});

test("several decisions take what one takes, several times", () => {
  assert.deepEqual(sumsOf(board(), 6)![1], [204_600, 214_200, 223_800]);
});

test("two ways are set against each other run by run, never the dearest run of one against the cheapest of the other", () => {
  assert.deepEqual(dearerInRuns(board({ pays: "all" }), 1), [34_100 - 13_000, 37_300 - 14_000]);
});

/** Hours and their price are entered for the first way, and hours alone of the second; people are paid where there are seats. */
function entered(view: object = {}): Board {
  const found = board({
    money: { staff_hour: 28, citizen_hour: 10 },
    efforts: { tickbox: { staff_hours: 550 }, panel: { staff_hours: 1234 } }, besides: { panel: { venue: 3104 } }, ...view,
  });
  Object.assign(found, {
    words: new Words({ en: "figure-span = { $low } to { $high }" }),
    declared: { ...found.declared, theme: { signs: { GBP: "£" } } },
    case: { ...found.case, money: { staff_hour: 28, citizen_hour: 10, currency: "GBP" } },
    costs: [{ staffHours: 550, hoursEach: 0.5, weeks: 12 }, { staffHours: 1234, hoursEach: 16, weeks: 30 }],
  });
  return found;
}

test("what follows from entered hours and prices is shown to the pound, what rests on who comes to three figures", () => {
  const said = (found: Board): string[] => sumsOf(found, 1)!.map((sum, place) => sumAt(found, place, sum));
  // 550 hours at £28; 1,234 hours at £28 and £3,104 besides, and 10 to 30 people for 16 hours at £10.
  assert.deepEqual(said(entered()), ["£15,400", "£39,300 to £42,500"]);
  const unpaid = entered({ money: { staff_hour: 28 } });
  assert.deepEqual(said(unpaid), ["£15,400", "£37,656"]);
  const assumed = entered({ money: {} });
  assert.deepEqual([0, 1].map((place) => isExact(assumed, assumed.shown.ways[place]!, assumed.costs[place]!)), [false, false]);
  assert.equal(said(assumed)[1], "£37,700");
});

test("money is marked as entered only where all that goes in was entered, its hours and their price", () => {
  const marks = (found: Board): unknown[] => [0, 1].map((place) => [isOwnSum(found, place), enteredOf(found, place)]);
  const unpaid = { money: { staff_hour: 28 } };
  assert.deepEqual(marks(entered(unpaid)), [[true, "all"], [true, "all"]]);
  // Rooms and the price of an hour are entered, the hours are assumed: £22,400 of it is nobody's figure.
  assert.deepEqual(marks(entered({ ...unpaid, efforts: {} })), [[false, "none"], [false, "some"]]);
  assert.deepEqual(marks(entered({ money: {} })), [[false, "some"], [false, "some"]]);
});

test("what is cheaper only above 100 in 100 is never cheaper", () => {
  const said = (when: "once" | "anyhow", chance: string, low: number, high: number): string => whenSaid(when, chance, [low, high], 0.9);
  assert.deepEqual([said("once", "100", 1, 1), said("once", "99", 0.99, 0.99), said("once", "62 to 100", 0.62, 1), said("anyhow", "0", 0, 0)], ["never", "once", "once", "anyhow"]);
  assert.deepEqual([said("once", "0 to 100", 0, 1), said("once", "4 to 95", 0.04, 0.95), said("once", "10 to 95", 0.1, 0.95)], ["untold", "untold", "once"]);
});
