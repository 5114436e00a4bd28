// One page to lay before a board: what is asked of it, the answer, the risks, what it takes, what it cannot tell.

import type { ComponentChildren } from "preact";
import type { Board } from "../board/board.ts";
import { spokenOf } from "../parts/explained.ts";
import { Heading } from "../parts/heading.tsx";
import { decisionsSaid, ends, leastOf, overSaid, short, small, spanned, spanSaid, waitingSaid } from "../board/saying.ts";
import { affectedIn, affectedOf, affectedSaid, affectedWritten, sizeSaid } from "../parts/affected.ts";
import { delaySaid } from "../parts/delay.ts";
import { Care } from "../parts/care.tsx";
import { Picture } from "../parts/picture.tsx";
import { losersSaid } from "../parts/below.tsx";
import { doneSaid } from "../parts/done.ts";
import { headlineOf } from "../parts/headline.ts";
import { turnedSaid } from "../parts/turned.tsx";
import { unmetSaid } from "../parts/unmet.ts";
import { unreadOf } from "../parts/unread.ts";
import { beyondOf, partsBeyond } from "../parts/weeks.ts";
import { CostHead, CostRow, leftOutSaid, marksSaid, paidSaid, LimitsThere } from "../parts/cost.tsx";
import { type Besides, isYours, sumsOf } from "../parts/money.ts";
import { entered, listed, number, price as exact } from "../figures.ts";
import { named, type Way } from "../declared.ts";
import { FOUND, leftOf, missingOf, OWN, recommendedOf, untouched, type View } from "../view.ts";
import { useLead } from "./advice.tsx";
import { Beside } from "./beside.tsx";
import { useLikely, useUnmet, useUnmetOthers, useUnmetWays } from "./duty.ts";
import { Answer } from "./even.tsx";
import { againstSaid, becauseSaid, dutySaid, lawLeftSaid, useVerdict } from "./gate.tsx";
import { Met } from "./met.tsx";
import { aheadOfOther, nextBest } from "./next_best.tsx";
import { NotPayBrief } from "./not_pay.tsx";
import { LINE, SPARE, useOnPaper } from "./on_paper.ts";
import { leftSaid as openSaid, outcomeSaid } from "./outcome.ts";
import { restsSaid } from "./rests.tsx";

export function BoardPage({ board, id, turn }: { board: Board; id: string; turn(step: string): void }) {
  const { view, words } = board;
  const page = useOnPaper(words, board.case.title);
  if (!board.numbers || board.phase === "rough") return <p role="status">{waitingSaid(board, "board-rough")}</p>;
  const conditions = view["conditions"] as string[];
  return (
    <article class="board-page" ref={page} aria-labelledby={`${id}-page`}>
      <header>
        <Kicker board={board} />
        <Headline board={board} id={`${id}-page`} />
        <Beside board={board} turn={turn} />
        <Unread board={board} turn={turn} />
        <Recommended board={board} />
      </header>
      <div class="sheet">
        <div class="seen"><Picture board={board} id={`${id}-page`} /></div>
        <div class="rows-side">
          <Care board={board} />
          <dl>
            <Doing board={board} />
            <Decided board={board} />
            <Row label={words.say("board-losers")} text={`${losersSaid(board, spokenOf(board))} ${affectedSaid(board, spokenOf(board))}`.trim()} />
            <Weighed board={board} />
            <Row kind={SPARE} label={words.say("board-sure")} text={words.say("leaders-page-sure", { over: overSaid(board), span: spanSaid(board), citizens: number(board.case.people.citizens), ...affectedIn(board) })} />
            <InModels board={board} />
            {view.case === OWN && <Row kind={SPARE} label={words.say("leaders-page-rests")} text={restsSaid(board)} />}
            <Row label={words.say("leaders-page-limits")} text={words.say("leaders-page-limits_text")} />
          </dl>
        </div>
        <dl class="sums">
          <div><dt>{words.say("leaders-page-takes_span", { span: decisionsSaid(board) })}</dt><dd><Costs board={board} /></dd></div>
          <Row kind={SPARE} label={words.say("leaders-page-counted")} text={countedSaid(board)} />
          <div><dt>{words.say("leaders-page-challenge")}</dt><dd><Challenged board={board} /></dd></div>
        </dl>
      </div>
      {conditions.length > 0 && (
        <div class="signed">
          <SignedUpTo board={board}><p class="apart">{words.say("leaders-page-sign_about", { title: board.case.title })}</p></SignedUpTo>
          <p class="sign">{["name", "signature", "date"].map((key) => <span key={key}>{words.say(`leaders-page-sign_${key}`)}</span>)}</p>
        </div>
      )}
      <Prepared board={board} />
    </article>
  );
}

