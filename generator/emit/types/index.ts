import { KnownTexts } from "../../collections/known-texts.js";
import { rememberingOf } from "../../collections/remembered.js";
import type { ApiModel } from "../../openapi/model.js";
import type { Beside, Emitter, PlannedFile } from "../emitter.js";
import { header, sourceNames } from "../header.js";
import { typesOf } from "../schema/catalogue.js";
import { microversionText } from "./microversion.js";

/** `types.ts`: a named type for every schema; beside it, where versions differ, which there are. */
export const types: Emitter = { name: "types", plan };

async function plan(
  model: ApiModel,
  { texts = new KnownTexts() }: Beside = {},
): Promise<readonly PlannedFile[]> {
  const made = await typesOf(model);
  const text = typesText(model, made.declarations(texts), made.digest());
  const files = [{ path: "types.ts", text }];
  if (made.catalogue.versioned && model.microversions !== undefined) {
    files.push({ path: "microversion.ts", text: microversionText(model, model.microversions) });
  }
  return files;
}

function typesText(model: ApiModel, lists: readonly (readonly string[])[], digest: string): string {
  const chooses = lists.some((list) => useOf(list).chooses);
  const declarations = lists.flat();
  const parts = [
    ...(chooses ? ['import type { At } from "./microversion.js";'] : []),
    ...(declarations.length > 0 ? declarations : ["export {};"]),
    ...(lists.some((list) => useOf(list).requires) ? [withRequired] : []),
  ];
  return `${header(sourceNames(model), digest)}\n${parts.join("\n\n")}\n`;
}

/** For a part of `allOf` that requires members of another. */
const withRequired = "type WithRequired<T, K extends keyof T> = T & { [P in K]-?: T[P] };";

/** What declarations need beside themselves. */
const useOf = rememberingOf((declarations: readonly string[]) => ({
  chooses: declarations.some((one) => /^export type \w+<[^=]*> = At</m.test(one)),
  requires: declarations.some((one) => /\bWithRequired</.test(one)),
}));
