import { groupBy } from "../../collections/groups.js";
import { KnownTexts } from "../../collections/known-texts.js";
import type { ApiModel, ChapterModel, OperationModel } from "../../openapi/model.js";
import { causeOf } from "../../collections/cause.js";
import type { Beside, Emitter, PlannedFile } from "../emitter.js";
import { digestOf } from "../header.js";
import { moduleCauses } from "../module-causes.js";
import { render, templateText } from "../render.js";
import { typeCatalogue } from "../type-names.js";
import { type ChapterContext, chapterView } from "./chapter.js";
import { checkedParts, requestChecks } from "./request-checks.js";
import { faultsView } from "./faults-view.js";
import { indexView } from "./index-view.js";
import type { ChapterNames } from "./names.js";
import { runtimeFiles, serverNames, stylesFile } from "./names.js";
import { serviceView } from "./service-view.js";
import { sourcesOf } from "./sources.js";
import { hasStyles } from "./styles.js";
import { validatorsText } from "./validators-text.js";

/**
 * Handlers interfaces, a module per chapter in the order of the docs, over a runtime and a Fastify
 * plugin that are emitted with them.
 */
export const server: Emitter = {
  name: "server",
  async plan(
    model: ApiModel,
    { texts = new KnownTexts() }: Beside = {},
  ): Promise<readonly PlannedFile[]> {
    const types = await typeCatalogue(model);
    const names = serverNames(model, types);
    const checks = requestChecks(model);
    const context = { model, types, checks, names, siblings: siblingsOf(model) };
    const sources = sourcesOf(model);
    return [
      ...[...runtimeFiles, ...(hasStyles(model) ? [stylesFile] : [])].map((name) =>
        runtimeFile(name, templateText(`server/runtime/${name}.ts`)),
      ),
      { path: "server/index.ts", text: render("server/index", indexView(model, names, sources)) },
      { path: "server/service.ts", text: render("server/service", serviceView(model, sources)) },
      {
        path: "server/faults.ts",
        text: render("server/faults", faultsView(model, types, sources)),
      },
      {
        path: "server/validators.ts",
        text: await validatorsText(model, checks.wanted, sources, texts),
      },
      ...[...names.chapters].map(([chapter, own]) => ({
        path: `server/${own.file}.ts`,
        text: texts.text("server/chapter", causesOf(context, chapter, own), () =>
          render("server/chapter", chapterView(context, chapter, own)),
        ),
      })),
    ];
  },
};

/** What the module of a chapter is made from. */
function causesOf(
  context: ChapterContext,
  chapter: ChapterModel,
  own: ChapterNames,
): readonly string[] {
  const { model, types, names, checks, siblings } = context;
  const others = chapter.operations.map((operation) => [
    names.operations.get(operation),
    siblings.get(placeOf(operation))?.map((one) => causeOf(one)),
    checkedParts.map((part) => checks.of(operation, part)),
  ]);
  return [...moduleCauses(model, types, chapter), JSON.stringify([own, others])];
}

function siblingsOf(model: ApiModel): ReadonlyMap<string, readonly OperationModel[]> {
  const operations = model.chapters.flatMap((chapter) => chapter.operations);
  return groupBy(operations, placeOf);
}

function placeOf({ method, path }: OperationModel): string {
  return `${method} ${path}`;
}

function runtimeFile(name: string, text: string): PlannedFile {
  const lead =
    "// Part of restanza's server, copied as it stands. Edits are lost with the next run.";
  return {
    path: `server/${name}.ts`,
    text: `${lead}\n// sources sha256:${digestOf(text)}\n\n${text}`,
  };
}
