import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Board } from "../src/board/board.ts";
import { answer, besides, usualSaid } from "../src/board/saying.ts";
import type { Measure } from "../src/declared.ts";
import { Words } from "../src/words.ts";

const folder = "../src/coprod_sim/words/en";
const texts = ["board.ftl", "figures.ftl"].map((name) => readFileSync(`${folder}/${name}`, "utf8"));
const trust = { name: "trust", label: "Trust", shown_in: "in 100" } as Measure;
const knowledge = { name: "knowledge", label: "Knowledge", shown_in: "in 100" } as Measure;

/** A board on which co-production lies so far from tickbox consultation. */
function board(side: string, low: number, high: number, more: object = {}): Board {
  const ways = [{ title: "Tickbox consultation" }, { title: "Co-production" }];
  return {
    words: new Words({ en: texts.join("\n") }),
    declared: { measures: [trust, knowledge], over: [{ name: "plausible", models: "plausible models" }], size: { fewest: { towns: 8, sets: 20 } } },
    played: { towns: 100, sets: 32 },
    shown: { ways, view: { ways: ["tickbox", "co_production"], measure: "trust", over: "plausible" } },
    decision: 0,
    phase: "settled",
    aheadOf: () => 1,
    usualAbove: () => NaN,
    numbers: {
      of: () => ({ mean: 51.2, low: 40, high: 60 }),
      against: () => ({ mean: (low + high) / 2, low, high, side }),
    },
    ...more,
  } as unknown as Board;
}

test("a clear gain is said with its range, so that it never seems to touch zero", () => {
  assert.equal(
    answer(board("more", 0.3, 2.6)),
    "Co-production: trust ends 0.3 to 3 points higher, out of 100, than with tickbox consultation.",
  );
});

test("an end has a decimal only where it would read as 0, or like the other end", () => {
  assert.equal(besides(board("less", -13, -0.3), 1, trust), "0.3 to 13 less than tickbox consultation");
  assert.equal(besides(board("more", 7.7, 8.2), 1, trust), "7.7 to 8.2 more than tickbox consultation");
  assert.equal(besides(board("open", -3.4, 3.2), 1, trust), "3 less to 3 more than tickbox consultation");
});

test("where co-production does worse the answer says so, in the order of how bad it is", () => {
  assert.equal(
    answer(board("less", -12.4, -3.1)),
    "Co-production does worse here: trust ends 3 to 12 points lower, out of 100, than with tickbox consultation.",
  );
});

test("what is not clear is called that, with both ends", () => {
  assert.equal(
    answer(board("open", -2.2, 9.4)),
    "No clear difference in trust: Co-production may end 9 points above tickbox consultation, or 2 below.",
  );
});

test("a range that is mostly bad is called bad, though it takes zero in", () => {
  assert.equal(
    answer(board("mostly_less", -9.4, 2.2)),
    "Co-production mostly does worse, but this is not certain: trust ends 9 points lower to 2 points higher than with tickbox consultation.",
  );
  assert.equal(besides(board("mostly_less", -9.4, 2.2), 1, trust), "9 less to 2 more than tickbox consultation");
});

test("a range that is mostly good is not called no difference, and how far it may fail is said", () => {
  assert.equal(
    answer(board("mostly_more", -0.2, 13.3)),
    "Co-production mostly does better, but this is not certain: trust ends 0.2 points lower to 13 points higher than with tickbox consultation.",
  );
  assert.equal(
    answer(board("mostly_more", -0.02, 2.4)),
    "Co-production mostly does better, but this is not certain: trust ends 0 to 2 points higher than with tickbox consultation.",
  );
});

test("while a dial moves the answer is rough and gives no range", () => {
  const moving = board("more", 4, 8, { phase: "rough" });
  assert.equal(answer(moving), "Co-production: trust at about 51 in 100, about 6 more than with tickbox consultation.");
});

test("a measure without a sentence of its own has one all the same", () => {
  const view = { ways: ["tickbox", "co_production"], measure: "knowledge", over: "plausible" };
  const ways = [{ title: "Tickbox consultation" }, { title: "Co-production" }];
  assert.equal(
    answer(board("more", 4, 8, { shown: { ways, view } })),
    "Co-production: knowledge 4 to 8 in 100 higher than with tickbox consultation.",
  );
});

test("beside each row stands how far it is from the first, and the first says what it is", () => {
  assert.equal(besides(board("less", -5, -2), 1, trust), "2 to 5 less than tickbox consultation");
  assert.equal(besides(board("open", -5, 2), 1, trust), "5 less to 2 more than tickbox consultation");
  assert.equal(besides(board("open", -5, 2), 0, trust), "the others are compared with this one");
});

test("so few towns or other models name no winner, and the answer says how many there were", () => {
  assert.equal(
    answer(board("more", 4, 8, { played: { towns: 100, sets: 2 } })),
    "We ran only 2 of the plausible models, too few to name a winner. Co-production: trust ends at 40 to 60 in 100.",
  );
  assert.match(answer(board("more", 4, 8, { played: { towns: 3, sets: 0 } })), /^3 runs are only 3 towns, .* we name no winner\./);
  assert.match(answer(board("more", 4, 8, { played: { towns: 8, sets: 20 } })), /4 to 8 points higher/);
});

const acceptance = { name: "acceptance", label: "Acceptance", shown_in: "in 100", better: "high" } as Measure;
const came = { name: "took_part", label: "Took part", shown_in: "in 100", better: "neither" } as Measure;

