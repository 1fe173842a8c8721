// @ts-check
// Two microversions side by side. Both stand in the URL; what is shown was compared beforehand.
"use strict";
(() => {
  const root = document.documentElement;
  const form = document.getElementById("site_compare");
  const compared = document.getElementById("site_compared");
  const steps = document.getElementById("site_steps");
  const versions = (root.dataset.versions ?? "").split(" ").filter(Boolean);
  if (!(form instanceof HTMLFormElement) || compared === null || steps === null) return;
  const all = form.querySelector("button");
  const words = JSON.parse(form.dataset.words ?? "{}");
  const place = new Map(versions.map((version, index) => [version, index]));
  const [from, to, resource] = [choice("from"), choice("to"), choice("resource")];
  if (from === undefined || to === undefined || resource === undefined || all === null) return;
  const choices = /** @type {const} */ ([
    ["from", from],
    ["to", to],
    ["resource", resource],
  ]);

  /** @param {string} name */
  function choice(name) {
    const select = document.getElementById(`site_${name}`);
    return select instanceof HTMLSelectElement ? select : undefined;
  }

  /** @type {Promise<any> | undefined} */
  let loading;
  function load() {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${root.dataset.root ?? ""}assets/changes.js`;
      script.addEventListener("load", () =>
        resolve(/** @type {any} */ (globalThis).restanzaChanges),
      );
      script.addEventListener("error", reject);
      document.head.append(script);
    });
    return loading;
  }

  /**
   * @param {string} tag
   * @param {Readonly<Record<string, string>>} attributes
   * @param {...(Node | string)} content
   */
  function made(tag, attributes, ...content) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...content);
    return element;
  }

  /**
   * Whether one of `2.1-2.18>2.19-2.96 …` goes from the one microversion to the other.
   * @param {string} spans
   * @param {number} older
   * @param {number} newer
   */
  function isBetween(spans, older, newer) {
    return spans.split(" ").some((span) => {
      const [a = 0, b = 0, c = 0, d = 0] = span
        .split(/[->]/)
        .map((version) => place.get(version) ?? -1);
      return a <= older && older <= b && c <= newer && newer <= d;
    });
  }

  /** What is chosen, the older first; nothing where no microversion is. */
  function chosen() {
    if (from?.value === "" && to?.value === "") return undefined;
    const ends = [from?.value || versions[0], to?.value || versions.at(-1)];
    const [older = 0, newer = 0] = ends
      .map((version) => place.get(version ?? "") ?? 0)
      .toSorted((a, b) => a - b);
    return { older, newer };
  }

  async function show() {
    const pair = chosen();
    compared?.toggleAttribute("hidden", pair === undefined);
    steps?.toggleAttribute("hidden", pair !== undefined);
    all?.toggleAttribute("hidden", pair === undefined);
    if (pair === undefined) return compared?.replaceChildren();
    const data = await load();
    const { older, newer } = pair;
    /** @type {Map<number, Map<string, any[]>>} */
    const pages = new Map();
    const counts = [0, 0, 0, 0];
    for (const change of data.changes) {
      const [verdict, operation, message, , spans] = change;
      const page = data.operations[operation][1];
      if (resource?.value && data.pages[page][0] !== resource.value) continue;
      if (!isBetween(spans, older, newer)) continue;
      counts[verdict] = (counts[verdict] ?? 0) + 1;
      const rows = pages.get(page) ?? new Map();
      pages.set(page, rows);
      const key = `${verdict} ${message}`;
      rows.set(key, [...(rows.get(key) ?? []), change]);
    }
    const title = words.between
      .replace("{from}", versions[older] ?? "")
      .replace("{to}", versions[newer] ?? "");
    const sorted = [...pages].toSorted(([a], [b]) => a - b);
    compared?.replaceChildren(
      made("h2", {}, title),
      made("p", { class: "counts", role: "status" }, countWords(counts)),
      ...sorted.flatMap(([page, rows]) => section(data, page, rows)),
    );
  }

  /** @param {readonly number[]} counts */
  function countWords(counts) {
    const said = counts.flatMap((count, verdict) => {
      const [one, many] = words.nouns[verdict];
      return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
    });
    return said.length === 0 ? words.nothing : `${said.join(", ")}.`;
  }

  /**
   * @param {any} data
   * @param {number} page
   * @param {Map<string, any[]>} rows
   */
  function section(data, page, rows) {
    const [path, title] = data.pages[page];
    const items = [...rows.values()]
      .toSorted(([a], [b]) => a[0] - b[0])
      .map((changes) => row(data, path, changes));
    return [
      made("h3", {}, made("a", { href: linkTo(path) }, title)),
      made("ul", { class: "changes" }, ...items),
    ];
  }

  /**
   * @param {any} data
   * @param {string} path
   * @param {readonly any[]} changes
   */
  function row(data, path, changes) {
    const [verdict, , message] = changes[0];
    const pieces = message
      .split("`")
      .map((/** @type {string} */ piece, /** @type {number} */ index) =>
        index % 2 === 1 ? made("code", {}, piece) : piece,
      );
    const kind = made(
      "small",
      { class: `verdict ${words.kinds[verdict]}` },
      words.verdicts[verdict],
    );
    const places = changes.flatMap(([, operation, , anchor], index) => {
      const href = `${linkTo(path)}#${encodeURIComponent(anchor)}`;
      return [index === 0 ? "" : ", ", made("a", { href }, data.operations[operation][0])];
    });
    return made(
      "li",
      {},
      made("p", {}, kind, " ", ...pieces),
      made("p", { class: "where" }, ...places),
    );
  }

  /** @param {string} path */
  function linkTo(path) {
    const version = root.dataset.microversion;
    const query = version ? `?microversion=${encodeURIComponent(version)}` : "";
    return `${root.dataset.root ?? ""}${path}${query}`;
  }

  /** The choice as the URL has it. */
  function read() {
    const asked = new URLSearchParams(location.search);
    for (const [name, select] of choices) {
      const value = asked.get(name) ?? "";
      const isKnown = [...select.options].some((option) => option.value === value);
      select.value = isKnown ? value : "";
    }
    void show();
  }

  function write() {
    const url = new URL(location.href);
    for (const [name, select] of choices) {
      if (select.value === "") url.searchParams.delete(name);
      else url.searchParams.set(name, select.value);
    }
    history.replaceState(history.state, "", url);
    void show();
  }

  for (const select of [from, to])
    for (const version of [...versions].reverse()) select.add(new Option(version, version));
  for (const link of steps.querySelectorAll(".resources th a")) {
    const path = link.getAttribute("href")?.split("?")[0] ?? "";
    resource.add(new Option(link.textContent ?? "", path));
  }
  form.hidden = false;
  form.addEventListener("change", write);
  form.addEventListener("reset", () => setTimeout(write));
  form.addEventListener("submit", (event) => event.preventDefault());
  read();
})();
