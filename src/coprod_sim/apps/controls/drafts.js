// What is typed into a form lies by in this browser until the kit has it: it outlives a server that died, a reload, a tab.
// form.js follows in the same script.

const TYPED = ["text", "number", "dial"]; // kinds of fields with a box to type in

// By the name under which the kit keeps it, for every tab; where it has none, by its place on the page, for this tab alone.
const lying_in = (model) => {
  const about = () => model.get("about");
  const store = () => (about() ? localStorage : sessionStorage);
  const tried = (work) => {
    try { return work(); } catch { return null; } // a browser may keep nothing; then a text stays in its box alone
  };
  return {
    place: (field) => `coprod draft ${about() ? `${about()} ${field.id}` : `${location.pathname}${location.search} ${field.id} ${field.label}`}`,
    at: (place) => tried(() => JSON.parse(store().getItem(place))),
    put: (place, found) => tried(() => (found ? store().setItem(place, JSON.stringify(found)) : store().removeItem(place))),
  };
};

// `box_of` names the box of a field; `busy` says whether something is being typed there, or on its way.
const lying_by = (model, box_of, busy) => {
  const { place, at, put } = lying_in(model);
  const fields = () => model.get("layout_").flatMap((part) => part.fields ?? [part]).filter((f) => TYPED.includes(f.kind));
  const had = (field) => String(model.get("values")[field.id] ?? "");
  // What the kit had when the typing began, and what was sent to it since, tell later whether something else came in between.
  const mark = (text) => `${text.length} ${[...text].reduce((sum, sign) => (Math.imul(sum, 31) + sign.codePointAt(0)) | 0, 0)}`;
  const keep = (field, text, sent = false) => {
    const ours = new Set(at(place(field))?.ours ?? [mark(had(field))]);
    put(place(field), { ours: [...(sent ? ours.add(mark(text)) : ours)], text, at: Date.now() });
  };
  const heard = (field, typing) => {
    put(place(field), null);
    if (typing !== undefined) keep(field, typing);
  };

  const put_in = (field, text) => {
    const box = document.getElementById(box_of(field));
    if (!box) return keep(field, text);
    box.value = text;
    box.dispatchEvent(new Event("change"));
  };
  // A text in whose place the kit has another one stands beside the box until somebody says what becomes of it.
  const beside = (field) => `${place(field)} beside`;
  const show_beside = (field) => {
    const found = at(beside(field));
    const box = document.getElementById(box_of(field));
    if (!found || !box || box.closest(".field").querySelector(".draft")) return;
    const { draft, take, drop } = model.get("words");
    const when = new Date(found.at).toLocaleString(document.documentElement.lang || "en", { dateStyle: "medium", timeStyle: "short" });
    const button = (text, then) => make("button", { type: "button", class: "button", text, onclick: () => {
      put(beside(field), null);
      node.remove();
      box.focus();
      then();
    } });
    const node = make("div", { class: "draft", role: "status" }, make("p", { text: draft.replace("{when}", when) }),
      make("blockquote", { text: found.text }), button(take, () => put_in(field, found.text)), button(drop, () => {}));
    box.closest(".field").append(node);
  };
  // What lay by goes into its box if the kit has there what it had when that was typed, or a part of that; else both are shown.
  const settle = (field, found) => {
    const free = !busy(field);
    if (free) put(place(field), null);
    if (found.text === had(field)) return;
    if (free && found.ours?.includes(mark(had(field)))) return put_in(field, found.text);
    put(beside(field), found);
    show_beside(field);
  };
  const looked_for = new Set();
  const take_up = () => {
    for (const field of fields()) {
      show_beside(field);
      if (field.disabled || looked_for.has(place(field))) continue;
      looked_for.add(place(field));
      const found = at(place(field));
      if (found) setTimeout(() => settle(field, found), 400); // values come a moment after the boxes they belong into
    }
  };
  return { fields, keep, heard, take_up };
};
