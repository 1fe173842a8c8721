import type { ApiReference, Json } from "../apiref/model.js";
import { faultNames, type FaultForm } from "./model.js";

/**
 * The form of a service's faults, by what its samples show of them: a body that is nothing but a
 * fault. Codes that come with a name (`itemNotFound(404)`) are no evidence: services whose faults
 * have another form write them, too. Without a sample, any of the known forms.
 */
export function faultForm(reference: ApiReference): FaultForm {
  for (const chapter of reference.chapters)
    for (const operation of chapter.operations)
      for (const { sample } of operation.samples) {
        const form = sample.kind === "json" ? formOf(sample.value) : undefined;
        if (form !== undefined) return form;
      }
  return "any";
}

const names = new Set(Object.values(faultNames));

function formOf(value: Json): FaultForm | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const [key, ...more] = Object.keys(value);
  if (key === undefined || more.length > 0) return undefined;
  if (names.has(key)) return "named";
  return /^[A-Z]\w*Error$/.test(key) ? "typed" : undefined;
}
