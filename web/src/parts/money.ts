// What every way costs in money, at the prices of the case until one's own are entered; whose time is paid, and for how many people.

import type { Board } from "../board/board.ts";
import { spanned } from "../board/saying.ts";
import type { Way } from "../declared.ts";
import type { Cost } from "../engine/engine.ts";
import { takingPart } from "../engine/taking.ts";
import { money } from "../figures.ts";
import { effortsOf } from "../view.ts";
import { affectedOf } from "./affected.ts";
import { seatsOf } from "./seats.ts";

/** The low end, the mean and the high end, over who takes part. */
export type Sum = [low: number, mean: number, high: number];

/** Amounts by way and by name. */
export type Besides = Record<string, Record<string, number>>;

export function isYours(board: Board, name: string): boolean {
  return name in board.view.money;
}

/** What was entered for a way besides hours, for one decision; null where nothing was. */
export function besidesOf({ view }: Pick<Board, "view">, way: string): number | null {
  const given = Object.values((view["besides"] as Besides | undefined)?.[way] ?? {});
  return given.length ? given.reduce((sum, amount) => sum + amount, 0) : null;
}

/** Whether everybody who takes part is paid, or nobody without a seat. */
export function paysAll({ view }: Pick<Board, "view">): boolean {
  return view["pays"] === "all";
}

/** What an hour of people's own time costs: nothing until somebody enters it. */
export function payOf(board: Board): number {
  return isYours(board, "citizen_hour") ? board.case.money.citizen_hour : 0;
}

/** What people are paid for an hour under a way; nothing where only seats are paid and it has none. */
export function payIn(board: Board, way: Way): number {
  return paysAll(board) || seatsOf(board, way) > 0 ? payOf(board) : 0;
}

/** Count who takes part in a way, where so many in 100 of the town do. */
export function participants(board: Board, way: Way, hundredths: number): number {
  return takingPart(hundredths / 100, board.case.people.citizens, affectedOf(board), seatsOf(board, way));
}

/** Price a way where so many in 100 of the town take part, with what was entered besides. */
export function moneyOf(board: Board, way: Way, { staffHours, hoursEach }: Cost, hundredths: number, times = 1): number {
  const besides = besidesOf(board, way.name) ?? 0;
  return times * (staffHours * board.case.money.staff_hour + participants(board, way, hundredths) * hoursEach * payIn(board, way) + besides);
}

/** Price every way that is shown, for one decision or for all; null until there are numbers. */
export function sumsOf(board: Board, times = spanned(board)): Sum[] | null {
  const { numbers, costs, shown, decision } = board;
  if (!numbers || costs.length < shown.ways.length) return null;
  return shown.ways.map((way, place) => {
    const took = numbers.of(place, decision, "took_part");
    return [took.low, took.mean, took.high].map((share) => moneyOf(board, way, costs[place]!, share, times)) as Sum;
  });
}

/** How much dearer a way is than another, or the first, in every run, in which both meet the same town and the same luck; null where runs are not at hand. */
export function dearerInRuns(board: Board, place: number, base = 0): number[] | null {
  const [first, other] = [base, place].map((way) => board.numbers?.runs?.of(way, board.decision));
  if (!first || !other) return null;
  const of = (way: number, share: number): number => moneyOf(board, board.shown.ways[way]!, board.costs[way]!, share);
  return Array.from(other, (share, k) => of(place, share) - of(base, first[k]!));
}

/** Whether a way's money follows from what somebody entered alone, its hours and their price: then it is exact, else an estimate. */
export function isExact(board: Board, way: Way, { staffHours, hoursEach }: Cost): boolean {
  const given = "staff_hours" in effortsOf(board.view, way.name) && isYours(board, "staff_hour");
  return (given || staffHours === 0) && (payIn(board, way) === 0 || hoursEach === 0);
}

/** Whether a way's money was entered, or follows from what was entered alone: what rests on assumed hours does not. */
export function isOwnSum(board: Board, place: number): boolean {
  const way = board.shown.ways[place]!;
  const some = "staff_hours" in effortsOf(board.view, way.name) || besidesOf(board, way.name) !== null;
  return some && isExact(board, way, board.costs[place]!);
}

/** Say whether all, some or nothing of what goes into a way's money was entered. */
export function enteredOf(board: Board, place: number): "all" | "some" | "none" {
  const { name } = board.shown.ways[place]!;
  return isOwnSum(board, place) ? "all" : besidesOf(board, name) === null && Object.keys(effortsOf(board.view, name)).length === 0 ? "none" : "some";
}

/** Write what a way costs, a range where it is one, as the page writes all money. */
export function sumSaid(board: Board, way: Way, cost: Cost, [low, , high]: Sum): string {
  return money(board.words, low, high, board.case.money.currency, board.declared.theme.signs, isExact(board, way, cost));
}

/** Write so what one of the ways shown costs. */
export function sumAt(board: Board, place: number, sum: Sum): string {
  return sumSaid(board, board.shown.ways[place]!, board.costs[place]!, sum);
}

/** Whether a way's money is the same in every run: people are not paid in it. */
export function isFixed(board: Board, place: number): boolean {
  return payIn(board, board.shown.ways[place]!) === 0 || board.costs[place]!.hoursEach === 0;
}
