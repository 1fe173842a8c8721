import type {
  DocumentedOperation,
  HeaderObject,
  OpenApiDocument,
  OperationObject,
  ParameterObject,
  PathItemObject,
  Reference,
  RequestBodyObject,
  ResponseObject,
  SchemaObject,
} from "../document.js";
import { methods } from "../document.js";
import { entriesLeft } from "./entries.js";
import { narrow } from "./narrow.js";
import { projectInside, projectSchema, unbound, type Projection } from "./project-schema.js";
import type { Still } from "./still.js";
import { prune } from "./prune.js";
import { readBounds } from "../read/read-range.js";
import { isRecord, pointedAt, resolved } from "../references.js";
import { within } from "../versions.js";

interface Context extends Projection {
  readonly document: OpenApiDocument;
}

/**
 * The document as it is at one microversion: what is bound to others goes, what is left has no
 * bounds, and what is required there is `required`.
 */
export function project(document: OpenApiDocument, version: string): OpenApiDocument {
  const context = contextOf(document, version);
  const projected = projectOperations(context);
  const { schemas } = projected.components ?? {};
  if (schemas === undefined) return prune(projected);
  const left = entriesLeft(schemas, (one) => projectComponent(context, one));
  return prune({ ...projected, components: { ...projected.components, schemas: left } });
}

/**
 * The same with the component schemas as they stand, for whoever asks for few of them: those have
 * to be projected as they are asked for, by `projectInside`.
 */
export function projectAllButSchemas(
  document: OpenApiDocument,
  version: string,
  still: Still,
): OpenApiDocument {
  return projectOperations({ ...contextOf(document, version), still });
}

function contextOf(document: OpenApiDocument, version: string): Context {
  return {
    document,
    version,
    component: (reference) => {
      const target = pointedAt(document, reference);
      return isRecord(target) ? target : undefined;
    },
  };
}

function projectOperations(context: Context): OpenApiDocument {
  const { document, version } = context;
  const paths = entriesLeft(document.paths, (item) => projectItem(context, item));
  const webhooks =
    document.webhooks && entriesLeft(document.webhooks, (item) => projectItem(context, item));
  const { parameters, responses } = document.components ?? {};
  const service = document["x-restanza"] === undefined ? document.info.title : "";
  return {
    ...document,
    paths,
    ...(webhooks && { webhooks }),
    ...(document.components && {
      components: {
        ...document.components,
        ...(parameters && {
          parameters: entriesLeft(parameters, (one) => projectParameter(context, one)),
        }),
        ...(responses && {
          responses: entriesLeft(responses, (one) => projectResponse(context, one)),
        }),
      },
    }),
    "x-restanza": { service, ...document["x-restanza"], projected: version },
  };
}

function isAway(context: Context, thing: object | undefined): boolean {
  const extension =
    thing !== undefined && "x-openstack" in thing ? thing["x-openstack"] : undefined;
  return !within(readBounds(extension), context.version);
}

/** A component that is away keeps a place until nothing refers to it. */
function projectComponent(context: Context, schema: SchemaObject): SchemaObject | undefined {
  return isRecord(schema) ? projectInside(schema, context) : schema;
}

function projectItem(context: Context, item: PathItemObject): PathItemObject | undefined {
  if (isAway(context, item)) return undefined;
  const out: Record<string, unknown> = Object.fromEntries(Object.entries(unbound(item)));
  let left = 0;
  for (const method of methods) {
    const operation: OperationObject | undefined = item[method];
    if (operation === undefined) continue;
    const projected = projectOperation(context, operation);
    if (projected === undefined) delete out[method];
    else {
      out[method] = projected;
      left++;
    }
  }
  const others = item["x-restanza-operations"];
  if (others !== undefined) {
    const kept = entriesLeft(others, (operation) => projectOperation(context, operation));
    if (Object.keys(kept).length > 0) out["x-restanza-operations"] = kept;
    else delete out["x-restanza-operations"];
    left += Object.keys(kept).length;
  }
  if ("parameters" in item && Array.isArray(item.parameters)) {
    out["parameters"] = projectParameters(context, item.parameters);
  }
  return left > 0 || "$ref" in item ? out : undefined;
}

