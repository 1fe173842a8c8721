import type { OutputName } from "../config/config.js";
import { wantedOutputs } from "./emitters.js";
import type { Settings } from "./settings.js";

/** A step of a run, by the name that people who wait are told. */
export type Stage = "reading" | "inferring" | "openapi" | OutputName | OwnEmitter | "writing";

/** The name of an emitter of the settings, as it is told of. */
export type OwnEmitter = `own ${string}`;

export function ownEmitter(name: string): OwnEmitter {
  return `own ${name}`;
}

/** Is told which stage begins. */
export type Tell = (stage: Stage) => void;

/** For callers who do not wait for anything. */
export const silent: Tell = () => undefined;

/** The stages of one run, in their order. */
export function stagesOf(settings: Settings): readonly Stage[] {
  const own = (settings.emitters ?? []).map(({ name }) => ownEmitter(name));
  return ["reading", "inferring", "openapi", ...wantedOutputs(settings), ...own, "writing"];
}
