import type { Conventions } from "../facts/service-fact.js";

/**
 * The OpenAPI 3.1 document as restanza writes it: the contract between reading and emitting.
 * Everything an emitter needs is here, what OpenAPI has no word for under `x-openstack`
 * (OpenStack's own extension) and `x-restanza`.
 */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly description?: string;
  };
  readonly servers?: readonly ServerObject[];
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly tags?: readonly TagObject[];
  readonly paths: Readonly<Record<string, PathItemObject>>;
  /** What the service sends to addresses that it was given, by operationId. */
  readonly webhooks?: Readonly<Record<string, PathItemObject>>;
  readonly components?: {
    readonly schemas?: Readonly<Record<string, SchemaObject>>;
    readonly parameters?: Readonly<Record<string, ParameterObject>>;
    readonly responses?: Readonly<Record<string, ResponseObject>>;
    readonly securitySchemes?: Readonly<Record<string, object>>;
  };
  readonly "x-restanza"?: DocumentExtension;
}

export interface ServerObject {
  readonly url: string;
  readonly description?: string;
  readonly variables?: Readonly<Record<string, { readonly default: string }>>;
}

/** What the document says of the whole service. */
export interface DocumentExtension {
  /** The word for the service in names and headers, for example `compute`. */
  readonly service: string;
  /** Types that the service went by before, by which catalogs may still know it. */
  readonly aliases?: readonly string[];
  /** Only where a version can be asked for: bounds alone are information. */
  readonly microversions?: MicroversionsExtension;
  /** How the service answers what its docs do not speak of, as far as it is known. */
  readonly conventions?: Conventions;
  /** Component names of the fault bodies, by status code, and `default` for any other. */
  readonly faults?: Readonly<Record<string, string>>;
  /** The microversion that the document is projected to, if it is. */
  readonly projected?: string;
  /** By which names its operations were chosen (`include`, `exclude`), where it has not all of them. */
  readonly part?: { readonly include?: readonly string[]; readonly exclude?: readonly string[] };
  /** The sources by name with a digest of each, for the headers of generated files. */
  readonly sources?: Readonly<Record<string, string>>;
}

export interface MicroversionsExtension {
  /** The first and the last that the docs name: text, `2.10` is not `2.1`. */
  readonly minimum: string;
  readonly maximum: string;
  /** Request headers that ask for one; `{version}` stands for it: `compute {version}`. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Where `latest` is known to be taken for a version. */
  readonly latest?: true;
}

export interface TagObject {
  readonly name: string;
  readonly description?: string;
  /** OpenAPI 3.2. */
  readonly summary?: string;
  readonly parent?: string;
  readonly kind?: string;
  readonly "x-restanza"?: {
    readonly title?: string;
    readonly source?: string;
    readonly deprecated?: boolean;
    /** What OpenAPI 3.2 has members for. */
    readonly parent?: string;
    readonly kind?: string;
  };
}

export type Method = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";
export const methods: readonly Method[] = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
];

export interface PathItemObject extends Readonly<Partial<Record<Method, OperationObject>>> {
  /** OpenAPI 3.2 has a member for QUERY, and one for all other methods, as they are written. */
  readonly query?: OperationObject;
  readonly additionalOperations?: Readonly<Record<string, OperationObject>>;
  /** Operations whose method OpenAPI 3.1 has no member for, such as COPY. */
  readonly "x-restanza-operations"?: Readonly<Record<string, OperationObject>>;
}

/** `x-openstack`: the bounds of what it stands on; text, inclusive, absent when open. */
export interface OpenStackExtension {
  readonly "min-ver"?: string;
  readonly "max-ver"?: string;
  /** The one member of the body that chooses this branch. */
  readonly "action-name"?: string;
}

export interface OperationObject {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly deprecated?: boolean;
  readonly parameters?: readonly (ParameterObject | Reference)[];
  readonly requestBody?: RequestBodyObject;
  readonly responses: Readonly<Record<string, ResponseObject | Reference>>;
  /** Where the docs have it stand elsewhere than other operations. */
  readonly servers?: readonly ServerObject[];
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly "x-openstack"?: OpenStackExtension;
  readonly "x-restanza"?: OperationExtension;
}

export interface OperationExtension {
  readonly source?: SourceName;
  /**
   * The query parameter that names the members which the answer is to have, `fields`. Where it is
   * given, none of the others is required, only what holds the resource. The schema of the answer
   * says what is required without it.
   */
  readonly fields?: string;
  /** Places of the request body, as pointers, that rows ask for, and samples leave out all the same. */
  readonly asked?: readonly string[];
  /**
   * Where several documented operations share method and path: each of them. Then everything on
   * the operation itself is their union.
   */
  readonly operations?: readonly DocumentedOperation[];
}

