import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";

/*
 * The labelled pairs: what docs were changed, and what a release manager says of it.
 * test/diff/labels/README.md tells what is in them.
 */

export type Verdict = "breaking" | "addition" | "correction" | "unknown";
export type Side = "old" | "new";

/** What a label says of one change. */
export interface LabelledChange {
  readonly verdict: Verdict;
  /** Verdicts that pass as well. */
  readonly accept?: readonly Verdict[];
  /** To say nothing of it is right as well. */
  readonly optional?: boolean;
  readonly action?: string;
  /** Pointer or message of the change holds one of these words. */
  readonly what: readonly string[];
  readonly versions?: { readonly min?: string; readonly max?: string };
  readonly operation?: string;
  readonly operations?: readonly string[];
}

/** One edit of a tree: what is found, and what stands there afterwards. */
export interface Edit {
  readonly file: string;
  readonly side?: Side | "both";
  readonly find?: string;
  readonly after?: string;
  readonly all?: string;
  readonly replace?: string;
  readonly append?: string;
  readonly cut?: { readonly from: string; readonly to?: string };
  readonly paste?: { readonly file: string; readonly before?: string };
  readonly write?: string;
  readonly bytes?: string;
}

export interface Pair {
  /** The folder of ../shared/corpora. */
  readonly tree: string;
  readonly name: string;
  readonly kind: string;
  readonly edited?: Side;
  readonly edits: readonly Edit[];
  readonly changes: readonly LabelledChange[];
  readonly exit?: number;
  readonly why: string;
}

/** Every pair of a folder of labels, file by file; the name of a file is that of its tree. */
export function readPairs(folder: URL): readonly Pair[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  return files.sort().flatMap((file) => {
    const pairs: readonly Omit<Pair, "tree">[] = parse(readFileSync(new URL(file, folder), "utf8"));
    return pairs.map((pair) => ({ tree: file.replace(/\.yaml$/, ""), ...pair }));
  });
}

/** The operations that a label speaks of, as "GET /images". */
export function operationsOf({ operation, operations }: LabelledChange): readonly string[] {
  return operations ?? (operation === undefined ? [] : [operation]);
}
