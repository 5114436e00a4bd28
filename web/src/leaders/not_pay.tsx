// When would it not gain enough? In how many models that fit the findings, in how many plausible ones, and what the former believe.

import { useEffect, useState } from "preact/hooks";
import type { Board } from "../board/board.ts";
import { short, small, spanSaid } from "../board/saying.ts";
import { Drawn } from "../charts/drawn.tsx";
import { chart, type PanelNumbers } from "../charts/recipe.ts";
import { type Assumption, named, type Way } from "../declared.ts";
import { asAssumed, columnOf, LANES } from "../engine/job.ts";
import type { Models } from "../engine/models.ts";
import { entered, listed, number } from "../figures.ts";
import { Heading } from "../parts/heading.tsx";
import { goalOf, type View } from "../view.ts";
import { Amount } from "./amount.tsx";
import { useLikely } from "./duty.ts";
import { lackingSaid } from "./lacking.ts";
import { leading } from "./leading.ts";
import { about, Studied, type Studying, useStudy } from "./studied.tsx";

/** What counts: acceptance among those who lose, and the quality of the decision. */
const COUNTED = ["losers_acceptance", "quality"];
const OFTEN = ["none", "few", "many", "most", "all"];
/** How many beliefs are named, and how many numbers the module tells of each. */
const NAMED = 3;
const TOLD = 4;

interface Belief {
  about: Assumption;
  lower: number;
  upper: number;
}

interface Verdict {
  /** What the way is set beside. */
  beside: Way;
  bad: number;
  /** In how many of as many plausible models it gains too little. */
  wide: number;
  often: string;
  beliefs: Belief[];
}

export function NotPay({ board, id }: { board: Board; id: string }) {
  const { words, view } = board;
  const { models } = leading(board);
  const { study, verdicts } = useNotPay(board, goalOf(view));
  const least = Number(view["at_least"]);
  return (
    <section class="part" aria-labelledby={`${id}-not_pay`}>
      <Heading board={board} below={1} id={`${id}-not_pay`}>{words.say("study-models_title")}</Heading>
      <p>{words.say("study-models_intro", { models: models.length })}</p>
      {goalOf(view) === 0 ? <p>{words.say("leaders-why_two")}</p> : (
        <>
          <Amount board={board} id={`${id}-least`} label={words.say("study-models_least")} help={words.say("study-models_least_help")}
            low={0} high={50} share value={least * 100} put={(value) => board.change({ ...view, at_least: value === null ? leading(board).usual["at_least"] : value / 100 } as View)} />
          <Studied board={board} study={study} go={words.say("study-models_go")} said={verdicts ? said(board, verdicts) : []}>
            {verdicts && <Beliefs board={board} beliefs={verdicts[0]!.beliefs} />}
            <details><summary>{words.say("study-how")}</summary><p>{words.say("study-models_know", { runs: LANES })}</p></details>
          </Studied>
        </>
      )}
    </section>
  );
}

/** Ask about a way that is compared; what was found is kept for both places where it is said. */
function useNotPay(board: Board, place: number): { study: Studying<Played>; verdicts: Verdict[] | null } {
  const name = place === goalOf(board.view) ? "not_pay" : `not_pay-${place}`;
  const study = useStudy(board, name, about(board), (going, gone) => play(board, place, going, gone));
  return { study, verdicts: useVerdicts(board, place, study.found) };
}

/** On the page for a board: in how many models the way spoken about gains too little. It is asked as the page is opened. */
export function NotPayBrief({ board, place }: { board: Board; place: number }) {
  const { words } = board;
  const { study, verdicts } = useNotPay(board, place);
  const likely = useLikely(board);
  const settled = board.phase === "settled" && board.live;
  useEffect(() => {
    if (settled && !study.found && study.done === null && !study.stopped) study.begin();
  }, [settled, study.found, study.done, study.stopped]);
  return <>{verdicts ? briefly(board, place, verdicts, likely) : words.say(board.live ? "study-models_going" : "study-models_not_run")}</>;
}

