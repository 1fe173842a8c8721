import { compareDocuments } from "../../generator/diff/diff.js";
import { compareMicroversions } from "../../generator/diff/microversions.js";
import type { OpenApiDocument } from "../../generator/openapi/document.js";
import { project } from "../../generator/openapi/project/project.js";
import { readModel } from "../../generator/openapi/read/read-model.js";
import { within } from "../../generator/versions/versions.js";

type Told = Pick<
  ReturnType<typeof compareDocuments>[number],
  "id" | "verdict" | "operation" | "pointer" | "message"
>;

const text = ({ id, verdict, operation, pointer, message }: Told): string =>
  [verdict, id, operation?.id, pointer, message].join(" | ");

/** What is said of two microversions of a document, beside what its projections differ in. */
export function bothWays(
  document: OpenApiDocument,
): (
  from: string,
  to: string,
) => { readonly told: readonly string[]; readonly expected: readonly string[] } {
  const changes = compareMicroversions(readModel(document));
  const known = new Map<string, OpenApiDocument>();
  const at = (version: string): OpenApiDocument => {
    const projected = known.get(version) ?? project(document, version);
    known.set(version, projected);
    return projected;
  };
  return (from, to) => {
    const told = changes.filter(({ pairs }) =>
      pairs.some((pair) => within(pair.from, from) && within(pair.to, to)),
    );
    const expected = new Set(compareDocuments(at(from), at(to)).map(text));
    return { told: told.map(text).toSorted(), expected: [...expected].toSorted() };
  };
}
