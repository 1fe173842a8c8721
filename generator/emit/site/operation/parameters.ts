import type { OperationModel, ParameterModel } from "../../../openapi/model.js";
import { escaped, type Html, joinHtml } from "../../html.js";
import { memberHtml } from "../body/member-html.js";
import type { Member } from "../body/member.js";
import { type Schemas, shapeOf } from "../body/shape.js";
import type { Page } from "../page.js";
import { part } from "../part.js";
import { words } from "../words.js";

const places = ["path", "query", "header", "cookie"] as const;
const headings = {
  path: words.pathParameters,
  query: words.queryParameters,
  header: words.headerParameters,
  cookie: words.cookieParameters,
} as const;

/** The parameters of an operation, a list for each place that they are sent in. */
export function parametersHtml(page: Page, operation: OperationModel, anchor: string): Html {
  const lists = places.flatMap((place) => {
    const found = operation.parameters.filter((parameter) => parameter.in === place);
    if (found.length === 0) return [];
    const items = found.map((parameter) =>
      memberHtml(
        page,
        parameterMember(parameter, page.site.model.schemas),
        `${anchor}/${place}/`,
        0,
      ),
    );
    return [
      part("list", {
        title: escaped(headings[place]),
        content: part("members", { items: joinHtml(items) }),
      }),
    ];
  });
  return joinHtml(lists);
}

/** A parameter as if it were a member. */
export function parameterMember(parameter: ParameterModel, schemas: Schemas): Member {
  const { name, description, schema, bounds } = parameter;
  return {
    name,
    path: name,
    description,
    required: parameter.required || schema["x-restanza"]?.required === true,
    deprecated: parameter.deprecated,
    undocumented: schema["x-restanza"]?.undocumented === true,
    readOnly: false,
    bounds,
    shape: shapeOf(schema, schemas, name),
  };
}
