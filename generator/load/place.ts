import type { Span } from "../diagnostics/span.js";
import type { SourceFile } from "./source-file.js";

/** Where a value of a document stands: its file, and the way to it from the top. */
export interface Place {
  readonly file: SourceFile;
  /** Nothing at the top of the file. */
  readonly above?: { readonly place: Place; readonly step: string };
}

export function below(place: Place, step: string): Place {
  return { file: place.file, above: { place, step } };
}

/** The names and numbers on the way from the top of the file. */
export function stepsTo(place: Place): readonly string[] {
  const steps: string[] = [];
  for (let at = place.above; at !== undefined; at = at.place.above) steps.push(at.step);
  return steps.reverse();
}

/** The place of the value, or of the name that it stands behind. */
export function spanAt(place: Place, part: "name" | "value"): Span {
  return place.file.spanOf(stepsTo(place), part);
}
