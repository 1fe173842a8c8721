/**
 * What a change means for programs that were right by OLD, as a release manager would say it.
 * `breaking`: one of them is wrong now, at a microversion that OLD knew. `addition`: none is, and
 * programs may do more; also whatever comes behind a microversion that OLD did not know.
 * `correction`: the service did not change, the docs did. `unknown`: only the service itself could
 * tell, and the message says why.
 */
export type Verdict = "breaking" | "addition" | "correction" | "unknown";

/** From what most needs to be looked at to what least does. */
export const verdicts: readonly Verdict[] = ["breaking", "unknown", "addition", "correction"];

/** An operation as reports name it: as it is called in NEW, or in OLD where it is gone. */
export interface OperationName {
  /** Upper case. */
  readonly method: string;
  readonly path: string;
  /** Its operationId. */
  readonly id: string;
}

/** Microversions, both ends included; both null where the service has none. */
export interface VersionRange {
  readonly min: string | null;
  readonly max: string | null;
}

/** One thing that is different, at one place of one operation, within one range of microversions. */
export interface Change {
  /** The id of its record: stable, in kebab case. */
  readonly id: string;
  readonly verdict: Verdict;
  /** Null where it is about the service as a whole. */
  readonly operation: OperationName | null;
  /**
   * The place within the operation, as `restanza why` takes it: `/request/server/name`,
   * `/response/servers/0/id` (0 for the items of a list, * for the values of a map),
   * `/query/limit`; a code is `/status/404`, and what is in such an answer lies below that.
   */
  readonly pointer: string;
  readonly versions: VersionRange;
  /** One sentence, the reason of an `unknown` and the evidence of a `correction` in it. */
  readonly message: string;
  /**
   * The message without the way to the place, its last name aside: equal where one cause, such as
   * an entry of parameters.yaml, is met in many operations.
   */
  readonly gist: string;
  /** Names the change over many runs: holds no wording and no line. 16 hexadecimal digits. */
  readonly fingerprint: string;
}

/** The same change with another verdict, and the reason for it behind its words. */
export function reconsidered(change: Change, verdict: Verdict, why: string): Change {
  const because = (words: string): string => `${words.replace(/\.$/, "")} (${why}).`;
  const { message, gist } = change;
  return { ...change, verdict, message: because(message), gist: because(gist) };
}
