import type { AnswerMemory } from "../collections/known-answers.js";
import { emptyMemory, type ReadingMemory } from "../apiref/reading-memory.js";
import type { Parts } from "../openapi/parts.js";
import { emptyInference, type InferenceMemory } from "../infer/bodies/known-bodies.js";

/**
 * What a run leaves for the next one of the same service, by what it was made from: each stage takes
 * over what has the same causes. Plain data with shared objects, as `structuredClone` knows it.
 */
export interface PipelineMemory {
  reading: ReadingMemory;
  inference: InferenceMemory;
  /** What was made of parts, each with what it was made from. */
  answers: AnswerMemory;
  /** Texts of files and parts of files, by a digest of their causes. */
  texts: ReadonlyMap<string, string>;
  /** The parts of the last document. */
  parts: Parts;
  /** How many texts the last run took over and made. */
  counts: { readonly kept: number; readonly made: number };
}

export function emptyPipelineMemory(): PipelineMemory {
  return {
    reading: emptyMemory(),
    inference: emptyInference(),
    answers: new Map(),
    texts: new Map(),
    parts: new Map(),
    counts: { kept: 0, made: 0 },
  };
}
