import type { OpenApiDocument, OperationObject } from "../document.js";
import type { CredentialModel } from "../model.js";
import { isRecord, resolved } from "../references.js";
import { operationsIn } from "../select.js";

/**
 * Where the one credential that a client is given is sent: as the first requirement says that has
 * one, of the document or else of an operation (OpenAPI 3.2, Security Requirement Object). Nowhere
 * where none does.
 */
export function readCredential(document: OpenApiDocument): CredentialModel | undefined {
  for (const name of requiredSchemes(document)) {
    const credential = credentialOf(document, name);
    if (credential !== undefined) return credential;
  }
  return undefined;
}

/**
 * Whether an operation gets the credential of the client: where one of its requirements, or of the
 * document's if it has none of its own, names a scheme that is sent so. `security: []` asks for
 * nothing, and the credential of one scheme is not shown to another.
 */
export function takesCredential(
  document: OpenApiDocument,
  { security = document.security }: Pick<OperationObject, "security">,
  credential: CredentialModel,
): boolean {
  const names = Array.isArray(security) ? security.flatMap(schemesOf) : [];
  return names.some((name) => isSame(credentialOf(document, name), credential));
}

/** Whether two are sent alike; names of headers have no case (RFC 9110, 5.1). */
export function isSame(one: CredentialModel | undefined, other: CredentialModel | undefined) {
  return one?.header.toLowerCase() === other?.header.toLowerCase() && one?.prefix === other?.prefix;
}

function schemesOf(requirement: unknown): readonly string[] {
  return isRecord(requirement) ? Object.keys(requirement) : [];
}

/** The names of the schemes that the document asks for, in its order. */
export function requiredSchemes(document: OpenApiDocument): readonly string[] {
  const own = operationsIn(document).map(({ operation }) => operation.security);
  const all = [document.security, ...own].flatMap((list) => (Array.isArray(list) ? list : []));
  return [...new Set(all.flatMap(schemesOf))];
}

/** How a scheme is sent, if one text in a header is all of it (Security Scheme Object). */
export function credentialOf(document: OpenApiDocument, name: string): CredentialModel | undefined {
  const scheme: unknown = resolved(document, document.components?.securitySchemes?.[name]);
  if (!isRecord(scheme)) return undefined;
  const { type, in: place, name: key, scheme: word } = scheme;
  if (type === "oauth2" || type === "openIdConnect") return bearer;
  if (type === "http") {
    if (typeof word !== "string") return undefined;
    if (/^bearer$/i.test(word)) return bearer;
    return /^basic$/i.test(word) ? { header: "Authorization", prefix: "Basic " } : undefined;
  }
  if (type !== "apiKey" || typeof key !== "string") return undefined;
  if (place === "header") return { header: key, prefix: "" };
  return place === "cookie" ? { header: "Cookie", prefix: `${key}=` } : undefined;
}

const bearer: CredentialModel = { header: "Authorization", prefix: "Bearer " };
