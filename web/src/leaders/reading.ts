// Reads a view that came from outside, entry by entry: what fits is taken, what does not is named.

import type { Leading, OwnQuestion, Quantity, Survey } from "../declared.ts";
import type { View } from "../view.ts";

/** What did not fit: where, what was found, and what may stand there. */
export interface Wrong {
  key: "link" | "file" | "format" | "version" | "unknown" | "kind" | "name" | "range" | "gone" | "survey" | "few";
  place?: string;
  found?: string;
  allowed?: string;
}

export interface Read {
  view: Partial<View>;
  wrong: Wrong[];
}

type Table = Record<string, unknown>;
const MOST_SHOWN = 40;
/** How long a text may be in what a way was sought for [characters], as `Name` in Python has it. */
const MOST_SOUGHT = 120;

/** Check a table entry by entry against what Python declares a view to be. */
export function checked(table: unknown, declared: Leading): Read {
  if (!isTable(table) || !("format" in table)) return { view: {}, wrong: [{ key: "file" }] };
  const { usual } = declared;
  if (table["format"] !== usual["format"])
    return { view: {}, wrong: [{ key: "format", found: brief(table["format"]), allowed: String(usual["format"]) }] };
  const wrong: Wrong[] = [];
  const view: Table = {};
  const { made_with: version } = table;
  if (typeof version === "string" && version !== declared.version)
    wrong.push({ key: "version", found: version.slice(0, MOST_SHOWN), allowed: declared.version });
  for (const [name, value] of Object.entries(table)) {
    if (name === "format" || name === "made_with") continue;
    const check = eachIn(name, declared);
    if (check && isTable(value)) {
      view[name] = whatFits(value, check, wrong);
      continue;
    }
    const fault = Object.hasOwn(usual, name) ? faultOf(name, value, declared) : { key: "unknown" as const, place: name };
    if (fault) wrong.push(fault);
    else view[name] = value;
  }
  return { view: view as Partial<View>, wrong };
}

function faultOf(name: string, value: unknown, declared: Leading): Wrong | null {
  const names = namesFor(name, declared);
  const ranged = Object.hasOwn(declared.view_ranges, name);
  const [low, high] = ranged ? declared.view_ranges[name]! : [-Infinity, Infinity];
  if (names && Array.isArray(value)) return firstOf(value, (one) => among(name, one, names));
  if (names) return among(name, value, names);
  if (name === "survey") return surveyFault(value, declared.own.least_people);
  if (kindOf(value) !== kindOf(declared.usual[name]) && declared.usual[name] !== null)
    return { key: "kind", place: name, found: brief(value), allowed: kindOf(declared.usual[name]) };
  if (["involving", "lawful"].includes(name) && value !== null && typeof value !== "boolean")
    return { key: "kind", place: name, found: brief(value), allowed: "boolean" };
  if (ranged && value !== null && typeof value !== "number")
    return { key: "kind", place: name, found: brief(value), allowed: "number" };
  if (typeof value === "number" && !(value >= low && value <= high))
    return { key: "range", place: name, found: brief(value), allowed: between(low, high) };
  if (name === "seed" && !Number.isInteger(value)) return { key: "range", place: name, found: brief(value), allowed: "a whole number" };
  const most = Object.hasOwn(declared.view_lengths, name) ? declared.view_lengths[name]! : Infinity;
  if (typeof value === "string" && value.length > most) return tooLong(name, value, most);
  const check = eachIn(name, declared);
  if (check) return firstOf(Object.entries(value as Table), ([one, given]) => notGone(check(one, given)));
  if (name === "kept") return keptFault(value as Table, declared);
  if (name === "lefts") return firstOf(Object.entries(value as Table), ([way, part]) => rangeFault(`lefts.${way}`, part, LEFT));
  if (name === "besides") return ofWaysFault(name, value as Table, declared.besides.names.map((one) => ({ name: one, ...declared.besides })));
  if (name === "efforts") return ofWaysFault(name, value as Table, declared.efforts);
  return name === "turned" ? turnedFault(value as Table, declared) : null;
}

/** What is kept of other cases is held to the rules of what is shown. */
function keptFault(kept: Table, declared: Leading): Wrong | null {
  const names = Object.keys(declared.of_a_case);
  return firstOf(Object.entries(kept), ([town, table]) => {
    if (!isTable(table)) return { key: "kind", place: `kept.${town}`, found: brief(table), allowed: "object" };
    return firstOf(Object.entries(table), ([name, value]) => among(`kept.${town}`, name, names) ?? faultOf(name, value, declared));
  });
}

