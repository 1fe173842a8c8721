import { KnownTexts } from "../../collections/known-texts.js";
import type { ApiModel } from "../../openapi/model.js";
import { type Fits, fitsOf } from "../checks/fits.js";
import type { Beside, Emitter, PlannedFile } from "../emitter.js";
import { digestOf, header } from "../header.js";
import { moduleCauses } from "../module-causes.js";
import { chapterExports, chapterFiles } from "../operation-constants.js";
import { moduleNames, render, templateText } from "../render.js";
import { copied } from "../runtime-files.js";
import { typeCatalogue } from "../type-names.js";
import { chapterText } from "./chapter.js";

/** What operations answer by the samples of the docs, a module per chapter, and a service for tests. */
export const fakes: Emitter = {
  name: "fakes",
  async plan(
    model: ApiModel,
    { texts = new KnownTexts() }: Beside = {},
  ): Promise<readonly PlannedFile[]> {
    const types = await typeCatalogue(model);
    const chapters = chapterFiles(
      model.chapters.filter(({ operations }) => operations.length > 0),
      [...moduleNames(folder), "index"],
    );
    let fits: Promise<Fits> | undefined;
    const known = () => (fits ??= fitsOf(model, answersOf(model)));
    return [
      ...moduleNames(folder).map((file) => ({
        path: `fakes/${file}.ts`,
        text: copied + templateText(`${folder}/${file}.ts`),
      })),
      { path: "fakes/index.ts", text: indexText(chapters.map(({ file }) => file)) },
      ...(await Promise.all(
        chapters.map(async ({ chapter, file }) => ({
          path: `fakes/${file}.ts`,
          text: await texts.textLater(
            "fakes/chapter",
            [...moduleCauses(model, types, chapter), file],
            async () => chapterText(chapter, types, await known()),
          ),
        })),
      )),
    ];
  },
};

const folder = "fakes/runtime";

/** The schemas of all bodies of answers. */
function answersOf({ chapters }: ApiModel) {
  return chapters.flatMap(({ operations }) =>
    operations.flatMap(({ responses }) => responses.flatMap(({ body }) => body?.schema ?? [])),
  );
}

/** The module that has those of all chapters, each as a value of its own. */
function indexText(files: readonly string[]): string {
  return render("fakes/index", {
    header: header([], digestOf(files)),
    chapters: chapterExports(files),
  });
}
