import { catalogue } from "../../diagnostics/catalogue.js";
import { nearestCompounds } from "../../diagnostics/nearest.js";
import { ownCall } from "./call.js";
import { UnfitError } from "./failure.js";

/** What to say of a code that is none: the nearest ones. */
export function unknownCode(code: string): UnfitError {
  const close = nearestCompounds(
    code,
    catalogue.map((rule) => rule.code),
    5,
  );
  const hint = close.length === 0 ? "" : ` Did you mean ${close.join(", ")}?`;
  return new UnfitError(`"${code}" is no diagnostic code.${hint} ${ownCall()} explain lists all.`);
}
