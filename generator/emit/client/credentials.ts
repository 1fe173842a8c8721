import type { ApiModel, OperationModel } from "../../openapi/model.js";
import type { Text } from "../text.js";
import { code, join, literal } from "../text.js";
import type { ModuleScope } from "../module-scope.js";

/** The module beside the runtime for credentials that are not in `X-Auth-Token` of every request. */
export const credentialsFile = "authorization";
const file = `./${credentialsFile}.js`;

/** What it exports for operations. */
export const credentialsValue = "withoutCredential";

/** Whether they are not: then the module for them is part of the output. */
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

/** A client of the runtime made of `options`, which sends the credential where the document says. */
export function createdClient(model: ApiModel, scope: ModuleScope): Text<"code"> {
  const { credential } = model;
  if (credential !== undefined && hasOwnCredential(model)) {
    const { header, prefix } = credential;
    const before = prefix === "Basic " ? scope.use(file, "basic", "value") : literal(prefix);
    const args = [literal(header), ...(prefix === "" ? [] : [before])];
    return code`${scope.use(file, "clientWith", "value")}(options, ${join(args, ", ")})`;
  }
  const create = scope.use("./runtime.js", "createClient", "value");
  // A token that nothing asks for is not sent.
  if (credential === undefined) return code`${create}({ ...options, token: undefined })`;
  return code`${create}(options, { type: ${literal(model.service)} })`;
}

/** The client that an operation is called with: the parameter, or the same without its credential. */
export function calledWith({ anonymous }: OperationModel, scope: ModuleScope): Text<"code"> {
  if (anonymous !== true) return code`client`;
  return code`${scope.use(file, credentialsValue, "value")}(client)`;
}
