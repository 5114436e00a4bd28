// The learner's own idea; and in a later lesson what became of it, with what it would likely move.

import { useEffect, useRef, useState } from "preact/hooks";
import { addingUp, span } from "../figures.ts";
import { useLesson } from "./desk.ts";
import type { Idea, IdeaOption, Learning, LessonWay, Read, Term } from "./handed.ts";
import { Box, Choice } from "./parts.tsx";
import { freshSeed, modelsIn } from "./play.ts";
import { cell } from "./saying.ts";

export function IdeaScreen({ idea }: { idea: Idea }) {
  const { words, progress } = useLesson();
  const place = `idea/${idea.lesson}`;
  const kept = progress.table(place);
  const keep = (change: object): void => progress.put(place, { ...kept, ...change });
  return (
    <>
      <Choice name="idea" label={idea.question} value={String(kept["idea"] ?? "")} options={idea.options.map(({ id, text }): [string, string] => [id, text])}
        take={(id) => keep({ idea: id })} />
      <Box id="words" label={idea.own_words} value={String(kept["words"] ?? "")} take={(text) => keep({ words: text })} />
      <div role="status">{Boolean(kept["idea"]) && <p class="quiet">{words.say("learner-idea-kept")}</p>}</div>
    </>
  );
}

/** An idea that is answered at once: what is chosen goes off only when it is sent. */
function Sending({ idea }: { idea: Idea }) {
  const { words, progress } = useLesson();
  const [trouble, setTrouble] = useState("");
  const place = `idea/${idea.lesson}`;
  const kept = progress.table(place);
  const chosen = String(kept["chosen"] ?? "");
  const keep = (change: object): void => {
    setTrouble("");
    progress.put(place, { ...kept, ...change });
  };
  const send = (): void => (chosen ? keep({ idea: chosen }) : setTrouble(words.say("learner-idea-none")));
  return (
    <>
      <Choice name="idea" label={idea.question} value={chosen} options={idea.options.map(({ id, text }): [string, string] => [id, text])}
        take={(id) => keep({ chosen: id })} />
      <Box id="words" label={idea.own_words} value={String(kept["words"] ?? "")} take={(text) => keep({ words: text })} />
      <p class="buttons"><button type="button" class="main" onClick={send}>{words.say("learner-idea-send")}</button></p>
      {trouble && <p class="trouble" role="alert">{trouble}</p>}
    </>
  );
}

export function FateScreen({ none, idea }: { none: string; idea: Idea }) {
  const { words, progress } = useLesson();
  const kept = progress.table(`idea/${idea.lesson}`);
  const option = idea.options.find(({ id }) => id === kept["idea"]);
  const story = useRef<HTMLDListElement>(null);
  const asked = useRef(!option);
  useEffect(() => {
    if (option && asked.current) story.current?.focus(); // the button that was pressed is gone
    asked.current = !option;
  }, [option]);
  if (!option) return <><p>{none}</p><Sending idea={idea} /></>;
  const said: [string, string][] = [
    ["idea", `${option.text} ${String(kept["words"] ?? "")}`.trim()], ["fate", option.fate], ["situation", option.situation],
    ["objective", option.objective], ["barrier", option.barrier], ["next", option.next], ["changed", option.changed],
  ];
  return (
    <>
      <dl class="fate" ref={story} tabIndex={-1}>{said.map(([name, text]) => <div key={name}><dt>{words.say(`learner-fate-${name}`)}</dt><dd>{text}</dd></div>)}</dl>
      <Likely idea={idea} option={option} key={option.id} />
    </>
  );
}

function Likely({ idea, option }: { idea: Idea; option: IdeaOption }) {
  const { words, model, declared } = useLesson();
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);
  const work = async (): Promise<void> => {
    setBusy(true);
    const { run, way, read } = idea;
    const [terms] = read.terms as [Term[]];
    const later = terms.map(([sign, one, group, k]): Term => [sign, one + run.ways.length, group, k]);
    const reads = [terms, later, [...later, ...terms.map(([sign, ...rest]): Term => [-sign, ...rest])]]
      .map((some): Read => ({ ...read, terms: [some], by_way: [], groups: [] }));
    const tried = run.ways.map((one, place) => (place === way ? turned(one, option.dials, declared) : one));
    const found = await model.play(run, freshSeed(), reads, [...run.ways, ...tried]);
    const [before, after, gain] = reads.map((one) => found.value(one));
    const [was, now] = addingUp(before!.mean, after!.mean);
    const moved = words.say("pages-moved", {
      measure: read.label, same: was === now ? "yes" : "no", before: cell(words, before!, { written: was }), after: cell(words, after!, { written: now }),
      gain: span(words, gain!.low, gain!.high, { sign: true }), runs: run.runs, models: modelsIn(declared),
    });
    setSaid(option.taken ? moved : `${words.say("pages-moved_refused")} ${moved}`);
    setBusy(false);
  };
  if (!model.runs) return <p class="trouble">{words.say("pages-cannot_run")}</p>;
  return (
    <>
      {!said && <p class="buttons"><button type="button" aria-disabled={busy} onClick={() => !busy && void work()}>{words.say("learner-fate-work_out")}</button></p>}
      <div role="status">{said && <p>{said}</p>}{busy && <p class="quiet">{words.say("pages-playing")}</p>}</div>
    </>
  );
}

function turned(way: LessonWay, dials: Record<string, number>, declared: Learning): LessonWay {
  const last = way.series[way.series.length - 1]!.map((one, place) => dials[declared.dials[place]?.name ?? ""] ?? one);
  return { ...way, series: [...way.series.slice(0, -1), last] };
}
