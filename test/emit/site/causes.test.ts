import { expect, test } from "vitest";
import { KnownTexts } from "../../../generator/collections/known-texts.js";
import { site } from "../../../generator/emit/site/index.js";
import type { OpenApiDocument, SchemaObject } from "../../../generator/openapi/document.js";
import { readModel } from "../../../generator/openapi/read/read-model.js";
import { compute } from "../client/fixture.js";

const { components, info, tags = [] } = compute;
const schemas = components?.schemas ?? {};
const withSchema = (name: string, change: SchemaObject): OpenApiDocument => ({
  ...compute,
  components: { ...components, schemas: { ...schemas, [name]: { ...schemas[name], ...change } } },
});

async function planned(document: OpenApiDocument, before?: ReadonlyMap<string, string>) {
  const texts = new KnownTexts(before);
  const files = await site.plan(readModel(document), { texts });
  return { texts, files: new Map(files.map(({ path, text }) => [path, text])) };
}

test.each<[what: string, changed: OpenApiDocument, made: number]>([
  ["nothing", compute, 0],
  [
    "the words of a chapter",
    {
      ...compute,
      tags: tags.map((tag, at) => (at === 0 ? { ...tag, description: "Other." } : tag)),
    },
    4,
  ],
  ["the words of a component", withSchema("Image", { description: "Other." }), 2],
  ["the words of a fault", withSchema("ItemNotFound", { description: "Other." }), 6],
  ["the title", { ...compute, info: { ...info, title: "Other" } }, 10],
])(
  "a page is made again where what it is made from differs, and nowhere else: %s",
  async (_what, changed, made) => {
    const first = await planned(compute);
    const again = await planned(changed, first.texts.after);
    expect(again.files).toEqual((await planned(changed)).files);
    expect(again.texts.made).toBe(made);
  },
);
