// Nothing entered for what a way takes some of: it counts, but is hardly meant.

import type { Board } from "../board/board.ts";
import { short, small } from "../board/saying.ts";
import type { Way } from "../declared.ts";
import type { Cost } from "../engine/engine.ts";
import { listed, weeksCounted } from "../figures.ts";
import { effortsOf } from "../view.ts";

/** Give what a way takes by its dials alone, by the names that Python declares. */
export function usualOf(board: Board, way: Way): Record<string, number | undefined> {
  const cost: Cost | undefined = board.assumedCosts[board.shown.ways.indexOf(way)];
  return { staff_hours: cost?.staffHours, hours_each: cost?.hoursEach, weeks: cost && weeksCounted(cost.weeks) };
}

/** Ask whether the nothing that was entered for a way is meant, of all that it takes or of one part; empty where there is none. */
export function zeroOf(board: Board, way: Way, only?: string): string {
  const { view, words } = board;
  const mine = effortsOf(view, way.name);
  const usual = usualOf(board, way);
  const parts = board.declared.efforts.filter(({ name }) => (only ?? name) === name && mine[name] === 0 && (usual[name] ?? 0) > 0);
  if (parts.length === 0) return "";
  return words.say("board-efforts-zero", { parts: listed(words, parts.map(({ name }) => words.say(`board-efforts-zero_${name}`))), way: small(short(way)) });
}

/** Ask so of every way that is shown. */
export function zeroSaid(board: Board): string {
  return board.shown.ways.map((way) => zeroOf(board, way)).filter(Boolean).join(" ");
}
