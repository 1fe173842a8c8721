import { wellFormed } from "../../diagnostics/report/finding.js";
import type { Change } from "../change.js";
import type { ComparedSide } from "../diff.js";
import type { Reported } from "./reported.js";

/** For programs: `docs/diff.schema.json` says what is where. Several services are one list. */
export function json(services: readonly Reported[]): string {
  const changes = services.flatMap(({ comparison }) => comparison.changes);
  const side = (name: "old" | "new") => sum(services.map((one) => one.comparison.sides[name]));
  const all = { changes: changes.map(plain), sides: { old: side("old"), new: side("new") } };
  return `${JSON.stringify(all, undefined, 2)}\n`;
}

/** What is about the service as a whole has an operation of empty words: readers find one form. */
function plain({ id, verdict, operation, pointer, versions, message }: Change): object {
  const { method, path, id: operationId } = operation ?? { method: "", path: "", id: "" };
  return {
    id,
    verdict,
    operation: { method, path: wellFormed(path), id: operationId },
    pointer: wellFormed(pointer),
    versions: { min: versions.min, max: versions.max },
    message: wellFormed(message),
  };
}

function sum(sides: readonly ComparedSide[]): object {
  return {
    operations: sides.reduce((count, { operations }) => count + operations, 0),
    lost: sides.reduce((count, { lost }) => count + lost.length, 0),
  };
}
