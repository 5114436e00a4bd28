// What can we do in the weeks and the money there are, and what would it take to reach a goal?

import type { Board } from "../board/board.ts";
import { overSaid, short, small, spanSaid } from "../board/saying.ts";
import { MEAN, MONEY, type Searched, WEEKS } from "../engine/search.ts";
import { entered, listed, money as inMoney, number, price as exact, span, weeksSaid } from "../figures.ts";
import { weeksCounted } from "../numerals.ts";
import { useAsked } from "../parts/asked.ts";
import { waitSaid } from "../parts/delay.ts";
import { doneSaid } from "../parts/done.ts";
import { Heading } from "../parts/heading.tsx";
import { limitsAsked } from "../parts/limits.ts";
import { sumsOf } from "../parts/money.ts";
import { thereOf } from "../parts/there.ts";
import { soughtFor } from "../parts/sought.ts";
import { addFound, FOUND, recommendedOf, type View } from "../view.ts";
import { Amount } from "./amount.tsx";
import { useCompared } from "./compared.ts";
import { dutyOfAll, useLikely, useDutySaid } from "./duty.ts";
import { stillNeededOf, stillNeededSaid } from "./duty_met.ts";
import { foundTitle } from "./found_title.ts";
import { GateSays, useVerdict } from "./gate.tsx";
import { lackingSaid } from "./lacking.ts";
import { leading } from "./leading.ts";
import { bestCompared, bestComparedSaid, lacksSaid, type Limits, nextStepOf } from "./next_step.ts";
import { besidesLike, besidesSaid, type Both, type Only, searchBoth, searchesOf, searchGoal, seatedSaid, seatsIn } from "./searching.ts";
import { aboutCase, Studied, useStudy } from "./studied.tsx";

/** What the gate may see in the law that speaks against asking nobody. */
const DUTIES = ["likely", "unsure"];
export function Budget({ board, id, turn }: { board: Board; id: string; turn(step: string): void }) {
  const { view, words } = board;
  const limits = limitsOf(board);
  const dated = datedHere(board);
  const none = Object.values(limits).every((limit) => limit === Infinity);
  const only = useOnly(board);
  const study = useStudy(board, "budget", aboutCase(board, view.money, limits, only, searchesOf(board)), (going, gone) => searchBoth(board, { limits, only }, going, gone));
  const compared = study.found && comparedFor(board, study.found.within, limits, only);
  const lines = useSaid(board, study.found, limits, compared);
  const asks = useAsks(board, compared === null ? (study.found?.within ?? null) : null);
  const likely = useLikely(board);
  const next = nextStepOf(board, limits, likely);
  return (
    <section class="part" aria-labelledby={`${id}-budget`}>
      <Heading board={board} below={1} id={`${id}-budget`}>{words.say("study-limits_title")}</Heading>
      <p>{words.say("study-limits_intro")}</p>
      <div class="fields own">
        {limitsAsked(board).map(({ name, help, asks, ...limit }) => (
          <Amount key={name} board={board} id={`${id}-has-${name}`} {...limit} help={[help, name === "weeks" && dated !== null && words.say("study-limits_dated", { weeks: dated }), asks].filter(Boolean).join(" ")} />
        ))}
      </div>
      {!none && next && <p role="status">{[next.said, ...(likely ? [dutyOfAll(board, next.places), stillNeededSaid(board, next.places)] : [])].filter(Boolean).join(" ")}</p>}
      {!none && (next || study.found) && <GateSays board={board} turn={turn} />}
      <OnlyWays board={board} />
      {none ? <p>{words.say("study-limits_needs")}</p> : (
        <Studied board={board} study={study} go={words.say("study-limits_go")} said={[...lines, ...asks]}>
          {study.found?.within.reached && compared === null && <Use board={board} found={study.found.within} title={foundTitle(board, study.found.within.dials, only, limitsSaid(board, limits))} limits={limitsSaid(board, limits)} limited />}
          <details><summary>{words.say("study-how")}</summary><p>{words.say("study-search_know", { runs: leading(board).search.runs, seats: leading(board).gate.least_seats })}</p></details>
        </Studied>
      )}
    </section>
  );
}

