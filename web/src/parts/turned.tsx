// Which dials stand elsewhere than the library, or the scores, have them: else a turned way would pass for the one it is named after.

import type { Board } from "../board/board.ts";
import { small } from "../board/saying.ts";
import { type Dial, dialFigure, type Way } from "../declared.ts";
import { untouched } from "../view.ts";

export function Turned({ board }: { board: Board }) {
  const lines = turnedSaid(board);
  return lines ? <p class="turned">{lines}</p> : null;
}

/** Name the dials of every way that stand elsewhere; nothing where none does. */
export function turnedSaid(board: Board): string {
  const { declared, shown } = board;
  const before = untouched(shown.view, declared);
  return shown.ways.map((way, k) => said(board, way, before[k]!)).filter(Boolean).join(" ");
}

function said({ declared, words }: Board, way: Way, before: Way): string {
  const moved = declared.dials.flatMap((dial, k) => {
    const [value, was] = [way.dials[k] ?? 0, before.dials[k] ?? 0];
    if (value === was) return [];
    return [words.say("board-turned-dial", { dial: small(dial.label), value: shown(dial, value), was: shown(dial, was) })];
  });
  return moved.length > 0 ? words.say("board-turned", { way: before.title, dials: moved.join(", ") }) : "";
}

function shown(dial: Dial, value: number): string {
  return value === 0 && dial.at_zero ? dial.at_zero : dialFigure(dial, value);
}
