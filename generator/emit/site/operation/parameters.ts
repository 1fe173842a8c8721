import type { OperationModel, ParameterModel } from "../../../openapi/model.js";
import { escaped, type Html, joinHtml } from "../../html.js";
import { memberHtml } from "../body/member-html.js";
import type { Member } from "../body/member.js";
import { memberOfSchema, type Schemas } from "../body/shape.js";
import { narrowed } from "../body/variants.js";
import { at } from "../bounds.js";
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
    const members = found.map((parameter) => parameterMember(parameter, page.site.model.schemas));
    const items = members.map((member) => memberHtml(page, member, `${anchor}/${place}/`, 0));
    return [
      part("list", {
        at: at(...members.flatMap(({ ranges }) => (ranges.length === 0 ? [{}] : ranges))),
        title: escaped(headings[place]),
        content: part("members", { items: joinHtml(items) }),
      }),
    ];
  });
  return joinHtml(lists);
}

/** A parameter as if it were a member. */
export function parameterMember(parameter: ParameterModel, schemas: Schemas): Member {
  const { name, description, required, deprecated, bounds, schema } = parameter;
  return { ...holderMember({ name, description, required, bounds, schema }, schemas), deprecated };
}

/** A parameter or header: what is said of its schema is said of it, unless it speaks itself. */
export function holderMember(
  holder: Pick<ParameterModel, "name" | "description" | "required" | "schema" | "bounds">,
  schemas: Schemas,
): Member {
  const { name, description, schema, bounds } = holder;
  const own = memberOfSchema(name, schema, schemas);
  return {
    ...own,
    said: description === undefined ? own.said : [{ markdown: description, ranges: [] }],
    required: holder.required || own.required,
    ranges: narrowed(own.ranges, bounds),
  };
}
