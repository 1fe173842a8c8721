import type { ApiModel, OperationModel } from "../../openapi/model.js";
import type { Text } from "../text.js";
import { code, join, literal } from "../text.js";
import type { Doc, Safe } from "../layout/doc.js";
import { list } from "../layout/lists.js";
import { hasOwnCredential } from "../session-credential.js";
import type { ModuleScope } from "../module-scope.js";

/** The module beside the runtime for credentials that are not in `X-Auth-Token` of every request. */
export const credentialsFile = "authorization";
const file = `./${credentialsFile}.js`;

/** What it exports for operations. */
export const credentialsValue = "withoutCredential";

/** A client of the runtime made of `options`, which sends the credential where the document says. */
export function createdClient(model: ApiModel, scope: ModuleScope): Doc<Safe> {
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
  return [create, code`(options, `, serviceTypeOf(model), code`)`];
}

/** What a session has to know of the service to find it in a catalog. */
function serviceTypeOf({ service, aliases, chapters, microversions }: ApiModel): Doc<Safe> {
  const paths = chapters.flatMap(({ operations }) => operations.map(({ path }) => path));
  const versioned = paths.filter((path) => /^\/v\d/.test(path)).length;
  const others = list(code`aliases: [`, aliases.map(literal), code`]`);
  const members = [
    code`type: ${literal(service)}`,
    ...(aliases.length > 0 ? [others] : []),
    ...(microversions?.latest === true ? [code`newest: ${literal(microversions.maximum)}`] : []),
    ...(versioned * 2 > paths.length ? [code`versionInPaths: true`] : []),
  ];
  return list(code`{`, members, code`}`, true);
}

/** The client that an operation is called with: the parameter, or the same without its credential. */
export function calledWith({ anonymous }: OperationModel, scope: ModuleScope): Text<"code"> {
  if (anonymous !== true) return code`client`;
  return code`${scope.use(file, credentialsValue, "value")}(client)`;
}
