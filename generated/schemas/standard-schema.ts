// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Schemas of answers as Standard Schema has them (standardschema.dev, version 1): whatever takes
 * such an object takes these.
 *
 * @module
 */

/** A schema: what takes `Input`, and gives `Output` where it fits. */
export interface StandardSchema<Output> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "restanza";
    readonly validate: (value: unknown) => Valid<Output> | Invalid;
    /** Is never there: where types are read from. */
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}

export interface Valid<Output> {
  readonly value: Output;
  readonly issues?: undefined;
}

export interface Invalid {
  readonly issues: readonly Issue[];
}

/** What is wrong: the place, as the keys that lead to it, and in words what was expected there. */
export interface Issue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

/** What the answers of an operation have to be, by their status; ranges and `default` behind. */
export type Answers<Bodies extends object> = {
  readonly [Status in keyof Bodies]: StandardSchema<Bodies[Status]>;
} & {
  /** As documented: `GET /images/{image_id}`. */
  readonly operation: string;
  /** The query parameter that chooses members of the answer, where there is one. */
  readonly fields?: string | undefined;
};

/** What Ajv makes of a schema. */
export interface Check {
  (value: unknown): boolean;
  errors?: readonly CheckError[] | null;
}

interface CheckError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** The schemas of an operation, of the checks of its answers. */
export function answers<Bodies extends object>(
  operation: string,
  checks: { readonly [Status in keyof NoInfer<Bodies>]: Check },
  fields?: string,
): Answers<Bodies> {
  const schemas = Object.entries<Check>(checks as Readonly<Record<string, Check>>).map(
    ([status, check]) => [status, schemaOf(check)] as const,
  );
  return { ...Object.fromEntries(schemas), operation, fields } as Answers<Bodies>;
}

function schemaOf(check: Check): StandardSchema<unknown> {
  const validate = (value: unknown): Valid<unknown> | Invalid =>
    check(value) ? { value } : { issues: (check.errors ?? []).map(issueOf) };
  return { "~standard": { version: 1, vendor: "restanza", validate } };
}

/** No words of the value are in it, which may be secret. */
function issueOf({
  instancePath,
  keyword,
  params,
  message = "is not as documented",
}: CheckError): Issue {
  const path = instancePath
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const { allowedValues, additionalProperty } = params;
  if (keyword === "enum" && Array.isArray(allowedValues))
    return {
      path,
      message: `must be one of ${allowedValues.map((one) => JSON.stringify(one)).join(", ")}`,
    };
  if (additionalProperty !== undefined)
    return { path, message: `must not have ${JSON.stringify(additionalProperty)}` };
  return { path, message };
}
