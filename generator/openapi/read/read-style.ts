import type { OpenApiDocument, ParameterObject, SchemaObject } from "../document.js";
import type { StyleModel } from "../model.js";
import { isRecord, resolved } from "../references.js";

/** What a parameter's value may be, as far as it is written: one text, a list of texts, members. */
export interface ValueForms {
  readonly list: boolean;
  readonly object: boolean;
}

const defaults = { path: "simple", query: "form", header: "simple", cookie: "form" } as const;
const kinds: Readonly<Record<ParameterObject["in"], readonly StyleModel["kind"][]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form", "cookie"],
};

/**
 * How the value of a parameter is written (OpenAPI 3.2, Style Values), where it is not written as is
 * usual for its place: a text, in a query also a list that repeats the name. Undefined: it is.
 */
export function readStyle(
  document: OpenApiDocument,
  parameter: ParameterObject,
  schema: SchemaObject,
): StyleModel | undefined {
  const place = parameter.in;
  const reserved = place === "query" && parameter.allowReserved === true;
  if (isJsonContent(parameter)) return { kind: "json", explode: false, reserved };
  const said = kinds[place].find((kind) => kind === parameter.style);
  const kind = said ?? defaults[place];
  const explode = parameter.explode ?? ["form", "cookie"].includes(kind);
  const style = { kind, explode, reserved };
  if (place === "cookie" || reserved || kind === "label" || kind === "matrix") return style;
  const forms = valueForms(document, schema);
  if (forms.object) return style;
  if (!forms.list) return undefined;
  // OpenStack's services decode before they look for commas: what restanza writes is `joined`.
  const isOwn = document["x-restanza"] !== undefined && kind === "form";
  return place === "query" && (explode || isOwn) ? undefined : style;
}

/** Whether the value is one text of JSON (Parameter Object, `content`). */
function isJsonContent({ schema, content }: ParameterObject): boolean {
  const [mediaType] = Object.keys(isRecord(content) ? content : {});
  return schema === undefined && mediaType !== undefined && /[/+]json\b/i.test(mediaType);
}

/** What of lists and objects a schema takes. */
function valueForms(document: OpenApiDocument, schema: SchemaObject, depth = 0): ValueForms {
  const own = resolved<SchemaObject>(document, schema);
  if (own === undefined || depth > 8) return { list: false, object: false };
  const types = [own.type ?? []].flat();
  const branches = [own.allOf, own.anyOf, own.oneOf].flatMap((list) => list ?? []);
  const inner = branches.map((branch) => valueForms(document, branch, depth + 1));
  const untyped = types.length === 0;
  const says = [own.enum, own.const, own.items, own.properties, own.allOf, own.anyOf, own.oneOf];
  // Of what may be anything, members have to be written as well.
  if (untyped && says.every((one) => one === undefined)) return { list: false, object: true };
  return {
    list:
      types.includes("array") ||
      (untyped && own.items !== undefined) ||
      inner.some(({ list }) => list),
    object:
      types.includes("object") ||
      (untyped && isRecord(own.properties)) ||
      inner.some(({ object }) => object),
  };
}
