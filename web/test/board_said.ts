// What a page for a board says of a view, without a page: a test holds it beside what Python's page says.

import type { Board } from "../src/board/board.ts";
import { usualSaid } from "../src/board/saying.ts";
import { columnOf } from "../src/engine/job.ts";
import type { Own, Survey } from "../src/declared.ts";
import { behindOtherSaid } from "../src/leaders/board_page.tsx";
import { besideSaid, nextBest } from "../src/leaders/next_best.tsx";
import { equalitySaid } from "../src/leaders/board_page.tsx";
import { surveyedSaid } from "../src/leaders/surveyed.ts";
import { cautionsOf } from "../src/parts/cautions.ts";
import { leftOutSaid } from "../src/parts/cost.tsx";
import { delaySaid } from "../src/parts/delay.ts";
import { spokenOf } from "../src/parts/explained.ts";
import { headlineOf } from "../src/parts/headline.ts";
import { beyondOf, monthsSaid, noneFitsSaid, partsBeyond } from "../src/parts/weeks.ts";
import { effortsSaid } from "../src/parts/low.ts";
import { Words } from "../src/words.ts";

interface Given {
  board: Omit<Board, "words" | "numbers">;
  texts: Record<string, string>;
  ends: Record<string, Ends[]>;
  /** How far every way but the first is from it. */
  apart: Record<string, (Ends & { side: string })[]>;
  /** For every way but the first: in what share of results it gains enough, and of models less than usual. */
  ahead: number[];
  above: number[];
  /** The same of how often it ends worse than the first, by measure. */
  worse: Record<string, number>[];
  /** What is shown, of each way in every run, the first so many with the model as it stands; and how far the next best way is apart. */
  runs: number[][];
  assumed: number;
  apart_other: [number, number] | null;
  likely: boolean;
}

interface Ends {
  low: number;
  mean: number;
  high: number;
}

export function said({ board: plain, texts, ends, apart, ahead, above, worse, runs, assumed, apart_other, likely }: Given): Record<string, string> {
  const numbers = {
    seen: { column: columnOf(plain.declared, 1, plain.view.measure), assumed, of: (place: number, _: number, whole = 100) => runs[place]!.map((one) => one * whole) },
    of: (place: number, _decision: number, measure: string) => ends[measure]![place]!,
    against: (place: number, _decision: number, measure: string) => apart[measure]![place - 1]!,
  };
  const [aheadOf, usualAbove] = [ahead, above].map((shares) => (place: number) => shares[place - 1] ?? NaN);
  const board = { ...plain, words: new Words(texts), numbers, aheadOf, usualAbove, worseOf: (place: number, measure: string) => worse[place - 1]![measure]! } as unknown as Board;
  const [beyond, place] = [beyondOf(board), spokenOf(board)];
  const other = nextBest(board, likely, place);
  return {
    beside: besideSaid(board, likely, place, other, apart_other).join(" "),
    behind: behindOtherSaid(board, place, other),
    headline: headlineOf(board),
    spoken: board.shown.ways[place]!.name,
    late: partsBeyond(board, beyond, place),
    none: noneFitsSaid(board, beyond),
    left: leftOutSaid(board),
    months: monthsSaid(board),
    efforts: effortsSaid(board),
    usual: usualSaid(board, place),
    cautions: cautionsOf(board).join("\n"),
    delay: delaySaid(board),
    equality: equalitySaid(board),
  };
}

export function surveyed(given: { texts: Record<string, string>; survey: Survey; own: Own; trust?: string }): string {
  return surveyedSaid(new Words(given.texts), given.survey, given.own, given.trust).join(" ");
}
