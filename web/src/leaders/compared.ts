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

/** Play what a search found, and another way if wanted, beside the ways on the board; null until that is known. */
export function useCompared(board: Board, found: (number[] | undefined)[]): Compared | null {
  const dials = found.filter((one) => one !== undefined);
  const there = board.shown.ways.filter((way) => way.dials.join() !== dials[0]?.join());
  const key = JSON.stringify([dials, there.map((way) => way.dials), board.view.case, board.view["own"], board.view.span, board.view.over, board.view.seed, board.view["assumptions"]]);
  return useAsked(board, dials.length ? key : "", async () => {
    if (dials.length === 0) return null;
    const told = await board.study("beside", ({ job }) => ({
      ...job, dials: [...dials, ...there.map((way) => way.dials)], columns: MEASURES.map((name) => columnOf(board.declared, job.decisions, name)),
    }), () => {}, new AbortController().signal);
    return told && said(board, dials.length, there.map((way) => small(short(way))), told);
  });
}

function said(board: Board, count: number, ways: string[], { ranges, gains }: { ranges: number[]; gains: number[] }): Compared {
  const { words } = board;
  const ends = (row: number[], place: number, turn = 1): [number, number] => {
    const [low, high] = [LOW, HIGH].map((part) => row[place * PARTS + part]! * 100 * turn) as [number, number];
    return turn < 0 ? [high, low] : [low, high];
  };
  // Gains are those over what was found; a reader asks how that compares with the ways there are.
  const apart = (way: number, measure: number): string => difference(words, ...ends(gains, (count - 1 + way) * MEASURES.length + measure, -1), "in 100");
  return {
    reached: Array.from({ length: count }, (_, way) => span(words, ...ends(ranges, way * MEASURES.length))),
    lines: ways.map((way, k) => words.say("study-search_beside", { way, losing: apart(k, 0), all: apart(k, 1), lose: apart(k, 2) })),
    more: count > 1 ? difference(words, ...ends(gains, 0), "in 100") : "",
  };
}
