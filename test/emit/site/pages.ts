import { site } from "../../../generator/emit/site/index.js";
import type { SiteSource } from "../../../generator/emit/site/source.js";
import type { OpenApiDocument } from "../../../generator/openapi/document.js";
import { readModel } from "../../../generator/openapi/read/read-model.js";

/** The pages of a site by their path in it. */
export type Pages = ReadonlyMap<string, string>;

export async function pagesOf(document: OpenApiDocument, source?: SiteSource): Promise<Pages> {
  const files = await site.plan(readModel(document), source && { site: source });
  return new Map(files.map(({ path, text }) => [path.replace(/^site\//, ""), text]));
}

/** A tag of a page with its attributes, words as they are meant. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** The tags of a page. The site writes every value in double quotes, so nothing more is read. */
export function tagsOf(page: string): readonly Tag[] {
  return [...page.matchAll(/<([a-z][a-z\d]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/g)].map(
    ([, name = "", rest = ""]) => ({
      name,
      attributes: new Map(
        [...rest.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)].map(([, key = "", value = ""]) => [
          key,
          unescaped(value),
        ]),
      ),
    }),
  );
}

export function attribute(page: string, key: string): readonly string[] {
  return tagsOf(page).flatMap(({ attributes }) => attributes.get(key) ?? []);
}

const marks: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

export function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (mark) => marks[mark] ?? mark);
}
