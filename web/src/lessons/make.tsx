// Something to make for one's own decision: its boxes, and its criteria, marked by its maker and by somebody else.

import { useState } from "preact/hooks";
import { apart, bare, countedMarks, LEVELS, markSaid, standingSaid, thin, workOf, type Who, type Work } from "./artefact_standing.ts";
import { useLesson } from "./desk.ts";
import type { Make } from "./handed.ts";
import { Box, Choice, Told } from "./parts.tsx";
import { forOthers } from "./portfolio.ts";
import { Handing, Taking } from "./taking.tsx";

export function MakeScreen() {
  const { words } = useLesson();
  const { make, work, keep } = useMade();
  const { minutes, use, limit, boxes } = make;
  return (
    <>
      <OwnDecision />
      <p class="quiet">{words.say("pages-takes_about", { minutes })}</p>
      <p>{use}</p>
      <p class="help">{words.say("learner-made-limit", { limit })}</p>
      {boxes.map(({ id, label, help, record }) => (
        <Box key={id} id={id} label={label} help={[help, record && words.say("learner-made-stays")].filter(Boolean).join(" ")} value={work.boxes[id] ?? ""} take={(text) => keep({ boxes: { ...work.boxes, [id]: text } })} />
      ))}
      <Handing make={make} />
      <Told><Standing who="mine" /></Told>
    </>
  );
}

/** The criteria, each with a line that meets it and one that misses it, beside what was written; what comes of a mark stands at it. */
export function MarkScreen({ who }: { who: Who }) {
  const { words } = useLesson();
  const { make, work, keep } = useMade();
  const [tried, mark] = useState<{ id?: string; level?: string }>({});
  const given = countedMarks(make, work, who);
  const take = (one: Make["criteria"][number], level: string): void => {
    mark({ id: one.id, level });
    if (!bare(make, work, one, level).length) keep({ [who]: { ...work[who], [one.id]: level } });
  };
  return (
    <>
      <p>{words.say(`learner-made-mark_${who}_help`)}</p>
      <Written all={who === "mine"} />
      {make.criteria.map((one) => (
        <div key={one.id}>
          <Choice row name={`${who}-${one.id}`} label={one.must ? `${one.name} ${words.say("learner-made-must")}` : one.name}
            help={`${words.say("learner-write-met", { example: one.meets })}\n${words.say("learner-write-missed", { example: one.misses })}`}
            options={LEVELS.map((level): [string, string] => [level, words.say(`learner-made-level_${level}`)])}
            value={given[one.id] ?? ""} take={(level) => take(one, level)} />
          <Told press={tried.id === one.id ? tried : undefined}><Lines of={markSaid(make, work, who, one, words.say.bind(words), tried.id === one.id ? tried.level : "")} /></Told>
        </div>
      ))}
      {who === "peer" && <Box id="said" label={words.say("learner-made-said")} help={words.say("learner-made-said_help")} value={work.said} take={(said) => keep({ said })} />}
      <Standing who={who} />
      {who === "mine" && !thin(make, work).length && <Others />}
      {who === "peer" && <Taking />}
    </>
  );
}

/** What was written; somebody else sees what is on the page for others, and no box that stays with its writer. */
function Written({ all }: { all: boolean }) {
  const { words, progress } = useLesson();
  const { make, work } = useMade();
  const shown = all ? make.boxes.map(({ id, label }) => [label, work.boxes[id]] as const) : forOthers(make, progress);
  return (
    <details open class="decision">
      <summary>{words.say("pages-made_written")}</summary>
      <dl class="fate">{shown.map(([label, text]) => (
        <div key={label}><dt>{label}</dt><dd class="own">{text || words.say("learner-made-empty")}</dd></div>
      ))}</dl>
    </details>
  );
}

/** How far the whole is. A peer is not told of the maker's marks. */
function Standing({ who }: { who: Who }) {
  const { words } = useLesson();
  const { make, work } = useMade();
  const far = who === "mine" ? apart(make, work) : [];
  const said = far.length ? [words.say("learner-made-apart", { criteria: far.map(({ name }) => name).join(" ") })] : [];
  return <Lines of={[standingSaid(make, work, words.say.bind(words), who), ...said]} />;
}

function Lines({ of }: { of: string[] }) {
  return of.length ? <div class="outcome">{of.map((line) => <p key={line}>{line}</p>)}</div> : null;
}

/** A good answer and a weaker one to compare with; what each of them meets is folded away. */
function Others() {
  const { words } = useLesson();
  const { make: { boxes, criteria, answers } } = useMade();
  return (
    <details>
      <summary>{words.say("learner-made-others")}</summary>
      {answers.map(({ boxes: text, meets, says }, k) => (
        <section key={says}>
          <h2>{words.say(k ? "learner-write-weaker" : "learner-exercise-model")}</h2>
          <dl class="fate">{boxes.map(({ id, label }) => <div key={id}><dt>{label}</dt><dd>{text[id]}</dd></div>)}</dl>
          <details><summary>{words.say("learner-write-weaker_which")}</summary>
            <p>{words.say("learner-write-weaker_has", { parts: criteria.filter(({ id }) => meets.includes(id)).map(({ name }) => name).join(" ") })}</p><p>{says}</p></details>
        </section>
      ))}
      <p>{words.say("learner-write-compare")}</p>
    </details>
  );
}

function OwnDecision() {
  const { words, progress, declared } = useLesson();
  const { text } = progress.table(declared.decision.name);
  return text ? <p class="decision"><b>{words.say("learner-made-decision")}:</b> {String(text)}</p> : null;
}

function useMade() {
  const { lesson, progress, declared } = useLesson();
  const make = declared.makes[lesson.id]!;
  const work = workOf(progress.table(make.key));
  return { make, work, keep: (change: Partial<Work>): void => progress.put(make.key, { ...work, ...change }) };
}
