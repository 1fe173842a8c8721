// A large public API's document, as its authors publish it (@github/openapi, MIT): 666 operations.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";

export const publicDocument = {
  packages: ["@github/openapi@5.7.2"],
  path: "node_modules/@github/openapi/dist/api.github.com.json",
  /** A program that calls the server over a socket; it compiles only where both know the document. */
  program: `import { deepEqual, equal } from "node:assert/strict";
import Fastify from "fastify";
import { createGitHubClient, gitCreateBlob, issuesListForRepo } from "./out/client/index.js";
import { plugin } from "./out/server/fastify.js";
import { routes, service } from "./out/server/index.js";

const asked: unknown[] = [];
const app = Fastify();
await app.register(
  plugin(service, routes, {
    git: {
      gitCreateBlob: async ({ path, body }, { reply }) => {
        asked.push([path.owner, path.repo, body?.content]);
        return reply(201, { sha: "0a1b" });
      },
    },
    issues: {
      issuesListForRepo: async ({ query }, { reply }) => {
        asked.push([query.state, query.per_page]);
        return reply(200, []);
      },
    },
  }),
);
const endpoint = await app.listen({ port: 0, host: "127.0.0.1" });
try {
  const client = createGitHubClient({ endpoint });
  const path = { owner: "some/one", repo: "boxes" };
  const body = { content: "A lid" };
  deepEqual(await gitCreateBlob(client, { path, body }).orThrow(), { sha: "0a1b" });
  const query = { state: "closed", per_page: 7 } as const;
  deepEqual(await issuesListForRepo(client, { path, query }).orThrow(), []);
  // @ts-expect-error: a state that the document does not have
  const wrong = await issuesListForRepo(client, { path, query: { state: "lost" } });
  equal(wrong.status, 400);
  deepEqual(asked, [
    ["some/one", "boxes", "A lid"],
    ["closed", 7],
  ]);
} finally {
  await app.close();
}
`,
};

/** Bundles the program `call.ts` of a project, since Node 20 reads no TypeScript; the file to run. */
export function bundled(folder) {
  const outfile = join(folder, "call.mjs");
  buildSync({
    entryPoints: [join(folder, "call.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "error",
  });
  return outfile;
}

export function writeProgram(folder) {
  writeFileSync(join(folder, "call.ts"), publicDocument.program);
}
