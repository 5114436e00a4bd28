// What a search found beside the ways on the board: over the same models and the same span, so the numbers the board will show for it.

import type { Board } from "../board/board.ts";
import { short, small } from "../board/saying.ts";
import { columnOf } from "../engine/job.ts";
import { difference, span } from "../figures.ts";
import { useAsked } from "../parts/asked.ts";

/** What is compared: how many of those who lose accept it, how many of all do, and how many lose. */
const MEASURES = ["losers_acceptance", "acceptance", "losers"];
const [LOW, HIGH] = [3, 4];
const PARTS = 5;

export interface Compared {
  /** The range of those who lose and accept it, of each way that was asked about: "37 to 46". */
  reached: string[];
  /** Beside every way on the board, what the first of them has more or less. */
  lines: string[];
  /** What the second of them has more than the first among those who lose, where there is one. */
  more: string;
}

/** What ways come to that were played beside each other; places are way x measure, of gains from the second way on. */
interface Played {
  mean(place: number): number;
  ranges(place: number): [low: number, high: number];
  /** What others have more than the first; turned round with -1, what the first has more than they. */
  gains(place: number, turn?: 1 | -1): [low: number, high: number];
}

/** Play ways, by their dials, as the board plays its own; null where nothing can be played. */
export async function playedBeside(board: Board, dials: number[][], measures: readonly string[]): Promise<Played | null> {
  const told = await board.study("beside", ({ job }) => ({
    ...job, dials, columns: measures.map((name) => columnOf(board.declared, job.decisions, name)),
  }), () => {}, new AbortController().signal);
  if (!told) return null;
  const ends = (row: number[], place: number, turn = 1): [number, number] => {
    const [low, high] = [LOW, HIGH].map((part) => row[place * PARTS + part]! * 100 * turn) as [number, number];
    return turn < 0 ? [high, low] : [low, high];
  };
  return {
    mean: (place) => told.ranges[place * PARTS]! * 100,
    ranges: (place) => ends(told.ranges, place),
    gains: (place, turn) => ends(told.gains, place, turn),
  };
}

/** Play what a search found, and another way if wanted, beside the ways on the board; null until that is known. */
export function useCompared(board: Board, found: (number[] | undefined)[]): Compared | null {
  const dials = found.filter((one) => one !== undefined);
  const there = board.shown.ways.filter((way) => way.dials.join() !== dials[0]?.join());
  const key = JSON.stringify([dials, there.map((way) => way.dials), board.view.case, board.view["own"], board.view.span, board.view.over, board.view.seed, board.view["assumptions"]]);
  return useAsked(board, dials.length ? key : "", async () => {
    if (dials.length === 0) return null;
    const told = await playedBeside(board, [...dials, ...there.map((way) => way.dials)], MEASURES);
    return told && said(board, dials.length, there.map((way) => small(short(way))), told);
  });
}

function said({ words }: Board, count: number, ways: string[], { ranges, gains }: Played): Compared {
  // Gains are those over what was found; a reader asks how that compares with the ways there are.
  const apart = (way: number, measure: number): string => difference(words, ...gains((count - 1 + way) * MEASURES.length + measure, -1), "in 100");
  return {
    reached: Array.from({ length: count }, (_, way) => span(words, ...ranges(way * MEASURES.length))),
    lines: ways.map((way, k) => words.say("study-search_beside", { way, losing: apart(k, 0), all: apart(k, 1), lose: apart(k, 2) })),
    more: count > 1 ? difference(words, ...gains(0), "in 100") : "",
  };
}
