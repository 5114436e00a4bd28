// What stays as it was first kept, as `progress/what_stands.py` says.

import { isTable } from "./progress.ts";

/** What stands, as Python declares it: patterns of names and of fields, the field that marks them, and what it holds before. */
export interface Stands {
  stands: [name: string, fields: string, mark: string][];
  unset: unknown[];
  counts: [name: string, fields: string][];
}

type Table = Record<string, unknown>;

/** Give a value for an item in which stands what stands in the kept one, and no count is lower than there. */
export function still(name: string, kept: unknown, value: unknown, { stands, unset, counts }: Stands): unknown {
  if (!isTable(kept) || !isTable(value)) return value;
  let found: Table = value;
  for (const [pattern, fields, mark] of stands) if (fits(pattern, name)) found = standing(kept, found, fields, mark, unset);
  const counted = counts.filter(([pattern]) => fits(pattern, name)).map(([, fields]) => fields);
  const low = Object.entries(kept).filter(([field]) => counted.some((one) => fits(one, field)));
  const most = low.filter(([field, one]) => Number.isInteger(one) && Number.isInteger(found[field]))
    .map(([field, one]) => [field, Math.max(one as number, found[field] as number)]);
  return { ...found, ...Object.fromEntries(most) };
}

function standing(kept: Table, value: Table, fields: string, mark: string, unset: unknown[]): Table {
  if (mark && unset.includes(kept[mark] ?? null)) return value;
  const held = (field: string): boolean => fits(fields, field) && (mark !== "" || (kept[field] ?? null) !== null);
  const of = (table: Table, wanted: boolean): Table => Object.fromEntries(Object.entries(table).filter(([field]) => held(field) === wanted));
  return { ...of(value, false), ...of(kept, true) };
}

export function fits(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${pattern})$`).test(text);
}
