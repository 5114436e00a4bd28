// When does a dearer way become the cheaper one? Every way's money along the chance of a lost challenge.

import type { Board } from "../board/board.ts";
import { short, small, spanned } from "../board/saying.ts";
import { breakEven, type Risked } from "../charts/break_even.ts";
import { Drawn } from "../charts/drawn.tsx";
import { keyInLines } from "../charts/panels.ts";
import type { Style } from "../charts/style.ts";
import type { Way } from "../declared.ts";
import { entered, listed, money as inMoney, number, price as exact } from "../figures.ts";
import { sizeSaid } from "../parts/affected.ts";
import { leftOutSaid } from "../parts/cost.tsx";
import { delayed, delayOf, delaysExactly, delaySaid, weekOfSaving } from "../parts/delay.ts";
import { Heading } from "../parts/heading.tsx";
import { spokenOf } from "../parts/explained.ts";
import { chanceSaid, type Ends, type Meets, meetsOf } from "../parts/meets.ts";
import { isExact, isYours, type Sum, sumsOf } from "../parts/money.ts";
import { isLimit, thereOf } from "../parts/there.ts";
import { beyondOf, calledWith, noneFitsSaid } from "../parts/weeks.ts";
import { goalOf, leave, leftOf, missingOf, price, recommendedOf, type View } from "../view.ts";
import { Amount } from "./amount.tsx";
import { useDearer } from "./dearer.ts";
import { dutyOfEach, useLikely } from "./duty.ts";
import { useBesideEven } from "./next_best.tsx";
import { LINE } from "./on_paper.ts";

const CHANCES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const DEAREST = 1e9;

interface Found {
  /** The ways whose sums are known, without the first. */
  places: number[];
  /** For each of them: the chance at which it costs the same as the first, and which sentence says it. */
  meets: Meets[];
  /** Money at every chance of `CHANCES`, then at one's own: for the first and each of them its ends. */
  at: Ends[][];
}

export function Even({ board, id }: { board: Board; id: string }) {
  const { view, words } = board;
  const goal = goalOf(view);
  const { money } = board.case;
  const mine = isYours(board, "challenge") ? money.challenge : null;
  const later = delaySaid(board);
  const share = (name: "chance" | "left") => {
    const value = view[name] as number | null;
    const put = (given: number | null): void => board.change({ ...view, [name]: given } as View);
    return (
      <Amount board={board} id={`${id}-${name}`} label={words.say(`study-even_${name}`)} help={words.say(`study-even_${name}_help`)}
        low={0} high={100} share value={value === null ? null : value * 100} put={(given) => put(given === null ? null : given / 100)} />
    );
  };
  return (
    <section class="part" aria-labelledby={`${id}-even`}>
      <Heading board={board} below={1} id={`${id}-even`}>{words.say("cost-even")}</Heading>
      {goal === 0 ? <p>{words.say("cost-even_needs_two")}</p> : (
        <>
          <p>{words.say("study-even_intro", { first: small(short(board.ways[0]!)) })}</p>
          <div class="fields own">
            <Amount board={board} id={`${id}-challenge`} label={words.say("cost-challenge")} unit="money"
              help={words.say("study-even_challenge_help", { amount: exact(money.challenge, money.currency, board.declared.theme.signs), mine: mine === null ? 0 : 1, week: weekOfSaving(board) })}
              low={0} high={DEAREST} value={mine} put={(given) => board.change(price(view, "challenge", given))} />
            <Amount board={board} id={`${id}-saving`} label={words.say("study-even_saving", { currency: money.currency })} unit="money" help={words.say("study-even_saving_help")}
              low={0} high={DEAREST} value={(view["saving"] as number | null | undefined) ?? null} put={(saving) => board.change({ ...view, saving } as View)} />
            {share("left")}
            {share("chance")}
            {board.ways.length > 2 && board.ways.slice(1).map((way) => <Left key={way.name} board={board} way={way} id={`${id}-left-${way.name}`} />)}
          </div>
          {later && <p role="status">{later}</p>}
          <Answer board={board} challenge={mine} />
        </>
      )}
    </section>
  );
}

/** How much of the risk remains with one of several ways, where that is not the same for all. */
function Left({ board, way, id }: { board: Board; way: Way; id: string }) {
  const { view, words } = board;
  const mine = (view["lefts"] as Record<string, number>)[way.name];
  return (
    <Amount board={board} id={id} label={words.say("study-even_left_way", { way: small(short(way)) })} help={words.say("study-even_left_way_help")}
      low={0} high={100} share value={mine === undefined ? null : mine * 100} put={(given) => board.change(leave(view, way.name, given === null ? null : given / 100))} />
  );
}

