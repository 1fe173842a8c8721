import type { Bounds } from "../../../openapi/versions.js";
import { isOpen } from "../../../openapi/versions.js";
import type { Member, Shape } from "../body/member.js";
import { allMembers, shapeOf } from "../body/shape.js";
import { firstSentence } from "../markdown/sentence.js";
import { parameterMember } from "../operation/parameters.js";
import { changesPage } from "../changes/steps.js";
import { words } from "../words.js";
import { bodyOf } from "../../bodies.js";
import { blocksIn, faultsPage, type PlacedOperation, type Site } from "../site.js";
import type { SiteBlock } from "../source.js";

/** What can be found. The script of the search tells kinds apart by these letters. */
export type Kind = "operation" | "member" | "fault" | "text";

export interface Entry {
  readonly kind: Kind;
  readonly title: string;
  /** What else it is found by: path, action, first sentence. */
  readonly words: string;
  /** What stands below its title: where it is, or what it says. */
  readonly about: string;
  readonly page: string;
  readonly anchor: string;
  /** Where it holds, unless everywhere. */
  readonly bounds: readonly Bounds[];
}

/** Everything of a site that can be found, operations first. */
export function entriesOf(site: Site): readonly Entry[] {
  const operations = [...site.operations.values()];
  return [
    ...operations.map(operationEntry),
    ...memberEntries(site, operations),
    ...faultEntries(site),
    ...textEntries(site),
    ...(site.changes.length === 0 ? [] : [changesEntry]),
  ];
}

const changesEntry: Entry = {
  kind: "text",
  title: words.changes,
  words: words.microversion,
  about: firstSentence(words.changesAbout),
  page: changesPage,
  anchor: "",
  bounds: [],
};

function operationEntry({ operation, page, anchor, chapter }: PlacedOperation): Entry {
  const { title, method, path, action, bounds, description } = operation;
  return {
    kind: "operation",
    title,
    words: [path, action, chapter.title, firstSentence(description)].filter(Boolean).join(" "),
    about: `${method} ${path}${action === undefined ? "" : ` ${action}`}`,
    page,
    anchor,
    bounds: isOpen(bounds) ? [] : [bounds],
  };
}

interface Found {
  readonly member: Member;
  readonly placed: PlacedOperation;
  readonly anchor: string;
}

/** A member is found once for each page, at the first operation there that has it. */
function memberEntries(site: Site, operations: readonly PlacedOperation[]): readonly Entry[] {
  const found = new Map<string, Found[]>();
  for (const placed of operations)
    for (const one of membersOf(site, placed)) {
      const key = `${placed.page} ${one.member.name}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, [one]);
      else if (known.at(-1)?.placed !== placed) known.push(one);
    }
  return [...found.values()].flatMap((all): readonly Entry[] => {
    const [first] = all;
    if (first === undefined || first.member.name === "*") return [];
    const { member, placed, anchor } = first;
    const others = all.length > 1 ? ` +${all.length - 1}` : "";
    const bounds = all.flatMap(({ member: { ranges } }) => (ranges.length === 0 ? [{}] : ranges));
    return [
      {
        kind: "member",
        title: member.name,
        words: firstSentence(member.said[0]?.markdown),
        about: `${member.path === member.name ? "" : `${member.path}, `}${placed.operation.title}${others}`,
        page: placed.page,
        anchor,
        bounds: bounds.some(isOpen) ? [] : bounds,
      },
    ];
  });
}

function membersOf(site: Site, placed: PlacedOperation): readonly Found[] {
  const { operation, anchor } = placed;
  const { schemas } = site.model;
  const body = bodyOf(operation);
  const parameters = operation.parameters.map((parameter) => ({
    member: parameterMember(parameter, schemas),
    placed,
    anchor: `${anchor}/${parameter.in}/${parameter.name}`,
  }));
  const inside = (shape: Shape | undefined, prefix: string) =>
    shape === undefined
      ? []
      : allMembers(shape).map((member) => ({ member, placed, anchor: `${prefix}/${member.path}` }));
  return [
    ...parameters,
    ...inside(body && shapeOf(body.schema, schemas), `${anchor}/request`),
    ...operation.responses
      .filter(({ ok }) => ok)
      .flatMap((response) =>
        inside(
          response.body && shapeOf(response.body.schema, schemas),
          `${anchor}/${response.status}`,
        ),
      ),
  ];
}

function faultEntries({ model }: Site): readonly Entry[] {
  const codes = new Map<string, string[]>();
  for (const [code, name] of Object.entries(model.faults))
    if (model.schemas[name] !== undefined) codes.set(name, [...(codes.get(name) ?? []), code]);
  return [...codes].map(([name, all]) => ({
    kind: "fault" as const,
    title: name,
    words: all.join(" "),
    about: all.filter((code) => code !== "default").join(", "),
    page: faultsPage,
    anchor: name,
    bounds: [],
  }));
}

/** Headings of chapters and sections, with what is said below each. */
function textEntries(site: Site): readonly Entry[] {
  const seen = new Set<string>();
  return site.source.documents.flatMap(({ name, title, blocks }) => {
    const page = `${name}.html`;
    const sections = [...blocksIn(blocks)].flatMap((block): readonly Entry[] => {
      if (block.kind !== "section" && block.kind !== "chapter") return [];
      const own = block.kind === "chapter" ? site.chapterPages.get(block.chapter) : undefined;
      const anchor = own === undefined ? (block.ids[0]?.id ?? "") : "";
      return [textEntry(block.title, block.blocks, own ?? page, anchor)];
    });
    const all = [textEntry(title, blocks, page, ""), ...sections];
    return all.filter((entry) => {
      const key = `${entry.page} ${entry.title}`;
      return seen.size < seen.add(key).size;
    });
  });
}

function textEntry(
  title: string,
  blocks: readonly SiteBlock[],
  page: string,
  anchor: string,
): Entry {
  const prose = blocks.flatMap((block) => (block.kind === "prose" ? [block.markdown] : []));
  const about = firstSentence(prose[0])
    .replace(/[*`\\]/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
  return {
    kind: "text",
    title,
    words: plainWords(prose.join(" ")),
    about,
    page,
    anchor,
    bounds: [],
  };
}

/** Each word of some prose once: enough to be found by. */
function plainWords(markdown: string): string {
  const all = markdown.replace(/\]\([^)]*\)/g, "] ").match(/[\p{L}\p{N}_:-]{3,}/gu) ?? [];
  return [...new Set(all.map((word) => word.toLowerCase()))].join(" ");
}
