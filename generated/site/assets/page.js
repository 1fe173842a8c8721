// @ts-check
// What a page does beside being read: opens what a link names, copies, changes the theme.
"use strict";
(() => {
  const root = document.documentElement;
  /** @type {Readonly<Record<string, string>>} */
  const words = JSON.parse(root.dataset.words ?? "{}");
  for (const tools of document.querySelectorAll(".tools")) tools.removeAttribute("hidden");

  document.getElementById("site_theme")?.addEventListener("click", () => {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const shown = root.dataset.theme ?? (dark ? "dark" : "light");
    const chosen = shown === "dark" ? "light" : "dark";
    root.dataset.theme = chosen;
    try {
      localStorage.setItem("theme", chosen);
    } catch {
      // It is shown until the page is left.
    }
  });

  /** Opens everything that the element of this id lies in, and goes there. */
  function reveal() {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      // An id may hold a percent sign.
    }
    const target = id === "" ? null : document.getElementById(id);
    if (target === null) return;
    open(target);
    target.scrollIntoView();
  }

  /** @param {Element} target */
  function open(target) {
    if (target instanceof HTMLDetailsElement) target.open = true;
    for (let around = target.parentElement; around !== null; around = around.parentElement)
      if (around instanceof HTMLDetailsElement) around.open = true;
  }

  addEventListener("hashchange", reveal);
  reveal();
  expand();

  /**
   * `?expanded=a,b`, as pages of os-api-ref are linked to: these operations are open. On the page of
   * a document they stand in a few lines, so the reader is led to the whole.
   */
  function expand() {
    const asked = new URLSearchParams(location.search).get("expanded")?.split(",") ?? [];
    const named = asked.flatMap((id) => {
      const found =
        document.getElementById(id) ?? document.getElementById(id.replace(/-detail$/, ""));
      return found === null ? [] : [found];
    });
    for (const each of named)
      for (const details of each.closest(".operation")?.querySelectorAll("details") ?? [])
        details.open = true;
    const links = named.flatMap((each) => wholeOf(each) ?? []);
    const wanted = wholeOf(document.getElementById(location.hash.slice(1))) ?? links[0];
    if (wanted === undefined || links.length === 0) return;
    const url = new URL(wanted.href);
    url.searchParams.set("expanded", links.map(({ hash }) => hash.slice(1)).join(","));
    location.replace(url);
  }

  /**
   * The link from an operation in a few lines to the whole.
   * @param {Element | null} element
   */
  function wholeOf(element) {
    const link = element?.closest(".entry")?.querySelector("a");
    return link instanceof HTMLAnchorElement ? link : undefined;
  }

  // Paper cannot be opened.
  /** @type {HTMLDetailsElement[]} */
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details")].filter((details) => !details.open);
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });

  /**
   * @param {string} said
   * @param {() => string} text
   */
  function copyButton(said, text) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = said;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text());
      button.textContent = words.copied ?? said;
      setTimeout(() => {
        button.textContent = said;
      }, 1500);
    });
    return button;
  }

  for (const block of document.querySelectorAll("main pre")) {
    const button = copyButton(words.copy ?? "", () => block.textContent ?? "");
    block.before(button);
  }

  // Samples are coloured without an element more (CSS Custom Highlight API), when they are opened.
  const kinds = /("(?:[^"\\\n]|\\.)*")(\s*:)?|-?\b\d[\d.eE+-]*|\b(?:true|false|null)\b/g;
  /** @param {Element} block */
  function colour(block) {
    if (!("highlights" in CSS) || block.matches("[data-coloured]")) return;
    block.toggleAttribute("data-coloured", true);
    // Links to findings divide a text.
    for (const text of block.childNodes) if (text instanceof Text) colourText(text);
  }
  /** @param {Text} text */
  function colourText(text) {
    for (const { 0: all, 1: quoted, 2: colon, index } of text.data.matchAll(kinds)) {
      const kind =
        quoted === undefined ? "json-value" : colon === undefined ? "json-text" : "json-name";
      const range = new StaticRange({
        startContainer: text,
        startOffset: index,
        endContainer: text,
        endOffset: index + (quoted ?? all).length,
      });
      const known = CSS.highlights.get(kind) ?? new Highlight();
      CSS.highlights.set(kind, known.add(range));
    }
  }
  for (const sample of document.querySelectorAll("details.sample")) {
    const block = sample.querySelector("code");
    if (block === null || !(sample instanceof HTMLDetailsElement)) continue;
    if (sample.open) colour(block);
    sample.addEventListener("toggle", () => colour(block));
  }

  // One button for all members: it goes to the one that is pointed at or has the focus.
  /** @type {Element | undefined} */
  let member;
  const pathButton = copyButton(words.copyPath ?? "", () => {
    const id = member?.closest("[id]")?.id ?? "";
    return id.split("/").slice(2).join("/");
  });
  for (const event of ["pointerover", "focusin"])
    document.addEventListener(event, ({ target }) => {
      if (!(target instanceof Element) || pathButton.contains(target)) return;
      const signature = target.closest(".signature");
      if (signature === null || signature === member) return;
      member = signature;
      signature.append(pathButton);
    });

  // Open all, close all: a button at the samples and members of each operation.
  for (const operation of document.querySelectorAll(".operation")) {
    const parts = [...operation.querySelectorAll("details")];
    if (parts.length === 0) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "all";
    button.textContent = words.openAll ?? "";
    button.addEventListener("click", () => {
      const opens = parts.some((details) => !details.open);
      for (const details of parts) details.open = opens;
      button.textContent = (opens ? words.closeAll : words.openAll) ?? "";
    });
    operation.querySelector(".call")?.append(button);
  }
})();
