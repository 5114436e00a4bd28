// Change one thing: turn a dial or flip a switch, and see what it moves, with the same people and the same luck.

import { useEffect, useRef, useState } from "preact/hooks";
import { allowed, caption, type Dial, dialEnds, dialFigure, dialShown, IN_100, named as dialNamed } from "../declared.ts";
import type { Range } from "../engine/numbers.ts";
import { addingUp, number, span } from "../figures.ts";
import { faultSaid, readTyped } from "../number_typed.ts";
import { Slide } from "../parts/slide.tsx";
import type { Words } from "../words.ts";
import { betOf } from "./bet.tsx";
import { useLesson, usePlay } from "./desk.ts";
import type { Change, Item, Learning, LessonWay, Read, Run, Term } from "./handed.ts";
import { Box } from "./parts.tsx";
import { modelsIn, type Played } from "./play.ts";
import { COSTS } from "./result.tsx";
import { cell, named, whatOf } from "./saying.ts";

export type Values = Record<string, number>;

interface Found {
  before: Range[];
  after: Range[];
  apart: Range[];
}

/** What was found, and whether it belongs to the dials as they stand now. */
interface Shown {
  found: Found | null;
  fresh: boolean;
}

export function ChangeScreen({ change, item }: { change: Change; item: Item }) {
  const { words, progress, model, key, bet } = usePlay();
  const place = `${key}/change`;
  const { seed } = betOf(progress.table(bet));
  const values = { ...change.dials, ...(progress.table(place) as Values) };
  const shown = useChanged(change, item.run, seed, values);
  const turn = (name: string, value: number): void => progress.put(place, { ...values, [name]: value });
  const moved = Object.entries(change.dials).some(([name, start]) => values[name] !== start);
  if (!model.runs) return <p class="trouble">{words.say("pages-cannot_run")}</p>;
  return (
    <>
      <p class="asked">{change.question}</p>
      <Turned change={change} values={values} turn={turn} />
      <div role="status">{!moved && <p class="note">{words.say("learner-change-nothing")}</p>}</div>
      {moved && <BeforeAfter change={change} item={item} {...shown} />}
      <Noted change={change} />
      {change.talk && moved && <p class="talk">{words.say("learner-change-talk", { talk: change.talk })}</p>}
    </>
  );
}

/** A box for what one found; it is kept in the journal. */
function Noted({ change: { question } }: { change: Change }) {
  const { words, progress, lesson } = useLesson();
  const name = `journal/${lesson.id}/change`;
  return (
    <Box id="found" label={words.say("learner-change-answer")} help={words.say("learner-journal-help")} value={String(progress.table(name)["text"] ?? "")}
      take={(text) => progress.put(name, text ? { prompt: question, text } : null)} />
  );
}

/** The dials that may be turned, or the switches that may be flipped. */
export function Turned({ change, values, turn }: { change: Change; values: Values; turn(name: string, value: number): void }) {
  const { declared } = usePlay();
  return (
    <>
      {dialsOf(change).map((name) => (
        <DialField key={name} dial={dialNamed(declared.dials, name)} start={change.dials[name]!} value={values[name]!} take={(value) => turn(name, value)} />
      ))}
      {change.switches.map(({ id, text }) => (
        <label class="check" key={id}><input type="checkbox" checked={Boolean(values[id])} onChange={(event) => turn(id, event.currentTarget.checked ? 1 : 0)} /><span>{text}</span></label>
      ))}
    </>
  );
}

/** Name the dials among what may be changed; the others are switches. */
export function dialsOf(change: Change): string[] {
  return Object.keys(change.dials).filter((name) => change.switches.every(({ id }) => id !== name));
}

