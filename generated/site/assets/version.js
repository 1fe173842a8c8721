// @ts-check
// The microversion that is shown: what is not there at it is hidden. It stands in the URL.
"use strict";
(() => {
  const root = document.documentElement;
  const versions = (root.dataset.versions ?? "").split(" ").filter(Boolean);
  const place = new Map(versions.map((version, index) => [version, index]));

  /**
   * Whether a version lies in one of some ranges: `2.1-2.35 2.40-`.
   * @param {string} ranges
   * @param {number} wanted
   */
  function isThere(ranges, wanted) {
    return ranges.split(" ").some((range) => {
      const [min = "", max = ""] = range.split("-");
      return place.size === 0 || (from(min) <= wanted && wanted <= to(max));
    });
  }

  /** @param {string} min */
  function from(min) {
    return min === "" ? 0 : (place.get(min) ?? nearest(min, 0));
  }

  /** @param {string} max */
  function to(max) {
    return max === "" ? versions.length : (place.get(max) ?? nearest(max, -1));
  }

  /**
   * A bound that the service does not have lies between two that it has.
   * @param {string} version
   * @param {number} below
   */
  function nearest(version, below) {
    const next = versions.findIndex((known) => compare(known, version) > 0);
    return (next < 0 ? versions.length : next) + below;
  }

  /**
   * 2.10 comes after 2.9.
   * @param {string} a
   * @param {string} b
   */
  function compare(a, b) {
    const [x = [], y = []] = [a, b].map((version) => version.split(".").map(Number));
    return (x[0] ?? 0) - (y[0] ?? 0) || (x[1] ?? 0) - (y[1] ?? 0);
  }

  // A page of which nothing is left says so.
  const note = document.createElement("p");
  note.className = "away";
  note.hidden = true;
  note.setAttribute("role", "status");
  note.textContent = JSON.parse(root.dataset.words ?? "{}").awayPage ?? "";
  document.querySelector("main h1")?.after(note);

  // What is searched is the same that is shown.
  Object.assign(globalThis, {
    restanzaIsThere: (/** @type {string} */ ranges) => {
      const wanted = place.get(root.dataset.microversion ?? "");
      return wanted === undefined || isThere(ranges, wanted);
    },
  });

  /** @param {string | undefined} version */
  function show(version) {
    const wanted = version === undefined ? -1 : (place.get(version) ?? -1);
    for (const element of document.querySelectorAll("[data-at]")) {
      if (!(element instanceof HTMLElement || element instanceof SVGElement)) continue;
      const isAway = wanted >= 0 && !isThere(element.dataset.at ?? "", wanted);
      // Elements of a picture have no property for it.
      element.toggleAttribute("hidden", isAway);
    }
    for (const list of document.querySelectorAll(".branches")) {
      const left = [...list.children].filter((branch) => !branch.hasAttribute("hidden"));
      list.classList.toggle("single", left.length === 1);
    }
    for (const shown of document.querySelectorAll(".shown")) openFirst(shown);
    if (version !== undefined)
      for (const asked of document.querySelectorAll(".asked")) asked.textContent = version;
    root.dataset.microversion = version ?? "";
    const operations = [...document.querySelectorAll(".operation")];
    const left = operations.filter((operation) => !operation.hasAttribute("hidden"));
    note.hidden = operations.length === 0 || left.length > 0;
    carry(version);
  }

  /**
   * Of the samples of each side that are left, one is open.
   * @param {Element} shown
   */
  function openFirst(shown) {
    /** @type {Map<string, HTMLDetailsElement[]>} */
    const sides = new Map();
    for (const sample of shown.querySelectorAll("details.sample")) {
      if (!(sample instanceof HTMLDetailsElement) || sample.hidden) continue;
      const side = sample.querySelector("b")?.textContent ?? "";
      sides.set(side, [...(sides.get(side) ?? []), sample]);
    }
    for (const [first, ...others] of sides.values())
      if (first && ![first, ...others].some(({ open }) => open)) first.open = true;
  }

  /**
   * Links to other pages of the site keep the version.
   * @param {string | undefined} version
   */
  function carry(version) {
    for (const link of document.querySelectorAll("a[href]")) {
      const written = link.getAttribute("href") ?? "";
      if (/^(?:[a-z]+:|#)/i.test(written)) continue;
      const [before = "", id] = written.split("#", 2);
      const [path = ""] = before.split("?", 1);
      if (!path.endsWith(".html")) continue;
      const query = version === undefined ? "" : `?microversion=${encodeURIComponent(version)}`;
      link.setAttribute("href", `${path}${query}${id === undefined ? "" : `#${id}`}`);
    }
  }

  const select = document.getElementById("site_microversion");
  if (!(select instanceof HTMLSelectElement) || versions.length === 0) return;
  for (const version of [...versions].reverse()) select.add(new Option(version, version));
  const asked = new URLSearchParams(location.search).get("microversion") ?? "";
  if (place.has(asked)) {
    select.value = asked;
    show(asked);
    // Elements above have gone: what the URL names has moved.
    if (location.hash !== "") document.getElementById(decoded(location.hash))?.scrollIntoView();
  }
  select.addEventListener("change", () => {
    const version = select.value === "" ? undefined : select.value;
    const url = new URL(location.href);
    if (version === undefined) url.searchParams.delete("microversion");
    else url.searchParams.set("microversion", version);
    history.replaceState(history.state, "", url);
    show(version);
  });

  /** @param {string} hash */
  function decoded(hash) {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return hash.slice(1);
    }
  }
})();