/** What may stand in an entry that is a choice. */
function namesFor(name: string, declared: Leading): string[] | null {
  const library: Record<string, string[]> = {
    case: [...Object.keys(declared.cases), "own"],
    ways: [...declared.ways.map((way) => way.name), "now", "found"],
    recommended_way: ["", ...declared.ways.map((way) => way.name), "now", "found"],
    measure: declared.measures.map((m) => m.name),
    over: declared.over.map((one) => one.name),
    span: ["one", "series"],
    pays: ["seats", "all"],
    stakes: declared.gate.stakes,
    trust: declared.gate.trust,
  };
  return Object.hasOwn(library, name) ? library[name]! : null;
}

function among(place: string, value: unknown, names: string[]): Wrong | null {
  if (typeof value === "string" && names.includes(value)) return null;
  return { key: "name", place, found: brief(value), allowed: nearest(String(value), names) };
}

function turnedFault(turned: Table, declared: Leading): Wrong | null {
  return firstOf(Object.entries(turned), ([way, dials]) => {
    if (!isTable(dials)) return { key: "kind", place: `turned.${way}`, found: brief(dials), allowed: "object" };
    return firstOf(Object.entries(dials), ([name, value]) => numberFault(`turned.${way}`, name, value, declared.dials));
  });
}

/** A number with its name and its range. */
interface Ranged {
  name: string;
  low: number;
  high: number;
}

/** How much of a risk remains is a share. */
const LEFT = { low: 0, high: 1 };

/** What is entered for each way has names that Python declares, and keeps to their ranges. */
function ofWaysFault(table: string, given: Table, allowed: Ranged[]): Wrong | null {
  return firstOf(Object.entries(given), ([way, amounts]) => {
    if (!isTable(amounts)) return { key: "kind", place: `${table}.${way}`, found: brief(amounts), allowed: "object" };
    return firstOf(Object.entries(amounts), ([name, value]) => numberFault(`${table}.${way}`, name, value, allowed));
  });
}

type Check = (name: string, value: unknown) => Wrong | null;

/** How each entry of a table is looked at, where one that does not fit leaves the others as they are. */
function eachIn(table: string, declared: Leading): Check | null {
  const scored = declared.dials.filter((dial) => declared.scored.includes(dial.name));
  const allowed: Record<string, Quantity[]> = { assumptions: declared.assumed, money: declared.rates, staff: scored, citizens: scored };
  const numbers = Object.hasOwn(allowed, table) ? allowed[table] : undefined;
  if (table === "own") {
    const asked = declared.own.groups.flatMap((group) => group.questions);
    return (name, value) => answerFault(`own.${name}`, asked.find((one) => one.name === name), value);
  }
  if (table === "sought") return soughtFault;
  if (table === "reasons") return (name, value) => reasonFault(`reasons.${name.slice(0, MOST_SHOWN)}`, value, declared.view_lengths["recommendation"]!);
  if (table === "gate") return (name, value) => among(`gate.${name}`, name, [...declared.gate.questions, ...declared.gate.legal]) ?? among(`gate.${name}`, value, declared.gate.answers.slice(1));
  if (!numbers) return null;
  return (name, value) =>
    table === "assumptions" && declared.gone.includes(name) ? { key: "gone", place: name } : numberFault(table, name, value, numbers);
}

/** What a way was sought for is numbers and short texts. */
function soughtFault(name: string, value: unknown): Wrong | null {
  const place = `sought.${name.slice(0, MOST_SHOWN)}`;
  if (typeof value === "string" && value.length > MOST_SOUGHT) return tooLong(place, value, MOST_SOUGHT);
  return value === null || ["string", "number"].includes(typeof value) ? null : { key: "kind", place, found: brief(value), allowed: "text" };
}

/** What was written about a way is a text no longer than its box. */
function reasonFault(place: string, value: unknown, most: number): Wrong | null {
  if (typeof value !== "string") return { key: "kind", place, found: brief(value), allowed: "string" };
  return value.length > most ? tooLong(place, value, most) : null;
}

/** Take what fits, and name what does not. */
function whatFits(given: Table, check: Check, wrong: Wrong[]): Table {
  const fits = Object.entries(given).filter(([name, value]) => {
    const fault = check(name, value);
    if (fault) wrong.push(fault);
    return !fault;
  });
  return Object.fromEntries(fits);
}

function numberFault(table: string, name: string, value: unknown, allowed: Ranged[]): Wrong | null {
  const place = `${table}.${name.slice(0, MOST_SHOWN)}`;
  const one = allowed.find((quantity) => quantity.name === name);
  if (!one) return { key: "name", place, found: brief(name), allowed: nearest(name, allowed.map((quantity) => quantity.name)) };
  return rangeFault(place, value, one);
}

