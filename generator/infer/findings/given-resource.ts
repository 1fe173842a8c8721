import { beside } from "../../english/beside.js";
import { sameWord, singular } from "../../english/number.js";
import type { InferredOperation } from "../model.js";
import { resourceOf } from "../siblings/members/member-key.js";
import type { BodyMember, BodyNode } from "../shape/node.js";

/** What one operation answers of a resource. */
export interface GivenResource {
  readonly inferred: InferredOperation;
  /** What the resource is called in the body, in the singular; the word of the path without a wrapper. */
  readonly word: string;
  /** The resource itself, or one item of the list of them. */
  readonly node: BodyNode;
}

/**
 * What Show, List, Create and Update answer of the resource that their path names: below the one
 * member that is no page, link or count, where that holds objects, or the whole body where it says
 * which one it is. Undefined of what answers nothing of the kind, and of POST to a single one: it
 * answers what was done with it.
 */
export function givenResource(inferred: InferredOperation): GivenResource | undefined {
  const { operation, response } = inferred;
  const method = operation.method.value;
  const isOne = /\}\/?$/.test(operation.path);
  if (response === undefined || inferred.words.length === 0) return undefined;
  if (!["GET", "POST", "PUT", "PATCH"].includes(method) || (method === "POST" && isOne))
    return undefined;
  const own = response.node.members.filter(({ name }) => !beside.test(name));
  const [wrapper, ...others] = own;
  const inside = wrapper && others.length === 0 ? objectIn(wrapper) : undefined;
  if (wrapper !== undefined && inside !== undefined)
    return {
      inferred,
      word: singular(wrapper.name),
      node: withoutWrapper(inside, wrapper.name),
    };
  return own.some(({ name }) => /^(?:id|uuid|name)$/.test(name))
    ? { inferred, word: singular(resourceOf(operation)), node: response.node }
    : undefined;
}

/** Lists of `{ box: … }` have one wrapper more. */
function withoutWrapper(node: BodyNode, around: string): BodyNode {
  const [only, ...others] = node.members;
  if (only === undefined || others.length > 0 || !sameWord(only.name, around)) return node;
  return objectIn(only) ?? node;
}

/** The object with members that a member is, or is a list of. */
export function objectIn({ variants }: BodyMember): BodyNode | undefined {
  return variants.map(({ node }) => node.items ?? node).find(({ members }) => members.length > 0);
}
