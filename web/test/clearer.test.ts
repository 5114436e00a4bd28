import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Board } from "../src/board/board.ts";
import type { Measure } from "../src/declared.ts";
import { clearerSaid } from "../src/parts/clearer.ts";
import type { Beyond } from "../src/parts/weeks.ts";
import { Words } from "../src/words.ts";

const folder = "../src/coprod_sim/words/en";
const texts = ["board.ftl", "figures.ftl"].map((name) => readFileSync(`${folder}/${name}`, "utf8"));
const MEASURES = [{ name: "acceptance", better: "high" }, { name: "losers", better: "low" }] as Measure[];
const WAYS = [["tickbox", "Tickbox consultation"], ["honest", "Consultation done well"], ["co_production", "Co-production"]] as const;
const FITS: Beyond[] = [];
const MIDDLE_OUT: Beyond[] = [{ place: 1, limit: "weeks", takes: "18", there: "10", entered: true }];

interface Apart {
  side: string;
  low: number;
  high: number;
  mean?: number;
}

/** A board on which the middle way and co-production lie so far from the first, and take so many hours of staff. */
function board(middle: Apart, goal: Apart, hours = [100, 450, 800], measure = "acceptance", sets = 32): Board {
  const ways = WAYS.map(([name, title]) => ({ name, title, dials: [] }));
  const apart = [null, middle, goal].map((one) => one && { mean: (one.low + one.high) / 2, ...one });
  const view = { ways: ways.map(({ name }) => name), measure, over: "plausible", span: "one", case: "", money: {} };
  return {
    words: new Words({ en: texts.join("\n") }),
    declared: { measures: MEASURES, dials: [], theme: { signs: { GBP: "£" } }, over: [{ name: "plausible", models: "models" }], size: { fewest: { towns: 8, sets: 20 } } },
    played: { towns: 100, sets }, phase: "settled", decision: 0, view,
    shown: { ways, view },
    case: { decisions: { count: 1 }, money: { currency: "GBP", staff_hour: 35, citizen_hour: 0 }, people: { citizens: 1000 } },
    costs: hours.map((staffHours) => ({ staffHours, hoursEach: 0, weeks: 1 })),
    aheadOf: () => 1,
    numbers: { of: () => ({ mean: 5, low: 5, high: 5 }), against: (place: number) => apart[place] },
  } as unknown as Board;
}

const OPEN = { side: "mostly_more", low: -3, high: 9 };
const CLEAR = { side: "more", low: 4, high: 12 };

test("where the lead of co-production is open and a middle way has a clear one, that one is named, with what it saves", () => {
  assert.equal(
    clearerSaid(board(CLEAR, OPEN), 2, FITS),
    "Consultation done well is the clearer choice: 4 to 12 more than tickbox consultation. It costs less: £15,800 against £28,000 for one decision.",
  );
  assert.equal(clearerSaid(board(CLEAR, OPEN, [100, 900, 800]), 2, FITS), "Consultation done well is the clearer choice: 4 to 12 more than tickbox consultation.");
});

test("a way that does about as well for far less is named as that, and one that saves little is not", () => {
  const level = { side: "mostly_more", low: 0, high: 7.8 };
  assert.equal(
    clearerSaid(board(level, { ...OPEN, mean: 3.9 }), 2, FITS),
    "Consultation done well does about as well as co-production on average. It costs less: £15,800 against £28,000 for one decision.",
  );
  assert.equal(clearerSaid(board(level, { ...OPEN, mean: 3.9 }, [100, 700, 800]), 2, FITS), "");
  assert.equal(clearerSaid(board(level, { ...OPEN, mean: 4.6 }), 2, FITS), "");
  assert.equal(clearerSaid(board({ side: "mostly_less", low: -9, high: 2 }, { side: "less", low: -9, high: -1 }), 2, FITS), "");
});

test("nothing is added where the way spoken of has a clear lead itself, the other does not fit, or runs are too few", () => {
  assert.equal(clearerSaid(board(CLEAR, CLEAR), 2, FITS), "");
  assert.equal(clearerSaid(board(CLEAR, OPEN), 2, MIDDLE_OUT), "");
  assert.equal(clearerSaid(board(CLEAR, OPEN, undefined, "acceptance", 2), 2, FITS), "");
  assert.equal(clearerSaid(board(CLEAR, OPEN), 0, FITS), "");
});

test("where less is better, less is the clearer choice", () => {
  const said = clearerSaid(board({ side: "less", low: -12, high: -4 }, { side: "open", low: -5, high: 4 }, [1, 9, 8], "losers"), 2, FITS);
  assert.equal(said, "Consultation done well is the clearer choice: 4 to 12 less than tickbox consultation.");
  assert.equal(clearerSaid(board(CLEAR, { side: "open", low: -5, high: 4 }, [1, 9, 8], "losers"), 2, FITS), "");
});
