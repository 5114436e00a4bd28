// What a way must at least do where a duty to ask is likely, and what it lacks of that.

import type { Board } from "../board/board.ts";
import { placeOf } from "../declared.ts";
import type { Unmet } from "../parts/unmet.ts";

/** What a way must at least do: the dial, the place of its sentence, and why. */
export const DUTIES = [["awareness", 2, "reasons"], ["influence", 1, "say"], ["feedback", 1, "reply"]] as const;

/** List what dials lack of what a duty to ask needs; nothing where they lack nothing. */
export function lackingSaid({ declared, words }: Board, dials: readonly number[]): string {
  const low = DUTIES.filter(([name, least]) => {
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
