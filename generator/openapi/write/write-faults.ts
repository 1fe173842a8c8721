import { faultNames, type FaultForm } from "../../infer/model.js";
import type { SchemaObject } from "../document.js";
import {
  anyFault,
  faultComponents,
  faultDetails,
  faultUses,
  type FaultUse,
} from "./fault-forms.js";
import { schemaReference } from "../references.js";

/** The component that a fault of one status has, and all that they need. */
export interface Faults {
  readonly schemas: Readonly<Record<string, SchemaObject>>;
  /** Component names by status, and `default`. */
  readonly byStatus: Readonly<Record<string, string>>;
  readonly mediaTypes: readonly string[];
}

const fault = "What a service says when it does not do what was asked.";
const reference = (name: string): SchemaObject => ({ $ref: schemaReference(name) });

/** The fault components of a service that uses `form`, for the statuses that its docs name. */
export function writeFaults(form: FaultForm, statuses: readonly number[]): Faults {
  const named = [...new Set(statuses)].toSorted((a, b) => a - b);
  // As swob of Swift answers: a page, or a line.
  if (form === "text") {
    return {
      schemas: { Fault: { type: "string", description: fault } },
      byStatus: Object.fromEntries([...named, "default"].map((status) => [status, "Fault"])),
      mediaTypes: ["text/html", "text/plain"],
    };
  }
  const use: FaultUse = form === "any" ? { every: "Fault", beside: anyFault } : faultUses[form];
  const own = form === "any" ? [] : [use.every];
  const byStatus: Record<string, string> = { default: "Fault" };
  const schemas: Record<string, SchemaObject> = {
    ...faultComponents,
    Fault: { description: fault, anyOf: [...new Set([...own, ...use.beside])].map(reference) },
  };
  for (const status of named) {
    const name = form === "named" ? faultNames[status] : undefined;
    if (status === 401) byStatus[status] = use.unauthorized ?? "IdentityFault";
    else if (name !== undefined) {
      const component = name.charAt(0).toUpperCase() + name.slice(1);
      byStatus[status] = component;
      schemas[component] = {
        type: "object",
        properties: { [name]: reference(faultDetails[name] ?? "FaultDetail") },
        required: [name],
      };
    } else byStatus[status] = (status === 404 ? use.notFound : undefined) ?? use.every;
  }
  return { schemas: prune(schemas, byStatus), byStatus, mediaTypes: ["application/json"] };
}

/** Only what is reached from a status. */
function prune(
  schemas: Readonly<Record<string, SchemaObject>>,
  byStatus: Readonly<Record<string, string>>,
): Readonly<Record<string, SchemaObject>> {
  const kept = new Set<string>();
  const visit = (name: string): void => {
    if (kept.has(name)) return;
    kept.add(name);
    for (const [, inner] of JSON.stringify(schemas[name] ?? {}).matchAll(
      /"#\/components\/schemas\/(\w+)"/g,
    ))
      visit(inner ?? "");
  };
  for (const name of Object.values(byStatus)) visit(name);
  return Object.fromEntries(
    Object.entries(schemas)
      .filter(([name]) => kept.has(name))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
