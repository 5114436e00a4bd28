// Looks for the best or the cheapest dials on the leaders' page: with the seats that were entered, without any, and asking nobody, each with its own
// costs.

import type { Board } from "../board/board.ts";
import { short, small } from "../board/saying.ts";
import { named } from "../declared.ts";
import type { Going } from "../engine/engine.ts";
import { columnOf } from "../engine/job.ts";
import { MEAN, MONEY, type Searched, SHARE, type Weighed } from "../engine/search.ts";
import { counts, number, price as exact, weeksWithin } from "../figures.ts";
import { takingPart } from "../engine/taking.ts";
import { affectedOf } from "../parts/affected.ts";
import { besidesOf, payOf, paysAll } from "../parts/money.ts";
import { seatsOf } from "../parts/seats.ts";
import { costsLike, effortsOf, waysOf } from "../view.ts";
import { leastDials } from "./duty.ts";
import { leading } from "./leading.ts";
import type { Limits } from "./next_step.ts";

/** What is looked for, as `results/discovery/searching.py` numbers it. */
const CHEAPEST = 0;
const BEST = 1;
const NO_LIMITS: Limits = { weeks: Infinity, money: Infinity, hours: Infinity };

/** Which ways are passed over: those in which nobody takes part, and those that would probably not meet a duty to ask. */
export interface Only {
  involving: boolean;
  lawful: boolean;
}

/** One kind of way that is tried: how many seats it has, and whether it asks anybody. */
interface Kind {
  seats: number;
  asked: number;
}

/** Two searches: within the limits, and without any. */
export interface Both {
  within: Searched;
  without: Searched;
}

/** What is looked for: the cheapest way to a target, or the best within limits. */
interface Wanted {
  mode: number;
  target: number;
  limits: Limits;
  only: Only;
}

/** Search within the limits and without. What fits narrower limits also fits wider ones, so no wider search ends lower. */
export async function searchBoth(board: Board, { limits, only }: Pick<Wanted, "limits" | "only">, going: Going, gone: AbortSignal): Promise<Both | null> {
  const wanted = { mode: BEST, target: 0 };
  const narrow = await searched(board, { ...wanted, limits, only: { ...only, involving: true } }, (done) => going(done * 0.4), gone);
  if (!narrow) return null;
  const wide = only.involving ? narrow : await searched(board, { ...wanted, limits, only }, (done) => going(0.4 + done * 0.4), gone);
  if (!wide) return null;
  const within = better(wide, narrow);
  const free = await searched(board, { ...wanted, limits: NO_LIMITS, only }, (done) => going(0.8 + done * 0.2), gone);
  return free && { within, without: better(free, within) };
}

/** Search for the cheapest way to a goal; where none reaches it, for the best there is, so that what can be reached is said. */
export async function searchGoal(board: Board, { target, only }: Pick<Wanted, "target" | "only">, going: Going, gone: AbortSignal): Promise<Searched | null> {
  const found = await searched(board, { mode: CHEAPEST, target, limits: NO_LIMITS, only }, (done) => going(done * 0.8), gone);
  if (!found || found.reached) return found;
  const best = await searched(board, { mode: BEST, target: 0, limits: NO_LIMITS, only }, (done) => going(0.8 + done * 0.2), gone);
  return best && { ...best, reached: false };
}

/** Give the one that wins more in towns neither has seen. */
function better(wide: Searched, narrow: Searched): Searched {
  return narrow.reached && !(wide.reached && wide.fresh[MEAN]! >= narrow.fresh[MEAN]!) ? narrow : wide;
}

/** Search among each kind of way, and give what is better, or cheaper where that is looked for: as `goals.py` does. */
async function searched(board: Board, wanted: Wanted, going: Going, gone: AbortSignal): Promise<Searched | null> {
  const kinds = kindsOf(board, wanted.only);
  const found: Searched[] = [];
  for (const [k, kind] of kinds.entries()) {
    const one = await searchedThatHolds(board, kind, wanted, (done) => going((k + done) / kinds.length), gone);
    if (!one) return null;
    found.push(one);
  }
  return found.reduce((one, other) => (comesBefore(orderOf(board, wanted, other), orderOf(board, wanted, one)) ? other : one));
}

