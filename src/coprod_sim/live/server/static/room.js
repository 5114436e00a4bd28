// Makes the page nicer; everything also works without it. Written for old phones.
// An answer is kept on the phone until the server has said that it is stored; so is the wish to leave.
(function () {
  "use strict";
  var body = document.body, code = body.getAttribute("data-room"), slot = "answer:" + code, wish = "leave:" + code;
  var form, status, dirty = false, sending = false, asked = false, going = false, turn = 0, here = {};

  function word(name) { return body.getAttribute("data-" + name) || ""; }
  // Where the browser keeps nothing, the page does, as long as it is open.
  function keepAs(name, value) {
    delete here[name];
    try { if (value) { localStorage.setItem(name, value); } else { localStorage.removeItem(name); } } catch (ignore) { here[name] = value; }
  }
  function keptAs(name) {
    var found = here[name];
    try { found = localStorage.getItem(name) || found; } catch (ignore) { found = here[name]; }
    return JSON.parse(found || "null");
  }
  function keep(value) { keepAs(slot, value); }
  function kept() { return keptAs(slot); }
  function soon(again, tries) { setTimeout(again, Math.min(8000, 500 * Math.pow(2, tries)) + Math.random() * 300); }

  function say(text, kind) {
    if (!status) { return; }
    var line = document.createElement("p");
    line.className = kind;
    line.textContent = text;
    while (status.firstChild) { status.removeChild(status.firstChild); }
    status.appendChild(line);
    if (line.scrollIntoView) { line.scrollIntoView({ block: "nearest" }); } // also where it cannot stick
    return line;
  }

  // The button says what it will do next: send, send a change, or that all is sent.
  function button(words, done) {
    var send = document.getElementById("send");
    if (!send) { return; }
    send.textContent = words;
    send.className = done ? "done" : "";
  }

  function ask(method, url, data, done, wait) {
    var request = new XMLHttpRequest();
    request.open(method, url);
    request.timeout = wait || 15000;
    request.setRequestHeader("X-Requested-With", "room");
    if (data) { request.setRequestHeader("Content-Type", "application/x-www-form-urlencoded"); }
    request.onloadend = function () {
      var said = null;
      try { said = JSON.parse(request.responseText); } catch (ignore) { said = null; }
      done(request.status, said || {}, request.responseText);
    };
    request.send(data);
  }

  function uuid() {
    var bytes = new Uint8Array(16), hex = "", place;
    (window.crypto || window.msCrypto).getRandomValues(bytes);
    for (place = 0; place < 16; place += 1) { hex += (bytes[place] + 256).toString(16).slice(1); }
    return hex;
  }

  function pair(name, value) { return encodeURIComponent(name) + "=" + encodeURIComponent(value); }

  function filled() {
    var parts = [], fields = form.elements, place, field;
    for (place = 0; place < fields.length; place += 1) {
      field = fields[place];
      if (!field.name || field.name === "_xsrf" || field.name === "vote") { continue; }
      if ((field.type === "radio" || field.type === "checkbox") && !field.checked) { continue; }
      parts.push(pair(field.name, field.value));
    }
    return parts.join("&") + "&vote=" + uuid();
  }

  function xsrf(where) {
    var field = document.querySelector(where + " input[name=_xsrf]");
    return field ? "&" + pair("_xsrf", field.value) : "";
  }

  function send(tries) {
    var waiting = kept();
    if (!waiting || sending) { return; }
    if (!xsrf("#answer")) { keep(null); return; } // the page has moved on; the server would refuse it
    sending = true;
    say(word(tries ? "kept" : "sending"), "state");
    ask("POST", "/" + code + "/answer", waiting + xsrf("#answer"), function (result, said) {
      sending = false;
      if (kept() !== waiting) { send(0); return; } // a newer answer has taken its place
      if (result === 200) {
        keep(null);
        dirty = false;
        button(word("send-done"), true);
        say(word("saved"), "good");
      } else if (result === 409 || result === 413) {
        keep(null);
        say(said.problem || word("changed"), "problem");
        if (said.late) { renew(said.problem); }
      } else if (result >= 400 && result < 500 && result !== 429) {
        keep(null);
        location.reload();
      } else {
        say(word("kept"), "state");
        soon(function () { send(tries + 1); }, tries);
      }
    });
  }

  // Puts the new page in place of the old one. It is fetched first, so that a server that is away
  // for a moment never leaves a phone with the browser's own error page.
  function renew(problem) {
    ask("GET", location.pathname, null, function (result, said, text) {
      var fresh, before, newest;
      if (result === 404) { location.reload(); return; }
      if (result !== 200) { soon(function () { renew(problem); }, 2); return; }
      fresh = new DOMParser().parseFromString(text, "text/html");
      if (!fresh.body.getAttribute("data-room")) { parted(fresh); return; }
      ["class", "data-version", "data-part", "data-away", "data-ended"].forEach(function (name) { body.setAttribute(name, fresh.body.getAttribute(name) || ""); });
      before = pieces();
      put(fresh, "main");
      put(fresh, "footer");
      newest = numbersShown() ? null : newestOf(before);
      if (newest) { reach(newest); }
      dirty = false;
      prepare();
      if (problem) { say(problem, "problem"); }
      listen(0);
    });
  }

  function put(fresh, name) {
    var old = document.querySelector(name), next = fresh.querySelector(name);
    document.title = fresh.title;
    if (old && next) { old.parentNode.replaceChild(document.adoptNode(next), old); } else if (old) { old.parentNode.removeChild(old); }
  }

  function reach(place) {
    place.setAttribute("tabindex", "-1");
    place.focus();
    if (place.tagName === "H1") { window.scrollTo(0, 0); } else { place.scrollIntoView(); }
  }

  // What stands on the page, piece by piece, to find what is new on the next one.
  function pieces() {
    var said = {}, place;
    Array.prototype.forEach.call(document.querySelectorAll("h1, p.round, [data-piece]"), function (piece) {
      said[piece.getAttribute("data-piece") || piece.className || "h1"] = piece.textContent;
    });
    place = document.getElementById("answer");
    said.form = place ? place.elements.activity.value + place.elements.round.value : "";
    return said;
  }

  // What the trainer has just sent comes into view and is read out: a new task or page at its top, or else the one piece that is new.
  function newestOf(before) {
    var now = pieces(), top = document.querySelector("h1"), name;
    if (now.h1 !== before.h1 || now.round !== before.round || now.form !== before.form && now.form) { return top; }
    for (name in now) {
      if (now[name] !== before[name] && name !== "form") { return document.querySelector("[data-piece=" + name + "]") || top; }
    }
    return top;
  }

  // The seat is gone: its page goes, and what is said instead is read out.
  function parted(fresh) {
    ["data-room", "data-away", "data-numbers", "class"].forEach(function (name) { body.removeAttribute(name); });
    put(fresh, "main");
    put(fresh, "footer");
    reach(document.querySelector(".problem") || document.querySelector("h1"));
  }

  // The page asks here whether they mean it, so that it can be asked while the room is away.
  function leaving() {
    var place = document.getElementById("leaving"), link = document.getElementById("leave");
    if (!place) { return; }
    link.hidden = false;
    place.hidden = !(asked || keptAs(wish));
    link.addEventListener("click", function (event) {
      event.preventDefault();
      asked = true;
      place.hidden = false;
      reach(document.getElementById("leaving_title"));
    });
    place.querySelector("form").addEventListener("submit", function (event) {
      event.preventDefault();
      keepAs(wish, "true");
      leave(0);
    });
    document.getElementById("stay").addEventListener("click", function () {
      asked = false;
      keepAs(wish, null);
      tell("");
      place.hidden = true;
    });
  }

  function tell(name) {
    var line = document.querySelector("#leaving [role=status]");
    if (!line) { return; }
    line.textContent = name && document.querySelector("footer").getAttribute("data-" + name);
    if (name && line.scrollIntoView) { line.scrollIntoView({ block: "nearest" }); }
  }

  function leave(tries) {
    if (!keptAs(wish) || going) { return; }
    if (!document.getElementById("leaving")) { keepAs(wish, null); return; } // nobody sits here any more
    going = true;
    tell(tries ? "leave-kept" : "leave-sending");
    ask("POST", "/" + code + "/leave", xsrf("#leaving").slice(1), function (result, said, text) {
      going = false;
      if (result === 200) {
        keepAs(wish, null);
        keep(null);
        turn += 1; // no news is waited for any more
        parted(new DOMParser().parseFromString(text, "text/html"));
      } else if (result >= 400 && result < 500 && result !== 429) {
        keepAs(wish, null);
        location.reload();
      } else if (keptAs(wish)) {
        tell("leave-kept");
        soon(function () { leave(tries + 1); }, tries);
      }
    });
  }

  function moved(spread, ends) {
    if (!ends && (sending || kept())) { soon(function () { moved(spread); }, 1); return; }
    if (ends || !dirty) { setTimeout(function () { renew(""); }, Math.random() * spread); return; }
    var line = say(word("changed") + " ", "problem"), button = document.createElement("button");
    button.type = "button";
    button.textContent = word("show-new");
    button.addEventListener("click", function () { renew(""); });
    line.appendChild(button);
  }

  function listen(tries) {
    var version = body.getAttribute("data-version"), mine;
    if (body.getAttribute("data-ended")) { return; } // goodbye is said, and the room about to be deleted
    turn += 1; // only the latest question for news counts
    mine = turn;
    // A first question waits for news; once one has failed the next ones only ask whether the room is there.
    ask("GET", "/" + code + "/news?after=" + (tries ? "" : version), null, function (result, said) {
      if (mine !== turn) { return; }
      if (result === 200 && said.version) {
        if (String(said.version) !== version) { moved(said.spread || 0, said.ends); } else { listen(0); }
      } else if (result === 404) {
        location.reload();
      } else {
        if (tries >= 3) { away(true); }
        soon(function () { if (mine === turn) { listen(tries + 1); } }, tries);
        return;
      }
      away(false);
    }, tries ? 4000 : 26000);
  }

  // Says at the top that the room does not answer, and how to come back to it; takes it away again.
  function away(gone) {
    var line = document.getElementById("away"), main = document.querySelector("main");
    if (!gone && line) { line.parentNode.removeChild(line); }
    if (!gone || line || !word("away")) { return; }
    line = document.createElement("p");
    line.id = "away";
    line.className = "problem away";
    line.setAttribute("role", "alert");
    line.textContent = word("away");
    main.insertBefore(line, main.firstChild);
  }

  function numbersShown() { return body.getAttribute("data-numbers"); }

  function part() { return body.getAttribute("data-part"); }

  function numbers() {
    if (!numbersShown() || body.getAttribute("data-ended")) { return; }
    ask("GET", "/" + code + "/numbers", null, function (result, said) {
      var places = document.querySelectorAll("[data-number]"), place, name;
      if (result === 200 && body.hasAttribute("data-part") && said.part !== part()) {
        body.setAttribute("data-part", said.part); // told once; what is half typed stays until its owner turns
        moved(0);
      }
      for (place = 0; result === 200 && place < places.length; place += 1) {
        name = places[place].getAttribute("data-number");
        places[place].textContent = places[place].getAttribute("data-words").replace("#", said[name]);
      }
      setTimeout(numbers, result === 200 ? 1500 : 5000);
    });
  }

  function limit(event) {
    var group = event.target.parentNode;
    while (group && !(group.getAttribute && group.getAttribute("data-most"))) { group = group.parentNode; }
    if (group && event.target.checked && group.querySelectorAll("input:checked").length > +group.getAttribute("data-most")) {
      event.target.checked = false;
      say(word("most").replace("#", group.getAttribute("data-most")), "problem");
    }
  }

  function changed() {
    var send = document.getElementById("send");
    dirty = true;
    if (send && send.className === "done") { button(word("send-again"), false); say(word("not-sent"), "state"); }
  }

  function prepare() {
    form = document.getElementById("answer");
    status = document.getElementById("status");
    leaving();
    if (keptAs(wish)) { leave(0); }
    Array.prototype.forEach.call(document.querySelectorAll("form.typed"), function (other) {
      other.addEventListener("input", function () { dirty = true; }); // what is half typed is not renewed away
    });
    if (!form) { return; }
    form.addEventListener("change", function (event) { changed(); limit(event); });
    form.addEventListener("input", changed);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      keep(JSON.stringify(filled()));
      send(0);
    });
  }

  // A phone that has lost its network need not wait until its question fails.
  window.addEventListener("offline", function () { if (body.getAttribute("data-room")) { listen(1); } });

  prepare();
  if (numbersShown()) { numbers(); } else if (kept()) { send(0); }
  listen(0);
}());
