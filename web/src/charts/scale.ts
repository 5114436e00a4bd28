// Straight scales with round marks, as `coprod_sim/charts/axes.py` makes them; a test holds the two together.

import { number } from "../numerals.ts";

export interface Scale {
  low: number;
  high: number;
  step: number;
}

const STEPS = [1, 2, 2.5, 5, 10];
const NOTHING = 1e-6;

/** The scale for everything that is a share or a chance. */
export const HUNDRED: Scale = { low: 0, high: 100, step: 25 };

/** Make a scale with round ends that holds zero and all the values; what is missing is passed over. */
export function around(values: readonly number[], marks = 4): Scale {
  const real = [0, ...values.filter(Number.isFinite)];
  const [low, most] = [Math.min(...real), Math.max(...real)];
  const high = most - low > NOTHING ? most : low + 1;
  const step = roundStep((high - low) / marks);
  const bottom = Math.floor(low / step + 1e-9) * step;
  return { low: bottom, high: Math.max(Math.ceil(high / step - 1e-9) * step, bottom + step), step };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * (STEPS.find((step) => step * power >= rough * 0.999) ?? 10);
}

/** The round numbers along a scale. */
export function marks({ low, high, step }: Scale): number[] {
  const count = Math.floor((high - low) / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, k) => low + k * step);
}

/** Give a place on a scale, from 0 to 100 in 100 of its length. */
export function at(scale: Scale, value: number): number {
  const share = ((value - scale.low) / (scale.high - scale.low)) * 100;
  return Math.min(Math.max(share, 0), 100);
}

/** Write the number of a mark, as finely as the marks stand. */
export function axisNumber(mark: number, { step }: Scale): string {
  return number(mark, Number.isInteger(step) ? 0 : 1);
}

/** Say whether all that fits on another scale fits on this one too. */
export function holds(scale: Scale, other: Scale): boolean {
  return scale.low <= other.low && other.high <= scale.high;
}
