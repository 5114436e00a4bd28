// The dials of one way, each with what it looks like where it stands.

import type { Board } from "../board/board.ts";
import { allowed, caption, type Dial, dialEnds, dialShown, IN_100 } from "../declared.ts";
import { FOUND, putBack } from "../view.ts";
import { Select } from "./choices.tsx";
import { Slide } from "./slide.tsx";
import { useTyped } from "./typed.ts";

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
  const { words } = board;
  const input = `${id}-dial-${dial.name}`;
  const move = (shown: number, moving = false): void => board.turn(way, dial.name, allowed(dial, shown / dial.times), moving);
  const [low, high] = dialEnds(dial);
  const share = dial.shown_in === IN_100; // else it counts people, who come in whole numbers
  const { wrong, box } = useTyped({
    board, id: `${input}-box`, label: dial.label, of: way, low, high, share, whole: !share, unit: share ? undefined : "people", value: dialShown(dial, value),
    put: (given) => given !== null && move(given),
  });
  return (
    <div class="dial">
      <label for={input}>{dial.label}</label>
      <span class="typed">
        <input {...box} disabled={!board.live} aria-label={words.say("board-dial-box", { dial: dial.label, unit: dial.shown_in })}
          aria-describedby={`${input}-said ${input}-wrong`} />
        <span class="unit" aria-hidden="true">{dial.shown_in}</span>
      </span>
      <Slide dial={dial} value={value} words={words} id={input} said={`${input}-said`} disabled={!board.live} move={move} />
      <p class="wrong" id={`${input}-wrong`} role="alert">{wrong}</p>
      <p id={`${input}-said`}>{caption(dial, value)}</p>
    </div>
  );
}
