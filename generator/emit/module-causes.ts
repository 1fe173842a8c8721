import { rememberingOf } from "../collections/remembered.js";
import type { ApiModel, ChapterModel } from "../openapi/model.js";
import { causeOf } from "../collections/cause.js";
import type { TypeCatalogue } from "./type-names.js";

/**
 * What the module of a chapter is made from, whatever an emitter makes of it: its operations, their
 * types, and what is the same for the whole service. An emitter adds the names that it gives.
 */
export function moduleCauses(
  model: ApiModel,
  types: TypeCatalogue,
  chapter: ChapterModel,
): readonly string[] {
  const known = causesWith(types);
  const causes = known.get(chapter) ?? makeCauses(model, types, chapter);
  known.set(chapter, causes);
  return causes;
}

/** What was found with the types of a model: client and server ask for the same. */
const causesWith = rememberingOf(
  (_types: TypeCatalogue) => new WeakMap<ChapterModel, readonly string[]>(),
);

function makeCauses(
  model: ApiModel,
  types: TypeCatalogue,
  chapter: ChapterModel,
): readonly string[] {
  const { title, service, microversions, conventions, faults, credential, projected } = model;
  return [
    JSON.stringify({ ...chapter, operations: chapter.operations.map((one) => causeOf(one)) }),
    types.causesOf(chapter.operations),
    JSON.stringify([title, service, microversions, conventions, faults, credential, projected]),
    String(types.versioned),
  ];
}
