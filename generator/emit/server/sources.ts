import type { ApiModel } from "../../openapi/model.js";
import { digestOf, header } from "../header.js";
import type { Text } from "../text.js";

/** The header of files that are made from the whole service: all its chapters' sources. */
export type Sources = (made: unknown) => Text<"code">;

export function sourcesOf(model: ApiModel): Sources {
  const named = new Set(model.chapters.flatMap(({ source }) => source ?? []));
  return (made) => header([...named], digestOf(made));
}
