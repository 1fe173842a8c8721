import type { ParameterEntry, Row, Side } from "../reference.js";
import type { Note } from "../votes/decision.js";
import type { Knowledge } from "../siblings/learn.js";
import type { ValueTable } from "../words/values/value-tables.js";

/** What is known beside the skeleton and the rows of one body. */
export interface BodyContext {
  readonly side: Side;
  /** A request that changes a resource which is there already. */
  readonly changes: boolean;
  /** A request that makes a resource. */
  readonly creates: boolean;
  /** The body says only what is to change (PATCH, RFC 5789): what it leaves out stays. */
  readonly partial: boolean;
  /** Whether a row of a change speaks of what the resource is, not of the change. */
  readonly ofResource: (row: Row) => boolean;
  /** Names of members of which others tell that earlier microversions do not have them. */
  readonly later: ReadonlySet<string>;
  /** For each key of the body that has twins all that show the same, itself among them. */
  readonly twins: ReadonlyMap<string, readonly string[]>;
  /** The one key that all of the body stands under, if there is one. */
  readonly wrapper: string | undefined;
  /** Whether the samples of a creation give null for several members that it may leave out. */
  readonly showsNulls: boolean;
  /** Names that the docs of the operation say an extension adds. */
  readonly ofExtensions: ReadonlySet<string>;
  /** Names of which the docs of the operation say that one has to be there. */
  readonly alternatives: ReadonlySet<string>;
  /** Names of which the docs of the operation say that they are of any form. */
  readonly freeForm: ReadonlySet<string>;
  /** Members of resources, by `memberKey`, of which the docs of any operation say so. */
  readonly freeMembers: ReadonlySet<string>;
  readonly knowledge: Knowledge;
  /** What the path names: the resource that members at the top belong to. */
  readonly resource: string;
  /** The tables of values in the text of its chapter, and those that name a member in full. */
  readonly tables: readonly ValueTable[];
  /** Names of rows of a request whose prose says that they are maps. */
  readonly maps: ReadonlySet<string>;
  /** By path, the rows that operations of the same method and path lend. */
  readonly lent: ReadonlyMap<string, Row>;
  /** How often something known from elsewhere was filled in. */
  readonly borrowed: { times: number };
  /** Told why each place is what it is, where somebody asks. */
  readonly noted: Note | undefined;
  /** Told of each place where samples and rows do not agree. */
  readonly found: (finding: BodyFinding) => void;
}

/** A disagreement between rows and samples, told at the row that it is about, and its place. */
export type BodyFinding =
  | { readonly kind: "type-contradicts-sample"; readonly row: Row; readonly path: string }
  | { readonly kind: "type-contradicts-description"; readonly entry: ParameterEntry }
  | {
      readonly kind: "required-but-absent" | "row-not-in-sample";
      readonly row: Row;
      readonly path: string;
      readonly key: string;
    }
  | { readonly kind: "wrapper-contradicts-sample"; readonly row: Row; readonly wrapper: string }
  | { readonly kind: "undocumented-key"; readonly path: string }
  | {
      readonly kind: "wrapper-in-other-number";
      readonly wrapper: string;
      readonly meant: string;
    };
