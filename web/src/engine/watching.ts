// Plays one small town citizen by citizen, and lays its people out: what there is to watch.

import type { Job } from "./job.ts";
import type { Module, Row } from "./module.ts";

export interface WatchAsked extends Pick<Job, "trusts" | "shares" | "town" | "decisions"> {
  id: number;
  /** Dials, assumptions and campaign of each way. */
  ways: number[][];
  citizens: number;
  /** How many numbers are kept of a citizen at a moment. */
  kept: number;
}

export interface Watched {
  id: number;
  /** For each way: moments x kept numbers x citizens. */
  seen: number[][];
  /** Pairs of citizens who talk with each other. */
  links: number[];
  /** How far across and how far down each citizen stands, from 0 to 1. */
  places: number[];
}

const RUN = 0;

export function watched(module: Module, trusts: Row, asked: WatchAsked): Watched {
  const town = module.put(asked.town);
  const moments = asked.decisions + 1;
  const seen = asked.ways.map((way) => {
    const row = module.row(moments * asked.kept * asked.citizens);
    module.call("watch", town, trusts, module.put(way), RUN, row);
    return [...module.view(row)];
  });
  const pairs = module.call("link_up", town, RUN, module.row(0));
  const links = module.row(2 * pairs);
  module.call("link_up", town, RUN, links);
  const places = module.row(2 * asked.citizens);
  module.call("lay_out", links, places);
  return { id: asked.id, seen, links: [...module.view(links)], places: [...module.view(places)] };
}
