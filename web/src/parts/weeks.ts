// Whether the ways fit into the weeks, the staff hours and the money there are. All three are for one decision.

import type { Board } from "../board/board.ts";
import { short, small } from "../board/saying.ts";
import { duration, entered, listed, moneyBeside, needed, price as exact } from "../figures.ts";
import type { Way } from "../declared.ts";
import type { Cost } from "../engine/engine.ts";
import { effortsOf } from "../view.ts";
import type { Words } from "../words.ts";
import { isExact, type Sum, sumsOf } from "./money.ts";
import { writtenSaid } from "./dated.ts";
import { MET, type Unmet, unmetSaid } from "./unmet.ts";
import { byWhen, datedOf, decisionsEntered, isLimit, monthsOf, thereOf, untilTheDay, WEEKS_A_MONTH } from "./there.ts";
import { writtenDay } from "./written_day.ts";

type Limit = "weeks" | "staff_hours" | "money";

/** That a way goes beyond a limit: what it takes, and what there is. */
export interface Beyond {
  place: number;
  limit: Limit;
  takes: string;
  there: string;
  /** Whether somebody entered the limit. */
  entered: boolean;
}

/** Find every way that takes more than there is. */
export function beyondOf(board: Board): Beyond[] {
  const sums = sumsOf(board, 1);
  return board.shown.ways.flatMap((way, place) => beyondBy(board, place, way, board.costs[place], sums?.[place]));
}

/** Give what one way takes more of than there is, from what it takes; what is not known yet is not held against it. */
export function beyondBy(board: Board, place: number, way: Way, cost: Cost | undefined, sum: Sum | undefined): Beyond[] {
  const { view } = board;
  const { currency } = board.case.money;
  const available = thereOf(board);
  const { weeks } = available;
  const { signs } = board.declared.theme;
  const [hours, budget] = [view["staff_hours"], view["budget"]].map((one) => Number(one ?? Infinity));
  const found: Beyond[] = [];
  if (cost && cost.weeks > weeks)
    found.push({ place, limit: "weeks", takes: entered(cost.weeks), there: String(weeks), entered: isLimit(available) });
  if (cost && cost.staffHours > hours!)
    found.push({ place, limit: "staff_hours", takes: "staff_hours" in effortsOf(view, way.name) ? entered(cost.staffHours) : needed(cost.staffHours, 3), there: entered(hours!), entered: true });
  if (cost && sum && sum[1] > budget!)
    found.push({ place, limit: "money", takes: moneyBeside(board.words, sum[1], budget!, currency, signs, isExact(board, way, cost)), there: exact(budget!, currency, signs), entered: true });
  return found;
}

/** Say which ways take more than there is; nothing where all of them fit. The headline says which fit. Without `months`, what months come to is said apart. */
export function beyondSaid(board: Board, beyond: Beyond[], months = true): string {
  const apart = !months && thereOf(board).whose === "months";
  return [apart ? "" : lateSaid(board, noneFitsSaid(board, beyond) !== ""), ...(["staff_hours", "money"] as const).map((limit) => tooMuch(board, beyond.filter((one) => one.limit === limit)))].filter(Boolean).join(" ");
}

/** Give what goes beyond limits that somebody entered, and not beyond assumed ones. */
export function enteredOf(beyond: Beyond[]): Beyond[] {
  return beyond.filter(({ entered }) => entered);
}

export function placesOf(beyond: Beyond[]): Set<number> {
  return new Set(beyond.map(({ place }) => place));
}

/** Say which ways fit into what somebody entered, where others do not: the answer may name another way. */
export function fitSaid(board: Board, beyond: Beyond[], unmet: Unmet = MET): string {
  const { shown, words } = board;
  const out = placesOf(enteredOf(beyond));
  const fit = [...shown.ways.keys()].filter((place) => !out.has(place));
  if (out.size === 0 || fit.length === 0) return "";
  return words.say("board-fits", { count: fit.length, ways: listed(words, fit.map((place) => small(short(shown.ways[place]!)))), duty: unmetSaid(board, fit, unmet) });
}

function tooMuch(board: Board, beyond: Beyond[]): string {
  if (beyond.length === 0) return "";
  const { words } = board;
  const ways = listed(words, beyond.map(({ place, takes }) => wayWith(board, place, takes)));
  const { limit, there } = beyond[0]!;
  return words.say(limit === "money" ? "board-money-beyond" : "board-staff-beyond", { count: beyond.length, ways, there: limitSaid(words, limit, there) });
}

function wayWith({ shown, words }: Board, place: number, takes: string): string {
  return words.say("board-weeks-way", { way: small(short(shown.ways[place]!)), weeks: takes });
}

/** Say that none of several ways fits into what somebody entered; else nothing. */
export function noneFitsSaid(board: Board, all: Beyond[]): string {
  const { shown, words } = board;
  const beyond = enteredOf(all);
  const places = placesOf(beyond);
  if (shown.ways.length < 2 || places.size < shown.ways.length) return "";
  return words.say("board-none_fits", { limits: limitsOf(board, beyond) });
}

/** Name the limits that somebody entered and a way goes beyond; nothing where it fits. */
export function limitsBeyond(board: Board, beyond: Beyond[], place: number): string {
  return limitsOf(board, enteredOf(beyond).filter((one) => one.place === place));
}

/** Name a way that goes beyond what somebody entered with those limits. */
export function calledWith(board: Board, beyond: Beyond[], title: string, place: number): string {
  const limits = limitsBeyond(board, beyond, place);
  return limits ? board.words.say("board-way_beyond", { way: title, limits }) : title;
}

