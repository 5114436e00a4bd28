// Keeps the site as it was when this browser first opened it, and answers from that; nothing else is fetched.
const KEPT = `coprod ${self.registration.scope} __STAMP__`;
const FILES = ["__FILES__"];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const ours = `coprod ${self.registration.scope} `;
  const tidy = caches.keys().then((names) =>
    Promise.all(names.filter((n) => n.startsWith(ours) && n !== KEPT).map((n) => caches.delete(n))));
  event.waitUntil(tidy.then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET" || !event.request.url.startsWith(self.registration.scope)) return;
  const answer = caches.open(KEPT).then((kept) => kept.match(event.request, { ignoreSearch: true }));
  event.respondWith(answer.then((found) => found ?? fetch(event.request)));
});
