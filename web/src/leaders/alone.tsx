// A board made of a saved view, in one file: beside its headline what the page for a board has there, for whoever gets this page alone.

import { App } from "../board/app.tsx";
import type { Board } from "../board/board.ts";
import { recommendedOf } from "../view.ts";
import { Beside } from "./beside.tsx";
import { Doing, Recommended, SignedUpTo } from "./board_page.tsx";

export function Alone({ board, id }: { board: Board; id: string }) {
  return <App board={board} id={id} beside={<><Beside board={board} /><Entered board={board} /></>} />;
}

/** The way that is recommended, why, what is done in it, and what is signed up to; nothing before there are numbers. */
function Entered({ board }: { board: Board }) {
  if (!board.numbers) return null;
  return (
    <>
      {recommendedOf(board.shown.view) >= 0 && <><Recommended board={board} /><Doing board={board} /></>}
      <SignedUpTo board={board} />
    </>
  );
}
