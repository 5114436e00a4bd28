// Whether a condition that is signed up to agrees with the way that is recommended, and how to make it agree.

import type { Board } from "../board/board.ts";
import { short, small } from "../board/saying.ts";
import { caption, placeOf } from "../declared.ts";
import { number } from "../figures.ts";
import { type Besides, payIn, payOf } from "../parts/money.ts";
import { recommendedOf } from "../view.ts";
import { leading } from "./leading.ts";

/** What a condition is about that no dial speaks of: what somebody entered that people are paid. */
const PAY = "pay";

export function Met({ board, condition }: { board: Board; condition: string }) {
  const { shown, view, words } = board;
  const way = shown.ways[recommendedOf(shown.view)];
  const needs = leading(board).conditions.find(({ name }) => name === condition);
  if (way && needs?.dial === PAY) return <Unpaid board={board} place={recommendedOf(shown.view)} />;
  const k = board.declared.dials.findIndex((dial) => dial.name === needs?.dial);
  if (!way || !needs || k < 0) return null;
  const [dial, value] = [board.declared.dials[k]!, way.dials[k] ?? 0];
  if (placeOf(dial, value) >= placeOf(dial, needs.least)) return null;
  const which = words.say("leaders-page-conditions_turn_which", { dial: small(dial.label), condition: words.say(`conditions-${condition}`) });
  return (
    <span class="against">
      {" "}{words.say("leaders-page-conditions_against", { way: small(short(way)), dial: small(dial.label), value: number(value * dial.times), caption: caption(dial, value) })}{" "}
      {board.live && <button type="button" aria-label={which} onClick={() => board.turn(String(view["recommended_way"]), dial.name, needs.least)}>{words.say("leaders-page-conditions_turn")}</button>}
    </span>
  );
}

/** Say that no pay is in the sums for a way; nothing where somebody entered it. */
function Unpaid({ board, place }: { board: Board; place: number }) {
  const { shown, view, words } = board;
  const way = shown.ways[place]!;
  const members = (view["besides"] as Besides | undefined)?.[way.name]?.["members"] ?? 0;
  if (members > 0 || payIn(board, board.shown.ways[place]!) > 0) return null;
  return <span class="against"> {words.say("leaders-page-conditions_unpaid", { way: small(short(way)), why: payOf(board) > 0 ? "seats" : "none" })}</span>;
}
