// What of the generator is measured, stage by stage: bundled by ../fuzz/bundle.mjs.
export { findingsOf } from "../../generator/cli/findings/place.js";
export { line } from "../../generator/diagnostics/report/line.js";
export { pretty } from "../../generator/diagnostics/report/pretty.js";
export { readApiReference } from "../../generator/apiref/read-api-reference.js";
export { infer } from "../../generator/infer/infer.js";
export { readModel } from "../../generator/openapi/read/read-model.js";
export { toOpenApi } from "../../generator/openapi/write/write-document.js";
export { documentFiles, published, readBack } from "../../generator/pipeline/document-files.js";
export { emitters } from "../../generator/pipeline/emitters.js";
export { withoutIgnored } from "../../generator/pipeline/ignored.js";
export { openTree } from "../../generator/source/disk-tree.js";
