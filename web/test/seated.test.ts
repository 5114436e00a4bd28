import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Board } from "../src/board/board.ts";
import { seatedSaid } from "../src/leaders/searching.ts";
import { Words } from "../src/words.ts";

const folder = "../src/coprod_sim/words/en";
const texts = ["studies.ftl", "figures.ftl"].map((name) => readFileSync(`${folder}/${name}`, "utf8"));
const declared = { dials: [{ name: "influence" }, { name: "seats" }] };
const boardOf = (own: object): Board => ({ words: new Words({ en: texts.join("\n") }), declared, case: { people: { citizens: 1000 } }, view: { case: "own", own } }) as unknown as Board;

test("how many sit in a room is said among the people affected, not as a share of the made-up town", () => {
  const affected = boardOf({ people_affected: 38_000 });
  assert.equal(seatedSaid(affected, { dials: [0.5, 40], took: [0.03, 0.05] }), "Over luck alone, 40 of the 38,000 people affected have a seat and take part.");
  assert.equal(seatedSaid(affected, { dials: [0.5, 0], took: [0.03, 0.05] }), "");
  assert.equal(seatedSaid(boardOf({}), { dials: [0.5, 40], took: [0.03, 0.05] }), "");
});
