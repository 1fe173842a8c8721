import type { ApiReference, Chapter, Operation, Side } from "./reference.js";
import type { FaultForm, ServiceFact } from "../facts/service-fact.js";
import type { InferredBody } from "./bodies/infer-bodies.js";
import type { InferredParameters } from "./parameters/parameter.js";
import type { Bounds } from "./shape/node.js";
import type { TextBody } from "./operations/text-bodies.js";
import type { ImpliedStatus } from "./operations/implied-statuses.js";
import type { SortedRows } from "./rows/rows.js";

/** Everything that was guessed about a reference, beside what it says. */
export interface Inferences {
  /** What the docs say, with a side for each sample. */
  readonly reference: ApiReference;
  readonly service: ServiceFacts;
  readonly operations: ReadonlyMap<Operation, InferredOperation>;
}

export interface InferredOperation {
  readonly operation: Operation;
  readonly chapter: Chapter;
  /** Unique; camel case, all words of the title. */
  readonly operationId: string;
  /** What to call its version of the API, `V2`, where docs have a newer one beside it. */
  readonly older: string | undefined;
  readonly bounds: Bounds;
  readonly rows: SortedRows;
  readonly request: InferredBody | undefined;
  readonly response: InferredBody | undefined;
  /** The member of the body that tells it from others of its method and path. */
  readonly action: string | undefined;
  /** The one member of its body, where operations share method and path: its own or theirs, too. */
  readonly key: string | undefined;
  /** The same for operations that share method and path, names of variables aside. */
  readonly group: number;
  /** Its answer is a list of what its path names. */
  readonly listing: boolean;
  /** The words of its path, without versions, variables and a final `detail`. */
  readonly words: readonly string[];
  readonly parameters: InferredParameters;
  /** Successes that the docs do not name, and that may come all the same. */
  readonly implied: readonly ImpliedStatus[];
  /** Its statuses whose answers have no body, since all that the docs have of one is of other microversions. */
  readonly withoutBody: ReadonlySet<object>;
  /** The docs say that its request has no body. */
  readonly asksNothing: boolean;
  /** The docs show that whatever success it answers has no body. */
  readonly answersNothing: boolean;
  /** The status that the label of a sample names, by sample. */
  readonly sampleCodes: ReadonlyMap<object, number>;
  /** Its bodies that are no JSON, where no header row names their media type. */
  readonly texts: Readonly<Partial<Record<Side, TextBody>>>;
  /** The query parameter that names the members which the answer is to have. */
  readonly fields: string | undefined;
}

export interface ServiceFacts {
  readonly title: string;
  /** One word, in kebab case: the service type where it is known. */
  readonly service: string;
  /** What is known of it beside its docs. */
  readonly known: ServiceFact | undefined;
  /** Only where a version can be asked for. */
  readonly microversions:
    | {
        readonly minimum: string;
        readonly maximum: string;
        readonly headers: readonly { readonly name: string; readonly value: string }[];
        /** Where `latest` is known to be taken for a version. */
        readonly latest?: true;
      }
    | undefined;
  /** The last version that the docs name, whether or not it can be asked for. */
  readonly version: string | undefined;
  readonly faults: FaultForm;
  /** What neither docs nor settings say in so many words. */
  readonly guesses: readonly Guess[];
}

/** Something about the whole service that was guessed, and the setting that settles it. */
export interface Guess {
  readonly words: string;
  readonly setting: string;
}

export type { FaultForm, ImpliedStatus };
export type {
  InferredParameter,
  ParameterValue,
  ParameterVariant,
} from "./parameters/parameter.js";
export type { InferredBody, TextBody };
export { type BodyMember, type BodyNode, type Variant } from "./shape/node.js";
export type { Kind } from "./words/kind.js";
export type { ApiReference, Chapter, Operation, Row, Side, Status } from "./reference.js";

/** Names of the faults of services that put them under one, by status (oslo.middleware, nova.api). */
export const faultNames: Readonly<Record<number, string>> = {
  400: "badRequest",
  401: "unauthorized",
  403: "forbidden",
  404: "itemNotFound",
  405: "badMethod",
  409: "conflictingRequest",
  413: "overLimit",
  415: "badMediaType",
  429: "overLimit",
  501: "notImplemented",
  503: "serviceUnavailable",
};
