import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import type { PlannedFile } from "../../../generator/emit/emitter.js";
import { server } from "../../../generator/emit/server/index.js";
import type { OpenApiDocument } from "../../../generator/openapi/document.js";
import { readModel } from "../../../generator/openapi/read/read-model.js";
import type * as fastify from "../../../templates/server/runtime/fastify.js";
import type { RoutesOf } from "../../../templates/server/runtime/entries.js";
import type * as runtime from "../../../templates/server/runtime/runtime.js";

/** The files of the server that a document gives. */
export async function emitted(document: OpenApiDocument): Promise<readonly PlannedFile[]> {
  return server.plan(readModel(document));
}

export interface Loaded {
  readonly plugin: typeof fastify.plugin;
  readonly service: runtime.Service;
  readonly routes: RoutesOf<Readonly<Record<string, Readonly<Record<string, unknown>>>>>;
  readonly NotImplemented: typeof runtime.NotImplemented;
}

/** The emitted server as JavaScript in a folder of its own, without anything of ours beside it. */
export async function load(files: readonly PlannedFile[]): Promise<Loaded> {
  const module = written(files);
  const [{ plugin }, { routes, service }, { NotImplemented }] = await Promise.all([
    module("fastify"),
    module("index"),
    module("runtime"),
  ]);
  return { plugin, routes, service, NotImplemented };
}

/** What the server does differently from another, and nothing else of it. */
export async function loadService(files: readonly PlannedFile[]): Promise<runtime.Service> {
  const needed = files.filter(({ path }) => /\/(?:service|faults|runtime)\.ts$/.test(path));
  const { service } = await written(needed)("service");
  return service;
}

function written(files: readonly PlannedFile[]) {
  const folder = mkdtempSync(join(tmpdir(), "restanza-server-"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const { path, text } of files) {
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    });
    writeFileSync(join(folder, basename(path).replace(/\.ts$/, ".js")), outputText);
  }
  return (name: string) => import(pathToFileURL(join(folder, `${name}.js`)).href);
}