/** A board on which nearly all results differ by so much, in a measure, where 5 in 100 is worth having unless something else is set. */
function near(side: string, low: number, high: number, measure = acceptance, set?: number): Board {
  const made = board(side, low, high);
  const view = { ...made.shown.view, measure: measure.name, ...(set === undefined ? {} : { at_least: set }) };
  const declared = { ...made.declared, measures: [measure], size: { fewest: { towns: 8, sets: 20 }, least: 0.05, half: 0.5, near_top: 0.75 } };
  return { ...made, declared, shown: { ...made.shown, view } } as unknown as Board;
}

test("where nearly all results differ by less than is worth having, a way hardly differs, and neither does better nor worse", () => {
  const same = "Co-production hardly differs from tickbox consultation:";
  assert.equal(answer(near("mostly_more", -0.4, 4)), `${same} 0.4 fewer to 4 more people in 100 accept it.`);
  assert.equal(answer(near("mostly_less", -4, 0.02)), `${same} 4 fewer to none more people in 100 accept it.`);
  assert.equal(answer(near("less", -3.4, -1.2)), `${same} 1 to 3 fewer people in 100 accept it.`);
  assert.equal(answer(near("open", 0, 0)), `${same} as many people in 100 accept it.`);
  assert.equal(besides(near("less", -3.4, -1.2), 1, acceptance), "1 to 3 less than tickbox consultation");
  assert.equal(besides(near("mostly_more", -0.4, 4), 1, acceptance), "0.4 less to 4 more than tickbox consultation");
});

test("a difference that reaches what is worth having is called better, by whatever number was set for that", () => {
  assert.match(answer(near("mostly_more", -0.4, 5.2)), /^Co-production mostly does better/);
  assert.match(answer(near("mostly_more", -0.4, 4, acceptance, 0.03)), /^Co-production mostly does better/);
  assert.match(answer(near("mostly_more", -0.4, 9, acceptance, 0.1)), /hardly differs/);
  assert.match(answer(near("more", 1, 3, came)), /1 to 3 more people in 100 take part/);
});

test("better is only a way that gains what is worth having in half of the results", () => {
  const gaining = (share: number, made: Board): string => answer({ ...made, aheadOf: () => share } as unknown as Board);
  const losers = { name: "losers", label: "Lose by the decision", shown_in: "in 100", better: "low" } as Measure;
  assert.equal(
    gaining(0.309, near("mostly_more", -2.8, 9)),
    "Co-production mostly gains less here than is worth having: 3 fewer to 9 more people in 100 accept it than with tickbox consultation. " +
      "In 69 of 100 results it gains less than 5 in 100, or loses.",
  );
  assert.equal(
    gaining(0.46, near("more", 1, 9.5)),
    "Co-production mostly gains less here than is worth having: 1 to 10 more people in 100 accept it than with tickbox consultation. " +
      "In 54 of 100 results it gains less than 5 in 100.",
  );
  assert.equal(
    gaining(0.49, near("mostly_less", -7, 2, losers)),
    "Co-production mostly lowers this by less here than is worth having: 7 fewer to 2 more people in 100 lose by it than with tickbox consultation. " +
      "In 51 of 100 results it lowers this by less than 5 in 100, or raises it.",
  );
  assert.match(gaining(0.5, near("mostly_more", -2.8, 9)), /^Co-production mostly does better, but this is not certain/);
  assert.match(gaining(0.3, near("mostly_more", -7, 2, losers)), /^Co-production mostly does worse/);
  assert.match(gaining(0.3, near("mostly_less", -12, 2)), /^Co-production mostly does worse/);
  assert.match(gaining(0.3, near("more", 1, 9, came)), /^Co-production: 1 to 9 more people in 100 take part/);
  const clear = { ...near("more", 1, 9.5), aheadOf: () => 0.46 } as unknown as Board;
  assert.equal(besides(clear, 1, acceptance), "1 to 10 more than tickbox consultation");
});

test("where the usual model lies among those behind the range is said, and nothing over luck alone", () => {
  const lies = (share: number) => usualSaid({ ...near("more", 4, 16), usualAbove: () => share } as unknown as Board, 1);
  assert.equal(lies(0.91), "The usual assumptions lie near the top of what is plausible: 91 in 100 plausible models gain less.");
  assert.match(lies(0.5), /^The usual assumptions lie inside what is plausible: 50 in 100/);
  assert.match(lies(0.2), /near the bottom of what is plausible: 20 in 100/);
  assert.equal(lies(NaN), "");
});

test("an end on the same side of nothing is said as it is, and never as none", () => {
  const wide = board("mostly_more", 0.3, 13.3);
  assert.equal(
    answer(wide),
    "Co-production mostly does better, but this is not certain: trust ends 0.3 to 13 points higher than with tickbox consultation.",
  );
  assert.equal(besides(wide, 1, trust), "0.3 to 13 more than tickbox consultation");
  const behind = board("mostly_less", -9.4, -0.3);
  assert.equal(
    answer(behind),
    "Co-production mostly does worse, but this is not certain: trust ends 9 points lower to 0.3 points lower than with tickbox consultation.",
  );
  assert.equal(besides(behind, 1, trust), "0.3 to 9 less than tickbox consultation");
});

test("an end below 1 has a decimal on either side of nothing", () => {
  assert.equal(besides(board("open", -0.52, 8.2), 1, trust), "0.5 less to 8 more than tickbox consultation");
});