/** Say the counts as Python's page says them: ways beside which they are the same are named together. */
function briefly(board: Board, place: number, verdicts: Verdict[], likely: boolean): string {
  const { view, ways, words } = board;
  const { models: { length: all }, rival } = leading(board);
  // Of ways that are compared, the head of the page says so.
  const key = (beside: Way): string => (likely && beside.name === rival && lackingSaid(board, beside.dials) !== "" ? "found-both-over_unmet" : "found-both-over");
  const alike = new Map<string, Verdict[]>();
  for (const one of verdicts) alike.set(`${one.bad} ${one.wide}`, [...(alike.get(`${one.bad} ${one.wide}`) ?? []), one]);
  const share = (bad: number): string => words.say("found-both-share", { share: bad === all ? "all" : "some", bad, all });
  const lines = [...alike.values()].map((same, k) => {
    const { bad, wide } = same[0]!;
    const over = listed(words, same.map(({ beside }) => words.say(key(beside), { way: small(short(beside)) })));
    return words.say(k ? "found-both-more" : "found-both", {
      fit: share(bad), plausible: share(wide), whole: bad === all && wide === all ? "yes" : "no", way: small(short(ways[place]!)), over,
    });
  });
  return [...lines, words.say("found-both-caution"), words.say("found-both-meant", { least: entered(Number(view["at_least"]) * 100) })].join(" ");
}

/** Give what a way is set beside: all else that is compared, and the rival that is hardest to beat. */
function besideOf({ declared, ways }: Board, place: number, rival: string): Way[] {
  const others = ways.filter((_, one) => one !== place);
  return ways.some((way) => way.name === rival) ? others : [...others, named(declared.ways, rival)];
}

/** The two sets of models, as many of either: those that fit the findings, and plausible ones. */
const SETS = ["models", "plausible"] as const;
type Played = Models[];

/** Play one set after the other, each in towns of its own, as Python does. */
async function play(board: Board, goal: number, going: (done: number) => void, gone: AbortSignal): Promise<Played | null> {
  const { declared } = board;
  const beside = besideOf(board, goal, leading(board).rival);
  const dials = [...beside, board.ways[goal]!].map((way) => way.dials);
  const found: Played = [];
  for (const [place, which] of SETS.entries()) {
    const played = await board.study("models", ({ job }) => ({
      ...job, dials, sets: modelsOf(board, which),
      columns: COUNTED.map((name) => columnOf(declared, job.decisions, name)),
    }), (done) => going((place + done) / SETS.length), gone);
    if (!played) return null;
    found.push(played);
  }
  return found;
}

/** Give every model of a set as a whole set of assumptions, with what the case itself assumes. */
function modelsOf(board: Board, which: (typeof SETS)[number] = "models"): number[][] {
  const { declared } = board;
  const { assumed, [which]: models } = leading(board);
  const free = assumed.filter((one) => !one.fixed).map((one) => one.name);
  return models.map((model) =>
    asAssumed(declared.reference.map((usual, k) => model[free.indexOf(declared.assumptions[k]!)] ?? usual), board.case, declared));
}

/** Let the module count the models that speak against it, and find what they believe. */
function useVerdicts(board: Board, goal: number, found: Played | null): Verdict[] | null {
  const [verdicts, setVerdicts] = useState<Verdict[] | null>(null);
  const least = Number(board.view["at_least"]);
  useEffect(() => {
    let wanted = true;
    setVerdicts(null);
    const beside = besideOf(board, goal, leading(board).rival);
    const all = found && beside.map((way, place) => judged(board, way, found.map((one) => pairOf(one, place, beside.length)), least));
    if (all) void Promise.all(all).then((made) => wanted && setVerdicts(made.flatMap((one) => one ?? [])));
    return () => {
      wanted = false;
    };
  }, [found, least]);
  return verdicts?.length ? verdicts : null;
}

/** Give the numbers of one way and of the one that is explained, which comes last. */
function pairOf({ values }: Models, place: number, last: number): number[] {
  const each = COUNTED.length * LANES;
  const all = (last + 1) * each;
  return Array.from({ length: values.length / all }, (_, k) =>
    [place, last].map((way) => values.slice(k * all + way * each, k * all + (way + 1) * each))).flat(2);
}

