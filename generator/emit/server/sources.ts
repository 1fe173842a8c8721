import type { ApiModel } from "../../openapi/model.js";
import { digestOf, header, sourceNames } from "../header.js";
import type { Text } from "../text.js";

/** The header of files that are made from the whole service: all its chapters' sources. */
export type Sources = (made: unknown) => Text<"code">;

export function sourcesOf(model: ApiModel): Sources {
  const names = sourceNames(model);
  return (made) => header(names, digestOf(made));
}
