import type { OperationModel, ResponseModel } from "../../../openapi/model.js";
import { schemaName } from "../../../openapi/references.js";
import { isOpen } from "../../../openapi/versions.js";
import { escaped, fragment, type Html, joinHtml, nothing } from "../../html.js";
import { bodyHtml, memberHtml, typesHtml } from "../body/member-html.js";
import { rangesOfBody, shapeOf } from "../body/shape.js";
import { at, boundsMark } from "../bounds.js";
import { holderMember } from "./parameters.js";
import type { Page } from "../page.js";
import { part } from "../part.js";
import { faultsPage, linkTo } from "../site.js";
import { words } from "../words.js";

/** Answers with their bodies, then faults in a line each. */
export function responsesHtml(page: Page, operation: OperationModel, anchor: string): Html {
  const said = operation.responses.filter(({ general }) => general !== true);
  const faults = said.filter((response) => faultOf(page, response) !== undefined && !response.ok);
  const answers = said.filter((response) => !faults.includes(response));
  const general = operation.responses.some((response) => response.general === true);
  return joinHtml([
    ...answers.map((response) => answerHtml(page, response, anchor)),
    faults.length === 0
      ? nothing
      : part("faults", {
          title: escaped(words.errors),
          status: escaped(words.status),
          reason: escaped(words.reason),
          rows: faults.map((response) => faultView(page, response, anchor)),
        }),
    general
      ? part("note", {
          href: escaped(linkTo(page.path, faultsPage)),
          words: escaped(words.otherErrors),
        })
      : nothing,
  ]);
}

/** The component of the fault that a body is; undefined where it is no fault of the service. */
function faultOf({ site }: Page, { body }: ResponseModel): string | undefined {
  const name = body?.schema.$ref === undefined ? undefined : schemaName(body.schema.$ref);
  return name !== undefined && Object.values(site.model.faults).includes(name) ? name : undefined;
}

function faultView(page: Page, response: ResponseModel, anchor: string): object {
  const { status, description, bounds } = response;
  const id = page.id(`${anchor}/${status}`);
  const fault = faultOf(page, response) ?? "";
  return {
    id: escaped(id),
    at: at(bounds),
    status: escaped(String(status)),
    href: escaped(linkTo(page.path, `${faultsPage}#${encodeURIComponent(fault)}`)),
    mark: boundsMark(bounds),
    description: page.prose(description, 5),
  };
}

function answerHtml(page: Page, response: ResponseModel, anchor: string): Html {
  const { status, description, bounds, body, headers } = response;
  const prefix = `${anchor}/${status}/`;
  const id = page.id(`${anchor}/${status}`);
  const shape = body && shapeOf(body.schema, page.site.model.schemas);
  const isTrivial =
    shape === undefined ||
    (shape.members.length + shape.branches.length === 0 && shape.types.length === 0);
  const { schemas } = page.site.model;
  const members = headers.map(({ bounds: own = {}, requiredWithin, ...header }) => {
    const required = header.required || requiredWithin === true;
    return holderMember({ ...header, required, bounds: own }, schemas);
  });
  const rows = members.map((member) => memberHtml(page, member, `${prefix}header/`, 0));
  return part("answer", {
    id: escaped(id),
    href: fragment(id),
    at: at(bounds),
    ok: response.ok,
    status: escaped(String(status)),
    mark: isOpen(bounds) ? nothing : boundsMark(bounds),
    description: page.prose(description, 5),
    headers:
      rows.length === 0
        ? nothing
        : part("list", {
            at: at(...members.flatMap(({ ranges }) => (ranges.length === 0 ? [{}] : ranges))),
            title: escaped(words.headerParameters),
            content: part("members", { items: joinHtml(rows) }),
          }),
    media: body === undefined ? nothing : escaped(body.mediaType),
    types: isTrivial || shape === undefined ? nothing : typesHtml(shape),
    bodyAt: body === undefined ? nothing : at(...rangesOfBody(body.schema, schemas)),
    body: shape === undefined ? nothing : bodyHtml(page, shape, prefix),
  });
}
