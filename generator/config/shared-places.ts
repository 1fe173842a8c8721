import { resolve } from "node:path";
import type { ServiceConfig } from "./config.js";
import { ConfigurationError } from "./configuration-error.js";
import { isIn, placeOf } from "./places.js";

/** A setting of a service that names a place, and the place. */
interface Named {
  readonly said: string;
  readonly place: string;
}

/**
 * Refuses services of one configuration that would write over each other: one `out`, or one file
 * of handlers, however it is spelt, and either of them in the `out` of another service, where
 * restanza removes what it did not plan. Paths are relative to `folder`.
 */
export function refuseSharedPlaces(services: readonly ServiceConfig[], folder: string): void {
  const placed = services.map(({ out, handlers }) => {
    const file = typeof handlers === "object" ? handlers.file : handlers;
    return {
      out: named(out, folder),
      handlers: file === undefined || file === false ? undefined : named(file, folder),
    };
  });
  for (const setting of ["out", "handlers"] as const) {
    const met = new Map<string, string>();
    for (const { [setting]: own } of placed) {
      if (own === undefined) continue;
      const other = met.get(own.place);
      if (other !== undefined) throw new ConfigurationError(words(setting, other, own.said));
      met.set(own.place, own.said);
    }
  }
  for (const around of placed) {
    for (const inner of placed) {
      if (inner === around) continue;
      for (const setting of ["out", "handlers"] as const) {
        const own = inner[setting];
        if (own !== undefined && isIn(own.place, around.out.place))
          throw new ConfigurationError(
            `The ${setting} of one service, "${own.said}", ${setting === "out" ? "lies" : "lie"} in the out of another, "${around.out.said}", ` +
              "where all else is restanza's to replace and remove. Give each a place of its own.",
          );
      }
    }
  }
}

function named(said: string, folder: string): Named {
  // Where capitals do not count (the default of macOS and Windows) two spellings are one place.
  return { said, place: placeOf(resolve(folder, said)).toLowerCase() };
}

function words(setting: string, one: string, other: string): string {
  return one === other
    ? `Two services have the same ${setting}, "${one}".`
    : `Two services have one ${setting} in two spellings, "${one}" and "${other}".`;
}
