// A place where a control of Python's stands, where Python is at hand: it comes when somebody gets there.

import { useEffect } from "preact/hooks";
import type { Board } from "../board/board.ts";

export function Control({ board, name }: { board: Board; name: string }) {
  const there = board.doors?.controls.includes(name) ?? false;
  useEffect(() => {
    if (there) board.doors?.need(name);
  }, [there]);
  if (!there) return null;
  return <div class="control"><slot name={name}><p role="status">{board.words.say("page-loading")}</p></slot></div>;
}
