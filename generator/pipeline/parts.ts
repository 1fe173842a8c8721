import { canonicalJson } from "../openapi/canonical.js";
import type { Side } from "../diff/side.js";
import { ConfigurationError } from "../config/configuration-error.js";
import { type Part, partWords, UnknownChoice } from "./select.js";
import type { Settings } from "./settings.js";

/** Reads a side with settings: throws an `UnknownChoice` where it has nothing of a chosen name. */
export type ReadSide = (settings: Settings) => Side;

/** Two sides that are the same part of their docs, or all of them. */
export interface Alike {
  readonly old: Side;
  readonly new: Side;
  /** Which part it is, a sentence; undefined where all is compared. */
  readonly note: string | undefined;
}

interface Reading {
  readonly read: ReadSide;
  readonly settings: Settings;
  readonly called: "OLD" | "NEW";
}

/**
 * Reads both sides as the same part: what the settings choose, or what an output was made of: the
 * other side is read as that part, too. Outputs of two microversions are compared as they are.
 * @throws {ConfigurationError} where they are two parts, and no reading makes them one
 */
export function readAlike(old: ReadSide, now: ReadSide, settings: readonly [Settings, Settings]) {
  const readings: readonly [Reading, Reading] = [
    { read: old, settings: settings[0], called: "OLD" },
    { read: now, settings: settings[1], called: "NEW" },
  ];
  const sides = chosen(readings);
  const parts = [partOf(sides[0], settings[0]), partOf(sides[1], settings[1])] as const;
  const [from, to] = parts.map(({ microversion }) => microversion);
  // What changed from one microversion to another is a question of its own.
  const areApart = from !== undefined && to !== undefined && from !== to;
  const common = commonPart(...parts);
  const alike = readings.map((one, index): Side => {
    const [side, part] = [sides[index], parts[index]];
    const own = areApart ? { ...common, microversion: part?.microversion } : common;
    if (side !== undefined && part !== undefined && isSame(part, own)) return side;
    return readAs(one, own);
  });
  const [before, after] = alike;
  if (before === undefined || after === undefined) throw new Error("there are two sides");
  if (areApart) {
    const note = `OLD is of microversion ${from} alone, and NEW of ${to}.`;
    return { old: before, new: after, note } satisfies Alike;
  }
  const words = partWords(common);
  const whole = parts.findIndex((part) => !isSame(part, common));
  const why = whole < 0 ? "" : ` ${whole === 0 ? "NEW" : "OLD"} is no more than that.`;
  const note = words === "" ? undefined : `Only a part was compared: ${words}.${why}`;
  return { old: before, new: after, note } satisfies Alike;
}

/** A name that one side alone does not have chooses nothing there; one that neither has is a slip. */
function chosen(readings: readonly [Reading, Reading]): readonly [Side, Side] {
  const missed = new Map<string, UnknownChoice[]>();
  const one = ({ read, settings }: Reading): Side => {
    let left = settings;
    for (;;) {
      try {
        return read(left);
      } catch (error) {
        if (!(error instanceof UnknownChoice)) throw error;
        missed.set(error.pattern, [...(missed.get(error.pattern) ?? []), error]);
        left = without(left, error.pattern);
      }
    }
  };
  const sides = [one(readings[0]), one(readings[1])] as const;
  // Trees and documents are chosen from by other names: nothing there need not be nothing.
  const areAlike = (sides[0].evidence === undefined) === (sides[1].evidence === undefined);
  for (const [first, second] of missed.values()) {
    const fault = areAlike ? second : (first ?? second);
    if (fault !== undefined) throw fault;
  }
  return sides;
}

function without(settings: Settings, pattern: string): Settings {
  const { include, exclude, ...rest } = settings;
  const left = (list: readonly string[]) => list.filter((one) => one !== pattern);
  return {
    ...rest,
    ...(include && { include: left(include) }),
    ...(exclude && { exclude: left(exclude) }),
  };
}

function partOf({ document, evidence }: Side, { include, exclude }: Settings = {}): Part {
  const extension = document["x-restanza"];
  // Of a tree the settings chose, and a name that it does not have chose nothing.
  const part = evidence === undefined ? extension?.part : undefined;
  return { microversion: extension?.projected, ...(part ?? { include, exclude }) };
}

/** What both are: where one is all of its docs, the part that the other is. */
function commonPart(old: Part, now: Part): Part {
  const parts = [old, now].filter(
    ({ include, exclude }) => include !== undefined || exclude !== undefined,
  );
  const [one, other] = parts;
  if (one !== undefined && other !== undefined && !isSame(one, other, false))
    throw new ConfigurationError(
      `OLD is ${partWords(old)} of its docs, and NEW ${partWords(now)}: ` +
        "make both of the same part, or of all (generate without --only).",
    );
  return {
    microversion: old.microversion ?? now.microversion,
    include: one?.include,
    exclude: one?.exclude,
  };
}

function readAs({ read, settings, called }: Reading, part: Part): Side {
  const { microversion, include, exclude } = part;
  const own: Settings = {
    ...settings,
    ...(microversion !== undefined && { microversion }),
    ...(include !== undefined && { include }),
    ...(exclude !== undefined && { exclude }),
  };
  try {
    return read(own);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const other = called === "OLD" ? "NEW" : "OLD";
    throw new ConfigurationError(
      `${other} is only ${partWords(part)} of its docs, and ${called} cannot be read as that: ${error.message}`,
    );
  }
}

function isSame(a: Part, b: Part, withVersion = true): boolean {
  const text = ({ microversion, include, exclude }: Part): string =>
    canonicalJson([(withVersion && microversion) || "", include ?? null, exclude ?? null]);
  return text(a) === text(b);
}
