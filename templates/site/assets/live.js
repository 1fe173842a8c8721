// @ts-check
// Only in pages that `restanza docs --serve` shows: a page that a save has changed is loaded again.
"use strict";
(() => {
  const root = new URL(document.documentElement.dataset.root || ".", location.href);
  const own = location.pathname.slice(root.pathname.length) || "index.html";
  // A save while this page was loading is told of, too.
  const edition = document.currentScript?.dataset.edition ?? "";
  const events = new URL(`/events?edition=${encodeURIComponent(edition)}`, location.href);
  const changes = new EventSource(events);
  changes.addEventListener("message", ({ data }) => {
    /** @type {readonly string[]} */
    const paths = JSON.parse(data);
    // Style, scripts and images, of this page or not.
    const isShown = /** @param {string} path */ (path) =>
      path.endsWith(own) || /(?:^|\/)(?:assets|_images)\//.test(path);
    if (paths.some(isShown)) location.reload();
  });
})();
