// Which way the answer, the numbers and the page for a board speak of: one that somebody can do, where there is one.

import type { Board } from "../board/board.ts";
import { named } from "../declared.ts";
import { goalOf, recommendedOf } from "../view.ts";
import { type Beyond, beyondOf, enteredOf, placesOf } from "./weeks.ts";

/** Give the place of the recommended way or the usual one; where the usual goes beyond what was entered, of the best that fits and ends above the first. */
export function explainedOf(board: Board, beyond: Beyond[] = beyondOf(board)): number {
  const { shown, numbers, decision } = board;
  const goal = goalOf(shown.view);
  const out = placesOf(enteredOf(beyond));
  if (!numbers || recommendedOf(shown.view) > 0 || !out.has(goal)) return goal;
  const { name, better } = named(board.declared.measures, shown.view.measure);
  const worth = (place: number): number => numbers.of(place, decision, name).mean * (better === "low" ? -1 : 1);
  const fit = [...shown.ways.keys()].filter((place) => place > 0 && !out.has(place) && worth(place) > worth(0));
  return fit.sort((one, other) => worth(other) - worth(one))[0] ?? goal;
}

/** Give the place of the way that a page for a board speaks about: the recommended one, be it the first. */
export function spokenOf(board: Board): number {
  return recommendedOf(board.shown.view) === 0 ? 0 : explainedOf(board);
}
