/**
 * What is known of a service beside its docs. Every group of facts carries its source in `from`;
 * what is absent is not known.
 */
export interface ServiceFact {
  /** The official service type (OpenStack's service-types authority). */
  readonly type: string;
  /** The project that makes the service, by which docs often call it. */
  readonly project: string;
  /** Types that it went by before (service-types authority). */
  readonly aliases?: readonly string[];
  /** What the titles of its published API reference call it, where that is neither of these; in kebab case. */
  readonly titles?: readonly string[];
  /** `false`: known to have none. */
  readonly microversions?: MicroversionFacts | { readonly none: true; readonly from: string };
  readonly faults?: { readonly form: FaultForm; readonly from: string };
  readonly conventions?: Conventions & { readonly from: string };
  /** Where it answers with another success than its published API reference names. */
  readonly successes?: readonly SuccessFact[];
  /** The variable at the start of its paths that is the project of the caller, where no name of it says so. */
  readonly account?: { readonly variable: string; readonly from: string };
  /** Where its answers have an empty text for what there is not, in place of null or of no member. */
  readonly emptyTexts?: readonly EmptyTextFact[];
}

/** Members of answers that may be empty texts, whatever form they have where there is something to tell. */
export interface EmptyTextFact {
  /** `box.address`: the resource in the singular and lower case, and its member. */
  readonly members: readonly string[];
  readonly from: string;
}

/** A success that some operations answer with, and the one that the published API reference names for them. */
export interface SuccessFact {
  /** `PUT /boxes/{}`: method and path as documented, variables without their names. */
  readonly operations: readonly string[];
  readonly named: number;
  readonly answered: number;
  readonly from: string;
}

/** How microversions are asked for. */
export interface MicroversionFacts {
  /** The word before the version in `OpenStack-API-Version`; the service type unless given. */
  readonly word?: string;
  /** Headers of the time before that one, which hold the version alone. */
  readonly older?: readonly string[];
  /** Whether only those are read: pages of another origin are not even allowed to send `OpenStack-API-Version`. */
  readonly olderAlone?: true;
  /** The one that is served unasked; docs rarely name it. */
  readonly first?: string;
  /** Whether `latest` is taken for a version. */
  readonly latest?: boolean;
  readonly from: string;
}

/**
 * How a service says that something went wrong: the families that OpenStack's services use.
 * `named` is `{"itemNotFound": {…}}`, `error` is `{"error": {…}}`, `errors` is `{"errors": […]}`,
 * `typed` is `{"NeutronError": {…}}`, `flat` is `{"message", "code", "title"}`, `faultstring` is
 * `{"faultstring", …}`, `quoted` is `{"error_message": "{…}"}` with JSON in the text, `explained` is
 * `{"explanation", "error": {…}, …}`, `described` is `{"title", "description"}`, `coded` is
 * `{"code", "type", "request_id"}`, `text` is a page or a line, and `any` may be each of them.
 */
export type FaultForm =
  | "named"
  | "error"
  | "errors"
  | "typed"
  | "flat"
  | "faultstring"
  | "quoted"
  | "explained"
  | "described"
  | "coded"
  | "text"
  | "any";

/**
 * How a service answers what docs do not speak of. Plain data: it stands in the document as
 * `x-restanza.conventions`, and servers that are made from the document keep to it.
 */
export interface Conventions {
  /** The status for a method that a path does not have, where it has others. */
  readonly wrongMethod?: 404 | 405;
  /** HEAD where there is only a GET: answered like it but without the body, or a wrong method. */
  readonly head?: "get" | "wrong-method";
  /** A path with a slash too many at its end: the same, or unknown. */
  readonly slashAtEnd?: "same" | "unknown";
  /** A name in the query that the service does not know. */
  readonly unknownQuery?: "ignored" | 400;
  /** Which version counts where one version header names the service several times. */
  readonly repeatedVersion?: "first" | "last";
  /** Whether the word before the version may be written in capitals. */
  readonly wordInCapitals?: boolean;
  /** A version header that names other services only: refused, or as if there were none. */
  readonly otherServices?: 400 | "minimum";
  /** The word without a version behind it: refused, or as if there were no header. */
  readonly wordAlone?: 400 | "minimum";
  /** The status for a version that is none: `2`, `2.53 x`. */
  readonly malformedVersion?: 400 | 406;
  /** Whether `2.05` is refused, or read as 2.5. */
  readonly leadingZeros?: 400 | "number";
  /** Whether `LATEST` is taken, where `latest` is. */
  readonly latestInCapitals?: boolean;
}
