import type { PlannedFile } from "../emitter.js";
import { pascalCase } from "../naming.js";
import { render, templateText } from "../render.js";
import {
  allNodeFiles,
  allRuntimeFiles,
  allSessionFiles,
  nodeText,
  runtimeText,
  sessionText,
} from "../runtime-files.js";
import { manifestText, type PackageEntry, type PackageFacts, usualLicense } from "./manifest.js";

/** The folder of the shared runtime, as a path from the `client/` of a service in `src/`. */
export const sharedRuntime = "../../runtime";

/**
 * What a package of several clients has beside them, which lie in `src/`, a folder for each of
 * `entries`, called like the types of their services. Paths are relative to the package.
 */
export function packageFiles(
  facts: PackageFacts,
  entries: readonly PackageEntry[],
): readonly PlannedFile[] {
  const license = facts.license ?? usualLicense;
  return [
    { path: "package.json", text: manifestText(facts, entries) },
    { path: "README.md", text: render("package/readme", readmeView(facts, entries)) },
    { path: "tsconfig.json", text: templateText("package/tsconfig.json") },
    // What other licences say is not known here: their text is the publisher's to add.
    ...(license === usualLicense ? [{ path: "LICENSE", text: templateText("../LICENSE") }] : []),
    ...allRuntimeFiles().map((file) => ({
      path: `src/runtime/${file}.ts`,
      text: runtimeText(file),
    })),
    ...allSessionFiles().map((file) => ({
      path: `src/session/${file}.ts`,
      text: sessionText(file, "runtime"),
    })),
    ...allNodeFiles().map((file) => ({
      path: `src/node/${file}.ts`,
      text: nodeText(file, "runtime"),
    })),
  ];
}

/** What `templates/package/readme.hbs` prints. */
function readmeView(facts: PackageFacts, services: readonly PackageEntry[]) {
  const { name, description = usualDescription, license = usualLicense } = facts;
  const entries = services.map(({ service }) => ({
    path: `${name}/${service}`,
    create: `create${pascalCase(service)}Client`,
  }));
  return { name, description, license, entries, first: entries[0] };
}

const usualDescription = "Typed clients of OpenStack services, made from their API references.";
