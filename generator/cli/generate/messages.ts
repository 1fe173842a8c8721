import type { Stage } from "../../pipeline/stages.js";
import type { ExitCode } from "../shell/failure.js";
import type { Made } from "./make.js";

/** Why there is no output of a job, in words for people. */
export interface Failed {
  readonly message: string;
  readonly code: ExitCode;
}

/** What came of a job. */
export type Outcome =
  | { readonly kind: "made"; readonly made: Made }
  | { readonly kind: "failed"; readonly failed: Failed };

/** To a worker: the command line, whose jobs it reads itself, since settings may hold functions. */
export interface Order {
  readonly words: readonly string[];
  readonly index: number;
}

/** From a worker: what it is doing, and what came of it. */
export type Answer =
  | { readonly index: number; readonly stage: Stage }
  | { readonly index: number; readonly outcome: Outcome };