function limitsOf({ words }: Board, beyond: Beyond[]): string {
  const there = new Map(beyond.map((one) => [one.limit, one.there]));
  return listed(words, [...there].map(([limit, amount]) => limitSaid(words, limit, amount)));
}

/** Write a limit with its unit. */
function limitSaid(words: Words, limit: Limit, amount: string): string {
  if (limit === "money") return amount;
  const count = Number(amount.replaceAll(",", ""));
  return words.say(`board-none_fits-${limit}`, { weeks: count, hours: amount, count });
}

/** List what a way takes more of than somebody entered that there is. */
export function partsBeyond(board: Board, beyond: Beyond[], place: number): string {
  const mine = beyond.filter((one) => one.place === place && one.entered);
  return listed(board.words, mine.map(({ limit, takes, there }) => board.words.say(`board-recommended_late-${limit}`, { takes, there })));
}

/** Say which ways take longer than the weeks there are; nothing where all of them fit. `told` is that none fits was said right before. */
export function lateSaid(board: Board, told = false): string {
  const { costs, shown, words } = board;
  const there = thereOf(board).weeks;
  const late = shown.ways.flatMap((_, k) => (costs[k] && costs[k].weeks > there ? [wayWith(board, k, entered(costs[k].weeks))] : []));
  if (told && late.length === shown.ways.length) return words.say("board-weeks-all", { ways: listed(words, late) });
  if (late.length && thereOf(board).whose === "months") return `${thereSaid(board)} ${beyondMonthsSaid(board)}`;
  return late.length ? `${thereSaid(board)} ${words.say("board-weeks-some", { count: late.length, ways: listed(words, late) })}` : "";
}

/** Say which ways take more weeks than the months entered, and which would even if getting ready took as long again. */
function beyondMonthsSaid(board: Board): string {
  const { costs, shown, words } = board;
  const { weeks } = thereOf(board);
  const late = [...shown.ways.keys()].filter((place) => (costs[place]?.weeks ?? 0) > weeks);
  const [near, far] = [false, true].map((long) => late.filter((place) => outlasts(board, place) === long)) as [number[], number[]];
  const named = (places: number[]): string => listed(words, places.map((place) => wayWith(board, place, entered(costs[place]!.weeks))));
  return words.say("board-weeks-beyond_months", { weeks, near_count: near.length, near: named(near), far_count: far.length, far: named(far) });
}

/** Say whether all ways fit into the weeks that somebody entered; of weeks that nobody entered no more than how many there are. */
export function inTimeSaid(board: Board): string {
  const there = thereSaid(board);
  return isLimit(thereOf(board)) ? `${there} ${board.words.say("board-weeks-fit")}` : there;
}

/** So much less than the months in public, or so much more, and the weeks hardly fit to them: as long again may go into getting ready. */
const FITTING = [0.9, 2.1] as const;

/** Whether a way takes far more weeks than the months entered for one's own case come to. */
export function outlasts(board: Board, place: number): boolean {
  const months = monthsOf(board);
  return months !== null && (board.costs[place]?.weeks ?? 0) > FITTING[1] * months * WEEKS_A_MONTH;
}

/** Say that the weeks entered hardly fit to the months entered for one's own case; nothing where they do, or one is missing. */
export function monthsSaid(board: Board): string {
  const { words } = board;
  const months = monthsOf(board);
  const available = thereOf(board);
  if (months === null || !isLimit(available)) return "";
  const [weeks, there] = [months * WEEKS_A_MONTH, available.weeks];
  if (there >= FITTING[0] * weeks && there <= FITTING[1] * weeks) return "";
  return words.say("board-weeks-months", { months, weeks: Math.round(weeks), there, whose: available.whose, count: decisionsEntered(board) });
}

/** Say that the weeks entered are not those until the day entered, and which of them count; nothing where they agree, or one is missing. */
export function datesSaid(board: Board): string {
  const { weeks, whose } = thereOf(board);
  const dated = datedOf(board);
  if (whose !== "yours" || dated === null || Math.floor(weeks) === dated) return "";
  return board.words.say("board-weeks-dated", { by_when: byWhen(board).trim(), dated: untilTheDay(board)!, each: dated, count: decisionsEntered(board), weeks });
}

/** Say which day the weeks are counted until, where it was not written as a whole date; else nothing. */
export function countedSaid(board: Board): string {
  const found = thereOf(board).whose === "date" ? writtenDay(byWhen(board), new Date()) : null;
  if (!found || found.plain) return "";
  return board.words.say("board-weeks-counted", { by_when: byWhen(board).trim(), day: writtenSaid(found), earliest: found.earliest ? "yes" : "no" });
}

/** Say what weeks months come to where no others were entered, and which ways take longer, or that no date was entered; else nothing. */
export function insteadSaid(board: Board): string {
  const { whose } = thereOf(board);
  if (whose === "months") return lateSaid(board) || thereSaid(board);
  return whose === "nobody" && byWhen(board).trim() ? thereSaid(board) : "";
}

/** Say how many weeks there are for one decision, and who says so. */
export function thereSaid(board: Board): string {
  const { words, case: { decisions } } = board;
  const { weeks, whose } = thereOf(board);
  if (whose === "nobody") return byWhen(board).trim() ? words.say("board-weeks-undated", { by_when: byWhen(board).trim() }) : words.say("board-weeks-not_entered");
  if (whose === "months") return words.say("board-weeks-of_months", { months: duration(words, monthsOf(board)!), weeks });
  const count = decisionsEntered(board);
  if (whose === "date" && count > 1) return words.say("board-weeks-there_dated", { weeks, all: untilTheDay(board)!, count });
  return words.say("board-weeks-there", { weeks, whose, series: board.view.span === "series" && decisions.count > 1 ? 1 : 0 });
}
