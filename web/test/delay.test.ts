import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Board } from "../src/board/board.ts";
import { delayed, delayOf, delaySaid } from "../src/parts/delay.ts";
import { Words } from "../src/words.ts";

const folder = "../src/coprod_sim/words/en";
const texts = ["board.ftl", "figures.ftl"].map((name) => readFileSync(`${folder}/${name}`, "utf8"));

/** Three ways that take 12.6, 30 and 5 weeks, and what the decision saves a year. */
function board(saving: number | null): Board {
  return {
    words: new Words({ en: texts.join("\n") }), view: { saving, span: "one" },
    declared: { theme: { signs: { GBP: "£" } } }, case: { money: { currency: "GBP" } },
    shown: { ways: ["Tickbox consultation", "Co-production", "A quick vote"].map((title) => ({ title })) },
    assumedCosts: [12.6, 30, 5].map((weeks) => ({ weeks, staffHours: 0, hoursEach: 0 })),
  } as unknown as Board;
}

const AT_RISK = "Here we take it that the saving comes, at another time. A decision that people really share may keep what was to be closed or moved: "
  + "then £520,000 a year is not saved. How likely that is, this model cannot say.";

test("a saving that is entered loses what its later beginning costs, in weeks that are not rounded", () => {
  assert.equal(delayOf(board(520_000), 1), 174_000);
  assert.equal(delayOf(board(520_000), 2), -76_000);
  assert.deepEqual(delayed(board(520_000), [[1, 2, 3], [1, 2, 3], [1, 2, 3]])![1], [174_001, 174_002, 174_003]);
  assert.equal(
    delaySaid(board(520_000)),
    "As entered, the decision saves £520,000 a year. Compared with tickbox consultation, the saving begins 17.4 weeks later with co-production (£174,000 lost) "
    + "and 7.6 weeks earlier with a quick vote (£76,000 gained). Here each way is taken to be decided as soon as its work is done. The table rounds weeks up, these are not rounded. These gains and losses are not in the table of what it takes; the sums with the risk of a lost challenge count them in. "
    + AT_RISK,
  );
});

test("where no saving was entered nothing is lost and nothing said", () => {
  assert.equal(delaySaid(board(null)), "");
  assert.equal(delayOf(board(null), 1), 0);
});
