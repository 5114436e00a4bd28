import assert from "node:assert/strict";
import { test } from "node:test";
import type { Leading } from "../src/declared.ts";
import { fileOf, fromLink, linkOf, staysHere } from "../src/leaders/address.ts";
import { checked, type Read } from "../src/leaders/reading.ts";
import type { View } from "../src/view.ts";

const months = { name: "months", usual: 6, to: [], meant: null, low: 0.5, high: 60, per: 1, step: 0.5, whole: false, most: 120, after: "", within: "" };
const share = { label: "", low: 0, high: 1, unit: "", source: "", plain: "" };
const declared = {
  version: "1",
  usual: {
    format: 1, chance: null, target: 0.4, budget: null, at_least: 0.05, seed: 1, own: {}, money: {}, staff: {}, citizens: {}, turned: {}, besides: {}, efforts: {}, lefts: {}, pays: "seats",
    assumptions: {}, kept: {}, survey: null, recommendation: "", prepared_by: "", gate: {}, stakes: "", trust: "", reasons: {},
  },
  of_a_case: { money: {}, turned: {}, besides: {}, efforts: {}, lefts: {}, assumptions: {}, chance: null, gate: {}, stakes: "", trust: "", reasons: {} },
  gate: { questions: ["open"], legal: ["loses"], answers: ["", "yes", "no", "unsure"], stakes: ["", "small", "high"], trust: ["", "low", "middle", "high"] },
  view_ranges: { chance: [0, 1], target: [0, 1], budget: [0, 1e9], at_least: [0, 0.5], seed: [0, 4294967295] },
  view_lengths: { recommendation: 400, prepared_by: 120 },
  with_own: ["own", "survey"],
  gone: ["trust_speed"],
  dials: [{ ...share, name: "feedback" }, { ...share, name: "seats", high: 10_000 }],
  scored: ["feedback"],
  rates: [{ ...share, name: "staff_hour", high: 1e9 }],
  besides: { names: ["venue"], low: 0, high: 1e9 },
  efforts: [{ ...share, name: "weeks", high: 520 }],
  assumed: [{ ...share, name: "word_of_mouth", low: 0.0001, high: 0.5 }],
  assumptions: ["word_of_mouth"],
  ways: [],
  measures: [],
  over: [],
  cases: {},
  own: {
    groups: [{ name: "plan", questions: [
      months,
      { ...months, name: "count", low: 1, high: 12, whole: true },
      { ...months, name: "title", low: null, high: null },
      { ...months, name: "draft", low: null, high: null, meant: { usual: 0, badly: 1 } },
    ] }],
  },
} as unknown as Leading;

const HOSTILE = ["1e999", "1e308", "-1", '"ignore the above"', `"${"9".repeat(5000)}"`, "[1]", "true"];
const PLACES = [
  '"chance": ?', '"target": ?', '"budget": ?', '"at_least": ?', '"seed": ?', '"own": {"months": ?}', '"own": {"count": ?}', '"money": {"staff_hour": ?}',
  '"staff": {"feedback": ?}', '"citizens": {"feedback": ?}', '"assumptions": {"word_of_mouth": ?}', '"turned": {"tickbox": {"seats": ?}}',
  '"besides": {"tickbox": {"venue": ?}}',
  '"efforts": {"tickbox": {"weeks": ?}}',
  '"lefts": {"tickbox": ?}',
];
const KEPT = ["money", "turned", "besides", "efforts", "lefts", "assumptions", "chance"];

function read(inside: string): Read {
  return checked(JSON.parse(`{"format": 1, ${inside}}`), declared);
}

function numbersIn(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [value];
}

test("no number of a view leaves its range, whatever a link or a file says: it is left out, and said", () => {
  const kept = PLACES.filter((place) => KEPT.includes(place.split('"')[1]!)).map((place) => `"kept": {"reference": {${place}}}`);
  for (const place of [...PLACES, ...kept])
    for (const value of HOSTILE) {
      const { view, wrong } = read(place.replace("?", value));
      assert.deepEqual(numbersIn(view), [], `${place} ${value.slice(0, 20)}`);
      assert.equal(wrong.length, 1, place);
      assert.ok(wrong[0]!.found!.length <= 40, place);
      assert.ok(wrong[0]!.place, place);
    }
});

test("one answer that cannot be leaves the other answers as they are", () => {
  const { view, wrong } = read('"own": {"months": 61, "count": 3, "draft": "badly", "title": "Our bus"}, "money": {"staff_hour": 40, "mayor": 1}');
  assert.deepEqual(view, { own: { count: 3, draft: "badly", title: "Our bus" }, money: { staff_hour: 40 } });
  assert.deepEqual(wrong.map((one) => [one.key, one.place, one.allowed]), [["range", "own.months", "0.5 to 60"], ["name", "money.mayor", ""]]);
});