/** The conditions that are signed up to, each with what in the recommended way falls short of it; nothing where there are none. */
export function SignedUpTo({ board, children }: { board: Board; children?: ComponentChildren }) {
  const conditions = (board.view["conditions"] ?? []) as string[];
  return conditions.length > 0 ? (
    <>
      <Heading board={board} below={1}>{conditionsSaid(board)}</Heading>
      {children}
      <ol>{conditions.map((name) => <li key={name}>{board.words.say(`conditions-${name}`)}<Met board={board} condition={name} /></li>)}</ol>
    </>
  ) : null;
}

/** The most letters shown of what was typed [letters]. */
const SHOWN = 40;

/** Name what was typed and is not counted, and lead to its box: it is not lost, and the page is not silent about it. */
function Unread({ board, turn }: { board: Board; turn(step: string): void }) {
  const { words } = board;
  const shown = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
  return (
    <>
      {unreadOf(board).map(({ label, text, before, part, long }) => (
        <p class="late" key={`${part} ${label}`}>
          {long ? words.say("leaders-page-overlong", { label, over: long.over, written: number(long.over) }) : words.say("leaders-page-unread", { label, typed: shown(text.trim()), before: before === null ? "none" : number(before, Number.isInteger(before) ? 0 : 2) })}{" "}
          <button type="button" class="link" onClick={() => turn(part)}>{words.say("leaders-page-unread_go")}</button>
        </p>
      ))}
    </>
  );
}

function Headline({ board, id }: { board: Board; id: string }) {
  return <Heading board={board} below={0} id={id}>{[useLead(board), headlineOf(board, useUnmetWays(board))].filter(Boolean).join(" ")}</Heading>;
}

/** Which way the leader stands behind, and their own words about it; where they have chosen none, the page says so. */
export function Recommended({ board }: { board: Board }) {
  const { shown, view, words } = board;
  const place = recommendedOf(shown.view);
  const way = shown.ways[place]?.title;
  const duty = unmetSaid(board, [place], useUnmetWays(board));
  // Reasons are for the way they were written about: without it they stay in their box.
  const text = way ? String(view["recommendation"] ?? "") : "";
  const [spoken, first] = [shown.ways[spokenOf(board)]!, shown.ways[0]!].map((one) => small(short(one)));
  return (
    <>
      {way && <p class="recommendation"><b>{words.say("leaders-page-recommended")}</b> {[sentence(duty ? `${way}${duty}` : way), text].filter(Boolean).join(" ")}</p>}
      {!way && <p class="help">{words.say("leaders-page-none_recommended", { way: spoken!, first: first!, same: spoken === first ? 1 : 0 })}</p>}
    </>
  );
}

/** Say what would be done in a recommended way that no reader can know by its name: one that was found, or turned; else nothing. */
export function doingSaid(board: Board): string {
  const { declared, shown, words } = board;
  const place = recommendedOf(shown.view);
  const way = shown.ways[place];
  const before = untouched(shown.view, declared)[place];
  if (!way || !before || (way.name !== FOUND && way.dials.every((value, k) => value === before.dials[k]))) return "";
  return words.say("leaders-page-do_dials", { dials: doneSaid(board, way.dials) });
}

/** Say what would be done in a way found that is compared and not recommended: its name alone does not say it. */
function foundSaid(board: Board): string {
  const { shown, words } = board;
  const place = shown.ways.findIndex(({ name }) => name === FOUND);
  if (place < 0 || place === recommendedOf(shown.view)) return "";
  const way = shown.ways[place]!;
  return `${short(way)}: ${words.say("leaders-page-do_dials", { dials: doneSaid(board, way.dials) })}`;
}

