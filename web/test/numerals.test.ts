import assert from "node:assert/strict";
import { test } from "node:test";
import { about, amount, needed, number } from "../src/numerals.ts";

test("numbers have a real minus sign and are never minus zero", () => {
  assert.equal(number(-3.2), "\u22123");
  assert.equal(number(-0.4), "0");
  assert.equal(number(1234.5, 1), "1,234.5");
  assert.equal(number(2, 0, true), "+2");
});

test("halves go to the even number, as in Python", () => {
  assert.deepEqual([0.5, 1.5, 2.5].map((value) => number(value)), ["0", "2", "2"]);
});

test("counts and amounts are no more exact than they are known", () => {
  assert.deepEqual([0.4, 7, 14812, 1040].map((value) => about(value)), ["0.4", "7", "15,000", "1,000"]);
  assert.equal(amount("35", "GBP", { GBP: "£" }), "£35");
  assert.equal(amount("\u221235", "GBP", { GBP: "£" }), "\u2212£35");
  assert.equal(amount("35", "CHF", { GBP: "£" }), "35 CHF");
});

test("what is needed is never written as less: 10.3 weeks do not fit into 10", () => {
  assert.deepEqual([10.3, 8412, 30, 2.31, 9.97, 99.2, 0].map((value) => needed(value)), ["11", "8,500", "30", "2.4", "10", "100", "0"]);
});
