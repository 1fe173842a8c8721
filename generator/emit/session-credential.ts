import type { ApiModel } from "../openapi/model.js";

/** Whether credentials are not in `X-Auth-Token` of every request. */
export function hasOwnCredential(model: ApiModel): boolean {
  const { credential } = model;
  if (credential === undefined) return false;
  const isToken = credential.header.toLowerCase() === "x-auth-token" && credential.prefix === "";
  return !isToken || hasAnonymous(model);
}

/** Whether a session can be its client's: it has a token for each request, as Keystone issues them. */
export function takesSession(model: ApiModel): boolean {
  return model.credential !== undefined && !hasOwnCredential(model);
}

/** Whether an operation is sent no credential by a client that has one. */
export function hasAnonymous({ chapters }: ApiModel): boolean {
  return chapters.some(({ operations }) => operations.some((one) => one.anonymous === true));
}
