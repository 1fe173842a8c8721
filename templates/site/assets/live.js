// @ts-check
// Only in pages that `restanza docs --serve` shows: a page that a save has changed is loaded again.
"use strict";
(() => {
  const root = new URL(document.documentElement.dataset.root || ".", location.href);
  const own = location.pathname.slice(root.pathname.length) || "index.html";
  const changes = new EventSource(new URL("/events", location.href));
  changes.addEventListener("message", ({ data }) => {
    /** @type {readonly string[]} */
    const paths = JSON.parse(data);
    if (paths.some((path) => path.endsWith(own) || path.startsWith("assets/"))) location.reload();
  });
})();
