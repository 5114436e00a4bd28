// The headline: that nothing compared fits, where that is so; then the answer, which names a way that does not fit as such, and which do.

import type { Board } from "../board/board.ts";
import { answer } from "../board/saying.ts";
import { explainedOf } from "./explained.ts";
import { beyondOf, fitSaid, limitsBeyond, noneFitsSaid } from "./weeks.ts";

export function headlineOf(board: Board, given?: number): string {
  if (board.phase === "rough" || board.phase === "loading") return answer(board, given);
  const beyond = beyondOf(board);
  const place = given ?? explainedOf(board, beyond);
  const none = noneFitsSaid(board, beyond);
  if (none) return `${none} ${answer(board, place)}`;
  return [answer(board, place, (way) => limitsBeyond(board, beyond, way)), fitSaid(board, beyond)].filter(Boolean).join(" ");
}
