// What a screen reader is told by itself: once that the figures are rough, and the answer when it rests; never every frame.

import { useEffect, useState } from "preact/hooks";
import type { Board } from "../board/board.ts";

/** Who waits no longer than this need not be told that figures are rough [ms]. */
const SHORT = 1000;

export function Spoken({ board, said }: { board: Board; said: string }) {
  const rests = board.phase === "settled" || board.phase === "beforehand";
  const [spoken, speak] = useState("");
  useEffect(() => {
    if (rests) return speak(said);
    const late = setTimeout(() => board.numbers && speak(board.words.say("board-rough")), SHORT);
    return () => clearTimeout(late);
  }, [rests, rests ? said : board.numbers === null]);
  return <p class="unseen" role="status" aria-live="polite">{spoken}</p>;
}
