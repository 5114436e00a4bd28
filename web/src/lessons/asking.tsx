// Screens that ask for something short: from memory, for a reason, for what it means at one's own place.

import { useState } from "preact/hooks";
import { betOf } from "./bet.tsx";
import { useLesson, usePlay } from "./desk.ts";
import type { Item } from "./handed.ts";
import { fullWords, says } from "./marking.ts";
import { Box, Choice, Prose, Said, Told } from "./parts.tsx";
import { firstTries, type Returning } from "./recall.ts";

/** A question from memory; one of an earlier lesson comes back until it is right at the first try. */
export function RecallScreen({ of }: { of: Returning }) {
  const { words, progress, declared, lesson, key } = useLesson();
  const { recall: { asked: all, kept } } = declared;
  const asked = all[of.lesson]![of.place]!;
  const name = of.lesson === lesson.id ? `${key}/recall/${of.place}` : `${key}/again/${of.lesson}/${of.place}`;
  const take = (value: string): void => {
    const tries = firstTries(declared, progress, of);
    if (!(lesson.id in tries)) progress.put(`${kept}${of.lesson}/${of.place}`, { ...tries, [lesson.id]: Number(value) === asked.right });
    progress.put(name, value);
  };
  const given = progress.get(name);
  const chosen = typeof given === "string" ? asked.options[Number(given)] : undefined;
  const right = Number(given) === asked.right;
  return (
    <>
      <Choice told name="recall" label={asked.question} value={typeof given === "string" ? given : ""}
        options={asked.options.map(({ text }, k): [string, string] => [String(k), text])} take={take} />
      <Told>{chosen && <Said right={right} title={words.say(right ? "learner-outcome-yes" : "learner-outcome-not_yet")}><p>{chosen.why}</p></Said>}</Told>
    </>
  );
}

export function BecauseScreen({ item }: { item: Item }) {
  const { words, progress, declared, bet: place } = usePlay();
  const bet = betOf(progress.table(place));
  const [trouble, setTrouble] = useState("");
  const { prompt, model } = item.because!;
  const compare = (): void => {
    const few = { count: fullWords(bet.because), least: declared.fewest };
    if (!bet.because.trim()) return setTrouble(words.say("learner-because-first"));
    if (!says(declared, bet.because)) return setTrouble(words.say("learner-because-few", few));
    setTrouble("");
    progress.put(place, { ...bet, compared: true });
  };
  return (
    <>
      <Box id="because" label={prompt} help={words.say("learner-because-help")} value={bet.because} take={(because) => progress.put(place, { ...bet, because })} />
      {!bet.compared && <p class="buttons"><button type="button" onClick={compare}>{words.say("learner-because-compare")}</button></p>}
      {trouble && <p class="trouble" role="alert">{trouble}</p>}
      <Told>{bet.compared && <Said right={false} title={words.say("learner-because-model")}><Prose html={model} /></Said>}</Told>
    </>
  );
}

export function PlaceScreen() {
  const { words, progress, lesson, declared } = useLesson();
  const { prompt, starters } = lesson.place!;
  const name = `journal/${lesson.id}/place`;
  const make = declared.makes[lesson.id];
  const seen = make ? (make.place_head ? "on_page" : "stays") : "help";
  const text = String(progress.table(name)["text"] ?? "");
  return (
    <>
      {name !== declared.decision.name && <Decision />}
      <Box id="place" label={prompt} help={words.say(`learner-journal-${seen}`)} value={text} take={(now) => progress.put(name, now ? { prompt, text: now } : null)} />
      <Told>{text && !says(declared, text) && <p class="quiet">{words.say("learner-journal-short")}</p>}</Told>
      {starters.length > 0 && (
        <>
          <p class="help">{words.say("learner-made-begin")}</p>
          <ul>{starters.map((line) => <li key={line}>{line}</li>)}</ul>
        </>
      )}
    </>
  );
}

/** The learner's own decision, which runs through all lessons; it may be written or changed where they are. */
function Decision() {
  const { words, progress, declared } = useLesson();
  const { name, prompt } = declared.decision;
  const own = String(progress.table(name)["text"] ?? "");
  return (
    <section class="decision">
      <h2>{words.say("learner-made-decision")}</h2>
      <p>{own || words.say("learner-made-decision_none")}</p>
      <details>
        <summary>{words.say(`learner-made-decision_${own ? "change" : "write"}`)}</summary>
        <Box id="decision" label={prompt} value={own} take={(text) => progress.put(name, text ? { prompt, text } : null)} />
      </details>
    </section>
  );
}
