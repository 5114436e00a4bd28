// Which way the answer, the numbers, the picture and the page for a board speak of: one that somebody can do, where there is one.

import type { Board } from "../board/board.ts";
import { named } from "../declared.ts";
import { goalOf, recommendedOf } from "../view.ts";
import { type Beyond, beyondOf, enteredOf, placesOf } from "./weeks.ts";

/** Give the place of the recommended way, be it the first, or of the usual one; where the usual goes beyond what was entered, of the best that fits and ends above the first. */
export function spokenOf(board: Board, beyond: Beyond[] = beyondOf(board)): number {
  const { shown, numbers, decision } = board;
  const recommended = recommendedOf(shown.view);
  if (recommended >= 0) return recommended;
  const goal = goalOf(shown.view);
  const out = placesOf(enteredOf(beyond));
  if (!numbers || !out.has(goal)) return goal;
  const { name, better } = named(board.declared.measures, shown.view.measure);
  const worth = (place: number): number => numbers.of(place, decision, name).mean * (better === "low" ? -1 : 1);
  const fit = [...shown.ways.keys()].filter((place) => place > 0 && !out.has(place) && worth(place) > worth(0));
  return fit.sort((one, other) => worth(other) - worth(one))[0] ?? goal;
}