/** Search for more than is asked as long as what is found reaches the goal too seldom in towns that the search had not used, as `goals.py` does. */
async function searchedThatHolds(board: Board, kind: Kind, wanted: Wanted, going: Going, gone: AbortSignal): Promise<Searched | null> {
  const { sure, reserves } = leading(board).search;
  const all = wanted.mode === CHEAPEST ? [0, ...reserves] : [0];
  let found: Searched | null = null;
  for (const [k, more] of all.entries()) {
    const one = await searchedWith(board, kind, wanted, (done) => going((k + done) / all.length), gone, Math.min(sure + more, 1));
    if (!one) return null;
    if (!found || one.reached) found = { ...one, first: (found ?? one).first };
    if (!one.reached || one.fresh[SHARE]! >= sure) break;
  }
  return found;
}

function comesBefore(one: number[], other: number[]): boolean {
  const k = one.findIndex((value, place) => value !== other[place]);
  return k >= 0 && one[k]! < other[k]!;
}

/** Put what was found in order: what fits, what holds in towns that the search had not used, what wins most, what costs least. */
function orderOf(board: Board, { mode }: Wanted, { reached, found, fresh }: Searched): number[] {
  if (mode === CHEAPEST) return [Number(!reached), Number(fresh[SHARE]! < leading(board).search.sure), found[MONEY]!];
  const lost = reached && Number.isFinite(fresh[MEAN]!) ? -fresh[MEAN]! : Infinity;
  return [Number(!reached), lost, fresh[MONEY]!];
}

/** Search from the same places whatever is compared: from the ways that a page begins with. */
function searchedWith(board: Board, { seats, asked }: Kind, { mode, target, limits, only: { involving, lawful } }: Wanted, going: Going, gone: AbortSignal, sure: number): Promise<Searched | null> {
  const { declared } = board;
  const { layout, only_if_asked, scattered, singles, somebody, turned, measure, runs } = leading(board).search;
  const { money, people } = board.case;
  const spent = besidesWith(board, { seats, asked });
  const free = limits === NO_LIMITS && mode === BEST;
  const usual = leading(board).usual["ways"] as string[];
  const [start, like] = [usual[0]!, seatedLike(board)].map((name) => named(declared.ways, name).dials);
  const goal = like!.map((value, k) => (declared.dials[k]?.name === "seats" ? seats : value));
  const found = board.study("search", ({ job }) => {
    const onGrid = (dials: number[]): number[] => turned.map((place) => Math.round(dials[place]! * 20) / 20);
    const edge = turned.map(() => (mode === CHEAPEST || free ? 1 : 0));
    return {
      ...job, layout, mode, turned, runs, own: ownOf(board, limits.weeks), citizens: people.citizens, affected: affectedOf(board), seats,
      goal: [...goal.slice(0, -1), asked],
      idle: asked ? [] : only_if_asked,
      least: lawful ? leastDials(board) : goal.map(() => 0),
      terms: [target, sure, limits.money - spent, weeksWithin(limits.weeks), limits.hours, involving ? somebody : 0, money.staff_hour, payWith(board, { seats, asked }), people.citizens],
      starts: free ? [edge, onGrid(goal)] : [edge, onGrid(start!), onGrid(goal), ...scattered, ...(involving && mode === BEST ? singles : [])],
      columns: [columnOf(declared, job.decisions, measure), columnOf(declared, job.decisions, "took_part")],
    };
  }, going, gone);
  return found.then((one) => one && withBesides(one, spent));
}

/** What decides a search beyond the case and its limits: its kinds of ways, what is paid and counted with each, and what was entered for ways compared. */
export function searchesOf(board: Board): unknown[] {
  const all = kindsOf(board, { involving: false, lawful: false });
  return [all, all.map((kind) => [besidesWith(board, kind), payWith(board, kind)]), ownOf(board)];
}

/**
 * Which kinds of ways are tried: with the seats entered, with none, and asking nobody. Where a duty to ask must be met, seats are only as many as
 * may meet it; there, and where somebody must take part, people are asked.
 */
function kindsOf(board: Board, { involving, lawful }: Only): Kind[] {
  const least = lawful ? leading(board).gate.least_seats : 0;
  const seats = [...new Set([seatsFound(board), 0])].filter((one) => one === 0 || one >= least);
  const asking = seats.map((one) => ({ seats: one, asked: 1 }));
  return involving || lawful ? asking : [...asking, { seats: 0, asked: 0 }];
}

