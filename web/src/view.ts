// What a board shows, no more: the same value that the link, the saved file and Python have.

import type { Case, Declared, OverName, Survey, Way } from "./declared.ts";
import { named } from "./declared.ts";
import type { Cost } from "./engine/engine.ts";
import { weeksCounted } from "./numerals.ts";
import { ownCase, type Answers } from "./own.ts";

export interface View {
  case: string;
  ways: string[];
  turned: Record<string, Record<string, number>>;
  money: Record<string, number>;
  measure: string;
  span: "one" | "series";
  over: OverName;
  seed: number;
  [more: string]: unknown; // what other parts of the kit keep in it stays as it is
}

/** The names of a case of one's own, and of the way people have today. */
export const OWN = "own";
export const NOW = "now";
/** The name of the way that a search has found. */
export const FOUND = "found";
/** The most ways that are set side by side. */
export const MOST_WAYS = 3;

const USUAL: Omit<View, "ways"> = {
  case: "",
  turned: {},
  money: {},
  measure: "acceptance",
  span: "one",
  over: "plausible",
  seed: 1,
};

/** Fill in what a view leaves out, because it is as it always is. */
export function viewOf(given: Partial<View>, declared: Declared): View {
  const first = Object.keys(declared.cases)[0] ?? "";
  const ways = declared.of_a_case["ways"] as string[];
  const filled = { ...USUAL, ways, case: first, ...given } as View;
  const known = filled.ways.filter((name) => offered(filled, declared).some((way) => way.name === name));
  return {
    ...filled,
    case: Object.hasOwn(declared.cases, filled.case) || (declared.own && filled.case === OWN) ? filled.case : first,
    ways: known.length ? known : ways,
  };
}

/** Give the case of a view, with the prices and the assumptions that were entered. */
export function caseOf(view: View, declared: Declared): Case {
  const mine = view.case === OWN && declared.own;
  const found = mine ? ownCase((view["own"] ?? {}) as Answers, (view["survey"] ?? null) as Survey | null, declared) : declared.cases[view.case];
  if (!found) throw new Error(`there is no case called ${view.case}`);
  const assumed = view["assumptions"] as Record<string, number> | undefined;
  return { ...found, money: { ...found.money, ...view.money }, assumptions: { ...found.assumptions, ...assumed } };
}

/** Take up another case: what was entered about one never goes over into another, and is there again on coming back. */
export function takeUp(view: View, name: string, declared: Declared): View {
  const kept = { ...(view["kept"] as Record<string, Partial<View>> | undefined) };
  const { [name]: before, ...others } = kept;
  const names = Object.keys(declared.of_a_case);
  const fresh = freshOf(view.case, declared);
  const mine = names.filter((one) => JSON.stringify(view[one]) !== JSON.stringify(fresh[one]));
  if (mine.length) others[view.case] = { ...Object.fromEntries(mine.map((one) => [one, view[one]])), ways: view.ways };
  else delete others[view.case];
  // What was kept of one's own case before it had ways of its own names none, and means those of `of_a_case`.
  const start = name === OWN && before ? declared.of_a_case : freshOf(name, declared);
  return { ...view, ...start, ...before, case: name, kept: others } as View;
}

/** Put what a saved file holds in the place of its case alone: what was entered about other cases, and one's own where the file is of another, stays. */
export function putInPlace(view: View, given: Partial<View>, usual: Record<string, unknown>, mine: string[], declared: Declared): View {
  const next = { ...usual, part: view["part"], ...given } as View;
  const { [next.case]: _replaced, ...others } = takeUp(view, next.case, declared)["kept"] as Record<string, Partial<View>>;
  const own = next.case === OWN ? {} : Object.fromEntries(mine.filter((name) => given[name] === undefined).map((name) => [name, view[name]]));
  return { ...next, ...own, kept: { ...others, ...(given["kept"] as object | undefined) } } as View;
}

/** Enter an answer about one's own case, or take it back; a decision that becomes a series is shown over all of it, until somebody chooses another span. */
export function answerOwn(view: View, name: string, given: string | number | null): View {
  const answers = (view["own"] ?? {}) as Answers;
  const { [name]: before, ...others } = answers;
  const own = given === null ? others : { ...answers, [name]: given };
  const series = (count: unknown): boolean => Number(count ?? 1) > 1;
  const span = name !== "count" || series(before) === series(given) ? view.span : series(given) ? "series" : "one";
  return { ...view, own, span } as View;
}

/** Give what is entered about a case as it is before anything is. */
export function freshOf(name: string, declared: Declared): Record<string, unknown> {
  const town = name === OWN ? declared.own?.base : declared.cases[name];
  const ways = town?.engagements.slice(0, MOST_WAYS);
  return { ...declared.of_a_case, ...(ways && { ways }) };
}

