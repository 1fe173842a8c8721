import type { ApiReference } from "../apiref/model.js";
import type { FaultForm } from "./model.js";

/** How many named codes it takes to believe that the service names its faults. */
const enough = 3;

/**
 * The form of a service's faults, by what its docs show: codes that come with the fault's name
 * (`itemNotFound(404)`), else what samples of errors look like, else any of the known forms.
 */
export function faultForm(reference: ApiReference): FaultForm {
  const operations = reference.chapters.flatMap((chapter) => chapter.operations);
  const named = operations
    .flatMap(({ statuses }) => statuses)
    .filter((status) => status.code >= 400 && status.name !== undefined);
  if (named.length >= enough) return "named";
  return "any";
}
