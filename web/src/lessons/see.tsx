// The run, what one sees in it, and only then how the bet came out.

import { useEffect } from "preact/hooks";
import { betOf, placesOf, type Bet } from "./bet.tsx";
import { usePlay } from "./desk.ts";
import type { Item, Question } from "./handed.ts";
import { Choice, Order, Said, Told } from "./parts.tsx";
import { readsOf, type Played, type Verdict } from "./play.ts";
import { allReads, usePlayed, useWorked } from "./playing.ts";
import { Result } from "./result.tsx";
import { answerTold, judged } from "./saying.ts";

export function SeeScreen({ item }: { item: Item }) {
  const { words, declared, progress, bet: place, model } = usePlay();
  const bet = betOf(progress.table(place));
  const played = usePlayed(item.run, bet.seed, allReads(item), bet.seed > 0);
  const unknown = bet.answer.choice === declared.unknown;
  const given = placesOf(item.question, bet.answer);
  const verdict = useWorked(played && given && !unknown ? () => model.judge(item.question, given, item.run, played) : null, [played, bet.seed]);
  const answer = useWorked(played && unknown ? async () => {
    const best = model.answer(item.question, item.run, played);
    return answerTold(words, item.question, best, item.run, played, await model.judge(item.question, best, item.run, played));
  } : null, [played, bet.seed]);
  useEffect(() => {
    if (!played || (!unknown && !verdict)) return;
    const open = !unknown && verdict!.state === "open";
    const right = unknown || open ? null : verdict!.state === "yes";
    progress.putOnce(`bet/${place}`, { question: item.question.question, sure: unknown ? null : bet.sure, right, guess: item.guess, open });
    if (!bet.ran) progress.put(place, { ...bet, ran: true });
  }, [played, verdict]);
  if (!model.runs) return <p class="trouble">{words.say("pages-cannot_run")}</p>;
  const looked = !item.see || Boolean(bet.seen && placesOf(item.see, answered(item.see, bet)));
  return (
    <>
      <Told><p class="quiet">{words.say(played ? "pages-played" : "pages-playing")}</p></Told>
      {played && <Result reads={readsOf(item)} run={item.run} played={played} />}
      {played && item.see && <See question={item.see} item={item} bet={bet} played={played} take={(seen) => progress.put(place, { ...bet, ran: true, seen })} />}
      <Told>{played && looked && (unknown
        ? <Said right={false} title={words.say("learner-bet-unknown")}><p>{words.say("learner-bet-unknown_fine")} {answer}</p></Said>
        : verdict && given && <CameOut item={item} given={given} played={played} verdict={verdict} />)}</Told>
    </>
  );
}

function CameOut({ item, given, played, verdict }: { item: Item; given: number[]; played: Played; verdict: Verdict }) {
  const { words } = usePlay();
  return (
    <Said right={verdict.state === "yes"} title={words.say(`learner-bet-${verdict.head}`)}>
      <p>{judged(words, item.question, given, item.run, played, verdict)}</p>
    </Said>
  );
}

export function answered({ order }: Question, { seen }: Bet): { choice?: string; order?: string[] } {
  return order.length ? { order: Array.isArray(seen) ? seen : [] } : { choice: typeof seen === "string" ? seen : "" };
}

function See({ question, item, bet, played, take }: { question: Question; item: Item; bet: Bet; played: Played; take(seen: string | string[]): void }) {
  const { words, model } = usePlay();
  const given = placesOf(question, answered(question, bet));
  const verdict = useWorked(given ? () => model.judge(question, given, item.run, played) : null, [played, JSON.stringify(given)]);
  return (
    <>
      {question.order.length
        ? <Order name="seen" label={question.question} items={question.order} value={Array.isArray(bet.seen) ? bet.seen : []} take={take} />
        : <Choice told name="seen" label={question.question} help={words.say("learner-see-help")} value={typeof bet.seen === "string" ? bet.seen : ""}
            options={question.options.map(({ id, text }): [string, string] => [id, text])} take={take} />}
      <Told>{verdict && given && (
        <Said right={verdict.saw} title={words.say(`learner-read-${verdict.saw ? "yes" : "no"}`)}>
          <p>{judged(words, question, given, item.run, played, verdict)}</p>
        </Said>
      )}</Told>
    </>
  );
}