interface AnswerProps {
  board: Board;
  challenge: number | null;
  /** Leave out what stands beside it on the page for a board. */
  brief?: boolean;
}

export function Answer({ board, challenge, brief = false }: AnswerProps) {
  const { view, words, shown } = board;
  const sums = delayed(board, sumsOf(board, 1));
  const chance = view["chance"] as number | null;
  const others = [...shown.ways.keys()].slice(1);
  const [places, without] = [true, false].map((known) => others.filter((place) => (leftOf(view, shown.ways[place]!.name) !== null) === known)) as [number[], number[]];
  const missing = missingOf(view, challenge !== null, others.map((place) => shown.ways[place]!.name));
  const entered = sums && challenge !== null && places.length > 0;
  const dearer = useDearer(board, entered ? sums : null, places);
  const likely = useLikely(board);
  const beside = useBesideEven(board, entered ? challenge : null);
  if (missing) return <p role="status">{words.say("study-even_needs", { missing })}</p>;
  if (!entered) return <p role="status">{words.say("board-loading")}</p>;
  if (dearer === "unknown") return <p>{words.say("study-needs_model")}</p>;
  if (!dearer) return <p role="status">{words.say("board-loading")}</p>;
  const found = worked(board, sums, dearer, { challenge, places, chance });
  const duty = likely ? dutyOfEach(board) : [];
  const counted = `${words.say("study-even_without")} ${sizeSaid(board)} ${leftOutSaid(board)}`;
  // On the page for a board the headline says that none fits, and on paper its head and "Risks" who misses a duty.
  const none = brief ? "" : noneFitsSaid(board, beyondOf(board));
  const count = spanned(board);
  const each = count > 1 ? words.say("said-even-each", { saving: view["saving"] ? "yes" : "no", count }) : "";
  const [mine, whens] = saidOf(board, found, chance);
  const onDate = places.map((place, k) => onDateSaid(board, place, dearer[k]!, challenge));
  const lacking = without.length ? words.say("said-even-left_missing", { ways: listed(words, without.map((place) => small(short(shown.ways[place]!)))), count: without.length }) : "";
  const said = [mine, ...leading(whens, places.indexOf(board.numbers ? spokenOf(board) : 0), beside), ...onDate, lacking, each, none, ...duty, brief ? "" : counted].filter(Boolean);
  // On a sheet that does not hold all, the sums of all ways stay, and when the recommended one is cheaper.
  const about = recommendedOf(shown.view);
  const aside = brief ? [...duty, ...(about > 0 ? [whens, onDate].flatMap((lines) => lines.filter((_, k) => places[k] !== about)) : [])] : [];
  return (
    <>
      <div role="status" class="found">{said.map((line, k) => <p key={k} class={k === 0 ? "first" : aside.includes(line) ? LINE : undefined}>{line}</p>)}</div>
      <Chart board={board} found={found} chance={chance} finding={said.join(" ")} brief={brief} />
    </>
  );
}

/** Put the sentence of the way spoken of first, and after it what is said of the one beside it; of the first way there is none, and that comes last. */
function leading(whens: string[], about: number, beside: string): string[] {
  return about >= 0 ? [whens[about]!, beside, ...whens.filter((_, k) => k !== about)] : [...whens, beside];
}

interface Entered {
  challenge: number;
  /** The ways but the first of which it was entered how much of the risk stays. */
  places: number[];
  chance: number | null;
}

/** Work out where each way costs the same as the first, and what every way costs along the chance. */
function worked({ shown, view }: Board, sums: Sum[], dearer: Ends[], { challenge, places, chance }: Entered): Found {
  const stays = [1, ...places.map((place) => leftOf(view, shown.ways[place]!.name)!)];
  const meets = dearer.map((ends, k) => meetsOf(ends, challenge * (1 - stays[k + 1]!)));
  const chances = chance === null ? CHANCES : [...CHANCES, chance];
  return { places, meets, at: chances.map((one) => [0, ...places].map((place, k) => risked(sums[place]!, one * challenge * stays[k]!))) };
}

function risked([low, , high]: Sum, risk: number): Ends {
  return [low + risk, high + risk];
}

/** Say what a way costs if each is decided when the weeks there are end, or later where it takes longer; as `_on_date` in Python. */
function onDateSaid(board: Board, place: number, dearer: Ends, challenge: number): string {
  const { view, words, shown, declared } = board;
  const there = thereOf(board);
  const [soon, lost] = [0, there.weeks].map((least) => delayOf(board, place, least)) as [number, number];
  if (!isLimit(there) || lost === soon) return "";
  const stays = leftOf(view, shown.ways[place]!.name)!;
  const meets = meetsOf(dearer.map((more) => more - soon + lost) as Ends, challenge * (1 - stays));
  const [base, other] = [0, place].map((one) => small(short(shown.ways[one]!))) as [string, string];
  const waits = Math.abs(lost);
  return words.say("said-even-on_date", {
    base, other, whose: there.whose, side: soon > 0 ? "later" : "earlier", money: withRisk(board, place, challenge * stays, lost),
    lost: lost ? inMoney(words, waits, waits, board.case.money.currency, declared.theme.signs, delaysExactly(board, place)) : "none",
    ...chanceSaid(board, meets),
  });
}