function DialField({ dial, start, value, take }: { dial: Dial; start: number; value: number; take(value: number): void }) {
  const { words } = usePlay();
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState("");
  const id = `dial-${dial.name}`;
  const [low, high] = dialEnds(dial);
  const move = (shown: number): void => take(allowed(dial, shown / dial.times));
  const put = (text: string): void => {
    const { value: given, fault } = readTyped(text, { low, high, share: dial.shown_in === IN_100, whole: dial.shown_in !== IN_100, names: [dial.shown_in] });
    setWrong(fault ? faultSaid(words, fault, low, high) : "");
    setTyped(fault ? text : null);
    if (given !== null) move(given);
  };
  const slid = (shown: number): void => {
    setWrong("");
    setTyped(null);
    move(shown);
  };
  return (
    <div class="dial">
      <label for={id}>{dial.label}</label>
      <div class="slide">
        <Slide dial={dial} value={value} words={words} id={id} said={`${id}-is`} move={slid} />
        <input id={`${id}-box`} type="text" class="small" inputMode="decimal" autocomplete="off" value={typed ?? dialShown(dial, value)}
          aria-label={words.say("board-dial-box", { dial: dial.label, unit: dial.shown_in })} aria-describedby={`${id}-is ${id}-wrong`} aria-invalid={wrong !== ""}
          onInput={(event) => setTyped(event.currentTarget.value)} onChange={(event) => put(event.currentTarget.value)} />
        <span aria-hidden="true">{dial.shown_in}</span>
      </div>
      <p class="trouble" id={`${id}-wrong`} role="alert" hidden={!wrong}>{wrong}</p>
      <p class="help" id={`${id}-is`}>{caption(dial, value)}{value !== start && ` ${words.say("pages-was", { value: dialFigure(dial, start) })}`}</p>
    </div>
  );
}

/** Play the run and the changed run beside each other whenever a dial rests; only the newest counts. */
function useChanged(change: Change, run: Run, seed: number, values: Values): Shown {
  const { declared, model } = usePlay();
  const [shown, show] = useState<{ found: Found | null; of: string }>({ found: null, of: "" });
  const busy = useRef(false);
  const wanted = useRef("");
  const asked = JSON.stringify(values);
  useEffect(() => {
    wanted.current = asked;
    if (busy.current || !model.runs || !seed) return;
    busy.current = true;
    void (async () => {
      for (let done = ""; done !== wanted.current; ) {
        done = wanted.current;
        const found = await both(model.play.bind(model), change, run, seed, JSON.parse(done) as Values, declared);
        show({ found, of: done });
      }
      busy.current = false;
    })();
  }, [asked, seed, model]);
  return { found: shown.found, fresh: shown.of === asked };
}

type Play = (run: Run, seed: number, reads: Read[], ways?: LessonWay[]) => Promise<Played>;

/** Put the ways as they were and as they are now side by side, so that a change is paired run by run. */
async function both(play: Play, change: Change, run: Run, seed: number, values: Values, declared: Learning): Promise<Found> {
  const many = run.ways.length;
  const ways = [...run.ways, ...run.ways.map((way, place) => changed(change, way, place === change.way, values, declared))];
  const later = (terms: Term[], sign = 1): Term[] => terms.map(([one, way, group, decision]) => [one * sign, way + many, group, decision]);
  const each = change.reads.map((read) => {
    const [terms] = read.terms as [Term[]];
    const with_ = (some: Term[]): Read => ({ ...read, terms: [some], by_way: [], groups: [] });
    return { before: with_(terms), after: with_(later(terms)), apart: with_([...later(terms), ...terms.map(([sign, ...rest]): Term => [-sign, ...rest])]) };
  });
  const found = await play(run, seed, each.flatMap((one) => Object.values(one)), ways);
  const value = (which: keyof Found): Range[] => each.map((one) => found.value(one[which]));
  return { before: value("before"), after: value("after"), apart: value("apart") };
}

