// What a way that was found was sought for: its name claims no more once the limits or the case are others.

import type { Declared } from "../declared.ts";
import { FOUND, OWN, type View } from "../view.ts";
import type { Words } from "../words.ts";

/** What a search was for; limits that it did not have are missing. */
export interface Sought {
  /** What the way is called while all is as it was, and what it was sought for, in words. */
  title: string;
  limits: string;
  weeks?: number | null;
  budget?: number | null;
  staff_hours?: number | null;
  /** What the case was, in short. */
  about: string;
}

/** Keep what a way is sought for: the case, and the limits that are entered where the search keeps to them. */
export function soughtFor(view: View, declared: Declared, title: string, limits: string, limited: boolean): Sought {
  return { title, limits, about: aboutOf(view, declared), ...(limited && limitsIn(view)) };
}

type Limits = Required<Pick<Sought, "weeks" | "budget" | "staff_hours">>;

function limitsIn(view: View): Limits {
  const entered = (name: "budget" | "staff_hours"): number | null => (view[name] as number | null | undefined) ?? null;
  return { weeks: view.money["weeks_available"] ?? null, budget: entered("budget"), staff_hours: entered("staff_hours") };
}

/** Name the case by what the model knows of it: of one's own case, all answers but those in words. */
function aboutOf(view: View, declared: Declared): string {
  const asked = (declared.own?.groups ?? []).flatMap((group) => group.questions);
  const counts = asked.filter(({ low, meant }) => low !== null || meant !== null).map(({ name }) => name).sort();
  const own = (view["own"] ?? {}) as Record<string, unknown>;
  const answers = view.case === OWN ? counts.map((name) => own[name] ?? null) : [];
  const survey = view.case === OWN ? (view["survey"] ?? null) : null; // a case of the library keeps its own people
  return shortOf(JSON.stringify([view.case, answers, survey, view["assumptions"] ?? {}]));
}

/** Shorten a text to a few signs that are others wherever it is another text (Fowler, Noll and Vo's hash). */
function shortOf(text: string): string {
  let found = 0x811c9dc5;
  for (const sign of text) found = Math.imul(found ^ sign.codePointAt(0)!, 0x01000193);
  return (found >>> 0).toString(16);
}

/** Whether the page can tell a case from another: one that holds a case of one's own without its questions cannot. */
function isKnown({ case: name }: View, { own }: Declared): boolean {
  return name !== OWN || own !== undefined;
}

/** Say whether a page has the step "Why", in which one can search. */
export function hasSteps(declared: Declared): "yes" | "no" {
  return "search" in declared ? "yes" : "no";
}

/** Say whether what is read can lead to the step "Why": the page to take away is printed, and paper has no steps. */
export function leadsToSteps(declared: Declared, view: View): "yes" | "no" {
  return view["part"] === "take" ? "no" : hasSteps(declared);
}

/** Say what has changed since a way was found: nothing, the limits, the case, or both; nothing where it is not known. */
export function changedSince(view: View, declared: Declared): "" | "limits" | "case" | "both" {
  const sought = view["sought"] as Partial<Sought> | undefined;
  if (!view["found"] || !sought?.title || !isKnown(view, declared)) return "";
  const now = limitsIn(view);
  const others = (Object.keys(now) as (keyof Limits)[]).some((name) => name in sought && sought[name] !== now[name]);
  const other = sought.about !== aboutOf(view, declared);
  return others ? (other ? "both" : "limits") : other ? "case" : "";
}

/** Let the way that was found go by what it still is: the best for what it was sought for, or one found earlier. */
export function retitled(view: View, declared: Declared, words: Words): View {
  const sought = view["sought"] as Partial<Sought> | undefined;
  if (!view["found"] || !sought?.title || !isKnown(view, declared)) return view;
  const title = changedSince(view, declared) ? words.say("board-way-found_earlier", { limits: sought.limits ?? "" }) : sought.title;
  const byHand = words.say("board-way-found_turned"); // it is not the best for anything any more
  const turned = view["found"] === byHand || String(view["found"]).endsWith(words.say("board-way-set", { way: "" }));
  const found = turned ? byHand : title;
  return found === view["found"] ? view : { ...view, found };
}

/** Say, where the way found is compared, that it was sought for something else than what is entered now; else nothing. */
export function soughtSaid(view: View, declared: Declared, words: Words): string {
  if (declared.sought !== undefined) return view.ways.includes(FOUND) ? declared.sought : "";
  const changed = view.ways.includes(FOUND) ? changedSince(view, declared) : "";
  const { limits } = (view["sought"] ?? {}) as Partial<Sought>;
  return changed && words.say("board-found_changed", { changed, limits: limits ?? "", steps: leadsToSteps(declared, view) });
}