/** What people are paid for an hour in what a search finds among a kind of way. */
function payWith(board: Board, { seats }: Kind): number {
  return paysAll(board) || seats > 0 ? payOf(board) : 0;
}

/** What was entered besides hours for what a search finds among a kind of way. */
function besidesWith(board: Board, { seats, asked }: Kind): number {
  const like = besidesLike(board, seats, asked);
  return (like && besidesOf(board, like)) || 0;
}

/**
 * The way whose costs besides hours count for what a search finds: what was found before, if it has seats as well or none either; with seats the
 * way that the page ends with, whose seats they are; without any, of the ways without seats that ask people, or that ask nobody either, the one for
 * which most was entered.
 */
export function besidesLike(board: Board, seats: number, asked = 1): string | undefined {
  const like = seatedLike(board);
  return costsLike(board.view, seats, asked && seats === seatsFound(board) ? like : dearestOpen(board, asked));
}

function dearestOpen(board: Board, asked: number): string | undefined {
  const { declared, view } = board;
  const all = waysOf({ ...view, ways: declared.ways.map(({ name }) => name) }, declared);
  const open = all.filter((way) => seatsOf(board, way) === 0 && way.dials.at(-1) === asked && besidesOf(board, way.name));
  return open.sort((one, other) => besidesOf(board, other.name)! - besidesOf(board, one.name)!)[0]?.name;
}

/** The name of the way whose seats the search keeps. */
function seatedLike(board: Board): string {
  return (leading(board).usual["ways"] as string[]).at(-1)!;
}

/** How many seats a search gives what it finds with seats: those entered for the way that the page ends with, also where it is not compared. */
function seatsFound(board: Board): number {
  const name = seatedLike(board);
  return board.view.turned[name]?.["seats"] ?? seatsOf(board, named(board.declared.ways, name));
}

/** Count what was entered besides hours into the money that a search gives. */
function withBesides(one: Searched, spent: number): Searched {
  const more = (row: Weighed): Weighed => row.map((value, k) => (k === MONEY ? value + spent : value));
  return { ...one, found: more(one.found), fresh: more(one.fresh), first: more(one.first) };
}

export function seatsIn({ declared }: Board, dials: readonly number[]): number {
  return dials[declared.dials.findIndex(({ name }) => name === "seats")] ?? 0;
}

/** Say what was entered besides hours and is in the sums of what was found, or is not because it has no seats; nothing where nothing was. */
export function besidesSaid(board: Board, dials: readonly number[]): string {
  const seats = seatsIn(board, dials);
  const { theme, ways } = board.declared;
  const said = (kind: string, name: string): string => {
    const title = waysOf({ ...board.view, ways: [name] }, board.declared)[0] ?? named(ways, name);
    const amount = exact(besidesOf(board, name) ?? 0, board.case.money.currency, theme.signs);
    return board.words.say("study-search_besides", { kind, amount, way: small(short(title)) });
  };
  const like = besidesLike(board, seats, dials.at(-1));
  const counted = like && besidesOf(board, like) ? said(seats > 0 ? "seats" : "open", like) : "";
  const seated = seatedLike(board);
  const left = seats === 0 && seatsFound(board) > 0 && besidesOf(board, seated) ? said("left", seated) : "";
  return [counted, left].filter(Boolean).join(" ");
}

/** Say how many of the people affected sit in a room, which is no share of a town; nothing where nobody entered how many are affected, or all have room. */
export function seatedSaid(board: Board, { dials, took }: Pick<Searched, "dials" | "took">): string {
  const [people, seats] = [affectedOf(board), seatsIn(board, dials)];
  if (people === null || seats === 0) return "";
  const [low, high] = took.map((share) => Math.round(takingPart(share, board.case.people.citizens, people, seats))) as [number, number];
  return board.words.say("study-search_take_seats", { count: counts(board.words, low, high), people: number(people) });
}

/** Give the ways compared for which hours or weeks were entered, with what they take. */
function ownOf(board: Board, there = Infinity): { dials: number[]; effort: number[] }[] {
  return board.shown.ways.flatMap(({ name, dials }, place) => {
    const cost = board.costs[place];
    const weeks = cost && cost.weeks <= there ? Math.min(cost.weeks, weeksWithin(there)) : cost?.weeks; // entered weeks fit as they are
    return cost && Object.keys(effortsOf(board.view, name)).length ? [{ dials, effort: [cost.staffHours, cost.hoursEach, weeks!] }] : [];
  });
}