/** Write what a way costs with the risk and what is `lost` by waiting counted in; "none" where nobody entered the chance, and below 0. */
function withRisk(board: Board, place: number, challenge: number, lost: number): string {
  const chance = board.view["chance"] as number | null;
  if (chance === null) return "none";
  const known = isExact(board, board.shown.ways[place]!, board.costs[place]!) && (!lost || delaysExactly(board, place));
  const ends = risked(sumsOf(board, 1)![place]!, chance * challenge + lost);
  return ends[1] < 0 ? "none" : inMoney(board.words, ...ends, board.case.money.currency, board.declared.theme.signs, known);
}

function saidOf(board: Board, { places, meets, at }: Found, chance: number | null): [mine: string, whens: string[]] {
  const { words, shown, view } = board;
  const beyond = beyondOf(board);
  const none = noneFitsSaid(board, beyond);
  const [base, ...others] = [0, ...places].map((place) => {
    const title = small(short(shown.ways[place]!));
    return none ? title : calledWith(board, beyond, title, place);
  });
  const lines = meets.map((one, k) => words.say("said-even-when", { ...chanceSaid(board, one), base: base!, other: others[k]! }));
  if (chance === null) return ["", lines];
  const [first, ...theirs] = at[at.length - 1]!;
  const mine = paid(board, first!, 0);
  const rest = theirs.map(([low, high], k) => {
    const gain = high < 0; // an earlier saving is worth more than all it costs
    return words.say("said-even-way", { way: others[k]!, money: paid(board, gain ? [-high, -low] : [low, high], places[k]!), gain: gain ? "yes" : "no", wait: gain ? "none" : waitSaid(board, places[k]!) });
  });
  return [words.say("said-even-mine", { saving: view["saving"] ? "yes" : "no", chance: entered(chance * 100), base: base!, base_money: mine, others: listed(words, rest) }), lines];
}

/** Write what waiting for the saving costs in a way, as the sums count it in; "none" where it costs nothing. */
function waitSaid(board: Board, place: number): string {
  const lost = delayOf(board, place);
  return lost > 0 ? inMoney(board.words, lost, lost, board.case.money.currency, board.declared.theme.signs, delaysExactly(board, place)) : "none";
}

/** Write what a way costs with what is counted in: exact where all of it is, else to three figures. */
function paid(board: Board, [low, high]: Ends, place: number): string {
  const known = isExact(board, board.shown.ways[place]!, board.costs[place]!) && (delayOf(board, place) === 0 || delaysExactly(board, place));
  return inMoney(board.words, low, high, board.case.money.currency, board.declared.theme.signs, known);
}

/** On a page for a board the picture is as wide as its column, and flat: one sheet of paper must hold all. */
const FLAT = { width: 440, tall: 70 };

function flat(style: Style): Style {
  return { ...style, sizes: { ...style.sizes, width: FLAT.width }, even: { ...style.even, tall: FLAT.tall } };
}

function Chart({ board, found, chance, finding, brief }: { board: Board; found: Found; chance: number | null; finding: string; brief: boolean }) {
  const { words, shown, view } = board;
  const { currency } = board.case.money;
  const title = words.say(view["saving"] ? "study-even_chart_delayed" : "chart-even");
  const shownAt = [0, ...found.places];
  const [never, always] = [found.at[0]!, found.at[CHANCES.length - 1]!];
  const unit = (size: string): string => words.say("chart-even-unit", { size, currency });
  const risked: Risked = {
    title, finding, chance, unit: { ones: unit("ones"), thousands: unit("thousands") }, foot: words.say("chart-even-foot"),
    ways: shownAt.map((place, k) => ({ title: short(shown.ways[place]!), place, never: never[k]!, always: always[k]! })),
  };
  return (
    <Drawn board={board} label={title} told of={JSON.stringify(risked)}
      draw={(style) => (brief ? breakEven(flat(style), risked, keyInLines) : breakEven(style, risked))}
      table={{
        heads: [words.say("chart-even-foot"), ...risked.ways.map((way) => way.title)],
        rows: CHANCES.map((one, k) => [number(one * 100), ...found.at[k]!.map((ends, one) => paid(board, ends, shownAt[one]!))]),
      }} />
  );
}
