// What the leaders' page finds declared, beyond what a board alone has.

import type { Board } from "../board/board.ts";
import type { Leading } from "../declared.ts";

export function leading(board: Board): Leading {
  return board.declared as Leading;
}
