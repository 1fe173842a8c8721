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
    // Style, scripts and images, of this page or not.
    const isShown = /** @param {string} path */ (path) =>
      path.endsWith(own) || /(?:^|\/)(?:assets|_images)\//.test(path);
    if (paths.some(isShown)) location.reload();
  });
})();
