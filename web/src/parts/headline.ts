// The headline: that nothing compared fits, where that is so, and then the answer.

import type { Board } from "../board/board.ts";
import { answer } from "../board/saying.ts";
import { goalOf } from "../view.ts";
import { beyondOf, noneFitsSaid } from "./weeks.ts";

export function headlineOf(board: Board, place = goalOf(board.shown.view)): string {
  const beyond = beyondOf(board);
  const rough = board.phase === "rough" || board.phase === "loading";
  return [rough ? "" : noneFitsSaid(board, beyond), answer(board, place)].filter(Boolean).join(" ");
}