export function Goal({ board, id, turn }: { board: Board; id: string; turn(step: string): void }) {
  const { view, words } = board;
  const target = Number(view["target"]);
  const only = useOnly(board);
  const study = useStudy(board, "goal", aboutCase(board, view.money, target, only, searchesOf(board)), (going, gone) =>
    searchGoal(board, { target, only }, going, gone));
  const asks = useAsks(board, study.found);
  const lines = useGoalSaid(board, study.found, target);
  return (
    <section class="part" aria-labelledby={`${id}-goal`}>
      <Heading board={board} below={1} id={`${id}-goal`}>{words.say("study-goal_title")}</Heading>
      <p>{words.say("study-goal_intro")}</p>
      <Amount board={board} id={`${id}-target`} label={words.say("study-goal_target")} help={words.say("study-goal_target_help", { span: spanSaid(board) })}
        low={0} high={100} share value={target * 100} put={(given) => board.change({ ...view, target: given === null ? leading(board).usual["target"] : given / 100 } as View)} />
      <OnlyWays board={board} />
      <Studied board={board} study={study} go={words.say("why-goal_go")} said={[...lines, ...asks]}>
        <GateSays board={board} turn={turn} />
        {study.found?.reached && <Use board={board} found={study.found} title={words.say("study-goal_way", { target: entered(target * 100) })} limits={words.say("study-goal_for", { target: entered(target * 100) })} />}
        <details><summary>{words.say("study-how")}</summary><p>{words.say("study-search_know", { runs: leading(board).search.runs, seats: leading(board).gate.least_seats })}</p></details>
      </Studied>
    </section>
  );
}

function limitsOf(board: Board): Limits {
  const [weeks, money, hours] = limitsAsked(board).map(({ value }) => value ?? Infinity) as [number, number, number];
  return { weeks: datedHere(board) ?? weeks, money, hours };
}

/** Give the weeks until the day that was entered, where nobody entered weeks; else null. */
function datedHere(board: Board): number | null {
  const there = thereOf(board);
  return there.whose === "date" ? there.weeks : null;
}

/** Which ways are passed over: as chosen, and until then wherever a duty to ask is likely; only there may the duty itself be asked for. */
function useOnly(board: Board): Only {
  const [involving, lawful] = ["involving", "lawful"].map((name) => board.view[name] as boolean | null);
  const byLaw = useVerdict(board)?.duty === "likely";
  const likely = useLikely(board);
  return { involving: involving ?? byLaw, lawful: likely && (lawful ?? true) };
}

function OnlyWays({ board }: { board: Board }) {
  const { view, words } = board;
  const only = useOnly(board);
  const likely = useLikely(board);
  const byLaw = (likely && (view["lawful"] ?? null) === null) || (useVerdict(board)?.duty === "likely" && (view["involving"] ?? null) === null);
  const check = (name: keyof Only) => (
    <label class="check" key={name}>
      <input type="checkbox" checked={only[name]} onChange={(event) => board.change({ ...view, [name]: event.currentTarget.checked } as View)} />
      <span>{words.say(`study-search_${name}`)}</span>
    </label>
  );
  return (
    <>
      {check("involving")}
      {likely && check("lawful")}
      {byLaw && <p class="help">{words.say("study-search_involving_law")}</p>}
    </>
  );
}

/** Give the place of a way compared that fits by its own figures, and is what a search found, or no worse; null where it found better. */
function comparedFor(board: Board, within: Searched, limits: Limits, { involving, lawful }: Only): number | null {
  const best = bestCompared(board, limits, involving ? leading(board).search.somebody : 0, lawful);
  if (!best) return null;
  const found = board.shown.ways[best.place]!.dials.join() === within.dials.join();
  return !within.reached || found || best.mean >= within.fresh[MEAN]! * 100 ? best.place : null;
}

/** Say what fits, how it compares with the ways on the board, what it takes, and what the limits cost against the best without them. */
function useSaid(board: Board, found: Both | null, limits: Limits, compared: number | null): string[] {
  const { involving, lawful } = useOnly(board);
  const hours = useHours(board, found?.within.dials);
  const beside = useCompared(board, found?.within.reached && compared === null ? [found.within.dials, found.without.dials] : []);
  const duty = useDutySaid(board, compared === null ? found?.within.dials : board.shown.ways[compared]!.dials);
  if (!found) return [];
  const { words } = board;
  const { within, without } = found;
  const said = limitsSaid(board, limits);
  const chosen = chosenSaid(board, "best");
  if (compared !== null) return [...bestComparedSaid(board, compared, said), waitSaid(board), chosen, duty].filter(Boolean);
  const takes = (row: number[]) => ({ weeks: weeksSaid(row[WEEKS]!), money: paid(board, row[MONEY]!) });
  if (!within.reached) {
    const none = words.say(lawful ? "study-limits_none_lawful" : involving ? "study-limits_none_involving" : "study-limits_none", { limits: said, ...needs(board, within.first) });
    return [none, ...(lawful ? leastSaid(board, within, limits, hours) : [])];
  }
  if (!beside) return [words.say("board-loading")];
  const [best, most] = beside.reached;
  return [
    words.say("study-limits_said", { limits: said, best: best!, span: spanSaid(board), over: overSaid(board) }),
    chosen,
    duty,
    ...beside.lines,
    words.say("study-limits_lost", { most: most!, lost: beside.more }),
    words.say("study-limits_without", takes(without.fresh)),
    [words.say("study-limits_takes", takes(within.fresh)), besidesSaid(board, within.dials), waitSaid(board)].filter(Boolean).join(" "),
    hours === null ? "" : bindsSaid(board, limits, { weeks: within.fresh[WEEKS]!, money: within.fresh[MONEY]!, hours }),
    words.say("study-dials_said", { dials: doneSaid(board, within.dials) }),
  ].filter(Boolean);
}

