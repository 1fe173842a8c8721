import type { Conventions } from "../model.js";
import { isRecord } from "../references.js";

/** What each may be; anything else in a document says nothing. */
const values: { readonly [Name in keyof Conventions]-?: readonly Required<Conventions>[Name][] } = {
  wrongMethod: [404, 405],
  head: ["get", "wrong-method"],
  slashAtEnd: ["same", "unknown"],
  unknownQuery: ["ignored", 400],
  repeatedVersion: ["first", "last"],
  wordInCapitals: [true, false],
  otherServices: [400, "minimum"],
  wordAlone: [400, "minimum"],
  malformedVersion: [400, 406],
  leadingZeros: [400, "number"],
  latestInCapitals: [true, false],
};

/** `x-restanza.conventions` as emitters may rely on it. */
export function readConventions(said: unknown): Conventions {
  if (!isRecord(said)) return {};
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, allowed]) => {
      const value = allowed.find((one) => one === said[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
