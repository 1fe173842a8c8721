import { canonicalJson } from "../../openapi/canonical.js";
import type { OpenApiDocument, OperationObject } from "../../openapi/document.js";
import type { OperationModel } from "../../openapi/model.js";
import { isRecord, resolved } from "../../openapi/references.js";
import { operationsIn } from "../../openapi/select.js";
import type { Difference } from "../difference.js";
import {
  credentialAsked,
  credentialNoLongerAsked,
  credentialRefused,
  credentialTaken,
} from "../rules/credentials.js";

/** The alternatives that an operation asks for one of, in words; none: it asks for nothing. */
type Alternatives = ReadonlySet<string>;

/** What each operation of a document asks for, by method and path. */
export class Credentials {
  readonly #document: OpenApiDocument;
  readonly #asked = new Map<string, Alternatives>();

  constructor(document: OpenApiDocument) {
    this.#document = document;
    for (const { path, method, operation } of operationsIn(document))
      this.#asked.set(`${method.toUpperCase()} ${path}`, this.#alternatives(operation));
  }

  of({ method, path }: OperationModel): Alternatives {
    return this.#asked.get(`${method} ${path}`) ?? new Set();
  }

  /** An empty requirement among them asks for nothing (OpenAPI 3.1, Security Requirement Object). */
  #alternatives({ security = this.#document.security }: OperationObject): Alternatives {
    const all = (Array.isArray(security) ? security : []).filter(isRecord);
    if (all.some((one) => Object.keys(one).length === 0)) return new Set();
    return new Set(all.map((one) => this.#words(one)));
  }

  #words(requirement: Readonly<Record<string, unknown>>): string {
    const parts = Object.entries(requirement).map(([name, scopes]) => {
      const scheme = wordsOf(resolved(this.#document, this.#schemes()[name]) ?? name);
      return Array.isArray(scopes) && scopes.length > 0
        ? `${scheme} for ${scopes.map(String).toSorted().join(", ")}`
        : scheme;
    });
    return parts.toSorted().join(" with ");
  }

  #schemes(): Readonly<Record<string, object>> {
    return this.#document.components?.securitySchemes ?? {};
  }
}

/** What is sent, whatever the scheme is called: `header X-Auth-Token`. */
function wordsOf(scheme: unknown): string {
  if (!isRecord(scheme)) return String(scheme);
  const { type, in: place, name, scheme: word } = scheme;
  if (type === "apiKey") {
    const key = place === "header" ? String(name).toLowerCase() : String(name);
    return `${String(place)} ${key}`;
  }
  if (type === "http") return `HTTP ${String(word).toLowerCase()}`;
  if (type === "oauth2" || type === "openIdConnect" || type === "mutualTLS") return type;
  return canonicalJson(scheme);
}

/** What is different about the credentials that two operations take. */
export function compareCredentials(
  before: Alternatives,
  after: Alternatives,
): readonly Difference[] {
  const gone = [...before].filter((one) => !after.has(one));
  const come = [...after].filter((one) => !before.has(one));
  if (gone.length + come.length === 0) return [];
  const keys = ["security"];
  const [from, to] = [listOf(before), listOf(after)];
  if (before.size === 0) return [{ record: credentialAsked, keys, to }];
  if (after.size === 0) return [{ record: credentialNoLongerAsked, keys, from }];
  return gone.length > 0
    ? [{ record: credentialRefused, keys, from: listOf(gone), to }]
    : [{ record: credentialTaken, keys, to: listOf(come) }];
}

function listOf(alternatives: Iterable<string>): string {
  return [...alternatives]
    .toSorted()
    .map((one) => `\`${one}\``)
    .join(" or ");
}
