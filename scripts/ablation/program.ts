// What of the generator is tried without a rule: bundled by ../fuzz/bundle.mjs.
export { readApiReference } from "../../generator/apiref/read-api-reference.js";
export { infer } from "../../generator/infer/infer.js";
export { questions } from "../../generator/infer/questions.js";
export { rules, without } from "../../generator/infer/rules.js";
export { toOpenApi } from "../../generator/openapi/write/write-document.js";
export { openTree } from "../../generator/source/disk-tree.js";
