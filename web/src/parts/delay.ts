// What the weeks of a way cost where what is decided saves money: the saving begins that much later, or earlier, than with the first.

import type { Board } from "../board/board.ts";
import { short, small, spanned } from "../board/saying.ts";
import { listed, money as inMoney, price as exact } from "../figures.ts";
import { number } from "../numerals.ts";
import { effortsOf } from "../view.ts";
import type { Sum } from "./money.ts";

const WEEKS_A_YEAR = 52;

/** Give how many weeks later than with the first the saving begins, not rounded, where nothing is decided before so many weeks. */
function weeksLater(board: Board, place: number, least = 0): number {
  return Math.max(weeksExactly(board, place), least) - Math.max(weeksExactly(board, 0), least);
}

/** Give the weeks of a way as entered, else as its dials have them. */
function weeksExactly({ assumedCosts, shown, view }: Board, place: number): number {
  return effortsOf(view, shown.ways[place]?.name ?? "")["weeks"] ?? assumedCosts[place]?.weeks ?? 0;
}

/** Give what the later beginning costs in a way, not rounded, as `delays` in Python; below 0 where it begins earlier, 0 where no saving was entered. Nothing is decided before `least` weeks. */
export function delayOf(board: Board, place: number, least = 0): number {
  return (Number(board.view["saving"] ?? 0) * weeksLater(board, place, least)) / WEEKS_A_YEAR;
}

/** Whether a saving that was entered waits longer for the decision in one way than in another, as `waits_apart` in Python. */
export function waitsApart(board: Board, one: number, other: number): "yes" | "no" {
  return !board.view["saving"] || delayOf(board, one) === delayOf(board, other) ? "no" : "yes";
}

/** Whether what the later beginning costs follows from weeks that were entered alone, as `delays_exactly` in Python. */
export function delaysExactly(board: Board, place: number): boolean {
  return [0, place].every((one) => "weeks" in effortsOf(board.view, board.shown.ways[one]!.name));
}

/** Give what one week without the saving loses, as it is written, to three figures where it is not `known`; "none" where no saving was entered. */
export function weekOfSaving({ view, case: { money }, words, declared }: Board, known = true): string {
  const week = Number(view["saving"] ?? 0) / WEEKS_A_YEAR;
  return week ? inMoney(words, week, week, money.currency, declared.theme.signs, known) : "none";
}

/** Say beside what a search found that its money leaves out what waiting for a saving costs; nothing where none was entered. */
export function waitSaid(board: Board): string {
  const week = weekOfSaving(board, false);
  return week === "none" ? "" : board.words.say("study-search_wait", { week });
}

/** Count the later beginning into the sums of all ways. */
export function delayed(board: Board, sums: Sum[] | null): Sum[] | null {
  return sums && sums.map((sum, place) => sum.map((money) => money + delayOf(board, place)) as Sum);
}

/** Say what a saving that was entered loses by the weeks of each way, and that it may not come at all; nothing where none was. */
export function delaySaid(board: Board): string {
  const { view, words, shown, declared } = board;
  const { currency } = board.case.money;
  const { signs } = declared.theme;
  const ways = shown.ways.flatMap((way, place) => {
    const [weeks, lost] = [weeksLater(board, place), delayOf(board, place)].map(Math.abs) as [number, number];
    if (!lost) return [];
    const side = delayOf(board, place) > 0 ? "later" : "earlier";
    return [words.say("board-delay-way", { way: small(short(way)), side, weeks: Number(number(weeks, 1).replaceAll(",", "")), money: inMoney(words, lost, lost, currency, signs, delaysExactly(board, place)) })];
  });
  if (!Number(view["saving"] ?? 0)) return "";
  const amount = exact(Number(view["saving"]), currency, signs);
  const begins = new Set(shown.ways.map((_, place) => Math.sign(delayOf(board, place))).filter(Boolean));
  const sides = begins.size > 1 ? "both" : begins.has(1) ? "later" : begins.has(-1) ? "earlier" : "none";
  const waits = ways.length ? words.say("board-delay", { amount, first: small(short(shown.ways[0]!)), ways: listed(words, ways), sides }) : "";
  const each = waits && spanned(board) > 1 ? words.say("board-delay-each", { count: spanned(board) }) : "";
  return [waits, each, words.say("board-delay-at_risk", { amount, sides })].filter(Boolean).join(" ");
}