/** Say by what a search chose what it found, where what is told of it is over other models. */
function chosenSaid(board: Board, mode: "best" | "cheapest"): string {
  if (board.shown.view.over === "luck") return "";
  return board.words.say("study-search_chosen", { mode, runs: leading(board).search.runs, over: overSaid(board) });
}

/** Say which way the least is that would meet the duty, and how much more than there is it needs: the same as of the ways compared is said of those. */
function leastSaid(board: Board, { dials, first }: Searched, limits: Limits, hours: number | null): string[] {
  const { shown, words } = board;
  if (hours === null) return [];
  const place = shown.ways.findIndex((way) => way.dials.join() === dials.join());
  const more = lacksSaid(board, { weeks: weeksCounted(first[WEEKS]!), money: first[MONEY]!, hours }, limits);
  const next = nextStepOf(board, limits, true)?.places[0];
  const beside = next === undefined || lackingSaid(board, shown.ways[next]!.dials) ? undefined : next;
  const which = place >= 0 ? place : beside;
  return [
    words.say("study-limits_least", { which: place >= 0 ? "this" : beside === undefined ? "none" : "less", way: which === undefined ? "" : small(short(shown.ways[which]!)), more: more || "none" }),
    stillNeededOf(board, dials),
    [besidesSaid(board, dials), waitSaid(board)].filter(Boolean).join(" "),
    words.say("study-dials_said", { dials: doneSaid(board, dials) }),
  ].filter(Boolean);
}

/** Give what a way that does not fit needs: rounded down, it would seem to fit. */
function needs(board: Board, row: number[]): { weeks: string; money: string } {
  return { weeks: weeksSaid(row[WEEKS]!), money: inMoney(board.words, row[MONEY]!, row[MONEY]!, board.case.money.currency, board.declared.theme.signs) };
}

/** Ask what hours of staff a setting of the dials takes; null until that is known. */
function useHours(board: Board, dials: number[] | undefined): number | null {
  return useAsked(board, JSON.stringify(dials), async () => (dials && (await board.ask("cost", [dials], 3))?.out[0]) ?? null);
}

/** From this part of a limit on, a way has used it up: the next step of a dial would go beyond. */
const USED_UP = 0.95;
const NAMES = { weeks: "weeks", money: "money", hours: "staff_hours" } as const;

/** Say which of the limits holds back what was found. */
function bindsSaid({ words }: Board, limits: Limits, used: Limits): string {
  const set = (Object.keys(NAMES) as (keyof Limits)[]).filter((name) => limits[name] < Infinity);
  const said = (names: (keyof Limits)[]): string => listed(words, names.map((name) => words.say(`study-limits_binds-${NAMES[name]}`)));
  const binding = set.filter((name) => used[name] >= USED_UP * limits[name]);
  const others = set.filter((name) => !binding.includes(name));
  const which = binding.length === 0 ? "none" : binding.length === 1 ? (others.length ? "one" : "alone") : others.length ? "some" : "more";
  const limit = said(binding);
  return words.say("study-limits_binds", { which, limit: limit.charAt(0).toUpperCase() + limit.slice(1), other: said(others) });
}

/** Say how many take part in what was found; where nobody does, what it is, and that there may be a duty to ask. */
function useAsks(board: Board, found: Searched | null): string[] {
  const { words } = board;
  const duty = useVerdict(board)?.duty ?? "";
  if (!found?.reached) return [];
  const share = span(words, found.took[0] * 100, found.took[1] * 100);
  if (share !== "0") return [seatedSaid(board, found) || words.say("study-search_take_part", { share, seats: seatsIn(board, found.dials) > 0 ? "some" : "none" })];
  return [words.say("study-search_nobody"), words.say("study-search_nobody_do"), ...(DUTIES.includes(duty) ? [words.say("study-search_duty")] : [])];
}