/** What would be done, and which dials stand elsewhere than the ways' names say. */
function Doing({ board }: { board: Board }) {
  const { words } = board;
  const [doing, turned, found] = [doingSaid(board), turnedSaid(board), foundSaid(board)];
  return (
    <>
      {found && <div class={`turned ${SPARE}`}><dt>{words.say("leaders-page-turned")}</dt><dd>{found}</dd></div>}
      {doing && <div class="doing"><dt>{words.say("leaders-page-do")}</dt><dd>{doing}</dd></div>}
      {turned && <div class="turned"><dt>{words.say("leaders-page-turned")}</dt><dd>{turned}</dd></div>}
    </>
  );
}

export function Row({ label, text, children, kind }: { label: string; text: string; children?: ComponentChildren; kind?: "brief" | "long" | typeof SPARE }) {
  return <div class={kind}><dt>{label}</dt><dd>{text}{children}</dd></div>;
}

/** Name the case and where it is, and that this is no forecast. */
function Kicker({ board }: { board: Board }) {
  const { view, words, case: town } = board;
  const kind = view.case === OWN ? "own" : town.kind;
  const place = ownText(view, "place", town.place);
  return <p class="kicker">{[town.title, place].filter(Boolean).map(sentence).join(" ")} {words.say(`leaders-page-kind_${kind}`)} {words.say("leaders-page-not_forecast")}</p>;
}

/** Say who made the page, and when. */
export function Prepared({ board: { declared, view, words } }: { board: Board }) {
  const by = String(view["prepared_by"] ?? "");
  return <p class="prepared">{words.say(by ? "leaders-page-by" : "leaders-page-made", { by, version: declared.version, date: today() })}</p>;
}

/** Give a text of the case; of one's own what was entered, and nothing where nobody entered it. */
function ownText(view: View, name: "place" | "who_decides", told: string): string {
  return view.case === OWN ? String((view["own"] as Record<string, string>)[name] ?? "").trim() : told;
}

/** What is to be decided, by whom and by when, and between which options. */
export function Decided({ board }: { board: Board }) {
  const { view, words, shown, case: town } = board;
  const own = view.case === OWN ? (view["own"] as Record<string, string>) : {};
  const what = view.case === OWN ? own["what"] : town.decisions.what;
  const decides = ownText(view, "who_decides", town.who_decides);
  return (
    <>
      <Row kind="brief" label={words.say("leaders-page-what")} text={what ? sentence(what) : words.say("leaders-page-not_said")} />
      <Row kind="brief" label={words.say("leaders-page-who")} text={decides ? sentence(decides) : words.say("leaders-page-not_said")} />
      {view.case === OWN && <Row kind="brief" label={words.say("leaders-page-when")} text={own["by_when"] ? sentence(own["by_when"]) : words.say("leaders-page-not_said")} />}
      {affectedOf(board) !== null && <Row kind="brief" label={words.say("leaders-page-affected")} text={`${affectedWritten(board)}.`} />}
      <Row kind="brief" label={words.say("leaders-page-options")} text={shown.ways.map((way, k) => (k === 0 ? short(way) : small(short(way)))).join("; ").concat(".")} />
    </>
  );
}

/** What to weigh before the decision: the risks, who could be hit harder, what a court decided, and the law. */
export function Weighed({ board }: { board: Board }) {
  return (
    <>
      <Risks board={board} />
      <Row label={board.words.say("leaders-page-equality")} text={equalitySaid(board)} />
      {board.case.ruling && <Row kind={SPARE} label={board.words.say("leaders-page-ruling")} text={board.case.ruling} />}
      <Law board={board} />
    </>
  );
}

/** The law, and whether to ask at all, by the answers about the case. On paper the head of the page names who misses a duty: why is the first to go overleaf. */
function Law({ board }: { board: Board }) {
  const { words } = board;
  const verdict = useVerdict(board);
  const [because, ...rest] = verdict ? becauseSaid(board, verdict) : [];
  const unmet = useUnmet(board, spokenOf(board));
  // On paper the head of the page counts all that is open, where there is a verdict.
  const open = verdict ? lawLeftSaid(board, verdict) : "";
  const answered = Object.keys((board.view["gate"] ?? {}) as object).length > 0;
  const whose = answered && board.view.case !== OWN ? `${words.say("leaders-page-law_whose")} ` : "";
  const others = useUnmetOthers(board, spokenOf(board));
  return (
    <>
      {verdict && verdict.outcome !== "open" && <Row label={words.say("leaders-page-gate")} kind={SPARE} text={[sentence(outcomeSaid(board, verdict)), openSaid(board), againstSaid(board, verdict), because].filter(Boolean).join(" ")}>{rest.length > 0 && <span class={LINE}> {rest.join(" ")}</span>}</Row>}
      <Row kind="long" label={words.say("leaders-page-law")} text={`${verdict ? dutySaid(board, verdict, true) : words.say("leaders-page-law_ask")} ${whose}${words.say("leaders-page-law_text")}`}>
        {open && <span class={verdict?.outcome === "open" ? undefined : LINE}> {open}</span>}
        {unmet && <span class={LINE}> {words.say("leaders-page-duty_unmet", { way: short(board.shown.ways[spokenOf(board)]!) })}</span>}{others && <span class={LINE}> {others}</span>}
      </Row>
    </>
  );
}

