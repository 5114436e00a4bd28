// Watch one town: the same people under two ways, decision by decision, each with a story of their own.

import { useEffect, useState } from "preact/hooks";
import type { Board } from "../board/board.ts";
import { Heading } from "../parts/heading.tsx";
import type { Watched } from "../engine/watching.ts";
import { goalOf } from "../view.ts";
import { leading } from "./leading.ts";
import { Story } from "./person.tsx";
import { useKept } from "./studied.tsx";
import { Town } from "./town_picture.tsx";

const PACE = 1100; // from one decision to the next [ms]

export function Watch({ board, id }: { board: Board; id: string }) {
  const declared = leading(board);
  const { view, ways, words } = board;
  const [busy, setBusy] = useState(false);
  const asked = JSON.stringify([view.case, view.seed, goalOf(view), ways.map((way) => way.dials), view["own"], view["survey"], view["assumptions"]]);
  const [found, keep] = useKept<Watched | null>(board, "town", asked, null);
  const work = async (): Promise<void> => {
    setBusy(true);
    keep(await board.watch(declared.watched, declared.seen.length));
    setBusy(false);
  };
  return (
    <section class="part" aria-labelledby={`${id}-town`}>
      <Heading board={board} below={0} id={`${id}-town`}>{words.say("town_part-title")}</Heading>
      <p>{words.say("town_part-intro")}</p>
      <p class="buttons">
        <button type="button" class="main" aria-disabled={busy} onClick={() => !busy && void work()}>{words.say("town_part-go")}</button>
      </p>
      <p role="status" class="said">{busy ? words.say("job-busy") : ""}</p>
      {found && <Playing board={board} id={id} found={found} asked={asked} />}
    </section>
  );
}

function Playing({ board, id, found, asked }: { board: Board; id: string; found: Watched; asked: string }) {
  const { ways, view, words } = board;
  const last = board.case.decisions.count;
  const [now, setNow] = useKept(board, "town_moment", asked, 0);
  const [going, setGoing] = useState(false);
  const [person, setPerson] = useKept<number | null>(board, "town_person", asked, null);
  useEffect(() => {
    if (!going) return;
    if (now >= last) return setGoing(false);
    const timer = setTimeout(() => setNow(now + 1), PACE);
    return () => clearTimeout(timer);
  }, [going, now, last]);
  const go = (to: number): void => {
    setGoing(false);
    setNow(Math.min(last, Math.max(0, to)));
  };
  const shown = [...new Set([0, goalOf(view)])].map((place) => ways[place]!.title);
  const said = shown.map((way, k) => momentSaid(board, found.seen[k]!, way, now));
  return (
    <>
      <p class="help">{words.say("town-legend")}</p>
      <div class="buttons">
        <button type="button" onClick={() => (going ? setGoing(false) : (now >= last && setNow(0), setGoing(true)))}>{words.say(going ? "town-pause" : "town-play")}</button>
        <button type="button" onClick={() => go(now - 1)}>{words.say("town-back")}</button>
        <button type="button" onClick={() => go(now + 1)}>{words.say("town-step")}</button>
        <label class="decision">{words.say("town-decision")}{" "}
          <input type="range" min={0} max={last} value={now} aria-valuetext={words.say("town-of", { count: now, all: last })}
            onInput={(event) => go(event.currentTarget.valueAsNumber)} />
        </label>
      </div>
      <p role="status">{said.join(" ")}</p>
      <div class="beside towns">
        {shown.map((way, k) => (
          <figure key={way}>
            <figcaption>{way}</figcaption>
            <Town board={board} found={found} seen={found.seen[k]!} now={now} chosen={person} choose={setPerson} said={said[k]!} />
          </figure>
        ))}
      </div>
      <Story board={board} id={id} found={found} titles={shown} now={now} person={person} choose={setPerson} />
    </>
  );
}

/** Say where a town stands at a moment, from the people in it. */
function momentSaid(board: Board, seen: number[], way: string, now: number): string {
  const { words } = board;
  if (now === 0) return words.say("town-before", { way });
  const mean = (name: string): number => Math.round(100 * average(moment(board, seen, now, name)));
  return words.say("town-after", { way, count: now, acceptance: mean("acceptance"), trust: mean("trust"), part: mean("part") });
}

function average(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Give one number of every citizen at a moment. */
export function moment(board: Board, seen: number[], now: number, name: string): number[] {
  const { seen: kept, watched } = leading(board);
  const at = (now * kept.length + kept.indexOf(name)) * watched;
  return seen.slice(at, at + watched);
}
