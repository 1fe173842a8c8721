/**
 * The document that a client was made from: its operations, and whether an answer is as it says.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";

/** An operation as documented: of those that share a path, each on its own. */
export interface Documented {
  /** Its `operationId`. */
  readonly id: string;
  /** The file of the docs, and its title there. */
  readonly row: string;
  /** The member of the body that tells it from others of its path, where it is an action. */
  readonly action: string | undefined;
  /** Where it stands in the document, as a JSON pointer. */
  readonly at: string;
  readonly statuses: readonly string[];
}

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, object>>;
  readonly "x-openstack"?: { readonly "action-name"?: string };
  readonly "x-restanza"?: {
    readonly operations?: readonly (Operation & { readonly source: Source })[];
    readonly source?: Source;
  };
  readonly source?: Source;
}

interface Source {
  readonly file: string;
  readonly title: string;
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const escaped = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");

export class ServiceDocument {
  readonly #document: OpenApi;
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });

  constructor(service: string) {
    const file = `openstack/src/${service}/openapi.json`;
    this.#document = JSON.parse(readFileSync(file, "utf8"));
    formats.default(this.#ajv);
    this.#ajv.addSchema(this.#document, "document");
  }

  /** What is documented of `POST /servers/{server_id}/action`, one for each action. */
  operations(call: string): readonly Documented[] {
    const [method = "", path = ""] = call.split(/ (.*)/);
    const operation = this.#document.paths[path]?.[method.toLowerCase()];
    if (operation === undefined) return [];
    const at = `#/paths/${escaped(path)}/${method.toLowerCase()}`;
    const { operations, source } = operation["x-restanza"] ?? {};
    if (operations === undefined) return [documented(operation, source, at)];
    return operations.map((one, index) =>
      documented(one, one.source, `${at}/x-restanza/operations/${index}`),
    );
  }

  /** What is wrong with an answer: nothing, where no schema is documented. */
  errors(one: Documented, status: string, body: unknown): readonly ErrorObject[] {
    const validate = this.#validator(one, status);
    return validate === undefined || validate(body) === true ? [] : (validate.errors ?? []);
  }

  /** Whether a body of JSON is documented. */
  hasBody(one: Documented, status: string): boolean {
    return this.#validator(one, status) !== undefined;
  }

  #validator({ at }: Documented, status: string): ValidateFunction | undefined {
    return this.#ajv.getSchema(
      `document${at}/responses/${status}/content/application~1json/schema`,
    );
  }
}

function documented(operation: Operation, source: Source | undefined, at: string): Documented {
  return {
    id: operation.operationId,
    row: `${source?.file ?? ""}: ${source?.title ?? ""}`,
    action: operation["x-openstack"]?.["action-name"],
    at,
    statuses: Object.keys(operation.responses),
  };
}
