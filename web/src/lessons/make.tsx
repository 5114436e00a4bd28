// Something to make for one's own decision: its boxes, and its criteria, marked by its maker and by somebody else.

import { useState } from "preact/hooks";
import { useLesson } from "./desk.ts";
import type { Make } from "./handed.ts";
import { apart, LEVELS, standingSaid, thin, workOf, type Work } from "./marking.ts";
import { Box, Choice, Told } from "./parts.tsx";
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

/** The criteria, each with a line that meets it and one that misses it, beside what was written. */
export function MarkScreen({ who }: { who: "mine" | "peer" }) {
  const { words } = useLesson();
  const { make, work, keep } = useMade();
  const [last, mark] = useState("");
  return (
    <>
      <p>{words.say(`learner-made-mark_${who}_help`)}</p>
      <Written shown={who === "peer" ? make.boxes.filter(({ record }) => !record) : make.boxes} />
      {make.criteria.map(({ id, name, meets, misses, must }) => (
        <div key={id}>
          <Choice row name={`${who}-${id}`} label={must ? `${name} ${words.say("learner-made-must")}` : name}
            help={`${words.say("learner-write-met", { example: meets })}\n${words.say("learner-write-missed", { example: misses })}`}
            options={LEVELS.map((level): [string, string] => [level, words.say(`learner-made-level_${level}`)])}
            value={work[who][id] ?? ""} take={(level) => { mark(id); keep({ [who]: { ...work[who], [id]: level } }); }} />
          <Told>{last === id && <Standing who={who} />}</Told>
        </div>
      ))}
      {who === "peer" && <Box id="said" label={words.say("learner-made-said")} help={words.say("learner-made-said_help")} value={work.said} take={(said) => keep({ said })} />}
      {!last && <Standing who={who} />}
      {who === "mine" && !thin(make, work).length && <Others />}
      {who === "peer" && <Taking />}
    </>
  );
}

/** What was written; somebody else sees what is on the page for others, and no box that stays with its writer. */
function Written({ shown }: { shown: Make["boxes"] }) {
  const { words } = useLesson();
  const { work } = useMade();
  return (
    <details open class="decision">
      <summary>{words.say("pages-made_written")}</summary>
      <dl class="fate">{shown.map(({ id, label }) => (
        <div key={id}><dt>{label}</dt><dd class="own">{work.boxes[id] || words.say("learner-made-empty")}</dd></div>
      ))}</dl>
    </details>
  );
}

/** How far it is; while marks are given it stands beside the one that was given last. A peer is not told of the maker's marks. */
function Standing({ who }: { who: "mine" | "peer" }) {
  const { words } = useLesson();
  const { make, work } = useMade();
  const far = who === "mine" ? apart(make, work) : [];
  return (
    <div class="outcome">
      <p>{standingSaid(make, work, words.say.bind(words))}</p>
      {far.length > 0 && <p>{words.say("learner-made-apart", { criteria: far.map(({ name }) => name).join(" ") })}</p>}
    </div>
  );
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
