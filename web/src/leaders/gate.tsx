// Should we ask people at all, and do we have to? Plain questions; what follows from the answers the module decides.

import { useEffect, useState } from "preact/hooks";
import type { Board } from "../board/board.ts";
import { short, sideOf, small, whyNoWinner } from "../board/saying.ts";
import { named, type Survey, type Verdict } from "../declared.ts";
import { entered, listed, number } from "../figures.ts";
import { Heading } from "../parts/heading.tsx";
import { unmetOf } from "./lacking.ts";
import { leading } from "./leading.ts";
import { Guide } from "../parts/guide.tsx";
import { eachSaid, thereOf } from "../parts/there.ts";
import { leadsToSteps } from "../parts/sought.ts";
import { type Unmet, unmetSaid } from "../parts/unmet.ts";
import { beyondOf, limitsBeyond } from "../parts/weeks.ts";
import { OWN, type View } from "../view.ts";
import { allLeft, answersOf, leftSaid, openOf, outcomeSaid, SCALES, stepsSaid, whySaid } from "./outcome.ts";
import { formSaid } from "./own.tsx";
import { trustOtherwise } from "./surveyed.ts";

/** The way in which the body and the people decide together. */
export const TOGETHER = "co_production";

export function Gate({ board, id }: { board: Board; id: string }) {
  const declared = leading(board);
  const { view, words } = board;
  const { questions, legal, answers, stakes, trust } = declared.gate;
  const given = view["gate"] as Record<string, string>;
  const take = (name: string, value: string): void =>
    board.change({ ...view, gate: { ...given, [name]: value } } as View);
  const asked = (name: string) => (
    <Choice key={name} board={board} id={`${id}-gate-${name}`} name={name} values={answers.slice(1)}
      label={(value) => words.say(`gate-${value}`)} value={given[name] ?? ""} take={(value) => take(name, value)} />
  );
  return (
    <section class="part" aria-labelledby={`${id}-gate`}>
      <Heading board={board} below={0} id={`${id}-gate`}>{words.say("gate-title")}</Heading>
      <p>{words.say("gate-intro", { first: questions.length + SCALES.length, law: legal.length })}</p>
      <p class="gate-whose">{words.say("gate-whose", { title: board.case.title })}</p>
      {questions.map(asked)}
      {SCALES.map((name) => (
        <Choice key={name} board={board} id={`${id}-gate-${name}`} name={name}
          values={(name === "stakes" ? stakes : trust).slice(1)} label={(value) => words.say(`gate-${name}_${value}`)}
          value={String(view[name] ?? "")} take={(value) => board.change({ ...view, [name]: value } as View)} />
      ))}
      <Heading board={board} below={1}>{words.say("gate-law")}</Heading>
      <p>{words.say("gate-no_law")}</p>
      {legal.map(asked)}
      <Guide words={words} row={(k) => `gate-acts_row${k}`} heads={["what", "asks", "broken"].map((key) => words.say(`gate-acts_${key}`))}
        label={words.say("gate-acts")} intro={words.say("gate-acts_intro")} />
      <Said board={board} />
    </section>
  );
}

interface ChoiceProps {
  board: Board;
  id: string;
  name: string;
  values: string[];
  value: string;
  label(value: string): string;
  take(value: string): void;
}

