// Write: a short text that its writer marks part by part; no computer judges it.

import { useState } from "preact/hooks";
import { usePlay } from "./desk.ts";
import { CheckButton, type Given, type State } from "./exercise.tsx";
import type { WriteAsked } from "./handed.ts";
import { hints, MARKS, marked, markSaid, marksOf, sameSentence, sentencesOf } from "./marking.ts";
import { Box, Prose, Told } from "./parts.tsx";
import { freshSeed, type Played } from "./play.ts";
import { usePlayed } from "./playing.ts";
import { Result } from "./result.tsx";
import { cell } from "./saying.ts";

type OwnRun = NonNullable<WriteAsked["from_run"]>;

/** The longest part of a sentence shown in a list [characters]. */
const MOST_SHOWN = 160;

export function Write({ asked, state, answer, keep, check }: Given<WriteAsked>) {
  const { words } = usePlay();
  const { prompt, start, grade, from_run: own } = asked;
  const [low, high] = asked.words;
  const text = String(state.answer["text"] ?? start);
  const reads = own ? own.figures.map(({ read }) => read) : [];
  const played = usePlayed(own?.run ?? null, state.seed ?? 0, reads, Boolean(state.seed));
  const say = words.say.bind(words);
  const press = (): void => {
    const truth = played ? reads.map((read) => played.value(read).mean) : [];
    const found = marked(asked, state.answer, say);
    const counted = (): string[] => [...sameSentence(asked, state.answer, say), ...hints(asked, text, truth, say)];
    check(found.state === "not_tried" ? found : { ...found, hints: counted() });
  };
  return (
    <>
      <Prose html={prompt} />
      {own && <OwnRunPart own={own} state={state} played={played} begin={() => keep({ seed: state.seed ?? freshSeed() })} />}
      <Box id="text" label={words.say("learner-write-yours")} help={words.say("learner-write-help", { low, high, grade })} value={text} rows={12} take={(now) => answer({ text: now })} />
      {(state.tries > 0 || Boolean(state.answer["marks"])) && text.trim() && <Marking asked={asked} state={state} answer={answer} />}
      <CheckButton state={state} press={press} />
    </>
  );
}

/** For each part, which sentence of the text does it: the writer points at it, and reads what that comes to. */
function Marking({ asked, state, answer }: Pick<Given<WriteAsked>, "asked" | "state" | "answer">) {
  const { words } = usePlay();
  const marks = marksOf(asked, state.answer);
  const pairs = [...sentencesOf(String(state.answer["text"] ?? "")).map((one): [string, string] => [one, short(one)]),
    ...MARKS.map((mark): [string, string] => [mark, words.say(`learner-write-${mark}`)])];
  return (
    <section aria-labelledby="marking">
      <h2 id="marking">{words.say("learner-write-mark")}</h2>
      <p class="help">{words.say("learner-write-mark_how")} {words.say("pages-write_marks")}</p>
      {asked.parts.map((part) => {
        const mark = marks[part.id]!;
        return (
          <div class="card" key={part.id}>
            <label for={`part-${part.id}`}>{part.name}</label>
            <p class="help" id={`part-${part.id}-help`}>{words.say("learner-write-met", { example: part.met })}<br />{words.say("learner-write-missed", { example: part.missed })}</p>
            <select id={`part-${part.id}`} aria-describedby={`part-${part.id}-help`} onChange={(event) => answer({ marks: { ...marks, [part.id]: event.currentTarget.value } })}>
              <option value="" selected={!mark}>{words.say("learner-write-choose")}</option>
              {pairs.map(([value, label]) => <option key={value} value={value} selected={mark === value}>{label}</option>)}
            </select>
            <Told>{mark && <p class="note">{markSaid(part, mark, words.say.bind(words))}</p>}</Told>
          </div>
        );
      })}
    </section>
  );
}

function short(sentence: string): string {
  return sentence.length <= MOST_SHOWN ? sentence : `${sentence.slice(0, MOST_SHOWN)} ...`;
}

function OwnRunPart({ own, state, played, begin }: { own: OwnRun; state: State; played: Played | null; begin(): void }) {
  const { words, model } = usePlay();
  const [asked, ask] = useState(false);
  if (!model.runs) return <p class="trouble">{words.say("pages-cannot_run")}</p>;
  return (
    <section>
      {!state.seed && <p class="buttons"><button type="button" onClick={() => { ask(true); begin(); }}>{words.say("learner-write-run")}</button></p>}
      <Told>{state.seed && (!played || asked) && <p class="quiet">{words.say(played ? "pages-played" : "pages-playing")}</p>}</Told>
      {played && (
        <>
          <Result reads={[own.figures[0]!.read]} run={own.run} played={played} />
          <ul>{own.figures.map(({ id, name, read }) => <li key={id}>{name}: {cell(words, played.value(read))}</li>)}</ul>
        </>
      )}
    </section>
  );
}
