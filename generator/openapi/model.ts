import type { Conventions } from "../facts/service-fact.js";
import type { Bounds } from "../versions/versions.js";
import type { OpenApiDocument, OpenStackExtension, SchemaObject, SourceName } from "./document.js";

/**
 * What every emitter reads: the OpenAPI document again, with one entry per *documented* operation
 * (those that share a method and path told apart), references of parameters and responses
 * resolved, versions worked out. Made from the document alone by `readModel`.
 */
export interface ApiModel {
  readonly title: string;
  readonly description: string | undefined;
  /** In kebab case, for example `compute` or `block-storage`. */
  readonly service: string;
  /** Types that it went by before, by which catalogs may still know it. */
  readonly aliases: readonly string[];
  /** Only where a version can be asked for. */
  readonly microversions: Microversions | undefined;
  /** How the service answers what docs do not speak of; empty where nothing is known. */
  readonly conventions: Conventions;
  readonly chapters: readonly ChapterModel[];
  /** Component schemas by name, in the order of the document. */
  readonly schemas: Readonly<Record<string, SchemaObject>>;
  /** Component names of fault bodies by status code, and under `default`. */
  readonly faults: Readonly<Record<string, string>>;
  /** Where a client sends its credential; undefined where nothing says so, and it sends none. */
  readonly credential: CredentialModel | undefined;
  /** The microversion that the document is projected to, if it is. */
  readonly projected: string | undefined;
  /** The document that all of it was made from, for an emitter that hands it on as it stands. */
  readonly document: OpenApiDocument;
}

/** A header, and what stands in it before the credential: `Authorization`, `Bearer `. */
export interface CredentialModel {
  readonly header: string;
  readonly prefix: string;
}

export interface Microversions {
  readonly minimum: string;
  readonly maximum: string;
  /** Every microversion from the minimum to the maximum, ascending. */
  readonly all: readonly string[];
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Whether `latest` is known to be taken for a version. */
  readonly latest: boolean;
}

/** A tag, and the module that its operations go to. */
export interface ChapterModel {
  /** For file names, in kebab case: `images`, `servers-actions`. Unique. */
  readonly name: string;
  readonly title: string;
  readonly description: string | undefined;
  /** The sources it was made from, by name, and a digest of them (16 hex digits), if known. */
  readonly source: string | undefined;
  readonly digest: string | undefined;
  readonly operations: readonly OperationModel[];
}

export type { Bounds, Conventions };

export interface OperationModel {
  /** Camel case, unique: `listImagesWithDetails`. */
  readonly operationId: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly source: SourceName | undefined;
  /** Upper case; also `COPY`. */
  readonly method: string;
  readonly path: string;
  readonly bounds: Bounds;
  /** The one member of the body that tells this operation from others of its method and path. */
  readonly action: string | undefined;
  /** How many documented operations share the method and path; 1 for most. */
  readonly sharing: number;
  readonly parameters: readonly ParameterModel[];
  /** The variable of the path that is the project of the caller: a token knows it. */
  readonly ofCaller?: string;
  readonly body: BodyModel | undefined;
  /** Ascending by status; a range behind what it spans, `default` last. */
  readonly responses: readonly ResponseModel[];
  /** It asks for no credential, or for another than that of the client: it is sent none. */
  readonly anonymous?: true;
  /** How a request chooses members of the answer, if it can. */
  readonly fields: FieldsModel | undefined;
  /** What requests and answers look like, for people: nothing that runs depends on them. */
  readonly samples: readonly SampleModel[];
}

/** One example of the document. */
export interface SampleModel {
  readonly of: "request" | ResponseModel["status"];
  /** The name of the example, as a rule that of its file. */
  readonly name: string;
  /** Empty where nothing says more than that it is an example. */
  readonly title: string;
  readonly mediaType: string;
  readonly value: unknown;
  readonly bounds: Bounds;
}

/** Of the answer comes what is named, the rest is left out: `GET /networks?fields=id`. */
export interface FieldsModel {
  /** The query parameter that names the members. */
  readonly parameter: string;
  /** The member of the answer that holds the resource, or a list of it; undefined: it is the resource. */
  readonly resource: string | undefined;
}

export interface ParameterModel {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly description: string | undefined;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly schema: SchemaObject;
  /** A list of it is one text with commas between; else its name is repeated. */
  readonly joined: boolean;
  /** How it is written, where that is not usual for its place. */
  readonly style: StyleModel | undefined;
  readonly bounds: Bounds;
}

/** How the value of a parameter is written (OpenAPI 3.2, Style Values). */
export interface StyleModel {
  readonly kind:
    | "simple"
    | "label"
    | "matrix"
    | "form"
    | "spaceDelimited"
    | "pipeDelimited"
    | "deepObject"
    | "cookie"
    /** One text of JSON. */
    | "json";
  readonly explode: boolean;
  /** Signs that separate the parts of a URL stay as they are. */
  readonly reserved: boolean;
}

export interface BodyModel {
  readonly required: boolean;
  /** `application/json` unless the docs say otherwise. */
  readonly mediaType: string;
  readonly schema: SchemaObject;
  /** In what other forms it may be sent, or comes, where there are any. */
  readonly others?: readonly MediaModel[];
}

/** A body in one of its forms. */
export interface MediaModel {
  readonly mediaType: string;
  readonly schema: SchemaObject;
}

/** Every status of one class (OpenAPI 3.1, Responses Object) that stands there by no number. */
export type StatusRange = "1XX" | "2XX" | "3XX" | "4XX" | "5XX";

export interface ResponseModel {
  /** `default` comes from foreign documents alone: restanza names a range where docs name no code. */
  readonly status: number | StatusRange | "default";
  /** By number: below 400. `default` is not. */
  readonly ok: boolean;
  /**
   * The fault of the service for the statuses that the docs do not name, which restanza puts beside
   * those of every operation: no answer that its own docs speak of.
   */
  readonly general?: true;
  readonly description: string;
  /** Absent: no body. */
  readonly body: Omit<BodyModel, "required"> | undefined;
  readonly headers: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly description: string | undefined;
    readonly schema: SchemaObject;
    /** Where it comes at all, unless everywhere. */
    readonly bounds?: Bounds;
    /** It always comes where it comes at all. */
    readonly requiredWithin?: true;
  }[];
  readonly bounds: Bounds;
}

/** The range that a status is in. */
export function rangeOf(status: number): StatusRange | undefined {
  return statusRanges.find((range) => range.startsWith(String(Math.trunc(status / 100))));
}

export const statusRanges: readonly StatusRange[] = ["1XX", "2XX", "3XX", "4XX", "5XX"];

/** The bounds that an `x-openstack` extension says. */
export function boundsOf(extension: OpenStackExtension | undefined): Bounds {
  const { "min-ver": min, "max-ver": max } = extension ?? {};
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}
