// @ts-check
// Runs before the page is painted: a theme that was chosen does not flash.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  try {
    const chosen = localStorage.getItem("theme");
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch {
    // Where nothing may be stored, the system's theme is shown.
  }
})();
