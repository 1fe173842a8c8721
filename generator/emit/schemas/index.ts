import { KnownTexts } from "../../collections/known-texts.js";
import type { ApiModel } from "../../openapi/model.js";
import { checkCode } from "../checks/validators.js";
import type { Beside, Emitter, PlannedFile } from "../emitter.js";
import { digestOf, header, sourceNames } from "../header.js";
import { chapterExports, chapterFiles } from "../operation-constants.js";
import { moduleNames, render, templateText } from "../render.js";
import { copied } from "../runtime-files.js";
import type { Text } from "../text.js";
import { typeCatalogue } from "../type-names.js";
import { checkNames } from "./answers.js";
import { chapterText } from "./chapter.js";

/**
 * Schemas of what operations answer, as Standard Schema objects, a module per chapter; and what holds
 * the answers of a client against them. Their code is Ajv's: nothing is compiled where they run.
 */
export const schemas: Emitter = {
  name: "schemas",
  async plan(
    model: ApiModel,
    { texts = new KnownTexts() }: Beside = {},
  ): Promise<readonly PlannedFile[]> {
    const types = await typeCatalogue(model);
    const checks = checkNames(model);
    const chapters = chapterFiles(
      model.chapters.filter(({ operations }) =>
        operations.some((each) => checks.of(each).length > 0),
      ),
      [...runtimeFiles(), "checks", "index", "validators"],
    );
    const files = chapters.map(({ file }) => file);
    const { text, helpers } = await checkCode(
      model,
      checks.wanted,
      (name, value) => `export const ${name}: Check = ${value};`,
      texts,
    );
    const sources = (made: unknown): Text<"code"> => header(sourceNames(model), digestOf(made));
    return [
      ...runtimeFiles().map((file) => copiedFile(file, templateText(`${folder}/${file}.ts`))),
      ...(helpers.length > 0
        ? [copiedFile("checks", templateText("server/runtime/checks.ts"))]
        : []),
      { path: "schemas/validators.ts", text: validatorsText(sources(text), text, helpers) },
      {
        path: "schemas/index.ts",
        text: render("schemas/index", {
          header: sources(files),
          chapters: chapterExports(files),
        }),
      },
      ...chapters.map(({ chapter, file }) => ({
        path: `schemas/${file}.ts`,
        text: chapterText(chapter, types, checks),
      })),
    ];
  },
};

const folder = "schemas/runtime";

/** What is copied, the same in every output. */
function runtimeFiles(): readonly string[] {
  return moduleNames(folder);
}

function copiedFile(file: string, text: string): PlannedFile {
  // There the runtime of the client lies beside its modules.
  return {
    path: `schemas/${file}.ts`,
    text: copied + text.replaceAll("../../client/runtime/", "../client/"),
  };
}

function validatorsText(head: string, text: string, helpers: readonly string[]): string {
  const imports = [
    ...(helpers.length > 0 ? [`import { ${helpers.join(", ")} } from "./checks.js";\n`] : []),
    ...(text === "" ? ["export {};\n"] : ['import type { Check } from "./standard-schema.js";\n']),
  ].join("");
  return `${head}// @ts-nocheck: the code of Ajv, standalone\n/** Checks of answers, made from the schemas of the docs. */\n${imports}\n${text}\n`;
}
