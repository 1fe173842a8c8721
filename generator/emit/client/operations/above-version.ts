import type { ApiModel, OperationModel } from "../../../openapi/model.js";
import { code } from "../../text.js";
import type { Doc, Safe } from "../../layout/doc.js";
import type { ModuleScope } from "../../module-scope.js";
import { isStyled } from "./styles.js";

/** The module beside the runtime that asks above the version of an endpoint, and what it exports. */
export const aboveFile = "above-version";
export const aboveValue = "aboveVersion";

/** A path that is one parameter, the version: `/{api_version}/`. */
const isVersion = (path: string): boolean => /^\/\{[^{}/]*version[^{}/]*\}\/?$/i.test(path);

/** Whether paths of a document, which have no version, stand below one that it names itself. */
function tellsVersions({ chapters }: ApiModel): boolean {
  const paths = chapters.flatMap(({ operations }) => operations.map(({ path }) => path));
  return paths.some(isVersion);
}

/**
 * Whether an operation is asked at the root of its service: where the docs have a path that is the
 * version alone, it and `/` stand above the versions that other paths are below.
 */
function isAbove(model: ApiModel, { path }: OperationModel): boolean {
  return (path === "/" || isVersion(path)) && tellsVersions(model);
}

/** Whether any operation is: then the module is part of the output. */
export function hasAbove(model: ApiModel): boolean {
  return tellsVersions(model);
}

/** The member of the runtime's `Media` that has an operation asked there; none for all others. */
export function aboveMember(
  model: ApiModel,
  operation: OperationModel,
  scope: ModuleScope,
): readonly Doc<Safe>[] {
  if (!isAbove(model, operation) || isStyled(operation)) return [];
  return [code`urlOf: ${scope.use(`./${aboveFile}.js`, aboveValue, "value")}`];
}