/** In how many models the way spoken of gains too little; of the first, which all others are set beside, the next best one. */
function InModels({ board }: { board: Board }) {
  const likely = useLikely(board);
  const place = spokenOf(board) || nextBest(board, likely, 0) || 0;
  return place > 0 ? <div class={SPARE}><dt>{board.words.say("leaders-page-models")}</dt><dd><NotPayBrief board={board} place={place} /></dd></div> : null;
}

/** The risks, those that are surest first. */
function Risks({ board }: { board: Board }) {
  const { words, shown, case: town } = board;
  const place = spokenOf(board);
  // Of a recommended way it is said at the head of the page.
  const late = recommendedOf(shown.view) === place ? "" : partsBeyond(board, beyondOf(board), place);
  const [unmet, likely] = [useUnmet(board, place), useLikely(board)];
  const other = nextBest(board, likely, place);
  const way = short(shown.ways[place]!);
  const lose = board.numbers!.of(place, board.decision, "losers");
  const said = [
    lose.mean > 50 && words.say(lose.low > 50 ? "leaders-page-risk_most_lose" : "leaders-page-risk_many_lose", { way: small(way), range: ends(board, lose) }),
    late && words.say("leaders-page-risk_late", { way, parts: late }),
    unmet && words.say("leaders-page-risk_duty", { way: small(way), parts: unmet }),
    behindSaid(board, place || other || 0),
    behindOtherSaid(board, place, other),
    words.say(town.campaign ? "leaders-page-risk_campaign" : "leaders-page-risk_quiet"),
  ];
  return <Row label={words.say("leaders-page-risk")} text={said.filter(Boolean).join(" ")} />;
}

function behindSaid(board: Board, place: number): string {
  const { words, shown } = board;
  const ahead = board.aheadOf(place);
  if (place === 0 || !Number.isFinite(ahead)) return "";
  const [goal, first] = [shown.ways[place]!, shown.ways[0]!].map((way) => small(short(way)));
  const least = entered(leastOf(board) * 100);
  return words.say("leaders-page-risk_behind", { ...oftenOf(ahead), ...countedBy(board), goal: goal!, first: first!, least });
}

/** Say in how many results the way gains too little over the next best one; of the first, and without runs, it is not said. */
export function behindOtherSaid(board: Board, place: number, other: number | null): string {
  const ahead = other === null || place === 0 ? NaN : aheadOfOther(board, place, other);
  if (other === null || !Number.isFinite(ahead)) return "";
  return board.words.say("leaders-page-risk_behind_other", { ...oftenOf(ahead), ...countedBy(board), other: small(short(board.shown.ways[other]!)) });
}

/** The measure that risks are counted by, and its label. */
function countedBy({ declared, shown }: Board): { measure: string; label: string } {
  const { name, label } = named(declared.measures, shown.view.measure);
  return { measure: name, label: small(label) };
}

/** In how many results of 100 a way does not gain enough. */
function oftenOf(enough: number): { often: string; share: string } {
  const share = number((1 - enough) * 100);
  return { often: share === "0" ? "none" : share === "100" ? "all" : "some", share };
}

/** Who loses among less-heard people and among the well-connected, under the way that is explained. */
export function equalitySaid(board: Board): string {
  const { words, shown, numbers, decision } = board;
  const place = spokenOf(board);
  const [less, well] = ["less_heard", "well_connected"].map((group) => ends(board, numbers!.of(place, decision, "losers", group)));
  return words.say("leaders-page-equality_text", { way: small(short(shown.ways[place]!)), less: less!, well: well!, built: isOpposed(board) ? "yes" : "no" });
}

