import type * as OpenapiTypescript from "openapi-typescript";
import type { ApiModel } from "../../openapi/model.js";
import type { Emitter, PlannedFile } from "../emitter.js";
import { digestOf, header, sourceNames } from "../header.js";
import { readableCopy, restored } from "./copy.js";

/** `openapi.d.ts`, for openapi-fetch and whatever else reads its `paths`. */
export const openapiTypescript: Emitter = { name: "openapi-typescript", plan };

async function plan(model: ApiModel): Promise<readonly PlannedFile[]> {
  const { paths, components } = model.document;
  const head = header(sourceNames(model), digestOf({ paths, components }));
  // It brings a TypeScript, which takes longer to load than all the rest: only who wants it waits.
  const text = declarationsOf(model.document, await import("openapi-typescript"));
  return [{ path: "openapi.d.ts", text: `${head}\n${text}` }];
}

/**
 * Its translation alone: the resolver of references before it reads files and the network, and gives
 * up where one leads nowhere. The type of its context wants all that its command line gives.
 */
function declarationsOf(
  document: ApiModel["document"],
  { astToString, resolveRef, scanDiscriminators, transformSchema }: typeof OpenapiTypescript,
): string {
  const copy = readableCopy(document);
  const context = {
    ...settings,
    injectFooter: [],
    discriminators: scanDiscriminators(copy, settings),
    resolve: <Found>(reference: string) => resolveRef<Found>(copy, reference, { silent: true }),
  } as unknown as OpenapiTypescript.GlobalContext;
  return restored(astToString(transformSchema(copy, context)));
}

/**
 * Two of its settings are those of JSON Schema: an object of which nothing is said takes any member,
 * and a default does not make a member required, since an answer may still lack it
 * (`--empty-objects-unknown --default-non-nullable=false`). The others are its own.
 */
const settings = { emptyObjectsUnknown: true, defaultNonNullable: false, silent: true };
