// A town played from a recording: one canvas a way, native controls, every number in words as well.

const make = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") node.textContent = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value);
  }
  node.append(...children.filter(Boolean));
  return node;
};
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const bytes = (view) => new Uint8Array(view.buffer ?? view, view.byteOffset ?? 0, view.byteLength);
const copy = (view) => bytes(view).slice().buffer;
const shade = (trust) => {
  // light to dark blue; trust is also told by size
  const part = trust / 255, mix = (a, b) => Math.round(a + (b - a) * part);
  return `rgb(${mix(214, 8)},${mix(230, 58)},${mix(244, 110)})`;
};
const PACE = 1100; // milliseconds from one decision to the next

function render({ model, el }) {
  const t = model.get("words");
  const towns = model.get("towns").map((town) => ({
    ...town, places: new Float32Array(copy(town.places)), links: new Uint16Array(copy(town.links)),
    trusts: bytes(town.trusts), states: bytes(town.states),
  }));
  const people = towns[0].places.length / 2, last = towns[0].numbers.length;
  let now = 0, chosen = null, timer = null;

  const status = make("p", { class: "caption", role: "status" });
  const story = make("div", { class: "stories" });
  const slider = make("input", { type: "range", min: 0, max: last, value: 0, step: 1, "aria-label": t.decision, oninput: () => go(Number(slider.value)) });
  const play = make("button", { type: "button", text: t.play, onclick: () => (timer ? stop() : start()) });
  const person = make("input", { type: "number", min: 0, max: people - 1, step: 1, id: `person-${Math.random()}`, onchange: () => choose(person.value === "" ? null : Number(person.value)) });
  const canvases = towns.map((town) => {
    const canvas = make("canvas", { role: "img" });
    canvas.addEventListener("click", (event) => pick(town, canvas, event));
    return canvas;
  });
  const figures = towns.map((town, k) => make("figure", {}, make("figcaption", { text: town.title }), canvases[k]));

  const place = (town, k, size) => {
    const edge = 14;
    return [edge + town.places[2 * k] * (size - 2 * edge), edge + town.places[2 * k + 1] * (size - 2 * edge)];
  };

  const draw = (town, canvas) => {
    const size = canvas.clientWidth, ratio = window.devicePixelRatio || 1;
    if (!size) return;
    canvas.width = canvas.height = size * ratio;
    const pen = canvas.getContext("2d");
    pen.scale(ratio, ratio);
    pen.clearRect(0, 0, size, size);
    pen.strokeStyle = "#dde2e8";
    pen.lineWidth = 0.6;
    pen.beginPath();
    for (let k = 0; k < town.links.length; k += 2) {
      pen.moveTo(...place(town, town.links[k], size));
      pen.lineTo(...place(town, town.links[k + 1], size));
    }
    pen.stroke();
    for (let k = 0; k < people; k++) citizen(pen, town, k, size);
  };

  const citizen = (pen, town, k, size) => {
    const [x, y] = place(town, k, size), trust = town.trusts[now * people + k], state = town.states[now * people + k];
    const r = 2.6 + (3.6 * trust) / 255;
    pen.beginPath();
    if (k < town.less_heard) pen.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
    else pen.arc(x, y, r, 0, 7);
    pen.fillStyle = shade(trust);
    pen.fill();
    pen.lineWidth = k === chosen ? 4 : state & 1 ? 2 : 0.9;
    pen.strokeStyle = k === chosen ? "#b8401a" : state & 1 ? "#1b2430" : "#6b7684";
    pen.stroke();
    if (k === chosen) {
      pen.beginPath();
      pen.arc(x, y, 13, 0, 7);
      pen.lineWidth = 2.5;
      pen.stroke();
    }
  };

  const pick = (town, canvas, event) => {
    const size = canvas.clientWidth;
    let best = null, near = 24 * 24;
    for (let k = 0; k < people; k++) {
      const [x, y] = place(town, k, size), away = (x - event.offsetX) ** 2 + (y - event.offsetY) ** 2;
      if (away < near) [best, near] = [k, away];
    }
    if (best !== null) choose(best);
  };

  const hundred = (share) => Math.round(share * 100);
  const said = (town) => {
    if (now === 0) return fill(t.before, { way: town.title });
    const [acceptance, trust, part] = town.numbers[now - 1].map(hundred);
    return fill(t.after, { way: town.title, count: now, acceptance, trust, part });
  };
  const go = (to) => {
    now = Math.min(last, Math.max(0, to));
    slider.value = now;
    slider.setAttribute("aria-valuetext", fill(t.of, { count: now, all: last }));
    const words = towns.map(said);
    status.textContent = words.join(" ");
    canvases.forEach((canvas, k) => { canvas.setAttribute("aria-label", `${t.picture} ${words[k]}`); draw(towns[k], canvas); });
    if (now === last) stop();
  };
  const choose = (k) => {
    if (k !== null && (k < 0 || k >= people)) return;
    chosen = k;
    person.value = k === null ? "" : k;
    const parts = k === null ? [make("p", { text: t.nobody })] : towns.map((town) =>
      make("section", {}, make("h3", { text: fill(t.story, { number: k, way: town.title }) }),
        ...town.stories[k].split("\n").filter(Boolean).map((line) => make("p", { text: line }))));
    story.replaceChildren(...parts);
    go(now);
  };
  const stop = () => { clearInterval(timer); timer = null; play.textContent = t.play; };
  const start = () => {
    if (now === last) now = 0;
    go(now + 1);
    play.textContent = t.pause;
    timer ??= now === last ? null : setInterval(() => go(now + 1), PACE);
  };
  const button = (text, act) => make("button", { type: "button", text, onclick: () => { stop(); act(); } });

  const rows = towns.flatMap((town) => town.numbers.map((values, k) =>
    make("tr", {}, make("th", { scope: "row", text: `${town.title}, ${k + 1}` }), ...values.map((v) => make("td", { text: String(hundred(v)) })))));
  const heads = [t.way, t.acceptance, t.trust, t.part].map((text) => make("th", { scope: "col", text }));
  const table = make("details", {}, make("summary", { text: t.numbers }),
    make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows)));

  el.replaceChildren(make("div", { class: "coprod-town" },
    make("p", { text: t.legend }),
    make("div", { class: "controls" }, play, button(t.back, () => go(now - 1)), button(t.step, () => go(now + 1)), button(t.again, () => go(0)), slider),
    status, make("div", { class: "pictures" }, ...figures),
    make("div", { class: "person" }, make("label", { for: person.id, text: fill(t.person, { all: people - 1 }) }), person),
    make("div", { "aria-live": "polite" }, story), table));
  new ResizeObserver(() => canvases.forEach((canvas, k) => draw(towns[k], canvas))).observe(el);
  choose(null);
  return stop;
}

export default { render };
