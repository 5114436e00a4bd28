// What every way costs in money, at the prices of the case until one's own are entered; people's time only if it is paid.

import type { Board } from "../board/board.ts";
import { spanned } from "../board/saying.ts";
import { asked, useAsked } from "./asked.ts";

/** The low end, the mean and the high end, over who takes part. */
export type Sum = [low: number, mean: number, high: number];

export function isYours(board: Board, name: string): boolean {
  return name in board.view.money;
}

/** What was entered for a way besides hours, for one decision; null where nothing was. */
export function besidesOf({ view }: Board, way: string): number | null {
  const given = Object.values((view["besides"] as Besides | undefined)?.[way] ?? {});
  return given.length ? given.reduce((sum, amount) => sum + amount, 0) : null;
}

/** Amounts by way and by name. */
export type Besides = Record<string, Record<string, number>>;

/** Price every way that is shown, with what was entered besides, for one decision or for all; null until the module has answered. */
export function useMoney(board: Board, times = spanned(board)): Sum[] | null {
  const { money, people } = board.case;
  const pay = isYours(board, "citizen_hour") ? money.citizen_hour : 0;
  const besides = board.shown.ways.map((way) => (besidesOf(board, way.name) ?? 0) * times);
  const given = board.shown.ways.flatMap((_, place) => {
    const [cost, numbers] = [board.costs[place], board.numbers];
    if (!cost || !numbers) return [];
    const took = numbers.of(place, board.decision, "took_part");
    return [[took.low, took.mean, took.high].map((share) =>
      [cost.staffHours * times, cost.hoursEach * times, (share / 100) * people.citizens, money.staff_hour, pay])];
  });
  const found = useAsked(board, JSON.stringify([given, besides]), async () => {
    const sums = given.map((ends, k) => Promise.all(ends.map(async (one) => {
      const money = await asked(board, "money_of_effort", ...one);
      return money === null ? null : money + besides[k]!;
    })));
    return (await Promise.all(sums)) as Sum[];
  });
  return found?.length === board.shown.ways.length && found.every((sum) => sum.every((end) => end !== null)) ? found : null;
}