function limitsSaid(board: Board, { weeks, money, hours }: Limits): string {
  const { words } = board;
  return listed(words, [
    ...(weeks < Infinity ? [words.say("study-limits_in_weeks", { weeks })] : []),
    ...(money < Infinity ? [exact(money, board.case.money.currency, board.declared.theme.signs)] : []),
    ...(hours < Infinity ? [words.say("study-limits_in_hours", { hours })] : []),
  ]);
}

/** Say what reaches a goal, what it takes, where that goes beyond what was entered, and whether a likely duty to ask is met. */
function useGoalSaid(board: Board, found: Searched | null, target: number): string[] {
  const { words } = board;
  const { sure } = leading(board).search;
  const hours = useHours(board, found?.dials);
  const duty = useDutySaid(board, found?.dials);
  const beside = useCompared(board, [found?.dials]);
  if (!found) return [];
  if (!beside) return [words.say("board-loading")];
  const wanted = entered(target * 100);
  const best = words.say("study-search_reaches", { best: beside.reached[0]!, over: overSaid(board), span: spanSaid(board) });
  if (!found.reached)
    return [words.say("study-goal_never", { target: wanted, often: number(sure * 10) }), words.say("study-goal_most", { best })];
  const taken = { weeks: found.found[WEEKS]!, money: found.found[MONEY]!, hours: hours ?? 0 };
  return [
    words.say("study-goal_said", { target: wanted, ...needs(board, found.found) }),
    words.say("study-goal_found", { best }),
    chosenSaid(board, "cheapest"),
    ...beside.lines,
    beyondSaid(board, taken),
    duty,
    [besidesSaid(board, found.dials), waitSaid(board)].filter(Boolean).join(" "),
    words.say("study-dials_said", { dials: doneSaid(board, found.dials) }),
    words.say("study-goal_checked", { share: number(found.checked * 100), holds: found.checked < sure ? "no" : "yes" }),
  ].filter(Boolean);
}

/** Say which of the limits that were entered a way goes beyond; nothing where it fits. */
function beyondSaid(board: Board, taken: Limits): string {
  const limits = limitsOf(board);
  const beyond = (name: keyof Limits): number => (taken[name] > limits[name] ? limits[name] : Infinity);
  const said = limitsSaid(board, { weeks: beyond("weeks"), money: beyond("money"), hours: beyond("hours") });
  return said && board.words.say("study-goal_beyond", { limits: said });
}

function paid(board: Board, sum: number): string {
  return inMoney(board.words, sum, sum, board.case.money.currency, board.declared.theme.signs);
}

/** Put the dials that were found on the board, as a way with a name of its own. */
function Use({ board, found, title, limits, limited = false }: { board: Board; found: Searched; title: string; limits: string; limited?: boolean }) {
  const { declared, view, ways, words } = board;
  const stands = Object.fromEntries(declared.dials.map((dial, k) => [dial.name, found.dials[k]!]));
  const turned = found.dials.at(-1) ? stands : { ...stands, asked: 0 };
  const likely = useLikely(board);
  const sought = soughtFor(view, declared, title, limits, limited);
  const then = addFound(view, sought, turned, besidesLike(board, stands["seats"]!, found.dials.at(-1)), likely ? leastLawful(board) : undefined);
  const gone = ways.find((way) => !then.ways.includes(way.name));
  const use = (): void => {
    board.change({ ...then, part: "what" } as View);
    board.turnThoseOf(FOUND);
  };
  return (
    <>
      <p class="buttons"><button type="button" onClick={use}>{words.say("study-search_use")}</button></p>
      <p class="help">{words.say("study-search_use_help", { title })}{gone && ` ${words.say("study-search_instead", { gone: small(short(gone)) })}`}</p>
    </>
  );
}

/**
 * Where a duty to ask is likely, give the way that is least use of those compared, but neither the first nor the recommended one: one that
 * would not meet the duty; of those that would, the one that goes furthest beyond what was entered. Undefined where none goes beyond.
 */
function leastLawful(board: Board): string | undefined {
  const { costs, shown, view } = board;
  const limits = limitsOf(board);
  const sums = sumsOf(board, 1);
  const beyond = (place: number): number => {
    const [cost, sum] = [costs[place], sums?.[place]];
    return cost && sum ? Math.max(cost.weeks / limits.weeks, cost.staffHours / limits.hours, sum[1] / limits.money, 1) : 1;
  };
  const worth = (place: number): number => (lackingSaid(board, shown.ways[place]!.dials) ? -Infinity : -beyond(place));
  const places = [...shown.ways.keys()].filter((place) => place > 0 && place !== recommendedOf(view));
  const [least] = places.sort((one, other) => worth(one) - worth(other));
  return least !== undefined && worth(least) < -1 ? shown.ways[least]!.name : undefined;
}
