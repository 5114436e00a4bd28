// A case of one's own, from plain answers; what each answer means in numbers is declared in Python.

import type { VNode } from "preact";
import type { Board } from "../board/board.ts";
import { Amount } from "./amount.tsx";
import { leading } from "./leading.ts";
import { Select } from "../parts/choices.tsx";
import { writtenSaid } from "../parts/dated.ts";
import { useLongText } from "../parts/long_text.ts";
import { byWhen, untilTheDay } from "../parts/there.ts";
import type { Unit } from "../parts/typed.ts";
import { writtenDay } from "../parts/written_day.ts";
import { isIdle, type Answers } from "../own.ts";
import { answerOwn, OWN, takeUp, type View } from "../view.ts";
import type { OwnQuestion, Survey } from "../declared.ts";
import { number } from "../numerals.ts";

export function OwnCase({ board, id }: { board: Board; id: string }) {
  const declared = leading(board);
  const { words } = board;
  return (
    <>
      {declared.own.groups.map(({ name, questions }) => (
        <fieldset class="question" key={name}>
          <legend>{words.say(`case_form-group_${name}`)}</legend>
          <div class="fields own">
            {questions.map((asked) => <Asked key={asked.name} board={board} asked={asked} id={`${id}-own-${asked.name}`} />)}
          </div>
          {name === "what" && <Peers board={board} />}
        </fieldset>
      ))}
    </>
  );
}

/** Real cases of the same kind or from the same field, and what happened there. */
function Peers({ board }: { board: Board }) {
  const { view, words, declared } = board;
  const own = view["own"] as Record<string, string>;
  const [kind, sector] = ["kind", "sector"].map((name) => own[name] ?? usualOf(board, name));
  const alike = Object.values(declared.cases)
    .filter((one) => one.about === kind || (one.sector === sector && sector !== "none"))
    .sort((a, b) => b.kind.localeCompare(a.kind));
  return (
    <div role="status">
      <p><b>{words.say("case_form-like")}</b></p>
      {alike.length === 0 && <p>{words.say("case_form-like_none")} {words.say("case_form-like_none_help")}</p>}
      <ul>{alike.map((one) => (
        <li key={one.name}>
          <b>{words.say(`case-${one.kind}`, { title: one.title })}.</b> {one.outcome}{" "}
          <button type="button" onClick={() => board.change(takeUp(view, one.name, declared))}>{words.say("case_form-like_look", { title: one.title })}</button>
        </li>
      ))}</ul>
    </div>
  );
}

/** What the gate asks about the same thing; neither answer is changed for the other, but each is shown. */
const IN_GATE: Record<string, string> = { draft: "loses", heat: "stakes" };

/** Questions of which no answer is the usual one: until one is chosen, the form says which counts. */
const OPEN = ["institution"];

/** What the numbers that are asked count. */
const COUNTS: Record<string, Unit> = { people_affected: "people", months: "months", count: "decisions" };

function Asked({ board, asked, id }: { board: Board; asked: OwnQuestion; id: string }) {
  const { view, words } = board;
  const own = view["own"] as Record<string, string | number>;
  const value = own[asked.name] ?? asked.usual;
  const put = (given: string | number | null): void => board.change(answerOwn(view, asked.name, given));
  if (isIdle(asked, own, questionsOf(board))) return null;
  const label = words.say(`case_form-${asked.name}`);
  const surveyed = surveySaid(board, asked.name);
  if (surveyed) return <div class="field"><b>{label}</b><p class="help">{surveyed}</p></div>;
  const said = gateSaid(board, asked.name);
  const survey = view["survey"] as Survey | null;
  const helps = survey && asked.name === "country" ? words.say("leaders-surveyed_country", { survey: survey.name }) : words.say(`case_form-${asked.name}_help`);
  const help = <p class="help" id={`${id}-help`}>{helps}{said && ` ${said}`}</p>;
  if (asked.meant) {
    const open: [string, string][] = OPEN.includes(asked.name)
      ? [["", words.say("case_form-not_chosen", { answer: answerSaid(board, asked.name, String(asked.usual)) })]] : [];
    const chosen = open.length ? (own[asked.name] ?? "") : value;
    return (
      <div class="field">
        <Select id={id} label={label} value={String(chosen)} take={(one) => put(one || null)}
          options={[...open, ...Object.keys(asked.meant).map((one): [string, string] => [one, answerSaid(board, asked.name, one)])]} />
        {help}
      </div>
    );
  }
  if (asked.low === null) return <Line board={board} asked={asked} id={id} label={label} help={help} take={put} />;
  const most = Math.min(asked.high!, asked.within ? Number(own[asked.within] ?? usualOf(board, asked.within)) : Infinity);
  if (asked.after && (own[asked.after] ?? usualOf(board, asked.after)) === usualOf(board, asked.after)) return null;
  if (asked.within && most === asked.low) return null;
  const unit = asked.per === 1 ? "" : ` (${words.say("leaders-in_100")})`;
  return (
    <Amount board={board} id={id} label={`${label}${unit}`} unit={COUNTS[asked.name]} help={words.say(`case_form-${asked.name}_help`)}
      low={asked.low} high={most} whole={asked.whole} share={asked.per !== 1} value={value === "" ? null : Math.min(Number(value), most)} assumed={!(asked.name in own)} put={put} />
  );
}

