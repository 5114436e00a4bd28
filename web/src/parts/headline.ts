// The headline: that nothing compared fits, where that is so, and then the answer.

import type { Board } from "../board/board.ts";
import { answer } from "../board/saying.ts";
import { goalOf } from "../view.ts";
import { noneFitsSaid, useBeyond } from "./weeks.ts";

export function useHeadline(board: Board, place = goalOf(board.shown.view)): string {
  const beyond = useBeyond(board);
  const rough = board.phase === "rough" || board.phase === "loading";
  return [rough ? "" : noneFitsSaid(board, beyond), answer(board, place)].filter(Boolean).join(" ");
}
