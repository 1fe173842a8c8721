import { keysOf } from "../../../collections/json-pointer.js";
import { rememberingOf } from "../../../collections/remembered.js";
import { bodyOf } from "../../bodies.js";
import type { Shape } from "../body/member.js";
import { allMembers, shapeOf } from "../body/shape.js";
import type { PlacedOperation, Site } from "../site.js";

/** The id on the page of an operation that a pointer of a change leads to, or to what is around it. */
export function anchorOf(
  site: Site,
  { operation, anchor }: PlacedOperation,
  pointer: string,
): string {
  const [part = "", ...keys] = keysOf(pointer);
  const { schemas } = site.model;
  const { parameters, responses } = operation;
  if (part === "request") {
    const body = bodyOf(operation);
    const path = body && nearest(shapeOf(body.schema, schemas), keys);
    return `${anchor}/request${path === undefined ? "" : `/${path}`}`;
  }
  if (part === "response") {
    for (const { ok, status, body } of responses) {
      const path = ok && body ? nearest(shapeOf(body.schema, schemas), keys) : undefined;
      if (path !== undefined) return `${anchor}/${status}/${path}`;
    }
    return `${anchor}/response`;
  }
  if (part === "status") {
    const answer = responses.find(({ status }) => String(status) === keys[0]);
    if (answer === undefined || answer.general === true) return `${anchor}/response`;
    const isShown = answer.ok && keys[1] === "header";
    const header = isShown ? answer.headers.find(({ name }) => name === keys[2]) : undefined;
    return `${anchor}/${answer.status}${header === undefined ? "" : `/header/${header.name}`}`;
  }
  const parameter = parameters.find((one) => one.in === part && one.name === keys[0]);
  return parameter === undefined ? anchor : `${anchor}/${parameter.in}/${parameter.name}`;
}

/** The path of a member, or of the nearest one around it that there is. */
function nearest(shape: Shape, keys: readonly string[]): string | undefined {
  const known = pathsIn(shape);
  for (let length = keys.length; length > 0; length--) {
    const path = pathOf(keys.slice(0, length));
    if (known.has(path)) return path;
  }
  return undefined;
}

const pathsIn = rememberingOf(
  (shape: Shape): ReadonlySet<string> => new Set(allMembers(shape).map(({ path }) => path)),
);

/** `servers[].id`, as ids of members have it. */
function pathOf(keys: readonly string[]): string {
  return keys.reduce((path, key) => {
    if (key === "0") return `${path}[]`;
    return path === "" ? key : `${path}.${key}`;
  }, "");
}
