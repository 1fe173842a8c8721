import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readModel } from "../../generator/openapi/read-model.js";
import { build } from "../../generator/pipeline/build.js";
import { saidOfBodies } from "../emit/said-of-bodies.js";
import { corpora, haveCorpora, services } from "../rst/corpora.js";

describe.runIf(haveCorpora)("bodies of answers", () => {
  test.each(services)(
    "%s: client and server say the same of each",
    { timeout: 300_000 },
    async (service) => {
      const path = fileURLToPath(new URL(service, corpora));
      const { document } = await build({ path }, { emit: [] });
      const { client, server } = await saidOfBodies(readModel(document));
      const both = [...client.keys()].filter((key) => server.has(key));
      expect(both.length).toBeGreaterThan(20);
      const apart = both.filter((key) => client.get(key) !== server.get(key));
      expect(apart.map((key) => `${key}: ${client.get(key)}, ${server.get(key)}`)).toEqual([]);
    },
  );
});
