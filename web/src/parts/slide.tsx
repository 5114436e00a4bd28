// The slider of a dial, on the board and in the lessons: a value between its steps stands where it is.

import { caption, type Dial, dialEnds, dialFigure, dialShown } from "../declared.ts";
import { stepFor } from "../number_typed.ts";
import type { Words } from "../words.ts";

interface Given {
  dial: Dial;
  value: number;
  words: Words;
  id: string;
  /** The id of the sentence that says what it looks like. */
  said: string;
  disabled?: boolean;
  /** Takes the number that is shown, and whether the hand is still on it. */
  move(shown: number, moving: boolean): void;
}

export function Slide({ dial, value, words, id, said, disabled, move }: Given) {
  const shown = dialShown(dial, value);
  const [low] = dialEnds(dial);
  return (
    <input id={id} type="range" min={low} max={dial.reach} step={stepFor(shown, low, dial.slides_by)} value={shown} disabled={disabled}
      aria-describedby={said} aria-valuetext={dialSaid(words, dial, value)}
      onInput={(event) => move(event.currentTarget.valueAsNumber, true)} onChange={(event) => move(event.currentTarget.valueAsNumber, false)} />
  );
}

/** Say where a dial stands, as a screen reader tells it. */
function dialSaid(words: Words, dial: Dial, value: number): string {
  return words.say("board-dial-value", { value: dialFigure(dial, value), unit: dial.shown_in, caption: caption(dial, value) });
}
