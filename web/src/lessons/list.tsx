// Where learners begin: all lessons with how far they are, where to go on, the bets, and what is kept.

import { betOf } from "./bet.tsx";
import { useDesk, useKept, type Desk } from "./desk.ts";
import { number } from "../figures.ts";
import type { Listed } from "./handed.ts";
import { Keeping } from "./keeping.tsx";
import { taken } from "./learnt.ts";
import { thin, workOf } from "./artefact_standing.ts";
import { says } from "./marking.ts";
import { pointsOf, type Made } from "./points.ts";
import { isTable } from "./progress.ts";

/** List which parts of a lesson are done, as `lesson_progress.py` does. */
export function doneParts(lesson: Listed, { progress, declared }: Desk): string[] {
  const make = declared.makes[lesson.name];
  const start = `lesson/${lesson.name}/`;
  const bet = betOf(progress.table(`${start}predict`));
  const done: Record<string, boolean> = {
    recall: declared.recall.asked[lesson.name]!.every((_, k) => progress.get(`${start}recall/${k}`) !== null),
    predict: bet.seed > 0,
    see: lesson.see ? Boolean(bet.seen) : bet.ran,
    because: says(declared, bet.because),
    change: progress.get(`${start}change`) !== null,
    idea: Boolean(progress.table(`idea/${lesson.name}`)["idea"]),
    place: make
      ? !thin(make, workOf(progress.table(make.key))).length
      : says(declared, progress.table(`journal/${lesson.name}/place`)["text"]),
  };
  const begun = progress.names(start).length > 0; // an idea or the decision may be written in another lesson
  return lesson.parts.filter((part) => done[part] && (begun || !["idea", "place"].includes(part)));
}

export function List() {
  const desk = useDesk();
  const { words, declared, progress } = desk;
  useKept(progress);
  const last = declared.lessons.find(({ name }) => name === progress.get("last"));
  return (
    <>
      {last && (
        <p class="buttons"><a class="button main" href={address(last, desk)}>{words.say("learner-start-go_on", { title: last.title })}</a></p>
      )}
      <ol class="lessons" start={0}>
        {declared.lessons.map((lesson) => {
          const line = { minutes: lesson.minutes, done: doneParts(lesson, desk).length, all: lesson.parts.length };
          return (
            <li key={lesson.name}>
              <a href={address(lesson, desk)}>{lesson.title}</a>
              <span class="quiet">{words.say("learner-start-line", line)}</span>
            </li>
          );
        })}
      </ol>
      <Learnt />
      <p><a href="exercises.html">{words.say("learner-start-exercises")}</a></p>
      <Bets />
      <Journal />
      <Keeping whole />
    </>
  );
}

/** The way to the short test, and which part of it comes next. */
function Learnt() {
  const { words, progress, declared: { learnt } } = useDesk();
  const next = learnt.times.find((time) => !taken(learnt, progress, time));
  return (
    <section>
      <h2>{words.say("learner-learnt-title")}</h2>
      {next && <p>{words.say(`learner-learnt-${next}_help`)}</p>}
      <p><a href="learnt.html">{words.say(next ? `learner-learnt-${next}` : "pages-learnt_came")}</a></p>
    </section>
  );
}

function address({ name }: Listed, { progress }: Desk): string {
  const at = progress.get(`lesson/${name}/at`);
  return `lessons/${name}.html${typeof at === "string" ? `#${encodeURIComponent(at)}` : ""}`;
}

/** Say how sure somebody was; who did not know was not sure of anything, whatever stood there when that was said. */
function sureSaid({ sure, right, open }: Made): string {
  if (typeof sure !== "number" || (typeof right !== "boolean" && open === false)) return "";
  return number(sure, sure % 1 ? 1 : 0);
}

function Bets() {
  const { words, progress } = useDesk();
  const bets = progress.names("bet/").map((name) => ({ name, at: progress.at(name), ...progress.table(name) as Made }))
    .sort((one, other) => (one.at < other.at ? -1 : 1));
  if (!bets.length) return null;
  const scored = bets.map((bet) => ({ ...bet, points: pointsOf(bet) }));
  const got = scored.flatMap(({ points }) => (points === null ? [] : [points]));
  const came = ({ right, open }: Made): string => words.say(`learner-ledger-${right === true ? "yes" : right === false ? "no" : open ? "open" : "unknown"}`);
  return (
    <section>
      <h2 id="bets">{words.say("learner-ledger-title")}</h2>
      <p>{got.length > 0 && `${words.say("learner-ledger-points_mean", { points: number(got.reduce((sum, one) => sum + one, 0) / got.length), count: got.length })} `}{words.say("learner-ledger-points_how")}</p>
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="bets">
        <table>
          <thead><tr>{["bet", "sure", "guess", "came", "points"].map((one) => <th scope="col" key={one}>{words.say(`learner-ledger-${one}`)}</th>)}</tr></thead>
          <tbody>{scored.map(({ name, points, ...made }) => (
            <tr key={name}><th scope="row">{made.question}</th><td>{sureSaid(made)}</td>
              <td>{typeof made.guess === "number" ? number(made.guess * 100) : words.say("learner-ledger-earlier")}</td><td>{came(made)}</td><td>{points === null ? "" : number(points)}</td></tr>
          ))}</tbody>
        </table>
      </div>
    </section>
  );
}

function Journal() {
  const { words, progress, declared } = useDesk();
  const { journal: start, titles } = declared.portfolio;
  const entries = progress.names(start).flatMap((name) => {
    const kept = progress.get(name);
    const where = name.slice(start.length).split("/")[0]!;
    return isTable(kept) && kept["text"] ? [{ name, title: titles[where] ?? where, prompt: String(kept["prompt"] ?? ""), text: String(kept["text"]) }] : [];
  });
  if (!entries.length) return null;
  return (
    <section>
      <h2 id="journal">{words.say("learner-journal-title")}</h2>
      <dl class="fate">{entries.map(({ name, title, prompt, text }) => <div key={name}><dt>{[title, prompt].filter(Boolean).join(": ")}</dt><dd>{text}</dd></div>)}</dl>
    </section>
  );
}