function projectOperation(
  context: Context,
  operation: OperationObject,
): OperationObject | undefined {
  if (isAway(context, operation)) return undefined;
  const documented = operation["x-restanza"]?.operations;
  const kept = documented?.filter((one) => !isAway(context, one));
  if (documented !== undefined && documented.length > 0 && kept?.length === 0) return undefined;
  const narrowed =
    documented === undefined || kept === undefined || kept.length === documented.length
      ? operation
      : narrow(operation, documented, kept);
  const { requestBody, ...rest } = unbound(narrowed);
  const body = requestBody && projectBody(context, requestBody);
  return {
    ...rest,
    ...(rest.parameters && { parameters: projectParameters(context, rest.parameters) }),
    ...(body && { requestBody: body }),
    responses: projectResponses(context, rest.responses),
    ...(kept && {
      "x-restanza": {
        ...rest["x-restanza"],
        operations: kept.map((one) => projectDocumented(context, one)),
      },
    }),
  };
}

function projectDocumented(context: Context, one: DocumentedOperation): DocumentedOperation {
  const { requestBody, ...rest } = unbound(one);
  const body = requestBody && projectBody(context, requestBody);
  return {
    ...rest,
    ...(body && { requestBody: body }),
    responses: projectResponses(context, rest.responses),
  };
}

function projectParameters(
  context: Context,
  parameters: readonly (ParameterObject | Reference)[],
): readonly (ParameterObject | Reference)[] {
  return parameters.flatMap((entry): readonly (ParameterObject | Reference)[] => {
    const target = resolved<ParameterObject>(context.document, entry);
    const projected = target && projectParameter(context, target);
    if (target !== undefined && projected === undefined) return [];
    return ["$ref" in entry ? entry : (projected ?? entry)];
  });
}

function projectParameter(
  context: Context,
  parameter: ParameterObject,
): ParameterObject | undefined {
  if (isAway(context, parameter)) return undefined;
  return projectHolder(context, parameter);
}

/** A parameter or a header: its schema, and whether it is required here. */
function projectHolder<Holder extends ParameterObject | HeaderObject>(
  context: Context,
  holder: Holder,
): Holder | undefined {
  const out = unbound(holder);
  const schema = isRecord(holder.schema) ? projectSchema(holder.schema, context) : holder.schema;
  if (holder.schema !== undefined && schema === undefined) return undefined;
  return {
    ...out,
    ...(holder["x-restanza"]?.required === true && { required: true }),
    ...(schema && { schema }),
  };
}

function projectBody(context: Context, body: RequestBodyObject): RequestBodyObject | undefined {
  if ("$ref" in body) return body;
  if (isAway(context, body)) return undefined;
  const content = projectContent(context, body.content);
  return Object.keys(content).length > 0 || Object.keys(body.content ?? {}).length === 0
    ? { ...unbound(body), content }
    : undefined;
}

function projectContent(
  context: Context,
  content: RequestBodyObject["content"],
): RequestBodyObject["content"] {
  return entriesLeft(content, (media) => {
    const { schema, examples, ...rest } = media;
    const projected = isRecord(schema) ? projectSchema(schema, context) : schema;
    if (schema !== undefined && projected === undefined) return undefined;
    const left =
      examples && entriesLeft(examples, (one) => (isAway(context, one) ? undefined : unbound(one)));
    return {
      ...(projected !== undefined && { schema: projected }),
      ...rest,
      ...(left && Object.keys(left).length > 0 && { examples: left }),
    };
  });
}

function projectResponses(
  context: Context,
  responses: OperationObject["responses"],
): OperationObject["responses"] {
  return entriesLeft(responses, (response) => {
    const target = resolved<ResponseObject>(context.document, response);
    if (target !== undefined && isAway(context, target)) return undefined;
    return "$ref" in response ? response : projectResponse(context, response);
  });
}

function projectResponse(context: Context, response: ResponseObject): ResponseObject | undefined {
  if (isAway(context, response)) return undefined;
  const { headers, content, ...rest } = unbound(response);
  const kept =
    headers &&
    entriesLeft(headers, (header) =>
      isAway(context, header) ? undefined : projectHolder(context, header),
    );
  const bodies = content && projectContent(context, content);
  return {
    ...rest,
    ...(kept && Object.keys(kept).length > 0 && { headers: kept }),
    ...(bodies && Object.keys(bodies).length > 0 && { content: bodies }),
  };
}
