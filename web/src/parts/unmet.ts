// Says of ways that are put forward, in the same sentence, which would probably not meet a duty to ask that is likely.

import type { Board } from "../board/board.ts";
import { short, small } from "../board/saying.ts";
import { listed } from "../figures.ts";

/** The places of the ways that would probably not meet a duty to ask that is likely; none where none is likely. */
export type Unmet = ReadonlySet<number>;

export const MET: Unmet = new Set();

/** End a sentence that puts ways forward, without its full stop, as `unmet_said` in Python does; nothing where all would meet it. By name where it names other ways too. */
export function unmetSaid({ shown, words }: Board, places: number[], unmet: Unmet, named = false): string {
  const found = places.filter((place) => unmet.has(place)).map((place) => small(short(shown.ways[place]!)));
  if (found.length === 0) return "";
  const which = named || found.length < places.length ? "some" : places.length === 1 ? "one" : "all";
  return words.say("board-unmet", { which, ways: listed(words, found) });
}
