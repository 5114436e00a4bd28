// What a way must at least do where a duty to ask is likely, and what it lacks of that.

import type { Board } from "../board/board.ts";
import { placeOf } from "../declared.ts";
import { number } from "../figures.ts";
import type { Unmet } from "../parts/unmet.ts";
import { leading } from "./leading.ts";

/** List what dials lack of what a duty to ask needs; nothing where they lack nothing. */
export function lackingSaid(board: Board, dials: readonly number[]): string {
  const { declared, words } = board;
  const { needs, least_seats } = leading(board).gate;
  const low = needs.filter(([name, least]) => {
    const k = declared.dials.findIndex((dial) => dial.name === name);
    return placeOf(declared.dials[k]!, dials[k] ?? 0) < least;
  }).map(([, , why]) => words.say(`leaders-page-duty_unmet_${why}`));
  const seats = dials[declared.dials.findIndex(({ name }) => name === "seats")] ?? 0;
  const few = 0 < seats && seats < least_seats ? [words.say("leaders-page-duty_unmet_seats", { seats: number(seats) })] : [];
  return [...low, ...few].join("; ");
}

/** Give the places of the ways that would probably not meet a duty to ask; none where none is `likely`. */
export function unmetOf(board: Board, likely: boolean): Unmet {
  const { ways } = board.shown;
  return new Set(likely ? [...ways.keys()].filter((place) => lackingSaid(board, ways[place]!.dials)) : []);
}
