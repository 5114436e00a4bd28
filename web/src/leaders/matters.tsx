// What matters most? Of all that may come out otherwise than planned, what sets the good outcomes apart.

import type { Board } from "../board/board.ts";
import { small } from "../board/saying.ts";
import { Drawn } from "../charts/drawn.tsx";
import { chart } from "../charts/recipe.ts";
import { columnOf } from "../engine/job.ts";
import type { Outcomes } from "../engine/outcomes.ts";
import { between, difference, listed, number } from "../figures.ts";
import { Heading } from "../parts/heading.tsx";
import { goalOf } from "../view.ts";
import { leading } from "./leading.ts";
import { about, Studied, useStudy } from "./studied.tsx";

/** How many are named, and how many are drawn. */
const NAMED = 3;
const DRAWN = 6;

interface Input {
  label: string;
  /** What it explains of the differences, and what it adds from its lowest quarter to its highest, in 100. */
  share: number;
  ends: [number, number];
  adds: [number, number];
}

export function Matters({ board, id }: { board: Board; id: string }) {
  const { view, ways, words } = board;
  const { outcomes } = leading(board);
  const study = useStudy(board, "matters", about(board), (going, gone) => play(board, going, gone));
  const found = study.found && ranked(board, study.found);
  const [first, goal] = [small(ways[0]!.title), small(ways[goalOf(view)]!.title)];
  return (
    <section class="part" aria-labelledby={`${id}-matters`}>
      <Heading board={board} below={1} id={`${id}-matters`}>{words.say("study-matters_title")}</Heading>
      <p>{words.say("study-matters_intro", { first, goal, points: outcomes.points.length })}</p>
      <Studied board={board} study={study} go={words.say("why-outcomes_go")} said={found ? said(board, found) : []}>
        {found && <Picture board={board} found={found} />}
        <details><summary>{words.say("study-how")}</summary><p>{words.say("study-matters_know")}</p></details>
      </Studied>
    </section>
  );
}

function play(board: Board, going: (done: number) => void, gone: AbortSignal): Promise<Outcomes | null> {
  const { points, whole, places, measure } = leading(board).outcomes;
  return board.study("outcomes", ({ job, start, goal }) => ({
    ...job, start, goal, points: points.map((point) => point.map((part) => part / whole)),
    inputs: places.filter((place) => start[place] !== goal[place] || place >= goal.length),
    campaign: Math.floor((job.decisions + 1) / 2), column: columnOf(board.declared, job.decisions, measure),
  }), going, gone);
}

function ranked(board: Board, { effects }: Outcomes): Input[] {
  const { places, labels } = leading(board).outcomes;
  const { ways, view } = board;
  const [start, goal] = [ways[0]!.dials, ways[goalOf(view)]!.dials];
  const named = labels.filter((_, k) => places[k]! >= goal.length || start[places[k]!] !== goal[places[k]!]);
  const inputs = effects.map((row, k): Input => {
    const [share, low, high, , least, most] = row.map((value) => value * 100);
    return { label: named[k]!, share: share!, ends: [low!, high!], adds: [least!, most!] };
  });
  return inputs.sort((one, other) => other.share - one.share);
}

function said(board: Board, found: Input[]): string[] {
  const { words } = board;
  const { points, named_from } = leading(board).outcomes;
  const top = found.filter(({ share }) => share >= named_from * 100).slice(0, NAMED);
  if (top.length === 0) return [words.say("found-matters-nothing")];
  const parts = top.map(({ label, ends }) => words.say("found-matters-part", { what: small(label), range: explains(board, ends) }));
  return [
    words.say("study-matters_said", { first: small(top[0]!.label), pull: pulls(board, top[0]!.adds) }),
    words.say("study-matters_parts", { points: number(points.length), parts: listed(words, parts) }),
  ];
}

function explains({ words }: Board, [low, high]: [number, number]): string {
  return between(words, low, high, "in 100");
}

function pulls({ words }: Board, [low, high]: [number, number]): string {
  return difference(words, low, high, "in 100");
}

function Picture({ board, found }: { board: Board; found: Input[] }) {
  const { words } = board;
  const title = words.say("chart-matters");
  const lines = found.slice(0, DRAWN).map(({ label, share, ends: [low, high] }, place) => ({
    place, name: label, range: { mean: share, low, high, runLow: NaN, runHigh: NaN },
  }));
  const finding = words.say("chart-matters-most", { what: found[0]!.label, part: explains(board, found[0]!.ends) });
  return (
    <Drawn board={board} label={title} of={JSON.stringify(lines)}
      draw={(style) => chart(style, words, style.recipes["what_matters"]!, { title, finding, panels: [{ title: words.say("chart-matters-part"), unit: "in 100", lines }] })}
      table={{
        heads: ["input", "explains", "adds"].map((head) => words.say(`study-matters_heads_${head}`)),
        rows: found.map(({ label, ends, adds }) => [label, explains(board, ends), pulls(board, adds)]),
      }} />
  );
}
