import { isEmptyText } from "../../facts/lookup.js";
import type { ServiceFact } from "../../facts/service-fact.js";
import type { Operation } from "../reference.js";
import { anyKey, type Path } from "../shape/shape.js";
import type { BodyNode } from "../shape/node.js";
import { memberKey, resourceOf } from "../siblings/members/member-key.js";

/**
 * The body of an answer without the formats of texts that the service is known to answer empty:
 * an empty text has none of them. What is sent keeps its formats.
 */
export function withEmptyTexts(
  node: BodyNode,
  operation: Operation,
  service: ServiceFact | undefined,
): BodyNode {
  if (service?.emptyTexts === undefined) return node;
  const resource = resourceOf(operation);
  const at = (inner: BodyNode, path: Path): BodyNode => ({
    ...inner,
    format: isEmptyText(service, memberKey(path, resource)) ? undefined : inner.format,
    members: inner.members.map((member) => ({
      ...member,
      variants: member.variants.map((variant) => ({
        ...variant,
        node: at(variant.node, [...path, member.name]),
      })),
    })),
    values: inner.values && at(inner.values, [...path, anyKey]),
    items: inner.items && at(inner.items, path),
  });
  return at(node, []);
}
