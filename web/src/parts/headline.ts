// The headline: that nothing compared fits, where that is so; then the answer, which names a way that does not fit as such; whether another is clearer, and which fit.

import type { Board } from "../board/board.ts";
import { answer } from "../board/saying.ts";
import { clearerSaid } from "./clearer.ts";
import { spokenOf } from "./explained.ts";
import { MET, type Unmet } from "./unmet.ts";
import { beyondOf, calledWith, fitSaid, noneFitsSaid } from "./weeks.ts";

/** Put the headline together; `unmet` are the ways that would probably not meet a likely duty to ask. */
export function headlineOf(board: Board, unmet: Unmet = MET): string {
  if (board.phase === "rough" || board.phase === "loading") return answer(board, spokenOf(board));
  const beyond = beyondOf(board);
  const place = spokenOf(board, beyond);
  const none = noneFitsSaid(board, beyond);
  if (none) return `${none} ${answer(board, place)}`;
  const said = [answer(board, place, (title, way) => calledWith(board, beyond, title, way)), clearerSaid(board, place, beyond, unmet), fitSaid(board, beyond, unmet)];
  return said.filter(Boolean).join(" ");
}
