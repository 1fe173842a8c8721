import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { build } from "../../generator/pipeline/build.js";
import { bothWays } from "../diff/microversion-pairs.js";
import { corpora, haveCorpora, services } from "../rst/corpora.js";

/** Of all microversions: the first and the last, two neighbours, and some that lie apart. */
const pairs = [
  [0, 1],
  [0.25, 0.3],
  [0.5, 0.95],
] as const;

test.runIf(haveCorpora).each(services)(
  "%s: between microversions is what the projected documents differ in",
  async (tree) => {
    const path = fileURLToPath(new URL(tree, corpora));
    const { document, model } = await build({ path }, { emit: ["types"] });
    const versions = model.microversions?.all ?? [];
    const at = (part: number) => versions[Math.floor((versions.length - 1) * part)] ?? "";
    const between = bothWays(document);
    for (const [from, to] of versions.length < 2 ? [] : pairs) {
      const { told, expected } = between(at(from), at(to));
      expect(told).toEqual(expected);
    }
  },
  300_000,
);
