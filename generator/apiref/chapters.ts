import type { SourceId } from "../diagnostics/span.js";
import type { Block, Section } from "../rst/blocks.js";
import type { MarkdownContext } from "../rst/inline/context.js";
import { fileName, folderOf } from "../source/paths.js";
import { groupBy } from "../collections/groups.js";
import type { Chapter, ChapterSection } from "./model.js";
import type { FoundOperation } from "./reading-memory.js";
import { proseOf } from "./prose/prose.js";
import { saysDeprecated, titleOf } from "./prose/titles.js";

/** An operation that was found, and what the prose around it may refer to. */
export interface Found extends FoundOperation {
  readonly context: MarkdownContext;
}

/** A chapter, and the section whose text introduces it. */
export interface ChapterPlace {
  readonly chapter: Chapter;
  readonly section: Section | undefined;
}

/** Groups operations by the file they stand in, in the order of the docs. */
export function chaptersOf(found: readonly Found[]): readonly ChapterPlace[] {
  const files = groupBy(found, ({ operation }) => operation.source);
  const names = chapterNames([...files.keys()]);
  return [...files].map(([source, members]) =>
    chapterOf(source, names.get(source) ?? source, members),
  );
}

function chapterOf(source: SourceId, name: string, members: readonly Found[]): ChapterPlace {
  const chains = members.map(({ chain }) => chain.slice(0, -1));
  const common = commonStart(chains);
  const section = common.at(-1);
  const [first] = members;
  const title =
    (section && titleOf(section)) ?? titleOfSeveral(chains) ?? first?.operation.title.value ?? name;
  const blocks = section?.span.source === source ? introduction(section.blocks) : [];
  const chapter: Chapter = {
    source,
    name,
    title,
    description: first ? proseOf(blocks, first.context) : { markdown: "", passages: [] },
    deprecated: common.some((each) => saysDeprecated(titleOf(each))),
    operations: members.map(({ operation }) => operation),
    sections: sectionsIn(source, members, common.length),
  };
  return { chapter, section };
}

/** The title of a file of several sections beside each other: `Boxes, Lids`; of many, none. */
function titleOfSeveral(chains: readonly (readonly Section[])[]): string | undefined {
  const outer = [...new Set(chains.map(([section]) => section))];
  if (outer.length > 3) return undefined;
  const titles = outer.flatMap((section) => (section === undefined ? [] : [titleOf(section)]));
  return titles.length === outer.length ? titles.join(", ") : undefined;
}

/** The sections of a file between what all of its operations have in common and the stanza of each. */
function sectionsIn(
  source: SourceId,
  members: readonly Found[],
  common: number,
): readonly ChapterSection[] {
  const contexts = new Map(
    members.flatMap(({ chain, context }) =>
      chain.slice(common, -1).map((section) => [section, context] as const),
    ),
  );
  return [...contexts].flatMap(([section, context]) => {
    if (section.span.source !== source) return [];
    const description = proseOf(introduction(section.blocks), context);
    const { span } = section;
    return description.markdown === "" ? [] : [{ title: titleOf(section), description, span }];
  });
}

/** The blocks of a section before its first sub-section or stanza. */
export function introduction(blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findIndex((block) => block.kind === "section");
  return end < 0 ? blocks : blocks.slice(0, end);
}

function commonStart(chains: readonly (readonly Section[])[]): readonly Section[] {
  const [first = [], ...others] = chains;
  const end = first.findIndex((section, index) => others.some((chain) => chain[index] !== section));
  return end < 0 ? first : first.slice(0, end);
}

/** The name of each file without its ending; folders before it where two would be the same. */
function chapterNames(sources: readonly SourceId[]): ReadonlyMap<SourceId, string> {
  const name = (source: SourceId, depth: number): string => {
    const base = fileName(source).replace(/\.\w+$/, "");
    const folders = folderOf(source).split("/").filter(Boolean);
    return [...(depth > 0 ? folders.slice(-depth) : []), base].join("-");
  };
  const depths = new Map(sources.map((source) => [source, 0]));
  for (let round = 0; round < 20; round += 1) {
    const groups = groupBy(sources, (source) =>
      name(source, depths.get(source) ?? 0).toLowerCase(),
    );
    const clashes = [...groups.values()].filter((group) => group.length > 1).flat();
    if (clashes.length === 0) break;
    for (const source of clashes) depths.set(source, (depths.get(source) ?? 0) + 1);
  }
  return new Map(sources.map((source) => [source, name(source, depths.get(source) ?? 0)]));
}
