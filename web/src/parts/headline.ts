// The headline: that nothing compared fits, where that is so; then the answer, which names a way that does not fit as such; whether another is clearer, and which fit.

import type { Board } from "../board/board.ts";
import { answer } from "../board/saying.ts";
import { clearerSaid } from "./clearer.ts";
import { explainedOf } from "./explained.ts";
import { beyondOf, calledWith, fitSaid, noneFitsSaid } from "./weeks.ts";

export function headlineOf(board: Board, given?: number): string {
  if (board.phase === "rough" || board.phase === "loading") return answer(board, given);
  const beyond = beyondOf(board);
  const place = given ?? explainedOf(board, beyond);
  const none = noneFitsSaid(board, beyond);
  if (none) return `${none} ${answer(board, place)}`;
  const said = [answer(board, place, (title, way) => calledWith(board, beyond, title, way)), clearerSaid(board, place, beyond), fitSaid(board, beyond)];
  return said.filter(Boolean).join(" ");
}
