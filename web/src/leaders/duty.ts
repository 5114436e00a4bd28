// What is said of ways where a duty to ask is likely.

import type { Board } from "../board/board.ts";
import { short, small } from "../board/saying.ts";
import { caption, placeOf } from "../declared.ts";
import { listed } from "../figures.ts";
import type { Unmet } from "../parts/unmet.ts";
import { seatsOfMetSaid, stillNeededOf } from "./duty_met.ts";
import { useVerdict } from "./gate.tsx";
import { lackingSaid, unmetOf } from "./lacking.ts";
import { leading } from "./leading.ts";

/** A dial is turned by this part of its length: 5 of 100. */
const STEPS = 20;

/** Say whether a duty to ask is likely by the answers about the case. */
export function useLikely(board: Board): boolean {
  return useVerdict(board)?.duty === "likely";
}

/** Give for each dial the least at which a way may meet a duty to ask, on the steps that dials are turned by; 0 where it may stand anywhere. */
export function leastDials(board: Board): number[] {
  const { declared } = board;
  const { needs } = leading(board).gate;
  return declared.dials.map((dial) => {
    const least = needs.find(([name]) => name === dial.name)?.[1] ?? 0;
    const steps = Array.from({ length: STEPS + 1 }, (_, k) => dial.low + (k / STEPS) * (dial.high - dial.low));
    return least === 0 ? 0 : steps.find((value) => placeOf(dial, value) >= least)!;
  });
}

/** Give the places of the ways that would probably not meet a duty that is likely. */
export function useUnmetWays(board: Board): Unmet {
  return unmetOf(board, useLikely(board));
}

/** List why a way would not meet a duty that is likely; else nothing. */
export function useUnmet(board: Board, place: number): string {
  const likely = useLikely(board);
  return likely ? lackingSaid(board, board.shown.ways[place]!.dials) : "";
}

/** Say of every way compared that would probably not meet a duty to ask what it lacks, and what that means for a challenge. */
export function dutyOfEach(board: Board): string[] {
  return board.shown.ways.flatMap((way, place) => {
    const parts = lackingSaid(board, way.dials);
    return parts ? [board.words.say("study-even_duty", { place: place === 0 ? "first" : "other", way: small(short(way)), parts })] : [];
  });
}

/** Name in one sentence the ways that would probably not meet a duty to ask, of all compared or of some; nothing where all would. */
export function dutyOfAll(board: Board, places: Iterable<number> = board.shown.ways.keys()): string {
  const some = [...places].map((place) => board.shown.ways[place]!);
  const lacking = some.filter((way) => lackingSaid(board, way.dials)).map((way) => small(short(way)));
  return lacking.length ? board.words.say("leaders-page-challenge_duty", { ways: listed(board.words, lacking) }) : "";
}

/** Say whether a way that a search gives would meet a duty that is likely: its name says what is done in it, and no verdict. */
export function useDutySaid(board: Board, dials: readonly number[] | undefined): string {
  if (!useLikely(board) || !dials) return "";
  const parts = lackingSaid(board, dials);
  return parts ? board.words.say("study-limits_duty", { parts }) : metSaid(board, dials);
}

/** Say what of a duty to ask is there, in the words of the dials, and what no dial shows. */
function metSaid(board: Board, dials: readonly number[]): string {
  const { declared, words } = board;
  const parts = leading(board).gate.needs.map(([name]) => {
    const k = declared.dials.findIndex((dial) => dial.name === name);
    return small(caption(declared.dials[k]!, dials[k] ?? 0)).replace(/\.$/, "");
  });
  return [words.say("study-limits_meets", { parts: parts.join("; ") }), stillNeededOf(board, dials)].filter(Boolean).join(" ");
}

/** Say of every way compared but one why it would not meet a duty to ask, which the risks say of that one, and whom those that would leave out. */
export function useUnmetOthers(board: Board, spoken: number): string {
  const likely = useLikely(board);
  const others = likely ? [...board.shown.ways.entries()].filter(([place]) => place !== spoken) : [];
  const unmet = others.flatMap(([, way]) => {
    const parts = lackingSaid(board, way.dials);
    return parts ? [board.words.say("leaders-page-duty_unmet_of", { way: short(way), parts })] : [];
  });
  return [...unmet, likely ? seatsOfMetSaid(board) : ""].filter(Boolean).join(" ");
}
