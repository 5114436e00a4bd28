// How much dearer one way is than another, the later beginning of a saving counted in.

import type { Board } from "../board/board.ts";
import { useAsked } from "../parts/asked.ts";
import { delayOf } from "../parts/delay.ts";
import type { Ends } from "../parts/meets.ts";
import { dearerInRuns, isFixed, type Sum } from "../parts/money.ts";

/**
 * Give how much dearer ways are than one of them, over runs in which both meet the same town and the same luck. Where nobody is paid
 * in one of the two, the other's range alone says it; else the module is asked, and where there is none, it is not known.
 */
export function useDearer(board: Board, sums: Sum[] | null, places: number[], base = 0): Ends[] | "unknown" | null {
  const runs = board.numbers?.runs ?? null;
  const of = JSON.stringify([sums, base, places, board.decision, board.shown.ways.map(({ dials }) => dials)]);
  const found = useAsked(board, of, async () => (sums && runs ? Promise.all(places.map((place) => endsOf(board, apart(board, place, base)))) : null));
  if (!sums) return null;
  if (places.every((place) => isFixed(board, base) || isFixed(board, place))) return places.map((place) => apartAlone(sums[base]!, sums[place]!));
  if (!board.live || !runs) return "unknown";
  return found?.length === places.length ? found : null;
}

function apart(board: Board, place: number, base: number): number[] {
  const later = delayOf(board, place) - delayOf(board, base);
  return dearerInRuns(board, place, base)!.map((more) => more + later);
}

/** Have the module sum up a number of every run: its low and its high end, as all ranges have them. */
export async function endsOf(board: Board, all: number[]): Promise<Ends> {
  const { assumed } = board.numbers!.runs!;
  const told = await board.ask("ranges_of_runs", [all.slice(0, assumed), all.slice(assumed), 1, Math.min(board.declared.size.runs, assumed)], 5);
  return (told?.out.slice(3) ?? [NaN, NaN]) as Ends;
}

/** How far apart two sums are of which one has no range. */
function apartAlone([lowest, , highest]: Sum, [low, , high]: Sum): Ends {
  return lowest === highest ? [low - lowest, high - highest] : [low - highest, high - lowest];
}
