// Names a place in which a learner has written, as pages name it, and as `learning/place_said.py` does.

import type { Learning } from "./handed.ts";
import type { Place } from "./together.ts";
import { isTable } from "./progress.ts";

type About = Pick<Learning, "portfolio" | "makes" | "own_case">;

/** Name where texts stand: the title of its lesson or exercise, and the labels of the boxes. */
export function placeSaid(about: About, { name, ways, value }: Place, say: (key: string) => string): string {
  const [title, labels] = known(about, name, value, say);
  const asked = ways.map((way) => labels[way.join("/")]).filter(Boolean).join(" ");
  return [title, asked].filter(Boolean).join(": ");
}

function known({ portfolio: { journal, places, titles }, makes, own_case }: About, name: string, value: unknown, say: (key: string) => string): [title: string, labels: Record<string, string>] {
  for (const [lesson, { key, boxes }] of Object.entries(makes)) {
    if (key === name) return [titles[lesson]!, { ...Object.fromEntries(boxes.map(({ id, label }) => [`boxes/${id}`, label])), said: say("learner-made-said") }];
  }
  const found = places.filter((place) => place.name === name);
  if (found[0]) return [found[0].title, Object.fromEntries(found.map(({ path, asked }) => [path.join("/"), asked]))];
  if (name.startsWith(journal)) {
    const where = name.slice(journal.length).split("/")[0]!;
    return [titles[where] ?? where, { text: isTable(value) && value["prompt"] ? String(value["prompt"]) : "" }];
  }
  return [name.startsWith(own_case.start) ? own_case.title : name, {}];
}
