import { remembering } from "../../collections/remembering.js";

/** The sentences of prose, and what semicolons part, each on one line; where none ends, all of it. */
export const sentencesOf = remembering((prose): readonly string[] =>
  prose.replace(/\s+/g, " ").split(/(?<=[.!?;]) (?=\S)/),
);
