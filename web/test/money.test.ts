import assert from "node:assert/strict";
import { test } from "node:test";
import type { Board } from "../src/board/board.ts";
import { Runs } from "../src/engine/numbers.ts";
import { dearerInRuns, sumsOf } from "../src/parts/money.ts";
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