/** Whether it is built into the case that one side loses what the other gains. */
function isOpposed({ declared, case: { assumptions } }: Board): boolean {
  const opposed = Object.entries(declared.opposed ?? {});
  return opposed.length > 0 && opposed.every(([name, value]) => assumptions[name] === value);
}

/** What it takes in time, in money and in people's own hours, over the span of the answer. */
function Costs({ board }: { board: Board }) {
  const times = spanned(board);
  const sums = sumsOf(board);
  return (
    <table>
      <CostHead board={board} />
      <tbody>
        {board.shown.ways.map((way, k) => <CostRow key={way.name} board={board} place={k} title={short(way)} times={times} sum={sums?.[k]} />)}
        <LimitsThere board={board} />
      </tbody>
    </table>
  );
}

/** Say what the sums count, at which prices, and what they leave out. */
function countedSaid(board: Board): string {
  const { words } = board;
  const noted = [marksSaid(board), affectedOf(board) === null ? "" : sizeSaid(board)];
  const { staff_hour, citizen_hour, currency } = board.case.money;
  const [staff, citizen] = [staff_hour, citizen_hour].map((sum) => exact(sum, currency, board.declared.theme.signs));
  const prices = words.say("leaders-page-takes_prices", { staff: isYours(board, "staff_hour") ? "yours" : "assumed", people: paidSaid(board), staff_hour: staff!, citizen_hour: citizen! });
  return [...noted, prices, words.say("board-cost-rounded"), enteredSaid(board), leftOutSaid(board), delaySaid(board)].filter(Boolean).join(" ");
}

/** List what was entered besides hours, for every way that is shown; nothing where nothing was. */
function enteredSaid(board: Board): string {
  const { case: { money }, declared, shown, view, words } = board;
  const [all, paid] = [(view["besides"] ?? {}) as Besides, paidSaid(board)];
  const parts = shown.ways.flatMap((way) => {
    const costs = declared.besides.names.filter((name) => all[way.name]?.[name] !== undefined).map((name) =>
      `${words.say(`board-besides_short-${name}`, { paid })} ${exact(all[way.name]![name]!, money.currency, declared.theme.signs)}`);
    return costs.length ? [words.say("leaders-page-takes_besides_way", { way: small(short(way)), costs: listed(words, costs) })] : [];
  });
  return parts.length ? words.say("leaders-page-takes_besides", { parts: parts.join("; ") }) : "";
}

/** When the dearer way becomes the cheaper one, as far as the leader has entered what that hangs on. Who misses a duty stands at the head. */
function Challenged({ board }: { board: Board }) {
  const { view, words, shown } = board;
  const others = shown.ways.slice(1).filter(({ name }) => leftOf(view, name) !== null);
  const missing = missingOf(view, isYours(board, "challenge"), shown.ways.slice(1).map(({ name }) => name));
  if (missing) return <>{words.say("leaders-page-challenge_none", { missing })}</>;
  const { challenge, currency } = board.case.money;
  const cost = exact(challenge, currency, board.declared.theme.signs);
  return (
    <>
      <Answer board={board} challenge={challenge} brief />
      <p>{words.say("leaders-page-challenge_rests", { cost, left: leftSaid(board, others), saving: view["saving"] ? "yes" : "no" })}</p>
    </>
  );
}

/** Write how much of the risk stays: one number where it is the same with every other way, else one for each. */
function leftSaid({ view, words }: Board, others: Way[]): string {
  const lefts = others.map(({ name }) => entered(leftOf(view, name)! * 100));
  if (new Set(lefts).size === 1) return words.say("leaders-page-challenge_left_all", { left: lefts[0]! });
  return listed(words, others.map((way, k) => words.say("leaders-page-challenge_left", { way: small(short(way)), left: lefts[k]! })));
}

/** Name the way with which the conditions are signed up to, where one is recommended. */
function conditionsSaid({ shown, words }: Board): string {
  const way = shown.ways[recommendedOf(shown.view)];
  return way ? words.say("leaders-page-conditions_with", { way: small(short(way)) }) : words.say("leaders-page-conditions");
}

/** Write the day on which the page is read or printed: what is entered is as it stood then. */
function today(): string {
  return new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}

/** End a text of the leader's own as a sentence, once. */
function sentence(text: string): string {
  const said = text.trim();
  return /[.!?]$/.test(said) ? said : `${said}.`;
}
