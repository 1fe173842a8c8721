import { KnownTexts } from "../../collections/known-texts.js";
import type { ApiModel } from "../../openapi/model.js";
import type { Emitter, PlannedFile } from "../emitter.js";
import { moduleCauses } from "../module-causes.js";
import { render } from "../render.js";
import { allSessionFiles, runtimeText, sessionText, sharedText } from "../runtime-files.js";
import { typeCatalogue, type TypeCatalogue } from "../type-names.js";
import { boundView } from "./bound.js";
import { chooses, fieldsFile } from "./operations/fields.js";
import { anyRequestFile } from "./operations/any-request.js";
import { findFile, hasLists, pagesFile } from "./operations/list.js";
import { hasStates, pauseFile, waitFile } from "./operations/states.js";
import { indexView } from "./index-module.js";
import { moduleView } from "./module.js";
import { nameClient, negotiationFile, runtimeFiles } from "./names.js";
import { operationsPage } from "./operations-page.js";
import { credentialsFile } from "./credentials.js";
import { hasOwnCredential, takesSession } from "../session-credential.js";
import { negotiates, serviceView } from "./service.js";
import { aboveFile, hasAbove } from "./operations/above-version.js";
import { callerFile, hasCaller } from "./operations/caller.js";
import { hasStyles, stylesFile } from "./operations/styles.js";

/**
 * The typed client: one documented function per documented operation, a module per chapter in the
 * order of the docs, over a runtime that is copied as it stands.
 */
export const client: Emitter = {
  name: "client",
  plan: async (model, { texts = new KnownTexts(), runtime } = {}) => {
    const types = await typeCatalogue(model);
    const names = nameClient(model, types);
    const { service, files } = names;
    const chapters = [...files].map(([chapter, file]): PlannedFile => {
      const own = chapter.operations.map((operation) => names.operations.get(operation));
      const causes = [...moduleCauses(model, types, chapter), JSON.stringify([own, service])];
      const text = texts.text("client/module", causes, () =>
        render("client/module", moduleView(model, types, names, chapter)),
      );
      return { path: `client/${file}.ts`, text };
    });
    return [
      { path: "client/index.ts", text: render("client/index", indexView(model, types, names)) },
      { path: "client/operations.md", text: operationsPage(model, names) },
      { path: "client/bound.ts", text: render("client/bound", boundView(model, types, names)) },
      {
        path: `client/${service.file}.ts`,
        text: render("client/service", serviceView(model, types, service)),
      },
      ...chapters,
      ...copiedFiles(model, types).map((file) => ({
        path: `client/${file}.ts`,
        text: runtime === undefined ? runtimeText(file) : sharedText(runtime, file),
      })),
      ...(takesSession(model) && runtime === undefined ? allSessionFiles() : []).map((file) => ({
        path: `client/session/${file}.ts`,
        text: sessionText(file, "client"),
      })),
    ];
  },
};

/** What is copied of `templates/client/runtime/`: some of it only where an operation needs it. */
function copiedFiles(model: ApiModel, types: TypeCatalogue): readonly string[] {
  return [
    ...runtimeFiles,
    ...(chooses(model) ? [fieldsFile] : []),
    ...(hasStyles(model) ? [stylesFile] : []),
    ...(hasAbove(model) ? [aboveFile] : []),
    ...(hasCaller(model) ? [callerFile] : []),
    ...(hasLists(model) ? [pagesFile, findFile] : []),
    ...(hasStates(model) ? [waitFile] : []),
    ...(hasStates(model) || takesSession(model) ? [pauseFile] : []),
    anyRequestFile,
    ...(hasOwnCredential(model) || takesSession(model) ? [credentialsFile] : []),
    ...(negotiates(model, types) ? [negotiationFile] : []),
  ];
}
