// Where the answers of the gate do not point to the way that a headline is about: what begins it, and the button for the way they point to.

import type { Board } from "../board/board.ts";
import { short, small } from "../board/saying.ts";
import { named } from "../declared.ts";
import { spokenOf } from "../parts/explained.ts";
import { showToo } from "../view.ts";
import { useVerdict } from "./gate.tsx";
import { leading } from "./leading.ts";
import { allLeft, outcomeSaid } from "./outcome.ts";

/** Say before all else that the answers do not point to the way spoken of; nothing where they do, or speak against no way. */
export function useLead(board: Board): string {
  const { shown, words } = board;
  const verdict = useVerdict(board);
  if (!verdict || !board.numbers) return "";
  const { advised, not_now: against } = leading(board).gate;
  const way = shown.ways[spokenOf(board)]!;
  if (!against.includes(verdict.outcome) || advised[verdict.outcome] === way.name) return "";
  return words.say("gate-lead", { way: small(short(way)), outcome: small(outcomeSaid(board, verdict)), ...allLeft(board) });
}

/** Offer to compare the way that the answers point to; nothing where it is compared, or they point to none. */
export function Offer({ board }: { board: Board }) {
  const { declared, view, words } = board;
  const name = leading(board).gate.advised[useVerdict(board)?.outcome ?? ""];
  if (!name || view.ways.includes(name)) return null;
  const { title } = named(declared.ways, name);
  return (
    <p class="gate-says">
      {words.say("gate-offer", { way: title })}{" "}
      {board.live && <button type="button" onClick={() => board.change(showToo(view, name))}>{words.say("gate-offer_go", { way: small(title) })}</button>}
    </p>
  );
}
