// Shows a chart drawn by its recipe: in the colours of the page it stands on, with its numbers as a table.

import { useMemo } from "preact/hooks";
import type { Board } from "../board/board.ts";
import type { Declared } from "../declared.ts";
import type { Style } from "./style.ts";

export interface Table {
  heads: string[];
  rows: string[][];
}

interface Given {
  board: Board;
  /** Draws with the page's style. */
  draw(style: Style): string;
  label: string;
  table?: Table;
  /** Changes with everything that is drawn. */
  of: string;
  /** The sentence in the picture also stands beside it, so that who has it read out need not hear it twice. */
  told?: boolean;
}

export function Drawn({ board, draw, label, table, of, told = false }: Given) {
  const style = styleOf(board.declared);
  const svg = useMemo(() => {
    const drawn = bare(draw(style));
    return told ? drawn.replace(/<desc>[^<]*<\/desc>/, "") : drawn;
  }, [of, style, told]);
  return (
    <figure class="drawn" aria-label={label}>
      <div dangerouslySetInnerHTML={{ __html: svg }} />
      {table && <AsTable board={board} label={label} table={table} />}
    </figure>
  );
}

export function AsTable({ board, label, table: { heads, rows } }: { board: Board; label: string; table: Table }) {
  return (
    <details class="table"><summary>{board.words.say("board-table")}</summary>
      <div class="wide" tabIndex={0} role="region" aria-label={board.words.say("board-table-of", { what: label })}>
        <table role="table">
          <thead><tr role="row">{heads.map((head) => <th scope="col" role="columnheader" key={head}>{head}</th>)}</tr></thead>
          <tbody>{rows.map(([name, ...cells]) => (
            <tr role="row" key={name}><th scope="row" role="rowheader">{name}</th>{cells.map((cell, k) => <td role="cell" data-head={heads[k + 1]} key={k}>{cell}</td>)}</tr>
          ))}</tbody>
        </table>
      </div>
    </details>
  );
}

/** Take the style off the picture itself: a strict web space lets none stand in a page, so a sheet has it. */
function bare(svg: string): string {
  return svg.replace(/ style="[^"]*"/, "");
}

const styles = new WeakMap<Declared, Style>();

/** Give the style of charts with every colour as the page has it, light or dark. */
export function styleOf(declared: Declared): Style {
  const known = styles.get(declared);
  if (known) return known;
  const { light, looks } = declared.theme;
  const named = new Map<unknown, string>([
    ...looks.map(({ colour }, k) => [colour, `var(--way-${k})`] as const),
    ...Object.entries(light).map(([name, colour]) => [colour, `var(--${name})`] as const),
  ]);
  const made = JSON.parse(JSON.stringify(declared.charts), (_, value) => named.get(value) ?? value) as Style;
  styles.set(declared, made);
  return made;
}
