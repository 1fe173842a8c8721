import { KnownTexts } from "../../collections/known-texts.js";
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

function typesText(model: ApiModel, declarations: readonly string[], digest: string): string {
  const chooses = declarations.some((declaration) =>
    /^export type \w+<[^=]*> = At</m.test(declaration),
  );
  const parts = [
    ...(chooses ? ['import type { At } from "./microversion.js";'] : []),
    ...(declarations.length > 0 ? declarations : ["export {};"]),
    ...(declarations.some(usesWithRequired) ? [withRequired] : []),
  ];
  return `${header(sourceNames(model), digest)}\n${parts.join("\n\n")}\n`;
}

/** For a part of `allOf` that requires members of another. */
const withRequired = "type WithRequired<T, K extends keyof T> = T & { [P in K]-?: T[P] };";

function usesWithRequired(declaration: string): boolean {
  return /\bWithRequired</.test(declaration);
}
