/**
 * What is different between some microversions and later ones, at one place of one operation. It is
 * found by comparing documents, which emitters do not: whoever makes a site brings it.
 */
export interface SiteChange {
  /** What it means for programs that were right at the earlier one. */
  readonly verdict: "breaking" | "unknown" | "addition" | "correction";
  /** By its operationId; null where it is about the service as a whole. */
  readonly operation: { readonly id: string } | null;
  /** `/request/server/name`, `/response/servers/0/id`, `/query/limit`, `/status/404`; empty: all of it. */
  readonly pointer: string;
  /** A sentence; what stands between backticks is code. */
  readonly message: string;
  /** From any of the one range to any later one of the other; both ends included. */
  readonly pairs: readonly { readonly from: VersionSpan; readonly to: VersionSpan }[];
}

export interface VersionSpan {
  readonly min: string;
  readonly max: string;
}

/** What needs most to be looked at stands first. */
export const verdicts = ["breaking", "unknown", "addition", "correction"] as const;
