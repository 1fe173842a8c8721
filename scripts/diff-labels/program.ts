// What scripts/diff-labels.mjs runs: bundled by ../fuzz/bundle.mjs.
export { makeSides } from "./edits.js";
export { readPairs } from "./pairs.js";
export { score } from "./score.js";