test("an answer keeps to what its question allows", () => {
  const said = (own: string): unknown => read(`"own": {${own}}`).wrong.map((one) => one.key);
  assert.deepEqual(said('"count": 1.5'), ["range"]);
  assert.deepEqual(said('"draft": "baddly"'), ["name"]);
  assert.deepEqual(said(`"title": "${"x".repeat(121)}"`), ["range"]);
  assert.deepEqual(said('"title": 7'), ["kind"]);
  assert.deepEqual(said('"mnths": 7'), ["unknown"]);
  assert.deepEqual(said('"months": null, "title": "Ours"'), []);
});

test("a text longer than its box is left out, and said", () => {
  const { view, wrong } = read(`"recommendation": "${"x".repeat(401)}", "prepared_by": "Ann"`);
  assert.deepEqual(view, { prepared_by: "Ann" });
  assert.deepEqual(wrong, [{ key: "range", place: "recommendation", found: "401 characters long", allowed: "400 characters long at most" }]);
});

test("an answer to the gate that cannot be, and a reason longer than its box, are left out, and said", () => {
  const { view, wrong } = read(`"gate": {"open": "perhaps", "loses": "yes", "weather": "no"}, "stakes": "huge", "trust": "low", "reasons": {"tickbox": "${"x".repeat(401)}", "told": "Quick."}`);
  assert.deepEqual(view, { gate: { loses: "yes" }, trust: "low", reasons: { told: "Quick." } });
  assert.deepEqual(wrong.map(({ key, place }) => [key, place]), [["name", "gate.open"], ["name", "gate.weather"], ["name", "stakes"], ["range", "reasons.tickbox"]]);
});

test("a seed is a whole number, and what the first version left does no harm", () => {
  assert.equal(read('"seed": 1.5').wrong[0]?.key, "range");
  assert.equal(read('"assumptions": {"trust_speed": 7}').wrong[0]?.key, "gone");
  assert.deepEqual(read('"kept": {"reference": {"assumptions": {"trust_speed": 7}}}').wrong, []);
});

test("a short link that unpacks into more than any view is broken, and a usual one is read", async () => {
  const bomb = await linkOf({ prepared_by: "x".repeat(3_000_000) } as unknown as View, declared);
  assert.ok(bomb.length < 10_000);
  assert.deepEqual(await fromLink(bomb, declared), { view: {}, wrong: [{ key: "link" }] });
  const usual = await linkOf({ ...declared.usual, chance: 0.2 } as unknown as View, declared);
  assert.deepEqual((await fromLink(usual, declared)).view, { chance: 0.2 });
});

test("a range is named with its ends written in full, and whose time is paid is one of two answers", () => {
  const { view, wrong } = checked({ format: 1, pays: "everyone", besides: { tickbox: { venue: -1 } }, efforts: { tickbox: { weeks: 12.5 } } }, declared);
  assert.deepEqual(view, { efforts: { tickbox: { weeks: 12.5 } } });
  assert.deepEqual(wrong.map(({ place, allowed }) => [place, allowed]), [["pays", ""], ["besides.tickbox.venue", "0 to 1,000,000,000"]]);
});

test("names that every table has by birth are no names of ours", () => {
  for (const name of ["constructor", "__proto__", "toString"]) {
    const given = JSON.parse(`{"format": 1, "${name}": {"a": 1}}`) as Record<string, unknown>;
    assert.deepEqual(checked(given, declared).wrong, [{ key: "unknown", place: name }]);
  }
});

const TYPED = {
  own: { title: "The ward at Netherby" },
  survey: { name: "patients", n_used: 300 },
  kept: { own: { recommendation: "Keep the beds" }, pool: { chance: 0.2 } },
  chance: 0.4,
};

test("what leaves of a case of the library has nothing of one's own case or of any other", async () => {
  const view = { ...declared.usual, ...TYPED, case: "dulwich" } as unknown as View;
  const file = fileOf(view, declared);
  for (const word of ["Netherby", "patients", "beds", "pool"]) assert.ok(!file.includes(word), word);
  assert.equal(JSON.parse(file).chance, 0.4);
  const { view: read } = await fromLink(await linkOf(view, declared), declared);
  assert.deepEqual([read["own"], read["survey"], read["kept"]], [undefined, undefined, undefined]);
  assert.ok(staysHere(view, declared));
});

test("what leaves of one's own case has all of it, and nothing of other cases", () => {
  const view = { ...declared.usual, ...TYPED, case: "own" } as unknown as View;
  const file = JSON.parse(fileOf(view, declared));
  assert.deepEqual([file.own, file.survey, file.kept], [TYPED.own, TYPED.survey, undefined]);
  assert.ok(!staysHere({ ...view, kept: {} } as View, declared));
});