async function judged(board: Board, beside: Way, values: number[][], least: number): Promise<Verdict | null> {
  const { assumed } = leading(board);
  const free = assumed.filter((one) => !one.fixed);
  const models = modelsOf(board);
  const places = free.map((one) => board.declared.assumptions.indexOf(one.name));
  const [counted, widely] = await Promise.all(values.map((one) => board.ask("which_do_not_pay", [one, 2, COUNTED.length, 1, 0, 1, least], models.length)));
  if (!counted || !widely) return null;
  const [bad, wide] = [counted, widely].map(({ out }) => out.reduce((sum, one) => sum + one, 0)) as [number, number];
  const often = await board.ask("how_often", [bad, models.length]);
  const [lows, highs] = [free.map((one) => one.least), free.map((one) => one.most)];
  const table = models.flatMap((model) => places.map((place) => model[place]!));
  const told = await board.ask("beliefs_of", [table, counted.out, lows, highs], NAMED * TOLD);
  const beliefs = Array.from({ length: NAMED }, (_, k) => told!.out.slice(k * TOLD, (k + 1) * TOLD))
    .filter(([place]) => place! >= 0)
    .map(([place, lower, upper]) => ({ about: free[place!]!, lower: lower! * 100, upper: upper! * 100 }));
  return { beside, bad, wide, often: OFTEN[often?.found ?? 0]!, beliefs };
}

function said(board: Board, verdicts: Verdict[]): string[] {
  const { view, ways, words } = board;
  const { models: { length: all }, rival } = leading(board);
  const least = entered(Number(view["at_least"]) * 100);
  const way = small(ways[goalOf(view)]!.title);
  const lines = verdicts.map(({ beside: { name, title }, bad, wide }) => {
    const line = words.say("study-models_said", { way, first: small(title), bad, wide, all });
    return name === rival ? `${line} ${words.say("study-models_rival")}` : line;
  });
  lines.unshift(words.say("study-models_money"));
  lines.push(words.say("study-models_sets"), words.say("study-models_means", { least, span: spanSaid(board), way }));
  const { often, beliefs, beside } = verdicts[0]!;
  if (often === "none" || often === "all") return lines;
  if (beliefs.length === 0) return [...lines, words.say("found-belief-none", { models: all })];
  return [...lines, words.say("study-models_believe", { first: small(beside.title) }), ...beliefs.map((one) => beliefSaid(board, one))];
}

function beliefSaid({ words }: Board, { about, lower, upper }: Belief): string {
  const rates = { low: number(lower), high: number(upper), what: "not_pay" };
  return about.schools
    ? words.say("found-belief-schools", { one: about.schools[0], other: about.schools[1], ...rates })
    : words.say("found-belief-line", { about: about.label, middle: about.middle, ...rates });
}

function Beliefs({ board, beliefs }: { board: Board; beliefs: Belief[] }) {
  const { words } = board;
  if (beliefs.length === 0) return null;
  const share = (value: number): string => words.say("study-models_share", { share: number(value) });
  const panels: PanelNumbers[] = beliefs.map(({ about: { label, middle }, lower, upper }) => ({
    title: label, unit: "in 100",
    lines: [["lower", lower], ["upper", upper]].map(([half, value], place) => ({
      place, group: "rule", name: words.say(`study-models_${half}`, { middle }), words: share(Number(value)),
      range: { mean: Number(value), low: NaN, high: NaN, runLow: NaN, runHigh: NaN },
    })),
  }));
  const title = words.say("study-models_chart");
  return (
    <Drawn board={board} label={title} of={JSON.stringify(panels)}
      draw={(style) => chart(style, words, style.recipes["corner"]!, { title, finding: beliefs.map((one) => beliefSaid(board, one)).join(" "), panels, said: [words.say("study-models_unit")] })}
      table={{
        heads: ["belief", "lower", "upper"].map((head) => words.say(`study-models_heads_${head}`)),
        rows: beliefs.map(({ about, lower, upper }) => [about.label, share(lower), share(upper)]),
      }} />
  );
}
