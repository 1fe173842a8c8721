import { escaped, fragment, type Html, joinHtml, nothing } from "../../html.js";
import { at, boundsMark, mark } from "../bounds.js";
import { spotsHtml } from "../findings.js";
import type { Page } from "../page.js";
import { part } from "../part.js";
import { words } from "../words.js";
import type { Bounds } from "../../../openapi/versions.js";
import type { Branch, Member, Shape } from "./member.js";

/** Members at this depth and above are shown at once; what is deeper is opened. */
const openTo = 1;

/** The members of a body as nested lists. `prefix` begins their ids: `show-server/request/`. */
export function bodyHtml(page: Page, shape: Shape, prefix: string): Html {
  return insideHtml(page, shape, prefix, 0);
}

function insideHtml(page: Page, shape: Shape, prefix: string, depth: number): Html {
  const { members, branches } = shape;
  return joinHtml([
    members.length === 0 ? nothing : listHtml(page, members, prefix, depth),
    branches.length === 0 ? nothing : branchesHtml(page, branches, prefix, depth),
  ]);
}

function listHtml(page: Page, members: readonly Member[], prefix: string, depth: number): Html {
  const items = members.map((member) => memberHtml(page, member, prefix, depth));
  return part("members", { items: joinHtml(items) });
}

function branchesHtml(
  page: Page,
  branches: readonly Branch[],
  prefix: string,
  depth: number,
): Html {
  const items = branches.map(({ title, bounds, members }) => ({
    title: escaped(title),
    at: at(bounds),
    mark: boundsMark(bounds),
    members: listHtml(page, members, prefix, depth),
  }));
  return part("branches", { words: escaped(words.oneOf), items });
}

/** One member, also a parameter: what it is called, its type, its words, and what it holds. */
export function memberHtml(page: Page, member: Member, prefix: string, depth: number): Html {
  const { name, path, shape, ranges, said } = member;
  const id = page.id(prefix + path);
  const inside = insideHtml(page, shape, prefix, depth + 1);
  const parts = [...shape.members, ...shape.branches];
  const rangesOfPart = (one: Member | Branch): readonly Bounds[] => {
    if ("bounds" in one) return [one.bounds];
    return one.ranges.length === 0 ? [{}] : one.ranges;
  };
  return part("member", {
    id: escaped(id),
    href: fragment(id),
    at: at(...ranges),
    name: escaped(name === "*" ? words.anyKey : name),
    types: typesHtml(shape),
    marks: marksHtml(member),
    about: joinHtml([spotsHtml(page, prefix, name), aboutHtml(shape)]),
    said: said.map((one) => ({ at: at(...one.ranges), html: page.prose(one.markdown, 5) })),
    inside,
    open: depth < openTo,
    insideAt: inside === nothing ? nothing : at(...parts.flatMap(rangesOfPart)),
    summary: escaped(words.membersOf(name)),
  });
}

/** The types of a value, and its limits, to stand behind its name. */
export function typesHtml({ types, limits }: Shape): Html {
  const free = types.filter(({ bounds }) => at(bounds) === nothing);
  const bound = types.filter(({ bounds }) => at(bounds) !== nothing);
  const all = [
    ...(free.length === 0
      ? []
      : [{ words: free.map((type) => type.words).join(" or "), at: nothing }]),
    ...bound.map((type) => ({ words: type.words, at: at(type.bounds) })),
  ];
  const said = all.map((type) => part("type", { words: escaped(type.words), at: type.at }));
  const size = limits.length === 0 ? "" : `, ${limits.join(", ")}`;
  return joinHtml([...said, escaped(size)]);
}

function marksHtml({ required, deprecated, undocumented, readOnly, ranges }: Member): Html {
  const needed = typeof required === "boolean" ? nothing : at(...required);
  return joinHtml([
    required === false ? nothing : mark("required", words.required, needed),
    deprecated ? mark("deprecated", words.deprecated) : nothing,
    readOnly ? mark("plain", words.readOnly) : nothing,
    undocumented === undefined ? nothing : mark("plain", words.undocumented[undocumented]),
    boundsMark(...ranges),
  ]);
}

/** Values, default, and where it goes on in a circle: a line each. */
function aboutHtml({ values, repeats, ...shape }: Shape): Html {
  const line = (lead: string, all: readonly { value: Html; at: Html }[], where = nothing) =>
    part("values", { lead: escaped(lead), values: all, at: where });
  const shown = values.map(({ value, bounds }) => ({ value: code(value), at: at(bounds) }));
  const known = values[0]?.open === true ? words.known : words.allowed;
  return joinHtml([
    shown.length === 0 ? nothing : line(known, shown, at(...values.map(({ bounds }) => bounds))),
    shape.default === undefined
      ? nothing
      : line(words.standard, [{ value: code(shape.default), at: nothing }]),
    repeats === undefined
      ? nothing
      : line(words.repeats, [{ value: escaped(repeats), at: nothing }]),
  ]);
}

function code(value: unknown): Html {
  return escaped(typeof value === "string" ? value : JSON.stringify(value));
}
