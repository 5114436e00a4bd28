// Why it comes out so: what each step adds, and how it works; played when it is asked for.

import type { Board } from "../board/board.ts";
import { Guard } from "../parts/guard.tsx";
import { Heading } from "../parts/heading.tsx";
import { small, spanSaid } from "../board/saying.ts";
import { Drawn } from "../charts/drawn.tsx";
import { chart } from "../charts/recipe.ts";
import { named, placeOf } from "../declared.ts";
import type { Range } from "../engine/numbers.ts";
import type { Share, Shares } from "../engine/why.ts";
import { difference, listed } from "../figures.ts";
import { goalOf } from "../view.ts";
import { Budget, Goal } from "./limits.tsx";
import { Matters } from "./matters.tsx";
import { Repair } from "./repair.tsx";
import { about, Studied, useStudy } from "./studied.tsx";

interface Part {
  label: string;
  range: Range;
}

export function Why({ board, id, turn }: { board: Board; id: string; turn(step: string): void }) {
  const { view, ways, words } = board;
  const goal = goalOf(view);
  return (
    <section class="part" aria-labelledby={`${id}-why`}>
      <Heading board={board} below={0} id={`${id}-why`}>{words.say("why-title")}</Heading>
      {goal === 0 ? <p>{words.say("leaders-why_two")}</p> : (
        <>
          <p>{words.say("leaders-why_intro", { first: small(ways[0]!.title), goal: small(ways[goal]!.title), label: small(board.measure.label), span: spanSaid(board) })}</p>
          <p>{words.say("study-three")}</p>
          <Guard board={board}><Steps board={board} /></Guard>
          <Guard board={board}><Matters board={board} id={id} /></Guard>
          <Guard board={board}><Budget board={board} id={id} turn={turn} /></Guard>
          <Guard board={board}><Goal board={board} id={id} turn={turn} /></Guard>
          <Guard board={board}><Repair board={board} id={id} /></Guard>
        </>
      )}
    </section>
  );
}

function Steps({ board }: { board: Board }) {
  const { declared, words } = board;
  const study = useStudy(board, "steps", about(board), (going, gone) =>
    board.study("why", ({ job, start, goal }) => ({
      ...job, start, goal, set: job.sets[0]!, column: job.ahead[0], steps: declared.steps.length, channels: declared.channels.length,
    }), going, gone));
  const { found } = study;
  return (
    <Studied board={board} study={study} go={words.say("why-steps_go")} said={found ? said(board, found) : []}>
      {found && <Pictures board={board} found={found} />}
    </Studied>
  );
}

function partsOf(board: Board, found: Shares): { steps: Part[]; channels: Part[] } {
  const { declared } = board;
  const label = (name: string): string => named(declared.dials, name).label;
  return {
    steps: [
      ...found.steps.map((share, k) => ({ label: label(declared.steps[k]!), range: rangeOf(share) })),
      { label: declared.others.conditions, range: rangeOf(found.conditions) },
    ],
    channels: [
      ...found.channels.map((share, k) => ({ label: declared.channels[k]!.label, range: rangeOf(share) })),
      { label: declared.others.other, range: rangeOf(found.other) },
    ],
  };
}

function rangeOf([mean, low, high]: Share): Range {
  return { mean: mean * 100, low: low * 100, high: high * 100, runLow: NaN, runHigh: NaN };
}

function said(board: Board, found: Shares): string[] {
  const { words } = board;
  const { steps, channels } = partsOf(board, found);
  const ground = steps[steps.length - 1]!;
  const [first, ...others] = stepsSaid(board, steps.slice(0, -1));
  const [way] = ranked(channels.slice(0, -1));
  const share = (part: Part): string => written(board, part);
  return [
    first!,
    [
      ...others,
      words.say("said-why-ground", { share: share(ground) }),
      words.say("said-why-channel", { channel: small(way!.label), share: share(way!) }),
      words.say("leaders-why_runs", { runs: found.runs }),
    ].join(" "),
  ];
}

/** A share that is written as more than nothing [in 100]. */
const LEAST = 0.05;

/** Name the two steps that bring most of those this way does, and set apart what others change, as `_what_steps_bring` in Python. */
function stepsSaid(board: Board, steps: Part[]): string[] {
  const { words } = board;
  const done = doneMore(board);
  const gains = ranked(steps.filter(({ range }) => range.mean > 0));
  const most = gains.filter((part) => done.includes(part.label)).slice(0, 2);
  const said = most.map((part, k) => words.say(k === 0 ? "said-why-most" : "said-why-next", { step: part.label, share: written(board, part) }));
  const other = gains.filter((part) => !done.includes(part.label) && part.range.mean > LEAST).map((part) => `${part.label} (${written(board, part)})`);
  return [...(said.length ? said : [words.say("said-why-none")]), ...(other.length ? [words.say("said-why-less", { parts: listed(words, other) })] : [])];
}

/** Name the steps that the way explained does, and does more fully than the first, as `done_more` in Python. */
function doneMore({ declared, view, ways }: Board): string[] {
  const [start, goal] = [ways[0]!, ways[goalOf(view)]!];
  const steps = declared.dials.map((dial, k) => ({ dial, was: start.dials[k]!, now: goal.dials[k]! })).filter(({ dial }) => declared.steps.includes(dial.name));
  return steps.filter(({ dial, was, now }) => now > was && placeOf(dial, now) > 0).map(({ dial }) => dial.label);
}

function ranked(parts: Part[]): Part[] {
  return [...parts].sort((one, other) => other.range.mean - one.range.mean);
}

function written(board: Board, { range }: Part): string {
  return difference(board.words, range.low, range.high, board.measure.shown_in, 1);
}

function Pictures({ board, found }: { board: Board; found: Shares }) {
  const { words } = board;
  const { steps, channels } = partsOf(board, found);
  return (
    <div class="beside">
      <Picture board={board} title={words.say("leaders-why_steps")} parts={steps} />
      <Picture board={board} title={words.say("leaders-why_channels")} parts={channels} />
    </div>
  );
}

function Picture({ board, title, parts }: { board: Board; title: string; parts: Part[] }) {
  const { measure, words } = board;
  const unit = measure.shown_in;
  const lines = parts.map(({ label, range }, place) => ({ place, range, name: label }));
  const panels = [{ title: words.say("chart-shares-part", { what: small(measure.label) }), unit, lines }];
  const finding = parts.map((part) => `${part.label}: ${written(board, part)}`).join("; ");
  return (
    <div>
      <Heading board={board} below={1}>{title}</Heading>
      <Drawn board={board} label={title} of={JSON.stringify(panels)}
        draw={(style) => chart(style, words, style.recipes["shares"]!, { title, finding, panels })}
        table={{ heads: [words.say("study-part"), title], rows: parts.map((part) => [part.label, written(board, part)]) }} />
    </div>
  );
}
