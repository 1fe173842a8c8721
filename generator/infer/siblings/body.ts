import type { Operation, ParameterEntry, Row, Side } from "../reference.js";
import type { Features } from "./closeness.js";
import type { PlacedRow } from "../rows/place-rows.js";
import type { ReferenceSet } from "./reference-sets.js";
import type { Shape } from "../shape/shape.js";
import { isListing, pathWords } from "../words/names/collections.js";
import { singular } from "../../english/number.js";

/** One side of one operation, before it is known what its body looks like. */
export interface BodySide {
  readonly operation: Operation;
  /** Which one of all it is, in the order of the docs. */
  readonly place: number;
  readonly side: Side;
  readonly rows: readonly Row[];
  /** Whole JSON samples of this side, merged; undefined without any. */
  readonly sampled: Shape | undefined;
  /** How many samples were merged. */
  readonly samples: number;
}

/** A side whose rows have found their places in its own samples. */
export interface SampledBody {
  readonly body: BodySide;
  readonly skeleton: Shape;
  readonly wrapper: string | undefined;
  readonly placed: readonly PlacedRow[];
  /** The names of all rows. */
  readonly names: ReadonlySet<string>;
  readonly references: ReferenceSet;
  readonly features: Features;
}

/**
 * An entry of a parameters file, as a key. Services may have several files; entries of one name
 * that say the same in the same words are the same entry.
 */
export function referenceKey({ entry, reference }: Row): string {
  if (entry === undefined) return `?\0${reference.value}`;
  const known = keys.get(entry);
  if (known !== undefined) return known;
  const said = entry.description.markdown.trim();
  const key = `${said === "" ? entry.file : `${entry.type ?? ""}\0${said}`}\0${entry.name}`;
  keys.set(entry, key);
  return key;
}

/** The keys of entries, which are as long as their descriptions. */
const keys = new WeakMap<ParameterEntry, string>();

/** Whether a body is the answer that lists what its path names. */
export function answersList({ operation, side }: Pick<BodySide, "operation" | "side">): boolean {
  return side === "response" && isListing(operation);
}

/** Whether a body is the request that makes a resource: POST to a collection, or a PUT that answers 201. */
export function creates({ operation, side }: Pick<BodySide, "operation" | "side">): boolean {
  const { method, path, statuses, title } = operation;
  if (side !== "request") return false;
  const one = /\}\/?$/.test(path);
  if (method.value === "PUT") return one && statuses.some(({ code }) => code === 201);
  const last = pathWords(path).at(-1) ?? "";
  const collects = singular(last) !== last || /^create\b/i.test(title.value);
  return method.value === "POST" && !one && collects;
}
