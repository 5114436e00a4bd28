// Whether a condition that is signed up to agrees with the way that is recommended, and how to make it agree.

import type { Board } from "../board/board.ts";
import { short, small } from "../board/saying.ts";
import { caption, placeOf } from "../declared.ts";
import { number } from "../figures.ts";
import { recommendedOf } from "../view.ts";
import { leading } from "./leading.ts";

export function Met({ board, condition }: { board: Board; condition: string }) {
  const { shown, view, words } = board;
  const way = shown.ways[recommendedOf(shown.view)];
  const needs = leading(board).conditions.find(({ name }) => name === condition);
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
