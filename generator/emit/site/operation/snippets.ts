import type { OperationModel } from "../../../openapi/model.js";
import { compareVersions } from "../../../openapi/versions.js";
import { bodyOf, isJson } from "../../bodies.js";
import { escaped, type Html, joinHtml } from "../../html.js";
import type { Page } from "../page.js";
import { part } from "../part.js";
import { words } from "../words.js";

/** A body of more lines than this is sent from a file. */
const longest = 12;

/** How to call an operation: with curl, with the generated client, and with openstacksdk. */
export function snippetsHtml(page: Page, operation: OperationModel): Html {
  return joinHtml([
    part("snippet", { title: escaped(words.curl), text: curl(page, operation) }),
    ...clientCall(page, operation),
    ...sdkCall(page, operation),
  ]);
}

/** For a POSIX shell: what stands in single quotes means itself, but for a single quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function curl({ site }: Page, operation: OperationModel): Html {
  const { model } = site;
  const { method, path, samples } = operation;
  const word = variable(model.service);
  const url = path.replace(/\{([^{}]*)\}/g, (_, name: string) => `\${${variable(name)}}`);
  const head = method === "GET" ? "curl" : method === "HEAD" ? "curl --head" : `curl -X ${method}`;
  const lines = [escaped(`${head} "$${word}_URL${url.replace(/["\\`]/g, "\\$&")}"`)];
  if (model.credential !== undefined && operation.anonymous !== true) {
    const { header, prefix } = model.credential;
    lines.push(escaped(`-H "${header}: ${prefix}$TOKEN"`));
  }
  const asked = model.microversions?.headers[0];
  if (asked !== undefined && model.microversions !== undefined) {
    const { maximum } = model.microversions;
    const { max = maximum } = operation.bounds;
    const version = compareVersions(max, maximum) < 0 ? max : maximum;
    const [before = "", after = ""] = asked.value.split("{version}");
    lines.push(
      part("version-header", {
        before: escaped(`-H "${asked.name}: ${before}`),
        version: escaped(version),
        after: escaped(`${after}"`),
      }),
    );
  }
  const body = bodyOf(operation);
  const sample = samples.find(({ of }) => of === "request");
  if (body !== undefined) {
    lines.push(escaped(`-H "Content-Type: ${body.mediaType}"`));
    const text =
      isJson(body.mediaType) && sample ? JSON.stringify(sample.value, undefined, 2) : undefined;
    const fits = text !== undefined && text.split("\n").length <= longest;
    lines.push(
      escaped(fits ? `-d ${quoted(text)}` : `-d @${isJson(body.mediaType) ? "body.json" : "body"}`),
    );
  }
  return joinHtml(lines, " \\\n  " as Html);
}

function variable(name: string): string {
  return name
    .replace(/\W+/g, "_")
    .toUpperCase()
    .replace(/^(?=\d)/, "_");
}

/** The call of openstacksdk on a connection, where it is known to have one. */
function sdkCall({ site }: Page, { operationId }: OperationModel): readonly Html[] {
  const call = site.source.calls?.get(operationId);
  if (call === undefined) return [];
  const text = `conn = openstack.connect()\n${call}`;
  return [part("snippet", { title: escaped(words.sdk), text: escaped(text) })];
}

/**
 * The call of the generated client. Left out where the body is not what the docs show: the client
 * adds the name of an action itself.
 */
function clientCall({ site }: Page, operation: OperationModel): readonly Html[] {
  const { operationId, action, parameters } = operation;
  const body = bodyOf(operation);
  if (action !== undefined || site.model.projected !== undefined) return [];
  const names = parameters.filter((one) => one.in === "path").map(({ name }) => name);
  if (!names.every((name) => /^[A-Za-z_$][\w$]*$/.test(name))) return [];
  const given = [
    ...(names.length === 0 ? [] : [`path: { ${names.join(", ")} }`]),
    ...(body?.required === true ? ["body"] : []),
  ];
  const request = given.length === 0 ? "" : `, { ${given.join(", ")} }`;
  const text = `await ${operationId}(client${request}).orThrow();`;
  return [part("snippet", { title: escaped(words.client), text: escaped(text) })];
}
