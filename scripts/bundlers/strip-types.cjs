// A loader for webpack and Rspack: TypeScript without its types.
const { transformSync } = require("esbuild");

module.exports = (source) => transformSync(source, { loader: "ts", format: "esm" }).code;
