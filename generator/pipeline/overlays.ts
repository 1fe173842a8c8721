import { ConfigurationError } from "../config/configuration-error.js";
import { placeOf } from "../diagnostics/span.js";
import { type Overlay, readOverlay } from "../openapi/overlay/read-overlay.js";
import type { Settings } from "./settings.js";

/**
 * The overlays of the settings, read. A file that is none is an error of the configuration, not a
 * finding in the docs: what it was to correct would go uncorrected.
 */
export function overlaysOf({ overlays = [] }: Settings): readonly Overlay[] {
  const problems: string[] = [];
  const read = overlays.flatMap(({ name, shown = name, text }) => {
    const reading = readOverlay(name, text);
    if (reading.kind === "overlay") return [reading.overlay];
    for (const { at, words } of reading.problems) {
      const { line, column } = placeOf(text, at);
      problems.push(`${shown}:${line}:${column}: ${words}`);
    }
    return [];
  });
  if (problems.length === 0) return read;
  throw new ConfigurationError(`An overlay is not valid:\n  ${problems.join("\n  ")}`);
}
