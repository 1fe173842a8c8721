import type { ApiModel } from "../../openapi/model.js";
import { schemaName } from "../../openapi/references.js";
import { isJson } from "../bodies.js";
import { literal, type Text } from "../text.js";

/**
 * The components of faults by status. A document of somebody else does not name them: then the one
 * that its errors have, all of them or those of `default`, stands for every status. None where they
 * differ, and nothing tells which is the service's own.
 */
export function faultsOf(model: ApiModel): Readonly<Record<string, string>> {
  if (Object.keys(model.faults).length > 0) return model.faults;
  const name = commonFault(model)?.name;
  return name === undefined ? {} : { default: name };
}

/** The media type of such faults, where it is not the usual one: `application/problem+json`. */
export function faultTypeOf(model: ApiModel): Text<"literal"> | undefined {
  if (Object.keys(model.faults).length > 0) return undefined;
  const types = new Set(commonFault(model)?.mediaTypes);
  const [only] = types;
  if (only === undefined || types.size > 1 || only === "application/json") return undefined;
  return literal(only);
}

interface CommonFault {
  readonly name: string;
  readonly mediaTypes: readonly string[];
}

function commonFault({ chapters }: ApiModel): CommonFault | undefined {
  const errors = chapters
    .flatMap(({ operations }) => operations)
    .flatMap(({ responses }) => responses)
    .flatMap(({ ok, status, body }) => {
      const redirects = status === "3XX" || (typeof status === "number" && status < 400);
      if (ok || redirects || body === undefined || !isJson(body.mediaType)) return [];
      const { mediaType, schema } = body;
      return [{ status, mediaType, name: schema.$ref && schemaName(schema.$ref) }];
    });
  const general = errors.filter(({ status }) => status === "default");
  for (const some of [errors, general]) {
    const [first] = some;
    if (first?.name === undefined || some.some(({ name }) => name !== first.name)) continue;
    return { name: first.name, mediaTypes: some.map(({ mediaType }) => mediaType) };
  }
  return undefined;
}
