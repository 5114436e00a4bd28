// Makes the site one that can be kept: over http a browser may install it, and opens it without a connection.

const root = new URL("../", (document.currentScript as HTMLScriptElement).src);

if (location.protocol.startsWith("http") && isSecureContext && "serviceWorker" in navigator) {
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = new URL("site.webmanifest", root).href;
  document.head.append(link);
  navigator.serviceWorker.register(new URL("offline-worker.js", root)).catch((problem: unknown) => {
    console.warn("the site is not kept for later:", problem); // it works all the same
  });
}
