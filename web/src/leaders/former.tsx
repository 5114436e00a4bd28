// What became of the case from before when another took its place, and the way back to it.

import type { Board } from "../board/board.ts";
import { asidesOf, bringBack, titleOf } from "./another.ts";

/** Say, aloud too, which case was begun or brought back, and offer every case that was put aside. */
export function Former({ board, after }: { board: Board; after?: () => void }) {
  const { words } = board;
  const { asides, last } = asidesOf(board);
  return (
    <div role="status" class="former">
      {last && <p>{words.say("case-another_said", { ...last, aside: asides.length ? "yes" : "no" })}</p>}
      {asides.map((aside, k) => (
        <p class="buttons" key={k}>
          <button type="button" onClick={() => {
            bringBack(board, aside);
            after?.();
          }}>{words.say("case-another_back", { title: titleOf(board, aside.mine) })}</button>
        </p>
      ))}
    </div>
  );
}
