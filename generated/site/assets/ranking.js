// @ts-check
// How the entries of a site are found, loaded with them at the first search. Knows no page.
"use strict";
(() => {
  /**
   * kind, title, words, about, number of the page, anchor, ranges of microversions
   * @typedef {readonly [kind: string, title: string, words: string, about: string, page: number, anchor: string, ranges?: string]} Entry
   */

  /** Operations before what is in them; a chapter is as good as the operation it is called like. */
  const weights = new Map([
    ["o", 1.5],
    ["f", 1.2],
    ["t", 1.2],
    ["m", 0.8],
  ]);

  /** A name that is no word of English: who writes it whole means it. */
  const isName = /[_:.\d]|[a-z][A-Z]/;

  /** Who names a thing wants to read it before it is deleted, and its plainest operation first. */
  /** @param {Entry} entry */
  function plainness([kind, title, , about]) {
    if (kind !== "o") return 1;
    const method = about.startsWith("GET ") ? 1.15 : about.startsWith("DELETE ") ? 0.85 : 1;
    return method * (1 + 0.3 / title.split(" ").length);
  }

  /**
   * The same words in whatever order.
   * @param {string} text
   */
  function inOrder(text) {
    return wordsOf(text).toSorted().join(" ");
  }

  /**
   * How much more an entry is meant where it is called just what was asked.
   * @param {Entry} entry
   * @param {string} asked
   */
  function sameness([kind, title, , about], asked) {
    const name = title.toLowerCase();
    const place = about.toLowerCase();
    if (kind === "o" && (place === asked || place.split(" ")[2] === asked)) return 4;
    if (name === asked || (kind === "o" && inOrder(name) === inOrder(asked)))
      return kind === "m" && !isName.test(title) ? 1.2 : 4;
    return kind !== "m" && name.startsWith(asked) ? 1.5 : 1;
  }

  /**
   * Words as they are written, and the parts of names: `os-getVNCConsole` is found by `console`.
   * @param {string} text
   */
  function termsOf(text) {
    const whole = wordsOf(text);
    return [...whole, ...whole.flatMap((word) => (/^[a-z\d]+$/.test(word) ? [] : partsOf(word)))];
  }

  /** @param {string} text */
  function wordsOf(text) {
    return text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}_:.-]*[\p{L}\p{N}])?/gu) ?? [];
  }

  /** @param {string} word */
  function partsOf(word) {
    return (
      word
        .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
        .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
        .match(/[\p{L}\p{N}]+/gu) ?? []
    );
  }

  /** Misspelt is what differs in one letter of five: short words mean themselves. */
  /** @param {string} term */
  function fuzzyOf(term) {
    return term.length > 4 && !/\d/.test(term) ? 0.2 : false;
  }

  /**
   * Finds entries: each with its number and what speaks for it, the best first.
   * @param {new (options: object) => any} MiniSearch
   * @param {readonly Entry[]} entries
   */
  function finder(MiniSearch, entries) {
    const index = new MiniSearch({
      fields: ["title", "words", "about"],
      tokenize: termsOf,
      processTerm: (/** @type {string} */ term) => term.toLowerCase(),
    });
    index.addAll(entries.map(([, title, words, about], id) => ({ id, title, words, about })));

    /**
     * @param {string} query
     * @param {(ranges: string) => boolean} [isThere]
     * @returns {readonly { readonly id: number, readonly score: number }[]}
     */
    return function find(query, isThere = () => true) {
      const asked = query.trim().toLowerCase();
      if (asked === "") return [];
      const options = {
        boost: { title: 4, words: 1.5 },
        prefix: (/** @type {string} */ term) => term.length > 1,
        fuzzy: fuzzyOf,
        weights: { fuzzy: 0.25, prefix: 0.5 },
        boostDocument(/** @type {number} */ id) {
          const entry = entries[id];
          if (entry === undefined) return 1;
          const known = /deprecated/i.test(entry[1]) ? 0.92 : 1;
          return (weights.get(entry[0]) ?? 1) * sameness(entry, asked) * plainness(entry) * known;
        },
        filter(/** @type {{ id: number }} */ { id }) {
          const ranges = entries[id]?.[6];
          return ranges === undefined || isThere(ranges);
        },
      };
      for (const tokenize of [wordsOf, partsOf]) {
        const found = index.search(query, { ...options, tokenize, combineWith: "AND" });
        if (found.length > 0) return found;
      }
      return index.search(query, { ...options, combineWith: "OR" });
    };
  }

  Object.assign(globalThis, { restanzaFinder: finder });
})();
