import {
  methods,
  type OperationObject,
  type PathItemObject,
  type Reference,
  type ResponseObject,
} from "../document.js";
import { anySuccess, isBodiless } from "./write-operation.js";

type Responses = OperationObject["responses"];

/**
 * Path items in which what changes something has, beside the successes that its docs name, the
 * others of their class: a status tells how far the service is, not what it answers with (RFC 9110,
 * 15: a client treats what it does not know as the x00 of its class), and services were recorded
 * that answer 200 to changes where 202 is documented, and the reverse. A GET may be asked again:
 * 202 for 200 there is nothing done, but something to come.
 */
export function withOtherSuccesses(
  paths: Readonly<Record<string, PathItemObject>>,
): Readonly<Record<string, PathItemObject>> {
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => {
      const changed = Object.fromEntries(
        methods.flatMap((method) => {
          const operation = item[method];
          if (operation === undefined || method === "get" || method === "head") return [];
          return [[method, { ...operation, responses: withOther(operation.responses) }]];
        }),
      );
      return [path, { ...item, ...changed }];
    }),
  );
}

/** Answers with the success that stands for those that the docs do not name, where it is known. */
export function withOther(responses: Responses): Responses {
  const other = otherSuccess(responses);
  if (other === undefined || responses[anySuccess] !== undefined) return responses;
  const faults = Object.entries(responses).filter(([status]) => /^\dXX$/.test(status));
  const named = Object.entries(responses).filter(([status]) => !/^\dXX$/.test(status));
  return Object.fromEntries([...named, [anySuccess, other], ...faults]);
}

/** Answers without it. */
export function withoutOther(responses: Responses): Responses {
  return Object.fromEntries(Object.entries(responses).filter(([, response]) => !isOther(response)));
}

/** Whether an answer stands for successes that the docs do not name, beside those that they do. */
export function isOther(response: ResponseObject | Reference): boolean {
  return "x-restanza" in response && response["x-restanza"]?.undocumented === true;
}

/** What is common to all named successes: the body of those that may have one, or that there is none. */
function otherSuccess(responses: Responses): ResponseObject | undefined {
  const named = Object.entries(responses).filter(([status]) => /^2\d\d$/.test(status));
  const roomy = named.filter(([status]) => !isBodiless(Number(status)));
  const [first, ...others] = (roomy.length > 0 ? roomy : named).map(([, response]) => response);
  if (first === undefined || "$ref" in first) return undefined;
  const same = JSON.stringify(commonOf(first));
  if (others.some((one) => "$ref" in one || JSON.stringify(commonOf(one)) !== same))
    return undefined;
  return {
    description: "Any other success.",
    ...commonOf(first),
    "x-restanza": { undocumented: true },
  };
}

/** An answer without words and examples. */
function commonOf({
  headers,
  content,
  "x-openstack": openstack,
}: ResponseObject): Omit<ResponseObject, "description"> {
  const schemas = Object.entries(content ?? {}).map(
    ([type, { examples: _examples, ...media }]) => [type, media] as const,
  );
  return {
    ...(headers !== undefined && { headers }),
    ...(content !== undefined && { content: Object.fromEntries(schemas) }),
    ...(openstack !== undefined && { "x-openstack": openstack }),
  };
}
