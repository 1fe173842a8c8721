import { catalogue } from "../diagnostics/catalogue.js";
import { nearestCompounds } from "../diagnostics/nearest.js";
import { ownCall } from "./call.js";
import { UsageError } from "./failure.js";

/** What to say of a code that is none: the nearest ones. */
export function unknownCode(code: string): UsageError {
  const close = nearestCompounds(
    code,
    catalogue.map((rule) => rule.code),
    5,
  );
  const hint =
    close.length === 0 ? `${ownCall()} explain lists all.` : `Did you mean ${close.join(", ")}?`;
  return new UsageError(`"${code}" is no diagnostic code. ${hint}`);
}
