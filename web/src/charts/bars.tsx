// One row of the large picture, and the numbers below it. The page stretches the bands to its width, and they follow a dial.

import type { Declared } from "../declared.ts";
import type { Range } from "../engine/numbers.ts";
import { shapes, type Shown } from "./bands.ts";
import { styleOf } from "./drawn.tsx";
import { at, axisNumber, marks, type Scale } from "./scale.ts";
import { lookOf } from "./style.ts";

interface BarProps extends Shown {
  declared: Declared;
  scale: Scale;
  range: Range;
  place: number;
}

/** There are several of these in a row; a band or a mean stays the same element while it moves. */
const GUIDES = ["guide", "zero"];
const percent = (value: number): string => `${value}%`;

export function Bar({ declared, scale, range, place, luck = false, rough = false }: BarProps) {
  const style = styleOf(declared);
  return (
    <svg class="bar" viewBox={`0 0 ${style.sizes.width} ${style.bands.tall}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {shapes(style, scale, range, lookOf(style, place), { luck, rough }).map(([Name, attributes], k) => (
        <Name key={GUIDES.includes(attributes.class) ? k : attributes.class} {...attributes} />
      ))}
    </svg>
  );
}

/** The numbers under a picture; each stands under its line, the outer ones inside the edge. */
export function Axis({ scale, unit }: { scale: Scale; unit: string }) {
  const all = marks(scale);
  return (
    <div class="axis" aria-hidden="true">
      {all.map((mark, k) => (
        <span key={mark} class={k === 0 ? "start" : k === all.length - 1 ? "end" : ""} style={{ left: percent(at(scale, mark)) }}>
          {axisNumber(mark, scale)}
          {k === all.length - 1 && <span class="unit"> {unit}</span>}
        </span>
      ))}
    </div>
  );
}
