// What a way must at least do where a duty to ask is likely, and what it lacks of that.

import type { Board } from "../board/board.ts";
import { placeOf } from "../declared.ts";
import type { Unmet } from "../parts/unmet.ts";
import { leading } from "./leading.ts";

/** List what dials lack of what a duty to ask needs; nothing where they lack nothing. */
export function lackingSaid(board: Board, dials: readonly number[]): string {
  const { declared, words } = board;
  const low = leading(board).gate.needs.filter(([name, least]) => {
    const k = declared.dials.findIndex((dial) => dial.name === name);
    return placeOf(declared.dials[k]!, dials[k] ?? 0) < least;
  }).map(([, , why]) => why);
  return low.map((why) => words.say(`leaders-page-duty_unmet_${why}`)).join("; ");
}

/** Give the places of the ways that would probably not meet a duty to ask; none where none is `likely`. */
export function unmetOf(board: Board, likely: boolean): Unmet {
  const { ways } = board.shown;
  return new Set(likely ? [...ways.keys()].filter((place) => lackingSaid(board, ways[place]!.dials)) : []);
}
