import type { OperationModel } from "../../../openapi/model.js";
import { bodyOf } from "../../bodies.js";
import type { Member, Shape } from "../body/member.js";
import { type Schemas, shapeOf } from "../body/shape.js";
import { boundsWords, hullOf } from "../bounds.js";
import { parameterMember } from "../operation/parameters.js";
import { words } from "../words.js";
import { below, block, code, hanging, plain } from "./lines.js";

/** An operation in full as Markdown, below a heading of its own at this level. */
export function operationText(operation: OperationModel, schemas: Schemas, level: number): string {
  const { title, method, path, bounds, description, action, deprecated } = operation;
  const heading = (words: string, deeper: number) => `${"#".repeat(level + deeper)} ${words}`;
  const body = bodyOf(operation);
  const facts = [
    code(`${method} ${path}`),
    ...(action === undefined ? [] : [code(action)]),
    ...(deprecated ? [words.deprecated] : []),
    ...(boundsWords(bounds) === "" ? [] : [boundsWords(bounds)]),
  ];
  const parameters = operation.parameters.map((parameter) =>
    memberLines({ ...parameterMember(parameter, schemas) }, "", parameter.in),
  );
  return joined([
    heading(plain(title), 0),
    facts.join(", "),
    below(description, level),
    ...(parameters.length === 0 ? [] : [heading(words.request, 1), parameters.flat().join("\n")]),
    ...(body === undefined
      ? []
      : [heading(`${words.request}: ${words.body}`, 1), bodyText(body.schema, schemas)]),
    ...samplesText(operation, "request"),
    ...operation.responses.flatMap((response) => [
      heading(`${words.response} ${response.status}`, 1),
      [boundsWords(response.bounds), below(response.description, level + 1)]
        .filter((said) => said !== "")
        .join(": "),
      // Faults are told of once, on a page of their own.
      ...(response.body === undefined || !response.ok
        ? []
        : [bodyText(response.body.schema, schemas)]),
      ...samplesText(operation, response.status),
    ]),
  ]);
}

/** A body as nested lists. */
export function bodyText(schema: Parameters<typeof shapeOf>[0], schemas: Schemas): string {
  const shape = shapeOf(schema, schemas);
  return shapeLines(shape, "").join("\n") || typesText(shape);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

function samplesText({ samples }: OperationModel, of: unknown): readonly string[] {
  return samples
    .filter((sample) => sample.of === of)
    .map(({ value, title, bounds }) => {
      const lead = [plain(title), boundsWords(bounds)].filter((said) => said !== "").join(", ");
      const isText = typeof value === "string";
      const text = isText ? value : JSON.stringify(value, undefined, 2);
      return joined([lead === "" ? "" : `${lead}:`, block(text, isText ? "" : "json")]);
    });
}

function shapeLines({ members, branches }: Shape, indent: string): readonly string[] {
  return [
    ...members.flatMap((member) => memberLines(member, indent)),
    ...branches.flatMap(({ title, bounds, members: own }) => [
      `${indent}- ${words.oneOf}: ${[plain(title), boundsWords(bounds)].filter((said) => said !== "").join(", ")}`,
      ...own.flatMap((member) => memberLines(member, `${indent}  `)),
    ]),
  ];
}

function memberLines(member: Member, indent: string, place?: string): readonly string[] {
  const { name, shape, required, deprecated, ranges, said } = member;
  const where = boundsWords(hullOf(ranges));
  const description = said.map(({ markdown }) => markdown).join("\n\n");
  const facts = [
    ...(place === undefined ? [] : [place]),
    typesText(shape),
    ...(required === false ? [] : [words.required]),
    ...(deprecated ? [words.deprecated] : []),
    ...(where === "" ? [] : [where]),
    ...(shape.repeats === undefined ? [] : [`${words.repeats} ${code(shape.repeats)}`]),
    ...valuesText(shape),
  ];
  const about = description === "" ? "" : `: ${hanging(description, `${indent}  `)}`;
  const shown = name === "*" ? `*${words.anyKey}*` : code(name);
  return [`${indent}- ${shown} (${facts.join(", ")})${about}`, ...shapeLines(shape, `${indent}  `)];
}

function valuesText({ values }: Shape): readonly string[] {
  if (values.length === 0) return [];
  const lead = values[0]?.open === true ? words.known : words.allowed;
  const shown = values.map(({ value }) =>
    code(typeof value === "string" ? value : JSON.stringify(value)),
  );
  return [`${lead.toLowerCase()} ${shown.join(" ")}`];
}

function typesText({ types, limits }: Shape): string {
  const said = types.map((type) =>
    [type.words, boundsWords(type.bounds)].filter((word) => word !== "").join(" "),
  );
  return [said.join(" or "), ...limits.map(plain)].join(", ");
}
