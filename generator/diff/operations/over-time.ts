import { groupBy } from "../../collections/groups.js";
import type { OpenApiDocument, OperationObject, PathItemObject } from "../../openapi/document.js";
import type { OperationModel } from "../../openapi/model.js";
import { projectAllButSchemas } from "../../openapi/project/project.js";
import type { Still } from "../../openapi/project/still.js";
import { readOperationsOnce } from "../../openapi/read/read-model.js";
import { operationsIn, withOperations } from "../../openapi/select.js";
import { compareVersions } from "../../versions/versions.js";
import { collect } from "../versions/boundaries.js";
import { type Listed, listOperations } from "./listed.js";

/** A documented operation as it is at whatever microversion. */
export class OperationOverTime {
  /** The microversions at which something of it begins, or is no more. */
  readonly boundaries: ReadonlySet<string>;
  readonly #places = new Map<string, number>();
  readonly #known = new Map<string, Listed | undefined>();

  constructor(
    /** As it is in the document of all microversions. */
    readonly model: OperationModel,
    /** Its method and path alone, with nothing of the docs that stands there beside it. */
    private readonly own: OpenApiDocument,
    private readonly still: Still,
  ) {
    const found = new Set<string>();
    collect(own.paths, own, found, new Set());
    this.boundaries = found;
  }

  /** What of the document it is, but for the components that it refers to. */
  get paths(): object {
    return this.own.paths;
  }

  /** How many of its boundaries are not behind a microversion: equal where none lies between. */
  placeOf(version: string): number {
    const known = this.#places.get(version);
    if (known !== undefined) return known;
    const passed = [...this.boundaries].filter((one) => compareVersions(one, version) <= 0);
    this.#places.set(version, passed.length);
    return passed.length;
  }

  /** Undefined where it is away. `shares`: others of its method and path are there as well. */
  at(version: string, shares: boolean): Listed | undefined {
    const key = `${this.placeOf(version)} ${shares}`;
    if (this.#known.has(key)) return this.#known.get(key);
    const projected = projectAllButSchemas(this.own, version, this.still);
    const [model] = readOperationsOnce(projected);
    const [listed] = model === undefined ? [] : listOperations(projected, [model]);
    const named = listed && {
      ...listed,
      model: { ...listed.model, operationId: this.model.operationId, sharing: shares ? 2 : 1 },
    };
    this.#known.set(key, named);
    return named;
  }
}

/** Every documented operation of some paths of a document, by method and path, as they were read. */
export function operationsOverTime(
  document: OpenApiDocument,
  still: Still,
  paths: readonly string[],
  models: readonly OperationModel[],
): readonly OperationOverTime[] {
  const read = groupBy(models, ({ method, path }) => `${method} ${path}`);
  const among = Object.fromEntries(paths.map((path) => [path, document.paths[path] ?? {}]));
  return operationsIn({ ...document, paths: among }).flatMap(({ path, method, operation }) => {
    const named = read.get(`${method.toUpperCase()} ${path}`) ?? [];
    const item = document.paths[path] ?? {};
    const { paths } = withOperations(
      { ...document, paths: { [path]: item } },
      new Set([operation]),
    );
    return apart(operation).flatMap((one, index) => {
      const model = named[index];
      if (model === undefined) return [];
      const alone = { [path]: replaced(paths[path] ?? {}, operation, one) };
      return [new OperationOverTime(model, { ...document, paths: alone }, still)];
    });
  });
}

/** Those that share method and path each for itself, without what stands there for all of them. */
function apart(operation: OperationObject): readonly OperationObject[] {
  const extension = operation["x-restanza"];
  const documented = extension?.operations ?? [];
  if (documented.length === 0) return [operation];
  const { requestBody: _all, ...rest } = operation;
  return documented.map((one) => ({
    ...rest,
    responses: {},
    "x-restanza": { ...extension, operations: [one] },
  }));
}

function replaced(item: PathItemObject, before: object, after: OperationObject): PathItemObject {
  const within = (value: unknown): unknown => {
    if (value === before) return after;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, one === before ? after : one]),
    );
  };
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, within(value)]));
}
