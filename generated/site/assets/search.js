// @ts-check
// The search of a page. What it needs is loaded when it is first opened: a page alone stays small.
"use strict";
(() => {
  const root = document.documentElement;
  /** @type {Readonly<Record<string, string>>} */
  const words = JSON.parse(root.dataset.words ?? "{}");
  /** Answers that are shown at most. */
  const shown = 12;

  /**
   * A combobox with a list (WAI-ARIA Authoring Practices): the focus stays where one writes.
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

  const input = /** @type {HTMLInputElement} */ (
    made("input", {
      type: "search",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-expanded": "false",
      "aria-controls": "site_found",
      "aria-autocomplete": "list",
      "aria-label": words.search ?? "",
      placeholder: words.searchHint ?? "",
    })
  );
  const list = made("ul", { id: "site_found", role: "listbox", "aria-label": words.search ?? "" });
  const said = made("p", { class: "said", role: "status" }, words.searchKeys ?? "");
  const dialog = /** @type {HTMLDialogElement} */ (
    made("dialog", { class: "finder", "aria-label": words.search ?? "" }, input, list, said)
  );
  document.body.append(dialog);

  /** @type {Promise<void> | undefined} */
  let loading;
  /** @type {((query: string, isThere?: (ranges: string) => boolean) => readonly { readonly id: number }[]) | undefined} */
  let find;
  /** @type {any} */
  let site;
  let chosen = 0;

  function load() {
    loading ??= (async () => {
      await Promise.all(["minisearch.js", "ranking.js", "search-entries.js"].map(script));
      const loaded = /** @type {any} */ (globalThis);
      site = loaded.restanzaEntries;
      find = loaded.restanzaFinder(loaded.MiniSearch, site.entries);
      answer();
    })();
    return loading;
  }

  /** @param {string} name */
  function script(name) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = `${root.dataset.root ?? ""}assets/${name}`;
      element.addEventListener("load", resolve);
      element.addEventListener("error", reject);
      document.head.append(element);
    });
  }

  function answer() {
    if (find === undefined) return;
    const isThere = /** @type {any} */ (globalThis).restanzaIsThere;
    const found = find(input.value, isThere).slice(0, shown);
    list.replaceChildren(...found.map(({ id }, index) => option(site.entries[id], index)));
    input.setAttribute("aria-expanded", String(found.length > 0));
    said.textContent =
      found.length > 0 || input.value.trim() === ""
        ? (words.searchKeys ?? "")
        : `${words.searchNothing} “${input.value.trim()}”.`;
    choose(0);
  }

  /**
   * @param {readonly any[]} entry
   * @param {number} index
   */
  function option([kind, title, , about, page, anchor], index) {
    const version = root.dataset.microversion;
    const query = version ? `?microversion=${encodeURIComponent(version)}` : "";
    const hash = anchor === "" ? "" : `#${encodeURIComponent(anchor)}`;
    const href = `${root.dataset.root ?? ""}${site.pages[page]}${query}${hash}`;
    const link = made("a", { href, tabindex: "-1" }, made("b", {}, title), made("span", {}, about));
    const item = made(
      "li",
      { role: "option", id: `site_found_${index}`, class: `kind-${kind}` },
      link,
    );
    item.addEventListener("pointermove", () => choose(index));
    link.addEventListener("click", () => dialog.close());
    return item;
  }

  /** @param {number} index */
  function choose(index) {
    const options = [...list.children];
    chosen = options.length === 0 ? 0 : (index + options.length) % options.length;
    for (const [at, item] of options.entries())
      item.setAttribute("aria-selected", String(at === chosen));
    const current = options[chosen];
    if (current === undefined) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", current.id);
    current.scrollIntoView({ block: "nearest" });
  }

  function open() {
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    void load();
  }

  input.addEventListener("input", answer);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    // A search field would be emptied first.
    else if (event.key === "Escape") dialog.close();
    else if (event.key === "Enter") list.children[chosen]?.querySelector("a")?.click();
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
  });
  document.getElementById("site_search")?.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const { target } = event;
    const writes = target instanceof HTMLElement && target.matches("input, select, textarea");
    if (event.key !== "/" || writes || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
  });
})();
