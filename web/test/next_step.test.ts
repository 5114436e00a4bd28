import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Board } from "../src/board/board.ts";
import { type View, withOwn } from "../src/view.ts";
import { nextStepOf } from "../src/leaders/next_step.ts";
import { seated } from "../src/parts/seats.ts";
import { Words } from "../src/words.ts";

const folder = "../src/coprod_sim/words/en";
const texts = ["board.ftl", "figures.ftl", "studies.ftl"].map((name) => readFileSync(`${folder}/${name}`, "utf8"));

test("what is lacking and what a way takes add up as they are written: 13 weeks are 3 more than 10, not 2.6", () => {
  const view = { ways: ["tickbox"], span: "one", case: "", money: {}, own: {} };
  const board = {
    words: new Words({ en: texts.join("\n") }), view, phase: "settled", decision: 0,
    shown: { ways: [{ name: "tickbox", title: "Tickbox consultation", dials: [] }], view },
    declared: { dials: [], theme: { signs: { GBP: "£" } } },
    case: { decisions: { count: 1 }, money: { currency: "GBP", staff_hour: 35, citizen_hour: 0 }, people: { citizens: 1000 } },
    costs: [{ staffHours: 243, hoursEach: 0, weeks: 12.6 }].map((cost) => withOwn(cost, {} as View, "")),
    numbers: { of: () => ({ mean: 30, low: 20, high: 40 }) },
  } as unknown as Board;
  assert.match(nextStepOf(board, { weeks: 10, money: Infinity, hours: Infinity })!.said, /^With about 3 weeks more than you have, tickbox consultation would fit/);
  assert.match(nextStepOf(board, { weeks: 20, money: Infinity, hours: 200 })!.said, /^With about 43 staff hours more than you have/);
  assert.match(nextStepOf(board, { weeks: 12.5, money: Infinity, hours: Infinity })!.said, /^With about 0.5 weeks more than you have/);
});

test("where a duty to ask is likely, more weeks are offered first for the way that would probably meet it", () => {
  const view = { ways: ["tickbox", "well"], span: "one", case: "", money: {}, own: {} };
  const dial = (name: string) => ({ name, low: 0, high: 1, anchors: ["", "", "", "", ""] });
  const names = ["awareness", "influence", "feedback"];
  const board = {
    words: new Words({ en: texts.join("\n") }), view, phase: "settled", decision: 0,
    shown: { ways: [{ name: "tickbox", title: "Tickbox consultation", dials: [0, 0, 0] }, { name: "well", title: "Consultation done well", dials: [1, 1, 1] }], view },
    declared: { dials: names.map(dial), gate: { needs: names.map((name) => [name, 1, "reply"]) }, theme: { signs: { GBP: "£" } } },
    case: { decisions: { count: 1 }, money: { currency: "GBP", staff_hour: 35, citizen_hour: 0 }, people: { citizens: 1000 } },
    costs: [{ staffHours: 243, hoursEach: 0, weeks: 12.6 }, { staffHours: 400, hoursEach: 0, weeks: 20 }].map((cost) => withOwn(cost, {} as View, "")),
    numbers: { of: (place: number) => ({ mean: 30 + place, low: 20, high: 40 }) },
  } as unknown as Board;
  const within = { weeks: 10, money: Infinity, hours: Infinity };
  assert.match(nextStepOf(board, within, true)!.said, /^With about 10 weeks more than you have, consultation done well would fit/);
  assert.match(nextStepOf(board, within)!.said, /^With about 3 weeks more than you have, tickbox consultation would fit/);
});

test("a room that is full is counted by its seats, one that is not by who comes", () => {
  assert.deepEqual([seated(41, 40), seated(38.5, 40), seated(30, 40), seated(300, 0)], [40, 40, 30, 300]);
});
