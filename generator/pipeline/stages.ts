import type { OutputName } from "../config/config.js";
import { wantedOutputs } from "./emitters.js";
import type { Settings } from "./settings.js";

/** A step of a run, by the name that people who wait are told. */
export type Stage = "reading" | "inferring" | "openapi" | OutputName | "writing";

/** Is told which stage begins. */
export type Tell = (stage: Stage) => void;

/** For callers who do not wait for anything. */
export const silent: Tell = () => undefined;

/** The stages of one run, in their order. */
export function stagesOf(settings: Settings): readonly Stage[] {
  return ["reading", "inferring", "openapi", ...wantedOutputs(settings), "writing"];
}
