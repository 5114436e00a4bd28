// Where are we now? Eight dials as questions about what can be seen, scored by staff and by citizens apart.

import { useEffect, useState } from "preact/hooks";
import type { Board } from "../board/board.ts";
import { Heading } from "../parts/heading.tsx";
import { named, type Dial } from "../declared.ts";
import { NOW, type View, withWays } from "../view.ts";
import { leading } from "./leading.ts";

const SIDES = ["staff", "citizens"] as const;
type Side = (typeof SIDES)[number];
type Scores = Record<string, number>;

export function Now({ board, id }: { board: Board; id: string }) {
  const declared = leading(board);
  const { words, view } = board;
  const [side, setSide] = useState<Side>("staff");
  const compare = (): void => {
    const others = view.ways.filter((name) => name !== NOW);
    board.change({ ...withWays(view, [NOW, ...others.slice(-2)]), part: "what" } as View);
  };
  return (
    <section class="part" aria-labelledby={`${id}-now`}>
      <Heading board={board} below={0} id={`${id}-now`}>{words.say("rubric-title")}</Heading>
      <p>{words.say("leaders-now_intro")}</p>
      <fieldset class="question">
        <legend>{words.say("rubric-who")}</legend>
        <div class="answers">
          {SIDES.map((one) => (
            <label key={one}>
              <input type="radio" name={`${id}-side`} checked={side === one} onChange={() => setSide(one)} />
              <span>{words.say(`rubric-${one}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {declared.scored.map((name) => (
        <Question key={side + name} board={board} dial={named(declared.dials, name)} side={side} id={`${id}-${side}-${name}`} />
      ))}
      <Gaps board={board} id={id} />
      <p class="buttons">
        <button type="button" class="main" onClick={compare}>{words.say("rubric-compare")}</button>
      </p>
    </section>
  );
}

function Question({ board, dial, side, id }: { board: Board; dial: Dial; side: Side; id: string }) {
  const { view, words } = board;
  const scores = view[side] as Scores;
  const take = (score: number | null): void => {
    const { [dial.name]: _gone, ...rest } = scores;
    board.change({ ...view, [side]: score === null ? rest : { ...rest, [dial.name]: score } } as View);
  };
  const steps = dial.anchors.length - 1;
  const stands = dial.name in scores ? Math.round(scores[dial.name]! * steps) : -1;
  return (
    <fieldset class="question">
      <legend>{dial.label}. {dial.question}</legend>
      <div class="answers down">
        {dial.anchors.map((anchor, k) => (
          <label key={anchor}>
            <input type="radio" name={id} checked={stands === k} onChange={() => take(k / steps)} />
            <span>{anchor}</span>
          </label>
        ))}
        <label>
          <input type="radio" name={id} checked={stands < 0} onChange={() => take(null)} />
          <span>{words.say("rubric-not_scored")}</span>
        </label>
      </div>
    </fieldset>
  );
}

/** Where staff and citizens see it differently. */
function Gaps({ board, id }: { board: Board; id: string }) {
  const declared = leading(board);
  const { view, words } = board;
  const [staff, citizens] = SIDES.map((side) => view[side] as Scores) as [Scores, Scores];
  const seen = declared.scored.filter((name) => name in staff || name in citizens);
  const both = seen.filter((name) => name in staff && name in citizens);
  const apart = useApart(board, both.map((name) => [staff[name]!, citizens[name]!]));
  const cell = (scores: Scores, name: string): string => (name in scores ? `${Math.round(scores[name]! * 100)}` : "–");
  const label = (name: string): string => named(declared.dials, name).label;
  return (
    <div class="verdict" role="status">
      <p>{words.say("rubric-count", { done: seen.length, all: declared.scored.length })}</p>
      {both.map((name, k) => apart[k] && (
        <p key={name}>{words.say(`rubric-gap_${apart[k]}`, { dial: label(name), staff: cell(staff, name), citizens: cell(citizens, name) })}</p>
      ))}
      {seen.length > 0 && (
        <div class="wide" tabIndex={0} role="region" aria-label={words.say("rubric-gap_title")}>
          <table aria-describedby={`${id}-now`}>
            <thead><tr>{["dial", "staff", "citizens"].map((key) => <th scope="col" key={key}>{words.say(`rubric-${key}`)}</th>)}</tr></thead>
            <tbody>{seen.map((name) => (
              <tr key={name}><th scope="row">{label(name)}</th><td>{cell(staff, name)}</td><td>{cell(citizens, name)}</td></tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </div>
  );
}

const APART = ["none", "small", "large"];

/** Ask the module how far apart pairs of scores are. */
function useApart(board: Board, pairs: [number, number][]): string[] {
  const [found, setFound] = useState<string[]>([]);
  useEffect(() => {
    let wanted = true;
    void Promise.all(pairs.map((pair) => board.ask("how_far_apart", pair))).then((all) => {
      if (wanted) setFound(all.map((told) => APART[told?.found ?? 0] ?? ""));
    });
    return () => {
      wanted = false;
    };
  }, [JSON.stringify(pairs)]);
  return found;
}
