// Writes SVG, piece by piece, as `coprod_sim/charts/svg.py` does; whatever comes from outside is escaped here.

import type { Look, Style } from "./style.ts";

type Value = string | number | undefined;
export type Point = [number, number];

const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ESCAPED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };

/** Make text safe to stand between tags or inside an attribute. */
export function safe(words: string): string {
  return words.replace(NOT_XML, "").replace(/[&<>"']/g, (sign) => ESCAPED[sign]!);
}

/** Write one element; what is inside must be safe. */
export function tag(name: string, attributes: Record<string, Value>, ...inside: string[]): string {
  const pairs = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([key, value]) => ` ${key}="${short(value!)}"`)
    .join("");
  return inside.length ? `<${name}${pairs}>${inside.join("")}</${name}>` : `<${name}${pairs}/>`;
}

export interface Lettering {
  anchor?: "start" | "middle" | "end";
  bold?: boolean;
  fill?: string;
}

/** Write one line of text with its foot at y; a thin paper edge keeps it clear of guide lines. */
export function text(style: Style, x: number, y: number, words: string, { anchor, bold, fill }: Lettering = {}): string {
  return tag("text", {
    x, y,
    "text-anchor": anchor === "start" ? undefined : anchor,
    "font-weight": bold ? "600" : undefined,
    fill: fill ?? style.paint.ink,
    stroke: style.paint.paper, "stroke-width": 3, "paint-order": "stroke",
  }, safe(words));
}

/** Draw a straight line. */
export function line([x1, y1]: Point, [x2, y2]: Point, colour: string, width = 1, dash = ""): string {
  return tag("line", { x1, y1, x2, y2, stroke: colour, "stroke-width": width, "stroke-dasharray": dash });
}

/** Draw a line through points; `fill` makes it an area. */
export function outline(points: readonly Point[], attributes: Record<string, Value>): string {
  const path = points.map(([x, y]) => `${short(x)} ${short(y)}`).join("L");
  return tag("path", { d: `M${path}`, ...attributes });
}

/** Draw a way's marker; a hollow one has the colour only around it. */
export function marker(style: Style, look: Look, [x, y]: Point, size = 5, hollow = false): string {
  const { paper } = style.paint;
  const paint = { fill: hollow ? paper : look.colour, stroke: hollow ? look.colour : paper, "stroke-width": hollow ? 2 : 1 };
  if (look.marker === "circle") return tag("circle", { cx: x, cy: y, r: size, ...paint });
  const corners = style.shapes[look.marker]!.map(([dx, dy]): Point => [x + size * dx, y + size * dy]);
  return outline([...corners, corners[0]!], paint);
}

/** Put the parts together to a picture with a name and a description. */
export function picture(style: Style, title: string, finding: string, height: number, parts: readonly string[]): string {
  return tag("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    role: "img",
    viewBox: `0 0 ${style.sizes.width} ${short(height)}`,
    style: `display:block;width:100%;max-width:${style.paint.widest};height:auto`,
    "font-family": style.paint.font,
    "font-size": style.sizes.text,
  }, tag("title", {}, safe(title)), tag("desc", {}, safe(finding)), ...parts);
}

function short(value: string | number): string {
  return typeof value === "number" ? `${Math.round(value * 10) / 10}` : safe(value);
}
