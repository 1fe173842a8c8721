import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build as bundle } from "esbuild";
import { nameClient } from "../../generator/emit/client/names.js";
import { typeCatalogue } from "../../generator/emit/type-names.js";
import { serviceCalled } from "../../generator/facts/lookup.js";
import type { ApiModel, OperationModel } from "../../generator/openapi/model.js";
import type { Generated } from "../../generator/pipeline/generate.js";

/** What the generated client of a service sends with one call, and what it should. */
export interface SentHeaders {
  readonly service: string;
  /** As documented, `GET /v3/volumes`. */
  readonly call: string;
  /** Every version header of the request, `name: value`, sorted. */
  readonly sent: readonly string[];
  /** What the table of facts asks for. */
  readonly expected: readonly string[];
}

/** Calls one list operation with the client of a tree, as generated, at a stub on loopback. */
export async function sentHeaders({
  model,
  files,
}: Pick<Generated, "model" | "files">): Promise<SentHeaders> {
  const operation = listing(model);
  const names = nameClient(model, await typeCatalogue(model));
  const folder = mkdtempSync(join(tmpdir(), "restanza-headers-"));
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const module = join(folder, "client.mjs");
    await bundle({
      entryPoints: [join(folder, "client/index.ts")],
      outfile: module,
      bundle: true,
      format: "esm",
      logLevel: "error",
    });
    const client: Readonly<Record<string, (...words: unknown[]) => unknown>> = await import(
      pathToFileURL(module).href
    );
    const create = client[names.service.create];
    const list = client[names.operations.get(operation)?.function ?? ""];
    const path = Object.fromEntries(
      operation.parameters.filter((one) => one.in === "path").map(({ name }) => [name, "p"]),
    );
    const headers = await headersAt(async (endpoint) => {
      await list?.(create?.({ endpoint, token: "t" }), { path });
    });
    return {
      service: model.service,
      call: `${operation.method} ${operation.path}`,
      sent: Object.entries(headers)
        .filter(([name]) => name.endsWith("-api-version"))
        .map(([name, value]) => `${name}: ${String(value)}`)
        .toSorted(),
      expected: expectedOf(model),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first GET of a collection that needs nothing but its path. */
function listing(model: ApiModel): OperationModel {
  const found = model.chapters
    .flatMap(({ operations }) => operations)
    .find(
      ({ method, path, deprecated, parameters }) =>
        method === "GET" &&
        !deprecated &&
        /[a-z]\w*s\/?$/.test(path) &&
        parameters.every((one) => one.in === "path" || !one.required),
    );
  if (found === undefined) throw new Error(`${model.title} lists nothing.`);
  return found;
}

/** The headers of the request that `call` makes of the service at the endpoint it is given. */
async function headersAt(call: (endpoint: string) => Promise<void>): Promise<IncomingHttpHeaders> {
  let headers: IncomingHttpHeaders = {};
  const server = createServer((request, response) => {
    headers = request.headers;
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    await call(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return headers;
}

/** By the table of facts alone; of versions, the newest of the docs. */
function expectedOf({ service, microversions }: ApiModel): readonly string[] {
  const fact = serviceCalled(service);
  const facts = fact?.microversions;
  // Without a version that the docs name there is none to ask for.
  if (fact === undefined || facts === undefined || "none" in facts || microversions === undefined)
    return [];
  const version = facts.latest === true ? "latest" : microversions.maximum;
  const common = `openstack-api-version: ${facts.word ?? fact.type} ${version}`;
  return [
    ...(facts.olderAlone === true ? [] : [common]),
    ...(facts.older ?? []).map((name) => `${name.toLowerCase()}: ${version}`),
  ].toSorted();
}
