// What was entered for a way where that is far less than its dials come to, and what such figures change; as `efforts_in_words` in Python.

import type { Board } from "../board/board.ts";
import { short, small } from "../board/saying.ts";
import type { Way } from "../declared.ts";
import type { Cost } from "../engine/engine.ts";
import { entered, listed, staffHours, weeksCounted } from "../figures.ts";
import { effortsOf } from "../view.ts";

/** Give what a way takes by its dials alone, by the names that Python declares. */
export function usualOf(board: Board, way: Way): Record<string, number | undefined> {
  const cost: Cost | undefined = board.assumedCosts[board.shown.ways.indexOf(way)];
  return { staff_hours: cost?.staffHours, hours_each: cost?.hoursEach, weeks: cost && weeksCounted(cost.weeks) };
}

/** Ask whether a way can be done with what was entered for it, of all that it takes or of one part; empty where nothing is far below its dials. */
export function lowOf(board: Board, way: Way, only?: string): string {
  const { declared, view, words } = board;
  const [mine, usual] = [effortsOf(view, way.name), usualOf(board, way)];
  const parts = declared.efforts.flatMap(({ name }) => {
    const [own, by] = [mine[name], usual[name] ?? 0];
    if ((only ?? name) !== name || own === undefined || own >= declared.size.far_below * by) return [];
    return [words.say(`board-efforts-low_${name}`, { amount: own, own: entered(own), usual: name === "staff_hours" ? staffHours(by) : entered(by) })];
  });
  return parts.length ? words.say("board-efforts-low", { parts: listed(words, parts), way: small(short(way)) }) : "";
}

/** Say of the hours and weeks entered for ways what they change, and ask of those that are far too few. */
export function effortsSaid(board: Board): string {
  const { shown, view, words } = board;
  const entered = shown.ways.filter(({ name }) => Object.keys(effortsOf(view, name)).length);
  if (entered.length === 0) return "";
  const only = words.say("board-efforts-only", { ways: listed(words, entered.map((way) => small(short(way)))), count: entered.length });
  return [only, ...shown.ways.map((way) => lowOf(board, way))].filter(Boolean).join(" ");
}
