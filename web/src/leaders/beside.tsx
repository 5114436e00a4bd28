// What stands right beside a headline, wherever one is: what the answers of the gate come to, what a way found does
// beside co-production that is not compared, the ways that would not meet a likely duty, and how the way spoken of compares with the next best.

import type { Board } from "../board/board.ts";
import { worseSaid } from "../parts/cautions.ts";
import { spokenOf } from "../parts/explained.ts";
import { soughtSaid } from "../parts/sought.ts";
import { dutyOfAll, useLikely } from "./duty.ts";
import { detailsSaid } from "./duty_met.ts";
import { Offer, useLead } from "./advice.tsx";
import { GateSays } from "./gate.tsx";
import { LookedAt } from "./looked_at.tsx";
import { BesideSays } from "./next_best.tsx";

/** A headline names ways that fit, or do better: none of them is put forward without what stands here. */
export function Beside({ board, turn, brief }: { board: Board; turn?: ((step: string) => void) | undefined; brief?: boolean }) {
  return <><GateSays board={board} turn={turn} led={useLead(board) !== ""} /><Offer board={board} /><LookedAt board={board} /><DutySays board={board} /><BesideSays board={board} brief={brief} /></>;
}

/** Say that a way found was sought for something else, where no list of cautions does. */
export function SoughtSays({ board }: { board: Board }) {
  const said = soughtSaid(board.shown.view, board.declared, board.words);
  return said ? <p class="late">{said}</p> : null;
}

/** Say where more people lose by the way spoken of than by the first, or the decision is worse, where no list of cautions does. */
export function WorseSays({ board }: { board: Board }) {
  const said = board.numbers && board.phase !== "rough" ? worseSaid(board, spokenOf(board)) : [];
  return said.length > 0 ? <p class="harm">{said.join(" ")}</p> : null;
}

/** Name the ways compared that would probably not meet a duty to ask that is likely, and those whose say is too little where all is open. */
function DutySays({ board }: { board: Board }) {
  const said = useLikely(board) ? [dutyOfAll(board), detailsSaid(board)].filter(Boolean).join(" ") : "";
  return said ? <p class="late duty">{said}</p> : null;
}
