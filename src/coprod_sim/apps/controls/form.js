// A form in native HTML. Python says which fields there are; answers go back as messages.

const make = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name === "text") node.textContent = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter(Boolean));
  return node;
};

function render({ model, el }) {
  // Every form has a copy of this script, so a counter would give the same ids twice.
  const prefix = `form-${Math.random().toString(36).slice(2, 10)}-`;
  const inputs = new Map(); // field id -> function that shows a value
  let waiting = new Map(); // dial answers still to be sent, newest only
  let timer = null;

  let building = false;
  let renewing = false; // whether values come from another page: then they go into the box with the focus, too
  const drafts = new Map(); // id of a box -> what is being typed into it and was not sent yet
  // What was answered here and was not heard yet; older values on their way must not undo it, and
  // where nobody is there to hear it, it stays as it was given.
  const unheard = new Map();
  const last = new Map(); // id -> the number of the answer to it that was sent last
  let sent = 0;
  const box_of = (field) => prefix + field.id + (field.kind === "dial" ? "-box" : "");
  const lying = lying_by(model, box_of, (field) => drafts.has(box_of(field)) || unheard.has(field.id));
  let pressed = ""; // id of the field that was used last: what came of it is said there
  const send = (id, value, moving = false) => {
    pressed = id;
    unheard.set(id, { value, turn: ++sent });
    last.set(id, sent);
    const field = moving ? null : lying.fields().find((f) => f.id === id);
    if (field) lying.keep(field, String(value ?? ""), true);
    model.send({ kind: "answer", id, value, moving, turn: sent });
  };
  const heard = ({ id, turn }) => {
    if (last.get(id) !== turn) return;
    unheard.delete(id);
    const field = lying.fields().find((f) => f.id === id);
    if (field) lying.heard(field, drafts.get(box_of(field)));
    show();
  };
  // While a dial moves, one value of it is on its way at a time; the newest goes when that has come
  // back. So a slow computer draws fewer pictures in between, and never falls behind the hand.
  const underway = new Set();
  const soon = (id, value) => {
    waiting.set(id, value);
    timer ??= setTimeout(flush, 16);
  };
  const flush = () => {
    timer = null;
    for (const [id, value] of waiting) {
      if (underway.has(id)) continue;
      waiting.delete(id);
      underway.add(id);
      setTimeout(() => arrived(id), 1000);
      send(id, value, true);
    }
  };
  const arrived = (id) => {
    if (underway.delete(id) && waiting.has(id)) timer ??= setTimeout(flush, 0);
  };

  // A key held down changes a dial many times a second; what counts is where it comes to rest, at
  // the latest when the person goes on to something else.
  const resting = new Map();
  const settle = (id, value) => {
    clearTimeout(resting.get(id)?.timer);
    resting.set(id, { value, timer: setTimeout(() => rest(id), 200) });
  };
  const rest = (id) => {
    const held = resting.get(id);
    if (!held) return;
    clearTimeout(held.timer);
    resting.delete(id);
    waiting.delete(id);
    send(id, held.value);
  };

  const label = (field, target) => make("label", { for: target, class: "label", text: field.label });
  const help = (field, target) =>
    field.help ? make("p", { id: `${target}-help`, class: "help", text: field.help }) : null;
  const described = (field, target) => (field.help ? `${target}-help` : null);

  const choice = (field, target) => {
    const box = make("fieldset", { class: `field choice ${field.style}`, disabled: field.disabled });
    const passing = field.words.give ? passed_over(field, box, () => radios) : null;
    box.append(make("legend", { text: field.label }), ...[help(field, target)].filter(Boolean));
    const radios = field.options.map((option, k) => {
      const id = `${target}-${k}`;
      const radio = make("input", {
        type: "radio", id, name: target, value: option.value,
        onchange: () => (passing?.under_way() ? passing.offer() : send(field.id, option.value)),
      });
      const words = make("label", { for: id }, make("span", { text: option.label }));
      if (option.help) words.append(make("small", { text: option.help }));
      box.append(make("div", { class: "option" }, radio, words));
      return radio;
    });
    if (field.unset)
      box.append(make("button", { type: "button", class: "unset", text: field.unset, "aria-label": `${field.unset}: ${field.label}`, onclick: () => send(field.id, null) }));
    if (passing) box.append(passing.button);
    inputs.set(field.id, (value) => { if (!passing?.offered()) radios.forEach((r) => (r.checked = r.value === value)); });
    return box;
  };

  // Where an answer is told about at once, arrow keys pass over the answers and give none: the Enter key, the space bar or
  // a button does. What was given stands again when the hand goes on without.
  const passed_over = (field, box, radios) => {
    let arrow = false;
    const give = () => {
      button.hidden = true;
      send(field.id, radios().find((r) => r.checked).value);
    };
    const button = make("button", { type: "button", class: "button", hidden: true, text: field.words.give, onclick: () => {
      radios().find((r) => r.checked).focus();
      give();
    } });
    box.addEventListener("keydown", (event) => {
      arrow = event.key.startsWith("Arrow");
      if (event.target.type !== "radio" || !["Enter", " "].includes(event.key)) return;
      event.preventDefault();
      event.target.checked = true;
      give();
    });
    box.addEventListener("keyup", () => (arrow = false));
    box.addEventListener("focusout", (event) => {
      const given = standing(field.id) ?? null;
      if (button.hidden || given === null || box.contains(event.relatedTarget)) return;
      button.hidden = true;
      show();
    });
    return { button, under_way: () => arrow, offered: () => !button.hidden,
      offer: () => (button.hidden = radios().find((r) => r.checked).value === standing(field.id)) };
  };

  const select = (field, target) => {
    const node = make("select", {
      id: target, disabled: field.disabled, "aria-describedby": described(field, target),
      onchange: (event) => send(field.id, event.target.value),
    });
    node.append(...field.options.map((o) => make("option", { value: o.value, text: o.label })));
    inputs.set(field.id, (value) => (node.value = value ?? ""));
    return make("div", { class: `field ${field.style}` }, label(field, target), help(field, target), node);
  };

  const limits = (field) => ({ min: field.low, max: field.high, step: field.step ?? "any" });

  // A box keeps what is being typed, whatever comes from elsewhere meanwhile; `done` takes it over.
  const typed = (field, done, moment = () => {}) => {
    const id = box_of(field);
    const finish = () => { if (!building) { drafts.delete(id); done(); } };
    return {
      oninput: ({ target }) => { drafts.set(id, target.value); lying.keep(field, target.value); moment(finish); },
      onchange: finish,
      onblur: () => { if (drafts.has(id)) finish(); },
    };
  };

  // Put back into a box what is being typed there; says whether anything is.
  const redrafted = (node) => {
    const draft = drafts.get(node.id);
    if (draft !== undefined && node.value !== draft) node.value = draft; // else the caret would jump
    return draft !== undefined;
  };

  const shared = (field) => (field.unit ?? "").endsWith("in 100");
  const read = (box, field) => numbers.readTyped(box.value, {
    low: field.low ?? -Infinity, high: field.high ?? Infinity, whole: field.whole, share: shared(field), names: field.unit ? [field.unit] : [],
  });
  // Where no sentence of its own fits, a box says what it takes.
  const asked = ({ key, values }, field) =>
    (model.get("words")[`typed_${key}`] ?? field.words.range).replace(/\{(\w+)\}/g, (_all, name) => values[name]);

  // A number that does not fit is said at its box, stays there to be mended, and is not sent.
  const misfit = (box, field, wrong) => {
    const { fault } = read(box, field);
    wrong.textContent = fault ? asked(fault, field) : "";
    box.setAttribute("aria-invalid", String(fault !== null));
    if (fault) drafts.set(box.id, box.value);
    else allow();
    return fault !== null;
  };

  const entry = (field) => ({ type: "text", inputmode: "decimal", autocomplete: "off", disabled: field.disabled });

  const number = (field, target) => {
    const wrong = make("p", { class: "wrong", id: `${target}-wrong`, role: "status" });
    const node = make("input", {
      id: target, ...entry(field),
      "aria-describedby": `${target}-wrong ${described(field, target) ?? ""}`.trim(),
      ...typed(field, () => {
        if (misfit(node, field, wrong)) return;
        const { value } = read(node, field);
        node.value = value ?? ""; // as it was understood
        send(field.id, value);
      }),
    });
    inputs.set(field.id, (value) => {
      if (redrafted(node)) return;
      if (document.activeElement !== node || Number(node.value) !== value) node.value = value ?? "";
    });
    const unit = field.unit ? make("span", { class: "unit", text: field.unit }) : null;
    return make("div", { class: `field ${field.style}` }, label(field, target), help(field, target),
      make("div", { class: "entry" }, node, unit), wrong);
  };

  const dial = (field, target) => {
    const spoken = (value) => {
      if (value === 0 && field.words.zero) return field.words.zero;
      if (!field.anchors.length) return "";
      const place = ((value - field.low) / (field.high - field.low)) * (field.anchors.length - 1);
      return field.anchors[Math.round(place)];
    };
    const says = make("p", { class: "anchor", id: `${target}-anchor` });
    const wrong = make("p", { class: "wrong", id: `${target}-wrong`, role: "status" });
    const range = make("input", {
      type: "range", id: target, disabled: field.disabled, ...limits(field), max: field.reach ?? field.high,
      "aria-describedby": [described(field, target), `${target}-anchor`].filter(Boolean).join(" "),
      oninput: () => { drafts.delete(box.id); show(Number(range.value)); misfit(box, field, wrong); soon(field.id, Number(range.value)); },
      onchange: () => settle(field.id, Number(range.value)),
      onblur: () => rest(field.id),
    });
    const box = make("input", {
      id: `${target}-box`, class: "small", ...entry(field), "aria-label": `${field.label}, ${field.unit}`,
      "aria-describedby": wrong.id,
      ...typed(field, () => {
        if (misfit(box, field, wrong)) return;
        const { value } = read(box, field);
        if (value === null && !field.words.unset) return show(standing(field.id));
        show(value);
        send(field.id, value);
      }),
    });
    const show = (value) => {
      const there = value !== null && value !== undefined;
      if (there) range.step = field.step ? numbers.stepFor(value, field.low, field.step) : "any"; // before the value, which snaps to a step
      if (there) range.value = value;
      box.value = there ? Math.round(value * 100) / 100 : "";
      const words = there ? spoken(value) : (field.words.unset ?? "");
      says.textContent = words;
      range.setAttribute("aria-valuetext", there ? `${box.value} ${field.unit}. ${words}` : words);
    };
    inputs.set(field.id, (value) => {
      if (redrafted(box)) return;
      if (document.activeElement !== range && document.activeElement !== box) show(value);
      else if (value !== Number(range.value) && !waiting.size) show(value);
    });
    return make("div", { class: `field dial ${field.style}` }, label(field, target), help(field, target),
      make("div", { class: "entry" }, range, box, make("span", { class: "unit", text: field.unit, "aria-hidden": "true" })),
      wrong, says,
      field.unset ? make("button", { type: "button", class: "unset", text: field.unset, "aria-label": `${field.unset}: ${field.label}`, onclick: () => { show(null); send(field.id, null); } }) : null);
  };

  const text = (field, target) => {
    const long = field.style === "long";
    let pause = null; // a long text is sent at every rest, so that a crash takes a sentence at most
    const full = make("p", { class: "wrong", role: "status" });
    const room = () => { full.textContent = field.high && node.value.length >= field.high ? (field.words.full ?? "") : ""; };
    const later = (finish) => { room(); clearTimeout(pause); pause = long ? setTimeout(finish, 1000) : null; };
    const node = make(long ? "textarea" : "input", {
      id: target, disabled: field.disabled, maxlength: field.high ?? 200, rows: long ? (field.step ?? 3) : null,
      type: long ? null : field.style === "date" ? "date" : "text", autocomplete: "off",
      "aria-describedby": described(field, target), "data-next": field.words.next ? "" : null,
      onkeydown: (event) => {
        if (event.key !== "Enter" || !field.words.enter) return;
        event.preventDefault();
        clearTimeout(pause);
        drafts.delete(target);
        send(field.id, node.value);
        pressed = field.words.enter;
        model.send({ kind: "click", id: field.words.enter });
      },
      ...typed(field, () => { clearTimeout(pause); send(field.id, node.value); }, later),
    });
    inputs.set(field.id, (value) => { if (!redrafted(node) && (renewing || document.activeElement !== node)) node.value = value ?? ""; });
    return make("div", { class: `field ${field.style}` }, label(field, target), help(field, target), node, field.words.full ? full : null);
  };

  const check = (field, target) => {
    const node = make("input", {
      type: "checkbox", id: target, disabled: field.disabled, "aria-describedby": described(field, target),
      onchange: () => send(field.id, node.checked),
    });
    inputs.set(field.id, (value) => (node.checked = Boolean(value)));
    return make("div", { class: `field check ${field.style}` },
      make("div", { class: "option" }, node, make("label", { for: target }, make("span", { text: field.label }))), help(field, target));
  };

  const file = (field, target) => {
    const said = make("p", { class: "said", role: "status" });
    const node = make("input", {
      type: "file", id: target, accept: field.accept || null, disabled: field.disabled,
      "aria-describedby": described(field, target), onchange: () => hand_over(field, node, said),
    });
    return make("div", { class: `field ${field.style}` }, label(field, target), help(field, target), node, said);
  };

  const hand_over = async (field, node, said) => {
    const given = node.files[0];
    if (!given) return;
    if (given.size > field.most) {
      const size = Math.ceil(given.size / 1048576);
      said.textContent = (field.words.too_large ?? "").replace("{size}", size).replace("{most}", Math.floor(field.most / 1048576));
      node.value = "";
      return;
    }
    said.textContent = field.words.reading ?? "";
    pressed = field.id;
    const piece = 1 << 20;
    for (let at = 0; at === 0 || at < given.size; at += piece) {
      const bytes = await given.slice(at, at + piece).arrayBuffer();
      model.send({ kind: "file", id: field.id, name: given.name, first: at === 0, last: at + piece >= given.size }, undefined, [bytes]);
    }
    said.textContent = "";
    node.value = "";
  };

  // A browser lets only a page that is asked for securely, or lies on this computer, copy.
  const copier = (field, target) => {
    const said = make("p", { class: "help", role: "status" });
    const { copy, copied, not_copied } = field.words;
    const press = async () => {
      try { await navigator.clipboard.writeText(copy); said.textContent = copied; }
      catch { said.textContent = not_copied; }
    };
    return make("div", {}, make("button", { type: "button", id: target, class: `button ${field.style}`, text: field.label, onclick: press }), said);
  };

  // What a part of a page is for is not done while a number in it was refused: that is said at the button, and the
  // hand goes to the number.
  let refusing = false;
  const refuse = (box) => {
    refusing = true;
    place();
    trouble.textContent = model.get("words").refused.replace("{box}", box.closest(".field").querySelector("label").textContent);
    box.focus();
  };
  const allow = () => {
    if (refusing) tell(trouble, "said");
    refusing = false;
  };
  const press = (field) => {
    const part = el.closest(".coprod-exercise, .part, .coprod-page") ?? el;
    const refused = field.style === "main" ? part.querySelector("[aria-invalid=true]") : null;
    pressed = field.id;
    if (refused) return refuse(refused);
    allow();
    model.send({ kind: "click", id: field.id });
  };

  const button = (field, target) =>
    field.words.copy ? copier(field, target) : make("button", { type: "button", id: target, class: `button ${field.style}`, disabled: field.disabled,
      "aria-describedby": described(field, target), text: field.label, onclick: () => press(field) });

  const progress = (field, target) => {
    const bar = make("progress", { id: target, max: 100, value: field.low ?? 0 });
    const node = make("div", { class: "field progress" }, label(field, target), bar,
      make("button", { type: "button", class: "button", text: field.words.stop ?? "", onclick: () => model.send({ kind: "click", id: field.id }) }));
    inputs.set(field.id, (value) => (bar.value = value ?? 0));
    return node;
  };

  const note = (field) => make("p", { class: `note ${field.style}`, text: field.label });

  const kinds = { choice, select, number, dial, text, check, file, button, note, progress };

  const group = (part) => {
    const inner = part.fields.map((f) => kinds[f.kind](f, prefix + f.id));
    const said = part.help ? make("p", { class: "help", text: part.help }) : null;
    if (part.folded)
      return make("details", { class: "group" }, make("summary", { text: part.legend }), said, ...inner);
    return make("fieldset", { class: "group" }, make("legend", { text: part.legend }), said, ...inner);
  };

  const standing = (id) => (unheard.has(id) ? unheard.get(id).value : model.get("values")[id]);

  const show = () => {
    const values = model.get("values");
    for (const [id, put] of inputs) {
      arrived(id);
      if (unheard.has(id) && unheard.get(id).value === values[id]) unheard.delete(id);
      put(standing(id));
    }
  };

  // What came of a press stands at the control that caused it, and in view; where that has gone, at the end.
  const trouble = make("p", { class: "wrong", role: "alert" });
  const done = make("p", { class: "told" }); // the shell reads it out
  const place = () => {
    const used = pressed && (document.getElementById(prefix + pressed) ?? document.getElementById(`${prefix}${pressed}-0`));
    const at = used && (used.closest(".field") ?? used);
    if (at && el.contains(at) && at.checkVisibility()) at.after(done, trouble);
    else el.firstChild.append(done, trouble);
  };
  const tell = (node, name) => {
    place();
    node.textContent = model.get(name) ?? "";
    if (pressed && node.textContent) node.scrollIntoView({ block: "nearest" });
  };

  // Where the kit asks for it, it is told what was half typed into a box that goes; no other box is given that.
  let laid = [];
  const leave = () => {
    const there = new Set(lying.fields().map((f) => f.id));
    for (const field of laid) {
      const text = drafts.get(box_of(field));
      if (!field.words.left || there.has(field.id) || text === undefined) continue;
      drafts.delete(box_of(field));
      lying.heard(field);
      model.send({ kind: "left", id: field.id, value: text });
    }
    laid = lying.fields();
  };

  const build = () => {
    const focused = el.contains(document.activeElement) ? document.activeElement.id : "";
    leave();
    const open = new Set([...el.querySelectorAll("details[open] > summary")].map((s) => s.textContent));
    inputs.clear();
    const parts = model.get("layout_").map((part) => (part.fields ? group(part) : kinds[part.kind](part, prefix + part.id)));
    building = true; // a box that is taken away would send what is in it
    el.replaceChildren(make("div", { class: "coprod-form", tabindex: -1 }, ...parts));
    building = false;
    for (const id of drafts.keys()) if (id !== focused) drafts.delete(id); // what was refused goes with its box
    for (const fold of el.querySelectorAll("details"))
      if (open.has(fold.firstChild.textContent)) fold.open = true;
    place();
    show();
    lying.take_up();
    if (!focused) return;
    // where the box that had the focus has gone, the one that comes next gets it, or else the form itself
    const next = document.getElementById(focused) ?? el.querySelector("[data-next]");
    (next && !next.matches(":disabled") ? next : el.firstChild).focus();
  };

  const renew = () => {
    renewing = true;
    show();
    renewing = false;
    const typing = (field) => drafts.has(box_of(field)) || unheard.has(field.id);
    if (!lying.fields().some(typing)) model.send({ kind: "renewed" }); // else somebody has not seen it yet
  };

  model.on("msg:custom", (message) => {
    if (message.kind === "heard") heard(message);
    if (message.kind === "renew") renew();
  });
  model.on("change:layout_", build);
  model.on("change:values", show);
  model.on("change:said", () => tell(trouble, "said"));
  model.on("change:told", () => tell(done, "told"));
  build();
  tell(trouble, "said");
  tell(done, "told");
  return keys.ownKeys(el);
}

export default { render };
