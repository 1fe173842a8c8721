import type { Severity } from "../diagnostics/diagnostic.js";
import type { Emitter } from "../emit/emitter.js";
import type { PackageFacts } from "../emit/package/manifest.js";
import type { OpenApiDocument } from "../openapi/document.js";
import type { Rename } from "../openapi/rename.js";

/** The outputs beside the OpenAPI document, by the names of their folders. */
export const outputs = [
  "types",
  "client",
  "server",
  "openapi-typescript",
  "site",
  "node",
  "schemas",
  "fakes",
] as const;
export type OutputName = (typeof outputs)[number];

/** What is written where nobody says what. An output that comes later is asked for by name. */
export const usualOutputs: readonly OutputName[] = ["types", "client", "server"];

/** What an output imports of others: they are written with it. */
export const neededOutputs: Readonly<Record<OutputName, readonly OutputName[]>> = {
  types: [],
  client: ["types"],
  server: ["types"],
  "openapi-typescript": [],
  site: [],
  node: ["types", "client"],
  schemas: ["types", "client"],
  fakes: ["types"],
};

/**
 * Forms of error bodies: `named` is `{"itemNotFound": {…}}`, `error` is `{"error": {…}}`, `errors`
 * is `{"errors": […]}`, `typed` is `{"NeutronError": {…}}`, `flat` is `{"message", "code", "title"}`,
 * `faultstring` is `{"faultstring", …}`, `quoted` is `{"error_message": "{…}"}` with JSON in the
 * text, `explained` is `{"explanation", "error": {…}, …}`, `described` is `{"title",
 * "description"}`, `coded` is `{"code", "type", "request_id"}`, `text` is a page or a line, and
 * `any` may be each of them.
 */
export const faultForms = [
  "named",
  "error",
  "errors",
  "typed",
  "flat",
  "faultstring",
  "quoted",
  "explained",
  "described",
  "coded",
  "text",
  "any",
] as const;
export type FaultForm = (typeof faultForms)[number];

/** Inclusive bounds. Versions are text: `"2.10"` is not `"2.1"`. */
export interface VersionLimits {
  readonly min?: string;
  readonly max?: string;
}

/** A handlers file for some chapters of the docs. */
export interface HandlersConfig {
  readonly file: string;
  /** The modules of the chapters in `server/`, without their ending, such as `os-keypairs`. */
  readonly chapters: readonly string[];
}

export interface DocsConfig {
  /**
   * A folder with Handlebars templates of your own: each takes the place of the one of its name in
   * `templates/site` of the package, `parts/header.hbs`, `parts/footer.hbs`, `operation.hbs` and so
   * on. What they are filled with is markup already, and stands there as it is.
   */
  readonly partials?: string;
}

/** One API reference and what is made of it. Paths are relative to the configuration file. */
export interface ServiceConfig {
  /** The name that messages give this entry. Its `out` unless given. */
  readonly name?: string;
  /** A repository root, an `api-ref/source` folder, one file, or an OpenAPI document. */
  readonly source: string;
  /** The folder that the output goes to. */
  readonly out: string;
  /**
   * The file of the server's handlers, yours to write: made where there is none, and from then on
   * brought up to the docs, with a stub for each new operation and a mark at each handler whose
   * operation is gone. None is written unless this names one; `false` says so, too.
   */
  readonly handlers?: string | HandlersConfig | false;
  /**
   * The outputs to write beside `openapi.json` and `openapi.yaml`, and with them what they import:
   * the client alone is `["client"]`, and brings the types. Types, client and server unless given;
   * `openapi-typescript` writes `openapi.d.ts`, the types that openapi-fetch and its kin want; `site`
   * writes pages for people, which need nothing but a browser; `node` writes `connect`, which finds
   * a cloud in `clouds.yaml` or the environment, for programs that need not run in pages.
   */
  readonly emit?: readonly OutputName[];

  /**
   * The service type of OpenStack, such as `compute`: the word for the service in names, and what
   * tells the microversion header and how it answers. Any other word names the service, too, and
   * stands in the microversion header.
   */
  readonly service?: string;
  /** `info` of the document. The title and text of the docs' first page unless given. */
  readonly info?: {
    readonly title?: string;
    readonly version?: string;
    readonly description?: string;
  };
  /** `servers` of the document. */
  readonly servers?: readonly (string | { readonly url: string; readonly description?: string })[];

  /** Makes the document of one microversion, such as `"2.53"`, instead of all of them. */
  readonly microversion?: string;
  /**
   * Whether the versions that the docs bind things to can be asked for: `true` makes microversions
   * of them, `false` releases of the API, which are information. By what the docs say of
   * microversions and their headers, and what is known of the service, unless given.
   */
  readonly microversions?: boolean;
  /** The version of OpenAPI that the document is written in; 3.1 unless given. */
  readonly openapi?: "3.1" | "3.2";
  /** Microversion limits that the docs do not say, by the title or the operationId of the operation. */
  readonly limits?: Readonly<Record<string, VersionLimits>>;
  /** The form of error bodies, where the docs do not show it. */
  readonly faults?: FaultForm;
  /** How the pages for people are made: `site` in `emit`, and `restanza docs`. */
  readonly docs?: DocsConfig;
  /** OpenAPI Overlay 1.1 files, applied last, in this order. */
  readonly overlays?: readonly string[];

  /**
   * Adjusts the document before anything is made of it, behind the overlays: changes the copy that
   * it is called with, or gives another one. One that may leave it as it is returns it. Not async.
   */
  readonly document?: (document: OpenApiDocument) => OpenApiDocument | void;
  /**
   * Other names: of operations, and with them of functions, handlers and types of requests, and of
   * component schemas, and with them of types. `undefined` leaves a name.
   */
  readonly names?: Rename;
  /** Emitters of your own: what they plan is written beside all else, and looked after like it. */
  readonly emitters?: readonly Emitter[];

  /**
   * Only these: names of documents or chapters (`images`, `images.inc`), titles of operations or
   * operationIds; `*` stands for any text.
   */
  readonly include?: readonly string[];
  /** All but these, in the same words as `include`. */
  readonly exclude?: readonly string[];

  /** Another severity for a diagnostic code, or `"off"`. */
  readonly severity?: Readonly<Record<string, Severity | "off">>;
  /** A file of findings that are known and not reported again: `restanza lint --update-baseline`. */
  readonly baseline?: string;
}

/** A package of the clients of several services, which can be published as it stands. */
export interface PackageConfig extends PackageFacts {
  /** The folder that it is written to. Each service has its output in it, below `src/`. */
  readonly out: string;
}

/**
 * A service of a package. `service`, its official type, is the name of its entry: `compute` is
 * imported as `@example/openstack/compute`. It has no `out`, and its client alone is written, unless
 * `emit` says more.
 */
export interface PackagedService extends Omit<ServiceConfig, "out"> {
  readonly service: string;
}

/** Several services of one package. */
export interface PackagedServices {
  readonly package: PackageConfig;
  readonly services: readonly PackagedService[];
}

/** What `restanza.config.ts` exports: one service, or several, or a package of several. */
export type Config =
  | ServiceConfig
  | { readonly services: readonly ServiceConfig[] }
  | PackagedServices;

/** Gives a configuration its type; the value is returned as it is. */
export function defineConfig(config: Config): Config {
  return config;
}