function rangeFault(place: string, value: unknown, { low, high }: Pick<Ranged, "low" | "high">): Wrong | null {
  const fits = typeof value === "number" && value >= low && value <= high;
  return fits ? null : { key: "range", place, found: brief(value), allowed: between(low, high) };
}

/** Write a range with its ends in full. */
function between(low: number, high: number): string {
  const [from, to] = [low, high].map((end) => end.toLocaleString("en-GB", { maximumFractionDigits: 12 }));
  return `${from} to ${to}`;
}

/** An answer about a case of one's own keeps to what Python declares for its question; null is no answer. */
function answerFault(place: string, asked: OwnQuestion | undefined, value: unknown): Wrong | null {
  if (!asked) return { key: "unknown", place: place.slice(0, MOST_SHOWN) };
  const { low, high, meant, most, whole } = asked;
  if (value === null) return null;
  if (meant) return String(value) in meant ? null : { key: "name", place, found: brief(value), allowed: nearest(String(value), Object.keys(meant)) };
  if (low === null || high === null) {
    if (typeof value !== "string") return { key: "kind", place, found: brief(value), allowed: "text" };
    return value.length > most ? tooLong(place, value, most) : null;
  }
  const fits = typeof value === "number" && value >= low && value <= high && (!whole || Number.isInteger(value));
  return fits ? null : { key: "range", place, found: brief(value), allowed: between(low, high) };
}

function tooLong(place: string, value: string, most: number): Wrong {
  return { key: "range", place, found: `${value.length} characters long`, allowed: `${most} characters long at most` };
}

/** What only the first version of the model had does no harm among what is kept. */
function notGone(fault: Wrong | null): Wrong | null {
  return fault?.key === "gone" ? null : fault;
}

/** How many steps of trust there are in a survey's sums, 0 to 10. */
const TRUSTS = 11;

/** A survey that was changed is not taken, and neither is one of so few people that single answers could be read off it. */
function surveyFault(value: unknown, least: number): Wrong | null {
  if (value === null) return null;
  if (!isSurvey(value)) return { key: "survey" };
  return (value.n_behind ?? value.n_used) < least ? { key: "few", found: String(value.n_used), allowed: String(least) } : null;
}

/** Say whether a value has the shape of what Python keeps of a survey, with the numbers that are played. */
function isSurvey(value: unknown): value is Survey {
  if (!isTable(value) || typeof value["name"] !== "string" || !isCount(value["n_used"]) || !isCount(value["n_read"])) return false;
  const { table, less_heard: less, well_connected: well, share_less_heard: share, share_trusting: trusting, n_behind: behind, reading } = value;
  if (value["n_used"] > value["n_read"] || !(behind === undefined || isCount(behind)) || !(trusting === undefined || isShare(trusting))) return false;
  if (!isText(value["question"]) || !(reading === undefined || (isTable(reading) && isText(reading["trust"]) && isText(reading["weight"]) && isScale(reading["scale"])))) return false;
  if (!areTexts(value["notes"] ?? [])) return false;
  const groups = less === undefined && well === undefined ? [] : [less, well];
  return [table, ...groups].every(areShares) && (share === undefined || isShare(share));
}

function isScale(value: unknown): boolean {
  return isText(value) || areTexts(value);
}

function areTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

/** Whether there is a text, or nothing. */
function isText(value: unknown): boolean {
  return ["undefined", "string"].includes(typeof value);
}

function areShares(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== TRUSTS || !value.every(isShare)) return false;
  return Math.abs(value.reduce((sum, share) => sum + share, 0) - 1) <= 0.001;
}

function isShare(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value <= 1;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 1;
}

function firstOf<T>(list: T[], fault: (one: T) => Wrong | null): Wrong | null {
  for (const one of list) {
    const found = fault(one);
    if (found) return found;
  }
  return null;
}

function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "list" : typeof value;
}

function brief(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, MOST_SHOWN);
}

/** Find the name that is fewest changes away from what was given; nothing where even that one is another word. */
export function nearest(long: string, names: string[]): string {
  const given = long.slice(0, MOST_SHOWN);
  const best = names.reduce((best, name) => (changes(given, name) < changes(given, best) ? name : best), names[0] ?? "");
  return changes(given, best) <= given.length / 3 ? best : "";
}

/** Count how many letters must change to turn one word into the other (Levenshtein 1966). */
function changes(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, k) => k);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++)
      row[j] = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1));
    above = row;
  }
  return above[other.length]!;
}
