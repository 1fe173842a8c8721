import { resolve } from "node:path";
import type { ServiceConfig } from "./config.js";
import { ConfigurationError } from "./configuration-error.js";
import { placeOf } from "./places.js";

/**
 * Refuses services of one configuration that would write over each other: one `out`, or one file
 * of handlers, however it is spelt. Paths are relative to `folder`.
 */
export function refuseSharedPlaces(services: readonly ServiceConfig[], folder: string): void {
  for (const setting of ["out", "handlers"] as const) {
    const met = new Map<string, string>();
    for (const service of services) {
      const named = service[setting];
      const said = typeof named === "object" ? named.file : named;
      if (said === undefined || said === false) continue;
      // Where capitals do not count (the default of macOS and Windows) both would be one.
      const place = placeOf(resolve(folder, said)).toLowerCase();
      const other = met.get(place);
      if (other !== undefined) throw new ConfigurationError(words(setting, other, said));
      met.set(place, said);
    }
  }
}

function words(setting: string, one: string, other: string): string {
  return one === other
    ? `Two services have the same ${setting}, "${one}".`
    : `Two services have one ${setting} in two spellings, "${one}" and "${other}".`;
}
