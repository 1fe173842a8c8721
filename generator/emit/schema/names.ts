import { compareVersions } from "../../openapi/versions.js";
import type { Text } from "../text.js";
import { code, identifier, literal } from "../text.js";
import type { Collected } from "./collect.js";
import type { Variation } from "./shapes.js";

/** For whom a type is written: over all versions, at the type parameter `V`, or at one version. */
export type Stand =
  | { readonly kind: "wide" }
  | { readonly kind: "V" }
  | { readonly kind: "at"; readonly version: string };

/** An entry where it is referred to: the text, and the one name in it. */
export interface Referred {
  readonly text: Text<"code">;
  readonly name: Text<"identifier">;
}

/** What the declarations of an entry are called. */
export interface EntryNames {
  readonly wide: Text<"identifier">;
  readonly at: Text<"identifier">;
  readonly base: Text<"identifier">;
  readonly shapes: ReadonlyMap<string, Text<"identifier">>;
}

/** Names of shapes (`Service_2_53`), of what chooses one (`ServiceAt`) and of the base. */
export function nameShapes(
  { entries, names }: Collected,
  variations: ReadonlyMap<string, Variation>,
): ReadonlyMap<string, EntryNames> {
  return new Map(
    entries.map(({ key, name }) => {
      const variation = variations.get(key);
      if (variation?.kind !== "shaped") {
        return [key, { wide: name, at: name, base: name, shapes: new Map() }];
      }
      const take = (words: string) => identifier(names.take(identifier(words), "_"));
      const shapes = new Map(
        variation.points.map((point) => [point, take(`${name}_${point.replace(/\W/g, "_")}`)]),
      );
      return [key, { wide: name, at: take(`${name}At`), base: take(`${name}Base`), shapes }];
    }),
  );
}

export function refer(variation: Variation | undefined, names: EntryNames, stand: Stand): Referred {
  const plain = { text: code`${names.wide}`, name: names.wide };
  if (variation === undefined || variation.kind === "plain" || stand.kind === "wide") return plain;
  if (stand.kind === "V") {
    const name = variation.kind === "shaped" ? names.at : names.wide;
    return { text: code`${name}<V>`, name };
  }
  const point = variation.points.findLast((one) => compareVersions(one, stand.version) <= 0);
  if (point === undefined) return plain;
  if (variation.kind === "holder") {
    return { text: code`${names.wide}<${literal(point)}>`, name: names.wide };
  }
  const name = names.shapes.get(point) ?? names.wide;
  return { text: code`${name}`, name };
}