/** Give every way that can be shown: the library's, what a search has found, and what people have today once it is scored or shown. */
export function offered(view: View, declared: Declared): Way[] {
  const scored = ["staff", "citizens"].some((side) => Object.keys((view[side] ?? {}) as object).length > 0);
  const own = [...(scored || view.ways.includes(NOW) ? [NOW] : []), FOUND].map((name) => ownWay(name, view, declared));
  return [...own.filter((way) => way !== null), ...declared.ways];
}

/** Give the ways of a view with their dials as turned. */
export function waysOf(view: View, declared: Declared): Way[] {
  const all = offered(view, declared);
  return view.ways.map((name) => {
    const way = named(all, name);
    const turned = view.turned[name] ?? {};
    const dials = declared.dials.map((dial, k) => turned[dial.name] ?? way.dials[k] ?? 0);
    const asked = way.dials.slice(declared.dials.length).map((is) => turned["asked"] ?? is);
    return { ...way, dials: [...dials, ...asked] };
  });
}

/** Make a way that stands in no library: the one people have today, or the one a search has found. */
function ownWay(name: string, view: View, declared: Declared): Way | null {
  if (!declared.now) return null;
  if (name === NOW) return nowOf(view, declared.now, declared);
  return name === FOUND && view["found"] ? { ...declared.now, name, title: String(view["found"]) } : null;
}

/** Give the ways of a view as they stand before their dials are turned; one that a search found is all dials. */
export function untouched(view: View, declared: Declared): Way[] {
  const { [FOUND]: found } = view.turned;
  return waysOf({ ...view, turned: found ? { [FOUND]: found } : {} }, declared);
}

/** Make the way people have today: a dial stands at the mean of what staff and citizens say, as in `score_of`. */
function nowOf(view: View, now: Way, declared: Declared): Way {
  const sides = [view["staff"], view["citizens"]] as Record<string, number>[];
  const dials = declared.dials.map((dial, k) => {
    const given = sides.flatMap((scores) => (scores && dial.name in scores ? [scores[dial.name]!] : []));
    return given.length ? given.reduce((sum, score) => sum + score, 0) / given.length : now.dials[k]!;
  });
  return { ...now, dials: [...dials, ...now.dials.slice(dials.length)] };
}

export function turn(view: View, way: string, dial: string, value: number): View {
  return { ...view, turned: { ...view.turned, [way]: { ...view.turned[way], [dial]: value } } };
}

/** Put the dials of a way back where its file has them. */
export function putBack(view: View, way: string): View {
  const { [way]: _gone, ...rest } = view.turned;
  return { ...view, turned: rest };
}

/** Put a way in a place; where it stands elsewhere already, the two change places. */
export function choose(view: View, place: number, name: string): View {
  const ways = [...view.ways];
  const there = ways.indexOf(name);
  if (there >= 0) ways[there] = ways[place] ?? name;
  ways[place] = name;
  return withWays(view, ways);
}

/** Show other ways; what was entered about the risk of the first way is about no other. */
export function withWays(view: View, ways: string[]): View {
  const risk = ways[0] === view.ways[0] ? {} : { chance: null, left: null, lefts: {} };
  return { ...view, ways, ...("chance" in view ? risk : {}) };
}

/** Name the way whose costs besides hours go with what is found: what was found before, where it has seats as well or none either, else `like`. */
export function costsLike(view: View, seats: number, like: string | undefined): string | undefined {
  const mine = (view["besides"] as Record<string, Record<string, number>> | undefined)?.[FOUND] ?? {};
  const before = view.turned[FOUND]?.["seats"] ?? 0;
  return Object.keys(mine).length && before > 0 === seats > 0 ? FOUND : like;
}

/**
 * Put dials that were found on the board as a way of their own, with what they were sought for; on a full board in the place of the
 * way that is `least` useful. What it costs
 * besides hours as `like` was counted for it, and goes with it; hours and weeks entered for what was found before are about other dials.
 */
export function addFound(view: View, sought: { title: string }, dials: Record<string, number>, like: string | undefined, least = leastUseful(view)): View {
  const full = view.ways.length >= MOST_WAYS;
  const gone = view.ways.includes(FOUND) ? FOUND : full ? least : undefined;
  // In the place of the one that goes: every other way keeps its place, and with it its colour.
  const ways = gone ? view.ways.map((name) => (name === gone ? FOUND : name)) : [...view.ways, FOUND];
  const entered = (view["besides"] ?? {}) as Record<string, Record<string, number>>;
  const costs = entered[costsLike(view, dials["seats"] ?? 0, like) ?? ""];
  const { [FOUND]: _earlier, ...besides } = entered;
  const { [FOUND]: _before, ...efforts } = (view["efforts"] ?? {}) as Record<string, Record<string, number>>;
  // What was recommended was another way under the same name; what was written about it stays in its box.
  const recommended = view["recommended_way"] === FOUND ? { recommended_way: "" } : {};
  return { ...withWays(view, ways), ...recommended, found: sought.title, sought, turned: { ...view.turned, [FOUND]: dials }, besides: costs ? { ...besides, [FOUND]: costs } : besides, efforts };
}

