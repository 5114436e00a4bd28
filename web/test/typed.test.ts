import assert from "node:assert/strict";
import { test } from "node:test";
import { numberTyped } from "../src/parts/typed.ts";

test("thousands and decimals are read where they can only be one", () => {
  assert.deepEqual(["48,000", "48 000", "48\u00a0000", "1,100,000.50", "3,5", "0,875", "35.50", "1.5"].map(numberTyped),
    [48000, 48000, 48000, 1100000.5, 3.5, 0.875, 35.5, 1.5]);
});

test("what could be thousands or decimals, or is no plain number, is never guessed", () => {
  for (const typed of ["48.000", "-1.250", "48.000.000", "£1.1m", "1.1m", "48k", "1,2,3", "48,00,0", ""])
    assert.ok(Number.isNaN(numberTyped(typed)), typed);
});
