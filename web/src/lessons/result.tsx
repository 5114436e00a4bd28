// Shows what a run gave: a picture of every measure that is asked about, and every number in a table.

import { chart } from "../charts/recipe.ts";
import { overTime } from "../charts/over_time.ts";
import { span } from "../figures.ts";
import type { Words } from "../words.ts";
import { usePlay } from "./desk.ts";
import type { Learning, Read, Run } from "./handed.ts";
import { modelsIn, type Played } from "./play.ts";
import { cell, whatOf } from "./saying.ts";

/** With more ways than this, lines over the decisions cannot be told apart. */
const LINES = 4;
export const COSTS = ["staff_hours", "hours_each", "weeks"];

interface Given {
  reads: Read[];
  run: Run;
  played: Played;
  /** Whether everybody has the same run: then nothing is said of other numbers elsewhere. */
  example?: boolean;
}

export function Result({ reads: asked, run, played, example }: Given) {
  const { words, declared } = usePlay();
  const digits = Math.max(...asked.map((read) => read.digits));
  const reads = asked.map((read) => ({ ...read, digits }));
  const drawn = reads.filter(({ measure }) => !COSTS.includes(measure));
  const pictures = run.ways.length > LINES
    ? [ended(declared, words, { reads: drawn, run, played })]
    : drawn.flatMap((read) => read.groups.map((group) => lines(declared, words, read, group, run, played)));
  return (
    <div class="result">
      {drawn.length > 0 && <div class="charts">{pictures.map((svg, k) => <figure class="chart" key={k} dangerouslySetInnerHTML={{ __html: svg }} />)}</div>}
      <p class="help">{words.say("pages-range", { runs: run.runs, models: modelsIn(declared) })} {words.say("pages-range_why")}{example ? "" : ` ${words.say("pages-own_luck")}`}</p>
      <details>
        <summary>{words.say("page-as_table")}</summary>
        <Table reads={reads} run={run} played={played} />
      </details>
    </div>
  );
}

function Table({ reads, run, played }: Given) {
  const { words } = usePlay();
  const all = run.case.decisions.count;
  const columns = reads.flatMap((read) => read.groups.map((group) => ({ read, group })));
  const head = ({ read, group }: { read: Read; group: string }): string => {
    const what = whatOf(words, read, group);
    return COSTS.includes(read.measure)
      ? words.say("learner-result-hours", { what })
      : words.say("learner-result-points", { what, all, count: read.decision });
  };
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.say("page-as_table")}>
      <table>
        <thead><tr><th scope="col">{words.say("learner-result-way")}</th>{columns.map((one, k) => <th scope="col" key={k}>{head(one)}</th>)}</tr></thead>
        <tbody>{run.ways.map((way, place) => (
          <tr key={way.name}>
            <th scope="row">{way.title}</th>
            {columns.map(({ read, group }, k) => <td key={k}>{cell(words, played.path(read, place, group, read.decision - 1), read)}</td>)}
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}

function lines(declared: Learning, words: Words, read: Read, group: string, run: Run, played: Played): string {
  const { count } = run.case.decisions;
  const who = words.say(`learner-group-${group}`);
  const ways = run.ways.map(({ title }, way) => ({
    title, ranges: Array.from({ length: count }, (_, k) => played.path(read, way, group, k)),
  }));
  const ends = ways.map(({ title, ranges }) => `${title} ${span(words, ranges[count - 1]!.low, ranges[count - 1]!.high, read)}`).join(", ");
  const unit = declared.measures.find(({ name }) => name === read.measure)!.shown_in;
  return plain(overTime(declared.charts, words, {
    title: words.say("chart-over_time", { what: read.label, count }),
    finding: words.say("pages-ends", { what: whatOf(words, read, group), ends, count }),
    heading: `${read.label}, ${group === "all" ? "" : `${who}, `}${unit}`,
    foot: words.say("chart-over_time-foot", { count, each: run.each }),
    share: read.share, digits: read.digits, ways,
  }));
}

function ended(declared: Learning, words: Words, { reads, run, played }: Given): string {
  const { count } = run.case.decisions;
  const panels = reads.map((read) => ({
    title: read.label, unit: declared.measures.find(({ name }) => name === read.measure)!.shown_in,
    lines: run.ways.map(({ title }, place) => ({ place, name: title, range: played.path(read, place, read.group, count - 1) })),
  }));
  const said = reads.map((read) => {
    const ends = run.ways.map(({ title }, way) => {
      const { low, high } = played.path(read, way, read.group, count - 1);
      return `${title} ${span(words, low, high, read)}`;
    }).join(", ");
    return words.say("pages-ends", { what: whatOf(words, read), ends, count });
  });
  const names = run.ways.map(({ title }, place) => ({ title, place }));
  const dots = declared.charts.recipes["dots"]!;
  return plain(chart(declared.charts, words, reads.some(({ digits }) => digits) ? { ...dots, words: "tenths", scale: "own" } : dots, {
    title: words.say("chart-dots", { count }), finding: said.join(" "), panels, names,
  }));
}

/** Leave out the style of a picture's own, which a strict web space does not allow; the page's has the same. */
function plain(svg: string): string {
  return svg.replace(/ style="[^"]*"/, "");
}
