import type { Evidence, Side } from "../../diff/side.js";
import { inputsOf } from "../../pipeline/inputs.js";
import { hasHooks, type Settings } from "../../pipeline/settings.js";
import type { OpenedSide } from "../../pipeline/sides.js";
import { cacheFile, type CacheFolder } from "./folder.js";
import { readSealed, writeSealed } from "./sealed.js";

/** What a run of `diff` leaves of a side: what it was read from, and what came of it. */
interface Remembered {
  readonly ids: readonly string[];
  readonly digest: string;
  readonly side: Omit<Side, "evidence">;
  readonly evidence: Written | undefined;
}

/** Evidence as JSON has it. */
interface Written {
  readonly history: readonly (readonly [string, string])[];
  readonly rows: readonly (readonly [string, readonly (readonly [string, RowOf])[]])[];
  readonly unread: readonly string[];
  readonly own: readonly (readonly [string, string])[];
  readonly unclear: Evidence["unclear"];
}

type RowOf =
  Evidence["rows"] extends ReadonlyMap<string, ReadonlyMap<string, infer Row>> ? Row : never;

/**
 * The side that an earlier run read of the same files with the same settings, else what `read`
 * gives: it is kept for the next.
 */
export function rememberedSide(
  folder: CacheFolder | undefined,
  opened: OpenedSide,
  settings: Settings,
  read: () => Side,
): Side {
  // What functions of the configuration go by is theirs alone.
  if (folder === undefined || hasHooks(settings)) return read();
  const { tree, histories, identity } = opened;
  const causes = [identity, tree.sourceFolder, tree.documents, tree.fragments, histories, settings];
  const place = cacheFile(folder, "side", causes);
  const bytes = readSealed(place);
  const known = bytes && (JSON.parse(bytes.toString("utf8")) as Remembered);
  if (known !== undefined && inputsOf(tree, known.ids, []).digest === known.digest)
    return { ...known.side, evidence: known.evidence && evidenceOf(known.evidence) };
  const side = read();
  const ids = opened.seen();
  const { digest } = inputsOf(tree, ids, []);
  const { evidence, ...rest } = side;
  const left: Remembered = { ids, digest, side: rest, evidence: evidence && written(evidence) };
  writeSealed(place, Buffer.from(JSON.stringify(left)));
  return side;
}

function written({ history, rows, unread, own, unclear }: Evidence): Written {
  return {
    history: [...history],
    rows: [...rows].map(([operation, places]) => [operation, [...places]] as const),
    unread: [...unread],
    own: [...own],
    unclear,
  };
}

function evidenceOf({ history, rows, unread, own, unclear }: Written): Evidence {
  return {
    history: new Map(history),
    rows: new Map(rows.map(([operation, places]) => [operation, new Map(places)] as const)),
    unread: new Set(unread),
    own: new Map(own),
    unclear,
  };
}
