import type { Outcome } from "../diagnostics/diagnostic.js";
import type { ApiReference } from "../apiref/model.js";
import type { OpenApiDocument } from "../openapi/document.js";
import type { ApiModel } from "../openapi/model.js";
import type { Emitter, PlannedFile } from "../emit/emitter.js";
import type { SourceTree } from "../source/tree.js";
import type { OutputName } from "../config/config.js";
import type { Settings } from "./settings.js";

/* Stand-ins for stages that are not there yet: each line goes when its stage comes. */

export function readApiReference(_tree: SourceTree): Outcome<ApiReference> {
  const value = {
    title: undefined,
    description: "",
    chapters: [],
    entries: [],
    prose: [],
    unreached: [],
    methods: 0,
  };
  return { value, diagnostics: [] };
}

export function infer(_reference: ApiReference, _settings: Settings): Outcome<object> {
  return { value: {}, diagnostics: [] };
}

export function toOpenApi(
  reference: ApiReference,
  _inferred: object,
  settings: Settings,
): Outcome<OpenApiDocument> {
  const title = settings.info?.title ?? reference.title ?? "API";
  return {
    value: { openapi: "3.1.0", info: { title, version: settings.info?.version ?? "1" }, paths: {} },
    diagnostics: [],
  };
}

export function project(document: OpenApiDocument, _version: string): OpenApiDocument {
  return document;
}

export function readModel(document: OpenApiDocument): ApiModel {
  return {
    title: document.info.title,
    description: undefined,
    service: "api",
    microversions: undefined,
    chapters: [],
    schemas: {},
    faults: {},
    projected: undefined,
  };
}

export function scaffoldHandlers(_model: ApiModel): Promise<PlannedFile | undefined> {
  return Promise.resolve(undefined);
}

const none = (name: string): Emitter => ({ name, plan: () => Promise.resolve([]) });

export const emitters: Readonly<Record<OutputName, () => Promise<Emitter>>> = {
  types: () => Promise.resolve(none("types")),
  client: () => Promise.resolve(none("client")),
  server: () => Promise.resolve(none("server")),
};
