/**
 * The package as a library: what the commands do, as functions. Everything heavy is loaded only
 * when a function is called, since a configuration file imports this module for `defineConfig`.
 */
import type { Built, Findings, Source } from "./pipeline/build.js";
import type { Settings } from "./pipeline/settings.js";
import type { Stale } from "./output/check.js";
import type { WriteOptions, Written } from "./output/write.js";
import type { PlannedFile } from "./emit/emitter.js";

export {
  type Config,
  defineConfig,
  type FaultForm,
  type OutputName,
  type ServiceConfig,
  type VersionLimits,
} from "./config/config.js";
export type { Diagnostic, Severity } from "./diagnostics/diagnostic.js";
export type { Place, SourceId, Span } from "./diagnostics/span.js";
export type { Emitter, PlannedFile } from "./emit/emitter.js";
export { camelCase, pascalCase } from "./emit/naming.js";
export { identifier, jsdoc, literal, memberName, type Text } from "./emit/text.js";
export type { OpenApiDocument, SchemaObject } from "./openapi/document.js";
export type {
  ApiModel,
  BodyModel,
  ChapterModel,
  OperationModel,
  ParameterModel,
  ResponseModel,
} from "./openapi/model.js";
export type { Named, Rename } from "./openapi/rename.js";
export type { Stale } from "./output/check.js";
export type { WriteOptions, Written } from "./output/write.js";
export type { Built, Findings, Source } from "./pipeline/build.js";
export type { Settings } from "./pipeline/settings.js";

/** Reads an API reference and makes everything of it, in memory. */
export async function generate(source: Source, settings: Settings = {}): Promise<Built> {
  const { build } = await import("./pipeline/build.js");
  return build(source, settings);
}

/** Reads an API reference and says what was found in it. */
export async function lint(source: Source, settings: Settings = {}): Promise<Findings> {
  const { inspect } = await import("./pipeline/build.js");
  return inspect(source, settings);
}

/** Makes a folder hold exactly these files, beside those that are not restanza's. */
export async function write(
  folder: string,
  files: readonly PlannedFile[],
  options?: Partial<WriteOptions>,
): Promise<Written> {
  const [{ writeFiles }, { version }] = await Promise.all([
    import("./output/write.js"),
    import("./version.js"),
  ]);
  return writeFiles(folder, files, { version: version(), ...options });
}

/** What `write` would change. */
export async function check(
  folder: string,
  files: readonly PlannedFile[],
): Promise<readonly Stale[]> {
  const { staleFiles } = await import("./output/check.js");
  return staleFiles(folder, files);
}