interface LineProps {
  board: Board;
  asked: OwnQuestion;
  id: string;
  label: string;
  help: VNode;
  take(text: string): void;
}

/** A question that is answered in words. */
function Line({ board, asked: { name, most, usual }, id, label, help, take }: LineProps) {
  const now = (view: View): string => String((view["own"] as Answers)[name] ?? (name === "title" ? usual : ""));
  const { wrong, box } = useLongText({ board, id, label, most, now, put: take });
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input type="text" {...box} aria-describedby={`${id}-help ${id}-wrong${name === "by_when" ? ` ${id}-read` : ""}`} />
      <p class="wrong" id={`${id}-wrong`} role="status">{wrong}</p>
      {name === "by_when" && <p class="help" id={`${id}-read`} role="status">{daySaid(board)}</p>}
      {help}
    </div>
  );
}

/** Say which day was understood and how many whole weeks it leaves, or that none was; nothing where nothing is written. */
function daySaid(board: Board): string {
  const { words } = board;
  if (!byWhen(board).trim()) return "";
  const [found, weeks] = [writtenDay(byWhen(board), new Date()), untilTheDay(board)];
  if (!found) return words.say("case_form-by_when_unread");
  if (weeks === null) return words.say("case_form-by_when_past", { day: writtenSaid(found) });
  return words.say("case_form-by_when_read", { day: writtenSaid(found), weeks, earliest: found.earliest ? "yes" : "no", fixed: found.fixed ? "yes" : "no" });
}

/** Say what a survey in use answers in place of the form; nothing where it does not. */
function surveySaid({ view, words }: Board, name: string): string {
  const survey = view["survey"] as Survey | null;
  if (!survey) return "";
  const share = survey.share_less_heard;
  if (name === "share_less_heard" && share !== undefined)
    return words.say("leaders-surveyed_share", { share: number(share * 100), survey: survey.name });
  return name === "institution" ? words.say("leaders-surveyed_trust", { survey: survey.name }) : "";
}

function usualOf(board: Board, name: string): string | number {
  return questionsOf(board).find((one) => one.name === name)!.usual;
}

function questionsOf(board: Board): OwnQuestion[] {
  return leading(board).own.groups.flatMap((group) => group.questions);
}

function gateSaid(board: Board, name: string): string {
  const { view, words } = board;
  const asked = IN_GATE[name] ?? "";
  const given = asked === "stakes" ? String(view["stakes"] ?? "") : (view["gate"] as Record<string, string>)[asked];
  if (!given) return "";
  const answer = words.say(asked === "stakes" ? `gate-stakes_${given}` : `gate-${given}`);
  return words.say("case_form-in_gate", { question: words.say(`gate-${asked}`), answer });
}

/** Say in the gate of one's own case what the form was told about the same thing. */
export function formSaid(board: Board, asked: string): string {
  const name = board.view.case === OWN && Object.keys(IN_GATE).find((one) => IN_GATE[one] === asked);
  const given = name && (board.view["own"] as Record<string, string>)[name];
  if (!given || isIdle(questionsOf(board).find((one) => one.name === name)!, board.view["own"] as Answers, questionsOf(board))) return "";
  return board.words.say("gate-in_form", { question: board.words.say(`case_form-${name}`), answer: answerSaid(board, name, given) });
}

/** Say an answer in words, with what it comes to in the model as the case stands. */
export function answerSaid(board: Board, name: string, answer: string): string {
  const said = chosenSaid(board, name, answer);
  const lose = losingOf(board, questionsOf(board).find((one) => one.name === name)!, answer);
  return lose === null ? said : board.words.say(`case_form-${name}_loses`, { answer: said, lose });
}

/** Say what was chosen; names of countries and currencies have messages of their own, or stand as they are. */
export function chosenSaid(board: Board, name: string, answer: string): string {
  const keys = [`case_form-${name}_${answer}`, `${name}-${answer}`];
  const key = keys.find((one) => board.words.has(one));
  const asked = questionsOf(board).find((one) => one.name === name)!;
  const reach = name === "campaign" ? Math.round(100 * ((asked.meant?.[answer] as number[] | null)?.[1] ?? 0)) : 0;
  return key ? board.words.say(key, { reach }) : answer;
}

/** Give how many in 100 lose by the first plan with an answer; null where it, or a changed rule, leaves that open. */
export function losingOf(board: Board, asked: OwnQuestion, answer: string): number | null {
  const shares = asked.loses[answer];
  const changed = board.view["assumptions"] as Record<string, number>;
  if (!shares || leading(board).assumed.some(({ name, family }) => family === WISHES && name in changed)) return null;
  const less = board.case.people.share_less_heard;
  return Math.round(100 * (less * shares[0] + (1 - less) * shares[1]));
}

/** The assumptions about what suits people, from which it follows who loses by a plan. */
const WISHES = "wishes";
