// The one large picture: what it measures, each way a row with its name, its range in figures, and its bars; below it the key.

import { useRef } from "preact/hooks";
import type { Board } from "../board/board.ts";
import { besides, ends, overSaid, short, spanSaid, usualSaid } from "../board/saying.ts";
import { Axis, Bar } from "../charts/bars.tsx";
import { pictureOf } from "../charts/picture.ts";
import { holds, type Scale } from "../charts/scale.ts";
import { named } from "../declared.ts";
import { number } from "../figures.ts";
import { spokenOf } from "./explained.ts";

export function Picture({ board, id }: { board: Board; id: string }) {
  const last = useRef<{ measure: string; scale: Scale } | null>(null);
  const { numbers, shown, words, phase } = board;
  if (!numbers) return <div class="picture empty" aria-hidden="true" />;
  const measure = named(board.declared.measures, shown.view.measure);
  const { scale: wanted, rows } = pictureOf(numbers, measure, shown.ways.map(short), board.decision);
  // Until all is worked out the scale stays, as long as the rough numbers fit on it: else the ground would move too.
  const before = last.current?.measure === measure.name ? last.current.scale : null;
  const scale = phase === "rough" && before && holds(before, wanted) ? before : wanted;
  last.current = { measure: measure.name, scale };
  const goal = spokenOf(board);
  const [luck, rough] = [shown.view.over === "luck", phase === "rough"];
  const told = rows.map(({ name, range }) =>
    words.say("board-picture-row", { way: name, range: ends(board, range), unit: measure.shown_in }));
  return (
    <>
      <figure class={rough ? "picture rough" : "picture"} role="img" aria-labelledby={`${id}-told`}>
        <p class="measures" aria-hidden="true">{words.say("board-picture-title", { measure: measure.name, label: measure.label, unit: measure.shown_in, span: spanSaid(board) })}</p>
        <p class="unseen" id={`${id}-told`}>
          {words.say("board-picture", { label: measure.label, span: spanSaid(board), rows: told.join("; ") })}
        </p>
        <div class="rows" aria-hidden="true">
          {rows.map(({ name, place, range }) => (
            <div class={place === goal ? `row goal way-${place}` : `row way-${place}`} key={place}>
              <strong class="name">{name}</strong>
              <span class="figure">
                {rough ? number(range.mean) : ends(board, range)} <small>{rough ? words.say("board-rough-unit", { unit: measure.shown_in }) : measure.shown_in}</small>
              </span>
              <span class="besides">{rough ? "\u00a0" : besides(board, place, measure)}</span>
              <Bar declared={board.declared} scale={scale} range={range} place={place} luck={luck} rough={rough} />
            </div>
          ))}
        </div>
        <Axis scale={scale} unit={measure.shown_in} />
        <Progress board={board} />
      </figure>
      <p class="key">
        {rough ? words.say("board-rough")
          : luck ? words.say("board-picture-key-luck")
          : `${words.say("board-picture-key", { over: overSaid(board) })} ${usualSaid(board, goal)}`.trim()}
      </p>
    </>
  );
}

function Progress({ board }: { board: Board }) {
  const share = board.phase === "settled" || board.phase === "beforehand" ? 1 : board.done;
  return (
    <div class={share >= 1 ? "progress done" : "progress"} aria-hidden="true">
      <i style={{ width: `${share * 100}%` }} />
    </div>
  );
}
