import assert from "node:assert/strict";
import { test } from "node:test";
import { inHundred, numberTyped, perhapsPart, readTyped, unsigned, without } from "../src/number_typed.ts";

test("thousands and decimals are read where they can only be one", () => {
  assert.deepEqual(["48,000", "48 000", "48\u00a0000", "1,100,000.50", "3,5", "0,875", "35.50", "1.5"].map((typed) => numberTyped(typed)),
    [48000, 48000, 48000, 1100000.5, 3.5, 0.875, 35.5, 1.5]);
});

test("the case's own currency may stand beside a number, and no other", () => {
  const read = (typed: string): number => numberTyped(unsigned(typed, ["£", "GBP"]));
  assert.deepEqual(["£42", " £ 30,000 ", "30,000 GBP", "GBP 35.50", "£1,100,000.50", "12"].map(read), [42, 30000, 30000, 35.5, 1100000.5, 12]);
  for (const typed of ["€42", "$30,000", "££5", "£", "£1.1m", "£48.000"]) assert.ok(Number.isNaN(read(typed)), typed);
});

test("what could be thousands or decimals, or is no plain number, is never guessed", () => {
  for (const typed of ["48.000", "-1.250", "48.000.000", "£1.1m", "1.1m", "48k", "1,2,3", "48,00,0", ""])
    assert.ok(Number.isNaN(numberTyped(typed)), typed);
});

test("a share in 100 written as per cent or with a comma is asked about, with what it may mean", () => {
  assert.deepEqual(["50%", "12.5 %", "12,5%", "100%"].map(inHundred), ["50", "12.5", "12.5", "100"]);
  for (const typed of ["50", "150%", "%", "ten%"]) assert.equal(inHundred(typed), null, typed);
  assert.deepEqual(perhapsPart("0,2"), { typed: "0,2", share: "0.2", hundreds: "20" });
  for (const typed of ["0.2", "2,5", "0,0", "20"]) assert.equal(perhapsPart(typed), null, typed);
});

test("the unit a box asks for may stand behind a number, and no other", () => {
  const weeks = ["weeks", "week", "wks", "wk"];
  const read = (typed: string): number => numberTyped(without(typed, weeks));
  assert.deepEqual(["10 weeks", "1 week", "10weeks", " 10 Weeks ", "2.5 wks", "10"].map(read), [10, 1, 10, 10, 2.5, 10]);
  for (const typed of ["10 months", "ten weeks", "weeks", "10 to 12 weeks", "10 weeks 3"]) assert.ok(Number.isNaN(read(typed)), typed);
  assert.equal(numberTyped(unsigned(without("£38 an hour", ["an hour"]), ["£"])), 38);
  assert.equal(without("30k people", ["people"]), "30k");
});

test("a box takes the one number that can be meant, and names what it asks about any other", () => {
  const asks = (typed: string, share = false): string | number | null => {
    const { value, fault } = readTyped(typed, { low: 0, high: 100, share, names: ["in 100"] });
    return fault ? fault.key : value;
  };
  assert.deepEqual(["12,5", " 60 ", "60 in 100", "30,00", ""].map((typed) => asks(typed)), [12.5, 60, 60, 30, null]);
  assert.deepEqual(["about 60", "1,2,3", "101", "-1", "48.000", "30k"].map((typed) => asks(typed)), ["unread", "unread", "range", "range", "two_ways", "short"]);
  assert.deepEqual(["60%", "62,5 %", "0,2", "0.2"].map((typed) => asks(typed, true)), [60, 62.5, "part", 0.2]);
  assert.deepEqual(["150%", "ten%"].map((typed) => asks(typed, true)), ["unread", "unread"]);
  assert.equal(readTyped("2,5", { low: 1, high: 365, whole: true }).fault?.key, "range");
});