/** Provenance by name: a line number would move with every edit above it. */
export interface SourceName {
  /** File name, for example `images.inc`. */
  readonly file: string;
  /** The heading there. */
  readonly title: string;
}

export interface DocumentedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tag: string;
  readonly deprecated?: boolean;
  readonly source: SourceName;
  /** As on an operation. */
  readonly fields?: string;
  /** As on an operation. */
  readonly asked?: readonly string[];
  readonly "x-openstack"?: OpenStackExtension;
  /** Names of the parameters it documents, as `in:name`. */
  readonly parameters: readonly string[];
  /** Its own body, if any. */
  readonly requestBody?: RequestBodyObject;
  readonly responses: Readonly<Record<string, ResponseObject | Reference>>;
}

export interface ParameterObject {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly description?: string;
  readonly required?: boolean;
  readonly deprecated?: boolean;
  /** Absent only beside `content`, which restanza does not write. */
  readonly schema: SchemaObject;
  readonly content?: Readonly<Record<string, MediaTypeObject>>;
  /** Restanza writes none. */
  readonly style?: string;
  readonly allowReserved?: boolean;
  /** `false`: a list is one text with commas between (`id,name`). Otherwise a query repeats its name. */
  readonly explode?: boolean;
  readonly example?: unknown;
  readonly "x-openstack"?: OpenStackExtension;
  /** `name`: the name as documented, where the template cannot carry it. `required`: once inside its bounds. */
  readonly "x-restanza"?: { readonly name?: string; readonly required?: boolean };
}

export interface RequestBodyObject {
  readonly description?: string;
  readonly required?: boolean;
  readonly content: Readonly<Record<string, MediaTypeObject>>;
}

export interface MediaTypeObject {
  readonly schema?: SchemaObject;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, ExampleObject>>;
}

export interface ExampleObject {
  readonly summary?: string;
  readonly value: unknown;
  /** `min-ver`: the microversion that it is a sample of. Later ones may have more members. */
  readonly "x-openstack"?: OpenStackExtension;
}

export interface ResponseObject {
  /** OpenAPI 3.2. */
  readonly summary?: string;
  readonly description: string;
  readonly headers?: Readonly<Record<string, HeaderObject>>;
  readonly content?: Readonly<Record<string, MediaTypeObject>>;
  readonly "x-openstack"?: OpenStackExtension;
  /** `summary`: what OpenAPI 3.2 has a member for. */
  readonly "x-restanza"?: { readonly summary?: string };
}

export interface HeaderObject {
  readonly description?: string;
  readonly required?: boolean;
  readonly schema: SchemaObject;
  readonly "x-openstack"?: OpenStackExtension;
  readonly "x-restanza"?: { readonly required?: boolean };
}

export interface Reference {
  readonly $ref: string;
}

/** JSON Schema 2020-12, the words that restanza writes. Other documents may hold more. */
export interface SchemaObject {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly type?: SchemaType | readonly SchemaType[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, SchemaObject>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | SchemaObject;
  readonly patternProperties?: Readonly<Record<string, SchemaObject>>;
  readonly propertyNames?: SchemaObject;
  readonly items?: SchemaObject;
  readonly prefixItems?: readonly SchemaObject[];
  readonly allOf?: readonly SchemaObject[];
  readonly anyOf?: readonly SchemaObject[];
  readonly oneOf?: readonly SchemaObject[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** What a text holds (JSON Schema 2020-12, Validation, section 8). */
  readonly contentMediaType?: string;
  readonly contentSchema?: SchemaObject;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly examples?: readonly unknown[];
  readonly "x-openstack"?: OpenStackExtension;
  readonly "x-restanza"?: SchemaExtension;
}

export type SchemaType = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";

export interface SchemaExtension {
  /** In samples, but in no row of the docs. */
  readonly undocumented?: boolean;
  /** Neither in a row nor in a sample of the operation: others show it of the same resource. */
  readonly borrowed?: boolean;
  /** Required wherever its bounds hold; optional over all versions because they do not always. */
  readonly required?: boolean;
  /** Known values of an open enumeration: others may come. */
  readonly values?: readonly string[];
  /** On a component: the component that shows the same resource best. This is another view of it. */
  readonly resource?: string;
  /** The type as the docs wrote it, where it says more than the schema does. */
  readonly type?: string;
}