/** Give the way that can best be left out: neither the first nor the one that is explained. */
function leastUseful(view: View): string | undefined {
  const goal = view.ways[goalOf(view)];
  return view.ways.find((name, place) => place > 0 && name !== goal);
}

export function add(view: View, name: string): View {
  const full = view.ways.length >= MOST_WAYS || view.ways.includes(name);
  return full ? view : { ...view, ways: [...view.ways, name] };
}

/** Show a way besides those shown; on a full board in the place of the one that is least use. */
export function showToo(view: View, name: string): View {
  const least = leastUseful(view);
  return view.ways.length < MOST_WAYS || !least ? add(view, name) : withWays(view, view.ways.map((one) => (one === least ? name : one)));
}

export function remove(view: View, name: string): View {
  return view.ways.length > 1 ? withWays(view, view.ways.filter((w) => w !== name)) : view;
}

/** Enter a price of one's own, or take it back with null. */
export function price(view: View, name: string, value: number | null): View {
  const { [name]: _gone, ...rest } = view.money;
  return { ...view, money: value === null ? rest : { ...rest, [name]: value } };
}

/** Enter what a way costs besides hours, or what it takes of hours and weeks, or take it back with null. */
export function enter(view: View, table: "besides" | "efforts", way: string, name: string, value: number | null): View {
  const all = (view[table] ?? {}) as Record<string, Record<string, number>>;
  const { [name]: _gone, ...mine } = all[way] ?? {};
  const { [way]: _mine, ...others } = all;
  const now = value === null ? mine : { ...mine, [name]: value };
  return { ...view, [table]: Object.keys(now).length ? { ...others, [way]: now } : others };
}

/** Enter how much of the risk of a lost challenge remains with one way, or take it back with null. */
export function leave(view: View, way: string, part: number | null): View {
  const { [way]: _gone, ...others } = (view["lefts"] ?? {}) as Record<string, number>;
  return { ...view, lefts: part === null ? others : { ...others, [way]: part } };
}

/** How much of the risk of a lost challenge remains with a way; null where nobody entered it. */
export function leftOf(view: View, way: string): number | null {
  return (view["lefts"] as Record<string, number> | undefined)?.[way] ?? (view["left"] as number | null | undefined) ?? null;
}

/** Say which part is missing of what every sum with the risk needs: what a lost challenge costs, how much remains with any way, or both; null where none is. */
export function missingOf(view: View, cost: boolean, ways: string[]): "cost" | "left" | "both" | null {
  if (ways.some((way) => leftOf(view, way) !== null)) return cost ? null : "cost";
  return cost && ways.length ? "left" : "both";
}

/** Which of a way's hours and weeks somebody entered, by the names that Python declares. */
export function effortsOf(view: View, way: string): Record<string, number> {
  return (view["efforts"] as Record<string, Record<string, number>> | undefined)?.[way] ?? {};
}

/** Let what was entered for a way stand in place of what its dials come to; the kit's own weeks are rounded up, as they are shown and judged. */
export function withOwn(cost: Cost, view: View, way: string): Cost {
  const { staff_hours: staffHours = cost.staffHours, hours_each: hoursEach = cost.hoursEach, weeks = weeksCounted(cost.weeks) } = effortsOf(view, way);
  return { staffHours, hoursEach, weeks };
}

/** Recommend another way: what was written about one is kept for it, and is there again when it is recommended again. */
export function recommend(view: View, way: string): View {
  const before = String(view["recommended_way"] ?? "");
  const written = String(view["recommendation"] ?? "");
  if (way === before) return view;
  const { [way]: mine, ...others } = (view["reasons"] ?? {}) as Record<string, string>;
  const reasons = before && written.trim() ? { ...others, [before]: written } : others;
  // What was written before a way was chosen goes with the first that is.
  return { ...view, recommended_way: way, recommendation: mine ?? (before ? "" : written), reasons };
}

/** Give the place of the way the leader recommends; -1 while none is chosen, or it is not compared. */
export function recommendedOf(view: View): number {
  return view.ways.indexOf(String(view["recommended_way"] ?? ""));
}

/** Give the place of the way that is explained: what is recommended beside the first, or co-production, or else the last. */
export function goalOf(view: View): number {
  const chosen = recommendedOf(view);
  if (chosen > 0) return chosen;
  const place = view.ways.indexOf("co_production");
  return place > 0 ? place : view.ways.length - 1;
}