function Choice({ board, id, name, values, value, label, take }: ChoiceProps) {
  const { words } = board;
  const told = [formSaid(board, name), name === "trust" ? surveyedTrust(board) : ""].filter(Boolean).join(" ");
  return (
    <fieldset class="question" aria-describedby={`${id}-help`}>
      <legend>{words.say(`gate-${name}`)}</legend>
      <p class="help" id={`${id}-help`}>{words.say(`gate-${name}_help`)}{told && ` ${told}`}</p>
      <div class="answers">
        {values.map((one) => (
          <label key={one}>
            <input type="radio" name={id} value={one} checked={value === one} onChange={() => take(one)} />
            <span>{label(one)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The survey whose people a case of one's own is played with, if any. */
function surveyOf({ view }: Board): Survey | null {
  return view.case === OWN ? ((view["survey"] ?? null) as Survey | null) : null;
}

/** Say at the question about trust how far people trust in the survey in use. */
function surveyedTrust(board: Board): string {
  const survey = surveyOf(board);
  if (survey?.share_trusting === undefined) return "";
  return board.words.say("gate-trust_survey", { survey: survey.name, share: number(100 * survey.share_trusting) });
}

/** Say that the answer about trust and the survey in use disagree; nothing where they do not. */
function trustSaid(board: Board): string {
  const survey = surveyOf(board);
  return survey ? trustOtherwise(board.words, survey, String(board.view["trust"] ?? "")) : "";
}

/** Say beside a headline what the answers about the case come to, unless it began with that, and lead to them; nothing while that is open. */
export function GateSays({ board, turn, led = false }: { board: Board; turn?: ((step: string) => void) | undefined; led?: boolean }) {
  const { words } = board;
  const verdict = useVerdict(board);
  if (!verdict || verdict.outcome === "open") return null;
  const against = [againstSaid(board, verdict), trustSaid(board)].filter(Boolean).join(" ");
  if (led && !turn && !against) return null;
  return (
    <p class="gate-says">
      {!led && words.say("gate-beside", { outcome: small(outcomeSaid(board, verdict)), ...allLeft(board) })}{" "}
      {against}{" "}
      {turn && <button type="button" class="link" onClick={() => turn("gate")}>{words.say("gate-beside_go")}</button>}
    </p>
  );
}

/** Say that the way which the answers point to goes beyond what was entered, or that the numbers do not speak for it; nothing where it is not compared. */
export function againstSaid(board: Board, { outcome }: Verdict): string {
  const { numbers, shown, words } = board;
  const place = shown.ways.findIndex(({ name }) => name === leading(board).gate.advised[outcome]);
  if (place < 0 || !numbers || board.phase === "rough") return "";
  const way = small(short(shown.ways[place]!));
  const limits = limitsBeyond(board, beyondOf(board), place);
  const sure = place > 0 && !whyNoWinner(board) ? surelyWorse(board, place) : "";
  const parts = [limits && "beyond", sure && "worse"].filter(Boolean);
  return parts.length ? words.say(`gate-beside_${parts.join("_")}`, { way, limits, sure, first: small(short(shown.ways[0]!)), where: whereOf(board) }) : "";
}

/** Where it is said: in the step that shows why, in another, or on a page without steps, as paper is. */
function whereOf({ declared, view }: Board): string {
  return leadsToSteps(declared, view) === "no" ? "sheet" : view["part"] === "why" ? "why" : "steps";
}

/** How surely a way does worse than the first, or that it hardly differs or gains too little; empty where it does better. */
function surelyWorse(board: Board, place: number): string {
  const measure = named(board.declared.measures, board.shown.view.measure);
  const worse = measure.better === "low" ? "more" : "less";
  return { open: "open", hardly: "hardly", little: "little", [worse]: "yes", [`mostly_${worse}`]: "mostly" }[sideOf(board, place, measure)] ?? "";
}

/** What follows, why, and what to do next; said aloud when it changes. */
function Said({ board }: { board: Board }) {
  const { questions } = leading(board).gate;
  const { words } = board;
  const verdict = useVerdict(board);
  const asked = [...questions, ...SCALES];
  const leads = verdict !== null && verdict.outcome !== "open";
  const left = leads ? leftSaid(board) : words.say("gate-left", { left: openOf(board, asked), all: asked.length });
  const against = verdict ? [againstSaid(board, verdict), trustSaid(board)].filter(Boolean).join(" ") : "";
  return (
    <div class="verdict" role="status">
      {!leads && <p>{left}</p>}
      {leads && (
        <>
          <Heading board={board} below={1}>{outcomeSaid(board, verdict)}</Heading>
          <p>{whySaid(board, verdict)}</p>
          {left && <p>{left}</p>}
          {against && <p>{against}</p>}
          {verdict.because.length > 0 && (
            <>
              <p>{words.say("gate-because")}</p>
              <ul>{becauseSaid(board, verdict).map((line) => <li key={line}>{line}</li>)}</ul>
            </>
          )}
          <p><b>{words.say("gate-next")}</b></p>
          <ol>{stepsSaid(board, verdict).map((line) => <li key={line}>{line}</li>)}</ol>
        </>
      )}
      {verdict && <p><b>{words.say("leaders-page-law")}.</b> {dutySaid(board, verdict)} {words.say("gate-duty_courts")}</p>}
    </div>
  );
}

/** Say which answers led to the outcome, a sentence each; whether there is time, the weeks that were entered answer. */
export function becauseSaid(board: Board, { because, duty }: Verdict): string[] {
  const { view, words } = board;
  return because.map((name) =>
    [words.say(`gate-because_${name}`, { answer: answersOf(view)[name] ?? "" }), name === "time" ? timeSaid(board, unmetOf(board, duty === "likely")) : ""].join(" ").trim());
}

/** Say which ways fit into the weeks entered, or those of the library's case, or where to enter them; nothing while it is worked out. */
function timeSaid(board: Board, unmet: Unmet): string {
  const { costs, shown, words } = board;
  const { weeks, whose } = thereOf(board);
  if (whose === "nobody") return words.say("gate-because_time_weeks", { fit: "open", whose, weeks: 0, count: 0, ways: "", duty: "" });
  if (costs.length < shown.ways.length) return "";
  const places = [...shown.ways.keys()].filter((place) => costs[place]!.weeks <= weeks);
  const fitting = places.map((place) => small(short(shown.ways[place]!)));
  const fit = fitting.length === 0 ? "none" : fitting.length === shown.ways.length ? "all" : "some";
  return words.say("gate-because_time_weeks", { fit, whose, weeks: eachSaid(board, entered(weeks)), count: fitting.length, ways: listed(words, fitting), duty: unmetSaid(board, places, unmet) });
}

/** Say how many questions about the law are open where the others point to something already; else nothing. */
export function lawLeftSaid(board: Board, { duty }: Verdict): string {
  const { legal } = leading(board).gate;
  const left = openOf(board, legal);
  return left && duty !== "open" ? board.words.say("gate-duty_left", { left, all: legal.length }) : "";
}

/** Say what the answers about the law point to, every ground beside the others, as `law_in_words` in Python does; what is open may stand `apart`. */
export function dutySaid(board: Board, verdict: Verdict, apart = false): string {
  const { duty } = verdict;
  const { words } = board;
  const { legal, asks } = leading(board).gate;
  const given = (board.view["gate"] ?? {}) as Record<string, string>;
  const left = legal.filter((name) => !given[name]).length;
  const because = (name: string, answer: string): string => words.say(`gate-because_${name}`, { answer });
  const grounds = asks.filter((name) => given[name] === "yes").map((name) => small(because(name, "yes")).replace(/\.$/, "")).join("; ");
  const unsure = legal.filter((name) => given[name] === "unsure" && name !== "groups").map((name) => because(name, "unsure"));
  const equality = ["yes", "unsure"].includes(given["groups"] ?? "");
  return [
    words.say(`gate-duty_${duty}`, { left, all: legal.length, grounds }),
    ...(apart ? [] : [lawLeftSaid(board, verdict)].filter(Boolean)),
    ...(duty === "elsewhere" && grounds ? [words.say("gate-duty_tell", { grounds })] : []),
    ...unsure, ...(unsure.length ? [words.say("gate-duty_treat")] : []),
    ...(equality ? [words.say(duty === "elsewhere" ? "gate-duty_groups_elsewhere" : "gate-duty_groups", { answer: given["groups"]! })] : []),
  ].join(" ");
}

/** Ask the module what the answers of a view lead to; null until it has answered, but where a page carries what Python has found. */
export function useVerdict(board: Board): Verdict | null {
  const { case: town } = board.view;
  const [{ about, found }, setFound] = useState<{ about: string; found: Verdict | null }>({ about: town, found: board.declared.verdict ?? null });
  const { gate } = leading(board);
  const given = (board.view["gate"] ?? {}) as Record<string, string>;
  const answers = [...gate.questions, ...gate.legal].map((name) => gate.answers.indexOf(given[name] ?? ""));
  const stakes = gate.stakes.indexOf(String(board.view["stakes"] ?? ""));
  const trust = gate.trust.indexOf(String(board.view["trust"] ?? ""));
  useEffect(() => {
    let wanted = true;
    const asked = [answers, stakes, trust];
    const all = [board.ask("gate_outcome", asked), board.ask("gate_duty", [answers]), board.ask("gate_reasons", asked, gate.reasons.length)];
    void Promise.all(all).then(([outcome, duty, reasons]) => {
      if (!wanted || !outcome || !duty || !reasons) return;
      const because = gate.reasons.filter((_, k) => reasons.out[k] === 1);
      setFound({ about: town, found: { outcome: gate.outcomes[outcome.found] ?? "open", duty: gate.duties[duty.found] ?? "open", because } });
    });
    return () => {
      wanted = false;
    };
  }, [town, answers.join(), stakes, trust, board.live]);
  return about === town ? found : null; // what another case's answers came to says nothing here
}
