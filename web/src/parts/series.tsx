// Decision by decision: a line for each way with the range around it.

import type { Board } from "../board/board.ts";
import { Heading } from "./heading.tsx";
import { ends, small } from "../board/saying.ts";
import { Drawn } from "../charts/drawn.tsx";
import { overTime } from "../charts/over_time.ts";
import { named } from "../declared.ts";
import { pace } from "../figures.ts";

export function Series({ board, id }: { board: Board; id: string }) {
  const { declared, shown, words } = board;
  const numbers = board.numbers!;
  const measure = named(declared.measures, shown.view.measure);
  const { count } = board.case.decisions;
  const every = pace(words, board.case.decisions);
  const decisions = Array.from({ length: count }, (_, k) => k);
  const ways = shown.ways.map(({ title }, place) => ({ title, ranges: decisions.map((k) => numbers.of(place, k, measure.name)) }));
  const title = words.say("board-series");
  const said = [
    words.say("board-series-said", { label: measure.label, count, pace: every }),
    ...ways.map(({ title: way, ranges }) => words.say("board-series-ends", {
      way, from: ends(board, ranges[0]!), to: ends(board, ranges[count - 1]!),
    })),
  ].join(" ");
  const series = {
    title, finding: said, heading: `${measure.label}, ${small(measure.shown_in)}`, share: measure.share, ways,
    foot: words.say("board-series-foot", { pace: every }),
  };
  return (
    <section class="part" aria-labelledby={`${id}-series`}>
      <Heading board={board} below={1} id={`${id}-series`}>{title}</Heading>
      <p>{said}</p>
      <Drawn board={board} label={title} told of={JSON.stringify(series)} draw={(style) => overTime(style, words, series)}
        table={{
          heads: [series.heading, ...decisions.map((k) => words.say("board-decision", { number: k + 1 }))],
          rows: ways.map(({ title: way, ranges }) => [way, ...ranges.map((range) => ends(board, range))]),
        }} />
    </section>
  );
}
