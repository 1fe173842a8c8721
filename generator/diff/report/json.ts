import { wellFormed } from "../../diagnostics/report/finding.js";
import type { Change } from "../change.js";
import type { Reported } from "./reported.js";

/**
 * For programs: `docs/diff.schema.json` says what is where. Several services are one list, whose
 * entries name theirs.
 */
export function json(services: readonly Reported[]): string {
  const several = services.length > 1;
  const changes = services.flatMap(({ name, comparison }) =>
    comparison.changes.map((change) => ({ ...(several && { service: name }), ...plain(change) })),
  );
  const notes = services.flatMap(({ name, notes: said = [] }) =>
    said.map((note) => wellFormed(several ? `${name}: ${note}` : note)),
  );
  const all = {
    changes,
    sides: { old: side(services, "old"), new: side(services, "new") },
    ...(notes.length > 0 && { notes }),
  };
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

function side(services: readonly Reported[], which: "old" | "new"): object {
  const places = services.flatMap(({ name, comparison }) =>
    comparison.sides[which].lost.map(({ file, line, message }) => ({
      ...(services.length > 1 && { service: name }),
      file: wellFormed(file),
      ...(line !== undefined && { line }),
      message: wellFormed(message),
    })),
  );
  return {
    operations: services.reduce((sum, one) => sum + one.comparison.sides[which].operations, 0),
    lost: places.length,
    places,
  };
}
