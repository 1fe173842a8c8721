import type { Chapter, Operation } from "../apiref/model.js";
import type { Bounds } from "../versions/versions.js";

/** The microversions in which each operation exists, as stanzas, titles and prose say it. */
export function operationBounds(chapters: readonly Chapter[]): ReadonlyMap<Operation, Bounds> {
  const out = new Map<Operation, Bounds>();
  for (const chapter of chapters)
    for (const operation of chapter.operations) {
      const min = operation.minVersion?.value;
      const max = operation.maxVersion?.value;
      const bounds = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
      if (min !== undefined || max !== undefined) out.set(operation, bounds);
    }
  return out;
}
