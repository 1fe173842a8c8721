import { type Arguments, readArguments } from "../cli/arguments.js";
import { watchArguments } from "../cli/watch/arguments.js";
import { ConfigurationError } from "../config/configuration-error.js";
import { didYouMean } from "../diagnostics/nearest.js";
import { type Severity, severities } from "../diagnostics/diagnostic.js";
import type { Options } from "./options.js";

/** The options as the command line that says the same; throws where one is none. */
export function argumentsOf(options: Options): Arguments {
  refuseOthers(options);
  const { config, services = [] } = options;
  const words = [
    ...(config === undefined ? [] : [`--config=${config}`]),
    ...services.map((name) => `--name=${name}`),
  ];
  return readArguments(words, watchArguments);
}

/** A slip would be passed over: configurations of bundlers are seldom checked. */
function refuseOthers(options: Options): void {
  const known = ["config", "services", "failOn"];
  const other = Object.keys(options).find((name) => !known.includes(name));
  if (other !== undefined)
    throw new ConfigurationError(`${other} is no option of the plugin.${didYouMean(other, known)}`);
  const { failOn } = options;
  if (failOn !== undefined && !severities.includes(failOn))
    throw new ConfigurationError(
      `failOn must be one of ${severities.join(", ")}.${didYouMean(String(failOn), severities)}`,
    );
}

/** Whether a finding is as heavy as `least`, or heavier. */
export function weighsAtLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(least);
}
