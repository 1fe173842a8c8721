import type { OpenApiDocument, ServerObject } from "../../openapi/document.js";
import type { ChangeRecord } from "../record.js";
import { lists } from "./examples.js";

/** One service at these addresses. */
function at(...urls: readonly (string | ServerObject)[]): OpenApiDocument {
  const servers = urls.map((url) => (typeof url === "string" ? { url } : url));
  return { ...lists(), servers };
}

const inRegion = (name: string): ServerObject => ({
  url: `https://{${name}}.example.com`,
  variables: { [name]: { default: "north" } },
});

export const basePathRemoved: ChangeRecord = {
  id: "base-path-removed",
  direction: "both",
  verdict: "breaking",
  mirror: ["base-path-removed", "base-path-added"],
  why: "A program calls the paths of the docs below it, and gets an error. No servers at all are the root (OpenAPI 3.1, OpenAPI Object). What went from the base path to the paths is called as before.",
  oasdiff: [],
  message: ({ from, to }) => `the base path ${from} is gone; there is ${to}`,
  finds: { old: at("/v1"), new: at("/v2") },
  passes: { old: at("/"), new: lists() },
};

export const basePathAdded: ChangeRecord = {
  id: "base-path-added",
  direction: "both",
  verdict: "addition",
  mirror: "base-path-removed",
  why: "What is called below a base path of before is there as before.",
  oasdiff: [],
  message: ({ to }) => `the base path ${to} is new`,
  finds: { old: at("/v1"), new: at("/v1", "/v2") },
  passes: { old: at("/v1"), new: at("/v1/") },
};

export const hostRemoved: ChangeRecord = {
  id: "server-host-removed",
  direction: "both",
  verdict: "unknown",
  mirror: ["server-host-removed", "server-host-added"],
  why: "The docs no longer name it. Where a service runs is told by its catalog or by settings as often as by its docs, and whether it still answers there, only those who run it could tell.",
  oasdiff: [],
  message: ({ from, to }) => `the host ${from} is no longer named; ${to} is`,
  finds: { old: at("https://a.example.com/v1"), new: at("https://b.example.com/v1") },
  passes: { old: at(inRegion("region")), new: at(inRegion("area")) },
};

export const hostAdded: ChangeRecord = {
  id: "server-host-added",
  direction: "both",
  verdict: "addition",
  mirror: "server-host-removed",
  why: "What is called at a host of before is there as before.",
  oasdiff: [],
  message: ({ to }) => `the host ${to} is new`,
  finds: { old: at("/v1"), new: at("https://a.example.com/v1") },
  passes: { old: at("https://a.example.com"), new: at("https://A.example.com/") },
};

export const serverRules: readonly ChangeRecord[] = [
  basePathRemoved,
  basePathAdded,
  hostRemoved,
  hostAdded,
];
