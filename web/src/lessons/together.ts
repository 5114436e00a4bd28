// Brings two records of one learner together, so that nothing written in either is dropped, as `progress/brought_together.py` does.

import { LINES } from "./portfolio.ts";
import { isTable, type Items, type Kept } from "./progress.ts";
import { fits, still, type Stands } from "./what_stands.ts";

/** Where people write, as Python declares it: patterns of names, and of the way from an item's value to its texts; and what stands. */
export interface Written extends Stands {
  another: string;
  longest: number;
  places: [name: string, way: string[]][];
}

type Way = (string | number)[];

/** Where texts stand that go into the journal: the name of their item, the ways to them, and what is kept there. */
export interface Place {
  name: string;
  ways: Way[];
  value: unknown;
}

/** Gives what is said over them. */
export type Prompt = (place: Place) => string;

/** The record of both, and how many items have a text in the journal now that stood elsewhere. */
export interface Together {
  items: Items;
  others: number;
}

/** Put two records together; the later of two items counts, what stands stays, and no text of the earlier one is dropped. */
export function together(mine: Items, theirs: Items, at: string, prompt: Prompt, about: Written): Together {
  const items = { ...mine };
  const left: [string, [Way, string][]][] = [];
  for (const [name, item] of Object.entries(theirs)) {
    const own = items[name] ?? item;
    const [later, earlier] = item.at > own.at ? [item, own] : [own, item];
    const { value, over } = ofTwo(name, later.value, earlier.value, about);
    items[name] = { value: still(name, own.value, still(name, item.value, value, about), about), at: later.at };
    if (over.length) left.push([name, over]);
  }
  return { items, others: left.filter(([name, texts]) => putAside(items, name, texts, at, prompt, about)).length };
}

/** Put what one page saves over what another has kept; no text that the first has not shown is dropped, as `saved_over` in Python. */
export function savedOver(kept: Items, name: string, seen: unknown, mine: Kept, prompt: Prompt, about: Written): { items: Items; aside: boolean } {
  const items = { ...kept };
  const there = items[name] ?? { value: seen, at: "" };
  const [later, earlier] = mine.at >= there.at ? [mine, there] : [there, mine];
  const both = ofBoth(seen, later.value, earlier.value);
  const value = items[name] ? still(name, there.value, both, about) : both;
  items[name] = { value, at: later.at };
  const known = [value, seen].flatMap((one) => textsIn(name, one, about)).map(([, text]) => text);
  const over = textsIn(name, earlier.value, about).filter(([, text]) => !isIn(text, known));
  return { aside: over.length > 0 && putAside(items, name, over, later.at, prompt, about), items };
}

/** Give the later value, and from the earlier one what only that has changed of what was seen. */
function ofBoth(seen: unknown, later: unknown, earlier: unknown): unknown {
  if (same(later, seen)) return earlier;
  if (!isTable(later) || !isTable(earlier)) return later;
  const before = isTable(seen) ? seen : {};
  const steps = new Set([...Object.keys(later), ...Object.keys(earlier)]);
  const both = [...steps].map((step): [string, unknown] => [step, ofBoth(before[step], later[step], earlier[step])]);
  return Object.fromEntries(both.filter(([, value]) => value !== undefined));
}

function same(one: unknown, other: unknown): boolean {
  if (!isTable(one) || !isTable(other)) return JSON.stringify(one) === JSON.stringify(other);
  return Object.keys(one).length === Object.keys(other).length && Object.keys(one).every((step) => step in other && same(one[step], other[step]));
}

/** Give the later value with its gaps filled from the earlier one, and texts for which it has no room. */
function ofTwo(name: string, later: unknown, earlier: unknown, about: Written): { value: unknown; over: [Way, string][] } {
  const [texts, before] = [textsIn(name, later, about), textsIn(name, earlier, about)];
  if (!written(texts) && (later === null || Array.isArray(later))) return { value: written(before) ? earlier : later, over: [] };
  const over: [Way, string][] = [];
  let value = later;
  for (const [way, text] of before) {
    if (isIn(text, texts.map(([, one]) => one))) continue;
    const there = texts.find(([one]) => JSON.stringify(one) === JSON.stringify(way))?.[1] ?? "";
    if (!there.trim() && way.every((step) => typeof step === "string")) value = withText(value, way, text);
    else over.push([way, text]);
  }
  return { value, over };
}

/** Find everything written in an item, with the way from its value to each text. */
function textsIn(name: string, value: unknown, { places }: Written): [Way, string][] {
  return places.filter(([pattern]) => fits(pattern, name)).flatMap(([, way]) => texts(value, way, []));
}

function texts(value: unknown, [step, ...rest]: string[], at: Way): [Way, string][] {
  if (step === undefined) return typeof value === "string" ? [[at, value]] : [];
  const inside: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : isTable(value) ? Object.entries(value) : [];
  return inside.filter(([one]) => fits(step, String(one))).flatMap(([one, found]) => texts(found, rest, [...at, one]));
}

/** Say whether every line of a text stands in one of the others. */
function isIn(text: string, others: string[]): boolean {
  const lines = linesOf(text);
  return lines.length === 0 || others.some((other) => lines.every((line) => linesOf(other).includes(line)));
}

function linesOf(text: string): string[] {
  return text.split(LINES).map((line) => line.trim()).filter(Boolean);
}

function written(found: [Way, string][]): boolean {
  return found.some(([, text]) => text.trim() !== "");
}

/** Give a copy of a value with a text at the end of a way. */
function withText(value: unknown, [step, ...rest]: Way, text: string): unknown {
  if (step === undefined) return text;
  const table = isTable(value) ? value : {};
  return { ...table, [step]: withText(table[step], rest, text) };
}

/** Put texts of an item into the journal, unless they stand there; say whether there was one to put. */
function putAside(items: Items, name: string, found: [Way, string][], at: string, prompt: Prompt, { another, longest }: Written): boolean {
  const place = (name.startsWith(another) ? name : `${another}${name}`).slice(0, longest);
  const kept = items[place]?.value;
  const text = isTable(kept) && kept["text"] ? String(kept["text"]) : "";
  const fresh = found.filter(([, one]) => !isIn(one, [text]));
  const ways = text ? [] : fresh.map(([way]) => way); // with older texts of other boxes before them, no box is named
  const about = { name: name.startsWith(another) ? name.slice(another.length) : name, ways, value: items[name]!.value };
  if (fresh.length) items[place] = { value: { prompt: prompt(about), text: [text, ...fresh.map(([, one]) => one)].filter(Boolean).join("\n\n") }, at };
  return fresh.length > 0;
}