/** Turn the dials of the way that is changed; assumptions change for all ways, save where one has its own, or for it alone. */
export function changed(change: Change, way: LessonWay, mine: boolean, values: Values, declared: Learning): LessonWay {
  const on = change.switches.filter(({ id }) => values[id]);
  const named = dialsOf(change);
  const turned: Values = Object.assign({}, ...named.map((name) => ({ [name]: values[name]! })), ...on.map(({ dials }) => dials));
  const series = way.series.map((dials, k) =>
    mine && k === way.series.length - 1 ? dials.map((one, place) => turned[declared.dials[place]?.name ?? ""] ?? one) : dials);
  const assumed = on.flatMap(({ assumptions }) => assumptions);
  if (change.alone) return mine ? { ...way, series, assumptions: [...way.assumptions, ...assumed] } : way;
  return { ...way, series, assumptions: [...assumed, ...way.assumptions] };
}

function BeforeAfter({ change, item, found, fresh }: { change: Change; item: Item } & Shown) {
  const { words, declared } = usePlay();
  const way = item.run.ways[change.way]!.title;
  const name = (read: Read): string => {
    const other = item.run.ways.find((one) => one.name === read.against)?.title ?? "";
    return read.rule === "difference" ? words.say("learner-change-row_apart", { what: whatOf(words, read), other }) : named(words, read);
  };
  const moved = found ? movedSaid(words, change.reads.map((read, k) => ({ read, name: name(read), shown: compared(words, found.before[k]!, found.after[k]!, found.apart[k]!)[3] }))) : "";
  const caption = words.say("learner-change-caption", { way });
  return (
    <div class={fresh ? "scroll" : "scroll stale"} tabIndex={0} role="region" aria-label={caption}>
      <p class="quiet" role="status">{fresh ? "" : words.say("pages-playing")}</p>
      <table class="before-after" aria-busy={!fresh}>
        <caption>{caption}</caption>
        <thead><tr>{["before", "after", "apart"].map((one) => <th scope="col" key={one}>{words.say(`learner-change-${one}`)}</th>)}</tr></thead>
        {change.reads.map((read, k) => {
          const [before, after, apart] = found ? compared(words, found.before[k]!, found.after[k]!, found.apart[k]!) : [];
          return (
            <tbody key={k}>
              <tr><th scope="rowgroup" colSpan={3}>{name(read)}</th></tr>
              <tr><td>{before}</td><td>{after}</td><td><b>{apart}</b></td></tr>
            </tbody>
          );
        })}
      </table>
      {moved && <p>{moved}</p>}
      <p class="help">{words.say("pages-range_table", { runs: item.run.runs, models: modelsIn(declared) })} {words.say("pages-range_why")}</p>
    </div>
  );
}

/** Write a number before and after, and what changed run by run, so that what is shown adds up. */
export function compared(words: Words, before: Range, after: Range, apart: Range): [before: string, after: string, apart: string, gain: string] {
  const [was, now, gain] = addingUp(before.mean, after.mean);
  if (!Number.isFinite(apart.mean)) return [cell(words, before), cell(words, after), words.say("figure-nobody"), ""];
  const reach = number(apart.low, 1) === number(apart.high, 1) ? "" : ` (${span(words, apart.low, apart.high, { sign: true })})`;
  return [cell(words, before, { written: was }), cell(words, after, { written: now }), `${gain}${reach}`, gain];
}

/** Say which of the numbers in points moved most and which least, as they are shown; nothing of a draw. */
export function movedSaid(words: Pick<Words, "say">, rows: { read: Pick<Read, "measure">; name: string; shown: string }[]): string {
  const points = rows.filter(({ read }) => !COSTS.includes(read.measure));
  const sizes = points.map(({ shown }) => Number(shown.replace(/^[+\u2212]/, "").replaceAll(",", "")) || 0);
  const [high, low] = [Math.max(...sizes), Math.min(...sizes)];
  if (points.length < 2 || high === low) return "";
  const [most, least] = [points[sizes.indexOf(high)]!, points[sizes.indexOf(low)]!];
  return words.say("learner-change-moved", { most: most.name, up: most.shown, least: least.name, down: least.shown });
}
