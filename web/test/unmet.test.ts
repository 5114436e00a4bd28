import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Board } from "../src/board/board.ts";
import { fitSaid, type Beyond } from "../src/parts/weeks.ts";
import { Words } from "../src/words.ts";

const folder = "../src/coprod_sim/words/en";
const texts = ["board.ftl", "figures.ftl"].map((name) => readFileSync(`${folder}/${name}`, "utf8"));
const ways = ["Tickbox consultation", "Consultation done well", "Co-production"].map((title) => ({ title }));
const board = { words: new Words({ en: texts.join("\n") }), shown: { ways, view: {} } } as unknown as Board;
const out = (...places: number[]): Beyond[] => places.map((place) => ({ place, limit: "weeks", takes: "30", there: "10", entered: true }));

test("a way that fits is not put forward without that it would probably not meet a likely duty to ask", () => {
  assert.equal(fitSaid(board, out(1, 2), new Set([0])), "Of the ways compared only tickbox consultation fits, but it would probably not meet the likely duty to ask.");
  assert.equal(
    fitSaid(board, out(2), new Set([0])),
    "Of the ways compared these fit: tickbox consultation and consultation done well, but tickbox consultation would probably not meet the likely duty to ask.",
  );
  assert.equal(
    fitSaid(board, out(2), new Set([0, 1])),
    "Of the ways compared these fit: tickbox consultation and consultation done well, but they would probably not meet the likely duty to ask.",
  );
  assert.equal(fitSaid(board, out(0, 2), new Set([0])), "Of the ways compared only consultation done well fits.");
  assert.equal(fitSaid(board, out(1, 2)), "Of the ways compared only tickbox consultation fits.");
});
