import type { Chapter, Operation } from "../apiref/model.js";
import type { InferredBody } from "./bodies/infer-bodies.js";
import type { Bounds } from "./bodies/node.js";
import type { SortedRows } from "./rows.js";

/** Everything that was guessed about a reference, beside what it says. */
export interface Inferences {
  readonly service: ServiceFacts;
  readonly operations: ReadonlyMap<Operation, InferredOperation>;
}

export interface InferredOperation {
  readonly operation: Operation;
  readonly chapter: Chapter;
  /** Unique; camel case, all words of the title. */
  readonly operationId: string;
  readonly bounds: Bounds;
  readonly rows: SortedRows;
  readonly request: InferredBody | undefined;
  readonly response: InferredBody | undefined;
  /** The member of the body that tells it from others of its method and path. */
  readonly action: string | undefined;
}

export interface ServiceFacts {
  readonly title: string;
  /** One word, in kebab case. */
  readonly service: string;
  readonly microversions:
    | {
        readonly minimum: string;
        readonly maximum: string;
        readonly headers: readonly { readonly name: string; readonly value: string }[];
      }
    | undefined;
  readonly faults: FaultForm;
}

/** How a service says that something went wrong: the families that OpenStack's services use. */
export type FaultForm = "named" | "error" | "errors" | "typed" | "flat" | "any";

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
