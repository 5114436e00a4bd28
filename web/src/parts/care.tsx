// What a reader must take care of, as one list beside the answer.

import type { Board } from "../board/board.ts";
import { cautionsOf } from "./cautions.ts";
import { Heading } from "./heading.tsx";

export function Care({ board }: { board: Board }) {
  const said = cautionsOf(board);
  return said.length > 0 ? (
    <div class="care">
      <Heading board={board} below={1}>{board.words.say("board-care-title")}</Heading>
      <ul>{said.map((one) => <li key={one}>{one}</li>)}</ul>
    </div>
  ) : null;
}
