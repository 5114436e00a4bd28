// The dials of one way, each with what it looks like where it stands.

import type { Board } from "../board/board.ts";
import { allowed, caption, type Dial } from "../declared.ts";
import { number } from "../figures.ts";
import { FOUND, putBack } from "../view.ts";
import { Select } from "./choices.tsx";

export function Dials({ board, id }: { board: Board; id: string }) {
  const { declared, view, words, whose } = board;
  const way = board.ways.find((one) => one.name === whose) ?? board.ways[0]!;
  const place = view.ways.indexOf(way.name);
  const steps = declared.dials.filter((dial) => declared.steps.includes(dial.name));
  const ground = declared.dials.filter((dial) => !declared.steps.includes(dial.name));
  const rows = (dials: Dial[]) =>
    dials.map((dial) => (
      <OneDial key={`${way.name}-${dial.name}`} board={board} dial={dial} way={way.name} id={id}
        value={way.dials[declared.dials.indexOf(dial)] ?? 0} />
    ));
  return (
    <section class={`dials way-${place}`} aria-label={words.say("board-dials-of", { way: way.title })}>
      <Select id={`${id}-whose`} label={words.say("board-dials")} value={way.name}
        options={board.ways.map((way) => [way.name, way.title])}
        take={(name) => board.turnThoseOf(name)} />
      <fieldset>
        <legend>{words.say("board-dials-steps")}</legend>
        {rows(steps)}
      </fieldset>
      <fieldset>
        <legend>{words.say("board-dials-ground")}</legend>
        {rows(ground)}
      </fieldset>
      <button type="button" class="back" disabled={!view.turned[way.name] || !board.live || way.name === FOUND}
        onClick={() => board.change(putBack(view, way.name))}>{words.say("board-dials-back")}</button>
    </section>
  );
}

interface OneDialProps {
  board: Board;
  dial: Dial;
  way: string;
  value: number;
  id: string;
}

function OneDial({ board, dial, way, value, id }: OneDialProps) {
  const seen = Math.round(value * dial.times * 10) / 10;
  const said = caption(dial, value);
  const input = `${id}-dial-${dial.name}`;
  const move = (event: Event, moving: boolean): void => {
    const shown = Number((event.currentTarget as HTMLInputElement).value);
    board.turn(way, dial.name, allowed(dial, shown / dial.times), moving);
  };
  const unit = dial.shown_in;
  return (
    <div class="dial">
      <label for={input}>{dial.label}</label>
      <output for={input} aria-hidden="true">{seen === 0 && dial.at_zero ? "\u2013" : number(seen)}</output>
      <input id={input} type="range" min={dial.low * dial.times} max={dial.reach} step={dial.step} value={seen}
        disabled={!board.live} aria-describedby={`${input}-said`}
        aria-valuetext={board.words.say("board-dial-value", { value: number(seen), unit, caption: said })}
        onInput={(event) => move(event, true)} onChange={(event) => move(event, false)} />
      <p id={`${input}-said`}>{said}</p>
    </div>
  );
}
