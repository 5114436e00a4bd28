// A table to look things up in, behind a fold: a row of words each, "what | more | source", with links.

import type { Words } from "../words.ts";

interface GuideProps {
  words: Words;
  /** How the messages of the rows begin; they are counted from 1. */
  row(place: number): string;
  /** What stands above the columns; a last column without one holds the address behind the first. */
  heads: string[];
  label: string;
  intro: string;
}

export function Guide({ words, row, heads, label, intro }: GuideProps) {
  const found: string[][] = [];
  while (words.has(row(found.length + 1))) {
    found.push(words.say(row(found.length + 1)).split("|").map((part) => part.trim()));
  }
  return (
    <details class="table"><summary>{label}</summary>
      <p>{intro}</p>
      <div class="wide" tabIndex={0} role="region" aria-label={label}>
        <table role="table">
          <thead><tr role="row">{heads.map((head) => <th scope="col" role="columnheader" key={head}>{head}</th>)}</tr></thead>
          <tbody>{found.map(([first = "", ...others]) => (
            <tr role="row" key={first}>
              <th scope="row" role="rowheader"><First text={first} address={others[heads.length - 1]} /></th>
              {others.slice(0, heads.length - 1).map((text, k) => <td role="cell" data-head={heads[k + 1]} key={text}><Source text={text} /></td>)}
            </tr>
          ))}</tbody>
        </table>
      </div>
    </details>
  );
}

function First({ text, address }: { text: string; address: string | undefined }) {
  return address ? <a href={address} rel="noreferrer">{text}</a> : <>{text}</>;
}

/** A source, its address as a link that shows where it leads. */
function Source({ text }: { text: string }) {
  const [, before = text, address = ""] = /^(.*?)(https?:\S+)?$/.exec(text) ?? [];
  return <>{before}{address && <a href={address} rel="noreferrer">{address}</a>}</>;
}
