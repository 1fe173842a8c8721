import type { ApiModel } from "../../../openapi/model.js";
import { answeredSchema, membersOf } from "./list.js";

/** The module beside the runtime that waits for a state, and what it exports. */
export const waitFile = "wait-for";
export const waitValues = ["StateError", "waitFor"];
export const waitTypes = ["Reached", "StateMember", "StateOf", "Stateful", "WaitOptions"];

/** The module that both it and sessions need. */
export const pauseFile = "pause";

/** Whether any operation shows a state: then what waits for one is part of the output. */
export function hasStates({ chapters, schemas }: ApiModel): boolean {
  return chapters.some(({ operations }) =>
    operations.some((operation) => {
      if (operation.method !== "GET") return false;
      const body = membersOf(answeredSchema(operation) ?? {}, schemas);
      const [only, ...others] = Object.values(body);
      const inner = only !== undefined && others.length === 0 ? membersOf(only, schemas) : {};
      return [...Object.keys(body), ...Object.keys(inner)].some((name) =>
        /(^|_)status$/.test(name),
      );
    }),
  );
}
