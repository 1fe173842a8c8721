// What of the generator the mutated documents are run through: bundled by bundle.mjs.
export { readApiReference } from "../../generator/apiref/read-api-reference.js";
export { readModel } from "../../generator/openapi/read/read-model.js";
export { allSessionFiles, sessionText } from "../../generator/emit/runtime-files.js";
export { documentFiles, published, readBack } from "../../generator/pipeline/document-files.js";
export { emit, interpret } from "../../generator/pipeline/generate.js";
export { openTree } from "../../generator/source/disk-tree.js";
export { memoryTree } from "../../generator/source/memory-tree.js";
