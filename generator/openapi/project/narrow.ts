import { canonicalJson } from "../canonical.js";
import type {
  DocumentedOperation,
  MediaTypeObject,
  OperationObject,
  SchemaObject,
} from "../document.js";
import { entriesLeft } from "./entries.js";
import { unionResponse } from "../write/merge-operations.js";
import { anySuccess } from "../write/write-operation.js";

/**
 * What several documented operations share is their union: without those that are away it has
 * neither their parameters nor their statuses nor their branches of the body.
 */
export function narrow(
  operation: OperationObject,
  documented: readonly DocumentedOperation[],
  kept: readonly DocumentedOperation[],
): OperationObject {
  const gone = documented.filter((one) => !kept.includes(one));
  const lost = <Key>(of: (one: DocumentedOperation) => readonly Key[]) => {
    const stays = new Set(kept.flatMap(of));
    return new Set(gone.flatMap(of).filter((key) => !stays.has(key)));
  };
  const parameters = lost((one) => one.parameters);
  const statuses = lost((one) => Object.keys(one.responses));
  const bodies = lost((one) =>
    Object.values(one.requestBody?.content ?? {}).map((media) => bodyKey(media.schema ?? {})),
  );
  const actions = lost((one) =>
    [one["x-openstack"]?.["action-name"]].filter((a) => a !== undefined),
  );
  const isLost = (branch: SchemaObject) => {
    const action = branch["x-openstack"]?.["action-name"];
    return bodies.has(bodyKey(branch)) || (action !== undefined && actions.has(action));
  };
  const { requestBody, ...rest } = operation;
  const content =
    requestBody && entriesLeft(requestBody.content ?? {}, (media) => narrowMedia(media, isLost));
  return {
    ...rest,
    ...(rest.parameters && {
      parameters: rest.parameters.filter(
        (one) => !("in" in one) || one.in === "path" || !parameters.has(`${one.in}:${one.name}`),
      ),
    }),
    ...(requestBody && content && Object.keys(content).length > 0
      ? { requestBody: { ...requestBody, content } }
      : {}),
    responses: withSuccess(
      Object.fromEntries(
        Object.entries(rest.responses).filter(([status]) => !statuses.has(status)),
      ),
      kept,
    ),
  };
}

/** Where those that name a code for success are away, the answers of the others have their range. */
function withSuccess(
  responses: OperationObject["responses"],
  kept: readonly DocumentedOperation[],
): OperationObject["responses"] {
  if (Object.keys(responses).some((status) => /^[1-3]/.test(status))) return responses;
  const own = kept.flatMap((one) => {
    const response = one.responses[anySuccess];
    return response === undefined || "$ref" in response ? [] : [response];
  });
  return own.length === 0
    ? responses
    : { [anySuccess]: unionResponse(own, kept.length), ...responses };
}

function narrowMedia(
  media: MediaTypeObject,
  isLost: (branch: SchemaObject) => boolean,
): MediaTypeObject | undefined {
  const { schema } = media;
  if (schema === undefined) return media;
  for (const key of ["oneOf", "anyOf"] as const) {
    const list = schema[key];
    const left = list?.filter((branch) => !isLost(branch));
    if (list === undefined || left === undefined || left.length === list.length) continue;
    if (left.length === 0) return undefined;
    const [only] = left;
    const { [key]: _, ...around } = schema;
    return {
      ...media,
      schema: left.length === 1 && only ? { ...around, ...only } : { ...schema, [key]: left },
    };
  }
  return isLost(schema) ? undefined : media;
}

function bodyKey(schema: SchemaObject): string {
  if (schema.$ref !== undefined) return schema.$ref;
  const { title: _title, description: _description, "x-openstack": _bounds, ...rest } = schema;
  return canonicalJson(rest);
}
