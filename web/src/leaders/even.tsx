// When does a dearer way become the cheaper one? Every way's money along the chance of a lost challenge.

import type { Board } from "../board/board.ts";
import { short, small, spanned } from "../board/saying.ts";
import { breakEven, type Risked } from "../charts/break_even.ts";
import { Drawn } from "../charts/drawn.tsx";
import { keyInLines } from "../charts/panels.ts";
import type { Style } from "../charts/style.ts";
import type { Way } from "../declared.ts";
import { chancesBetween, entered, listed, money as inMoney, number, price as exact } from "../figures.ts";
import { sizeSaid } from "../parts/affected.ts";
import { leftOutSaid } from "../parts/cost.tsx";
import { delayed, delayOf, delaysExactly, delaySaid } from "../parts/delay.ts";
import { Heading } from "../parts/heading.tsx";
import { spokenOf } from "../parts/explained.ts";
import { type Ends, type Meets, meetsOf, whenSaid, withinAll } from "../parts/meets.ts";
import { isExact, isYours, type Sum, sumsOf } from "../parts/money.ts";
import { beyondOf, calledWith, noneFitsSaid } from "../parts/weeks.ts";
import { goalOf, leave, leftOf, price, recommendedOf, type View } from "../view.ts";
import { Amount } from "./amount.tsx";
import { useDearer } from "./dearer.ts";
import { dutyOfEach, useLikely } from "./duty.ts";
import { useBesideEven } from "./next_best.tsx";

const CHANCES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const DEAREST = 1e9;

interface Found {
  /** For each way but the first: the chance at which it costs the same as the first, and which sentence says it. */
  meets: Meets[];
  /** Money at every chance of `CHANCES`, then at one's own: for each way its ends. */
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
              help={words.say("study-even_challenge_help", { amount: exact(money.challenge, money.currency, board.declared.theme.signs), mine: mine === null ? 0 : 1 })}
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
  const lefts = shown.ways.slice(1).map(({ name }) => leftOf(view, name));
  const entered = sums && challenge !== null && lefts.every((left) => left !== null);
  const dearer = useDearer(board, entered ? sums : null, [...shown.ways.keys()].slice(1));
  const likely = useLikely(board);
  const beside = useBesideEven(board, entered ? challenge : null);
  if (!entered) return <p role="status">{words.say("study-even_needs")}</p>;
  if (dearer === "unknown") return <p>{words.say("study-needs_model")}</p>;
  if (!dearer) return <p role="status">{words.say("board-loading")}</p>;
  const found = worked(sums, dearer, { challenge, lefts: lefts as number[], chance });
  const duty = likely ? dutyOfEach(board) : [];
  const counted = `${words.say("study-even_without")} ${sizeSaid(board)} ${leftOutSaid(board)}`;
  // On the page for a board the headline says that none fits, and on paper its head and "Risks" who misses a duty.
  const none = brief ? "" : noneFitsSaid(board, beyondOf(board));
  const count = spanned(board);
  const each = count > 1 ? words.say("said-even-each", { saving: view["saving"] ? "yes" : "no", count }) : "";
  const [mine, whens] = saidOf(board, found, chance);
  const said = [mine, ...leading(whens, board.numbers ? spokenOf(board) : 0, beside), each, none, ...duty, brief ? "" : counted].filter(Boolean);
  // On one sheet there is room for the sums of all ways, and for when the recommended one is cheaper.
  const about = recommendedOf(shown.view);
  const aside = brief ? [...duty, ...(about > 0 ? whens.filter((_, k) => k + 1 !== about) : [])] : [];
  return (
    <>
      <div role="status" class="found">{said.map((line, k) => <p key={k} class={k === 0 ? "first" : aside.includes(line) ? "on-screen" : undefined}>{line}</p>)}</div>
      <Chart board={board} found={found} chance={chance} finding={said.join(" ")} brief={brief} />
    </>
  );
}

/** Put the sentence of the way spoken of first, and after it what is said of the one beside it; of the first way there is none, and that comes last. */
function leading(whens: string[], place: number, beside: string): string[] {
  return place > 0 ? [whens[place - 1]!, beside, ...whens.filter((_, k) => k + 1 !== place)] : [...whens, beside];
}

interface Entered {
  challenge: number;
  /** For each way but the first the part of the risk that stays with it. */
  lefts: number[];
  chance: number | null;
}

/** Work out where each way costs the same as the first, and what every way costs along the chance. */
function worked(sums: Sum[], dearer: Ends[], { challenge, lefts, chance }: Entered): Found {
  const meets = dearer.map((ends, k) => meetsOf(ends, challenge * (1 - lefts[k]!)));
  const chances = chance === null ? CHANCES : [...CHANCES, chance];
  const risked = ([low, , high]: Sum, at: number, stays: number): Ends => [low, high].map((money) => money + at * challenge * stays) as Ends;
  return { meets, at: chances.map((one) => sums.map((sum, place) => risked(sum, one, place === 0 ? 1 : lefts[place - 1]!))) };
}

function saidOf(board: Board, { meets, at }: Found, chance: number | null): [mine: string, whens: string[]] {
  const { words, shown, view } = board;
  const beyond = beyondOf(board);
  const none = noneFitsSaid(board, beyond);
  const [base, ...others] = shown.ways.map((way, place) => (none ? small(short(way)) : calledWith(board, beyond, small(short(way)), place)));
  const lines = meets.map(({ meet, when }, k) => {
    const [low, high] = withinAll(meet);
    const at = chancesBetween(words, low * 100, high * 100, chance === null ? null : chance * 100);
    return words.say("said-even-when", { when: whenSaid(when, at, [low, high], board.declared.size.wide), base: base!, other: others[k]!, chance: at });
  });
  if (chance === null) return ["", lines];
  const [mine, ...theirs] = at[at.length - 1]!.map((ends, place) => paid(board, ends, place));
  const rest = theirs.map((money, k) => words.say("said-even-way", { way: others[k]!, money }));
  return [words.say("said-even-mine", { saving: view["saving"] ? "yes" : "no", chance: entered(chance * 100), base: base!, base_money: mine!, others: listed(words, rest) }), lines];
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
  const [never, always] = [found.at[0]!, found.at[CHANCES.length - 1]!];
  const unit = (size: string): string => words.say("chart-even-unit", { size, currency });
  const risked: Risked = {
    title, finding, chance, unit: { ones: unit("ones"), thousands: unit("thousands") }, foot: words.say("chart-even-foot"),
    ways: shown.ways.map((way, place) => ({ title: short(way), place, never: never[place]!, always: always[place]! })),
  };
  return (
    <Drawn board={board} label={title} told of={JSON.stringify(risked)}
      draw={(style) => (brief ? breakEven(flat(style), risked, keyInLines) : breakEven(style, risked))}
      table={{
        heads: [words.say("chart-even-foot"), ...risked.ways.map((way) => way.title)],
        rows: CHANCES.map((one, k) => [number(one * 100), ...found.at[k]!.map((ends, place) => paid(board, ends, place))]),
      }} />
  );
}
