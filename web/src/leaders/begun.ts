// Where the page begins: at its first step, unless a link or a saved file says something about a case.

import type { Leading } from "../declared.ts";
import type { View } from "../view.ts";

/** The step in which a case is chosen, or one's own is described. */
export const FIRST = "case";
/** What a view may say that is about no case: in which language, and with which version it was made. */
const NOT_ABOUT_A_CASE = ["language", "made_with", "format"];

/** Fill up what a link or a saved file holds; where it holds nothing of a case, the page begins at its first step. */
export function begun(given: Partial<View>, { usual }: Leading): View {
  const says = Object.entries(given).some(([name, value]) => !NOT_ABOUT_A_CASE.includes(name) && JSON.stringify(value) !== JSON.stringify(usual[name]));
  return { ...usual, ...given, ...(says ? {} : { part: FIRST }) } as View;
}
