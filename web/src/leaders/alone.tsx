// A board made of a saved view, in one file, for whoever gets this page alone: what the page for a board says beside its headline, and at the end.

import { App } from "../board/app.tsx";
import type { Board } from "../board/board.ts";
import { Care } from "../parts/care.tsx";
import { Guard } from "../parts/guard.tsx";
import { recommendedOf } from "../view.ts";
import { useLead } from "./advice.tsx";
import { Beside } from "./beside.tsx";
import { Decided, doingSaid, Prepared, Recommended, Row, SignedUpTo, Weighed } from "./board_page.tsx";
import { useUnmetWays } from "./duty.ts";
import { Even } from "./even.tsx";

export function Alone({ board, id }: { board: Board; id: string }) {
  return (
    <>
      <App board={board} id={id} lead={useLead(board)} unmet={useUnmetWays(board)} late={false} beside={<><Beside board={board} /><Entered board={board} /></>} />
      {board.numbers && (
        <div class={board.phase === "rough" ? "held" : undefined}>
          <Guard board={board}><Even board={board} id={id} /></Guard>
          <Guard board={board}><dl class="part weighed"><Decided board={board} /><Weighed board={board} /><Known board={board} /></dl></Guard>
        </div>
      )}
    </>
  );
}

/** In how many models it does not gain enough, while the ways are as they were saved; what it rests on, and what it cannot tell. */
function Known({ board }: { board: Board }) {
  const { declared, view, words } = board;
  const saved = declared.answers?.[view.case];
  const same = saved !== undefined && saved.ways.join() === view.ways.join() && saved.dials.join() === board.ways.map(({ dials }) => dials).join();
  return (
    <>
      {declared.not_enough && same && <Row label={words.say("leaders-page-models")} text={declared.not_enough} />}
      {declared.rests && <Row label={words.say("leaders-page-rests")} text={declared.rests} />}
      <Row label={words.say("leaders-page-limits")} text={words.say("leaders-page-limits_text")} />
    </>
  );
}

/** The way that is recommended, why, what to take care of, what is done, and what is signed up to; nothing before there are numbers. */
function Entered({ board }: { board: Board }) {
  if (!board.numbers) return null;
  const doing = doingSaid(board);
  return (
    <>
      {recommendedOf(board.shown.view) >= 0 && <Recommended board={board} />}
      <Care board={board} />
      {doing && <p class="doing"><b>{board.words.say("leaders-page-do")}.</b> {doing}</p>}
      <SignedUpTo board={board} />
      <Prepared board={board} />
    </>
  );
}
