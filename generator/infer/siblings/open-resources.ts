import type { Operation, Side } from "../reference.js";
import { answersList } from "./body.js";
import { pathWords } from "../words/names/collections.js";
import { resourceOf } from "./members/member-key.js";
import { unknownNode, type BodyMember, type BodyNode } from "../shape/node.js";
import { sameWord } from "../../english/number.js";

/** "The response may also include additional properties specified as key:value pairs." */
const open =
  /\b(?:may|can|could) (?:\w+ ){0,4}(?:include|contain|specify|have|add)\b.{0,30}\b(?:additional|arbitrary|custom|extra|other) (?:\w+ )?(?:properties|keys|attributes|fields|metadata)\b/i;

/** Said of values that are strings; of others nothing is known. */
const ofStrings = /\bkey[\s/:=-]*(?:and )?values?\b|\bstrings?\b/i;

/** Whether the docs say of one side that names of the user's own may stand beside the documented. */
export function isOpen({ remarks }: Operation, side: Side): boolean {
  return remarks.some(
    (remark) => remark.side === side && open.test(remark.words) && ofStrings.test(remark.words),
  );
}

/** The resources whose answers are said to be open, as the paths name them. */
export function openResources(operations: readonly Operation[]): ReadonlySet<string> {
  return new Set(operations.filter((operation) => isOpen(operation, "response")).map(resourceName));
}

const resourceName = ({ path }: Operation): string => pathWords(path).join("/");

/** The body with strings of any name in the resource that it holds, where that is open. */
export function opened(
  node: BodyNode,
  operation: Operation,
  side: Side,
  resources: ReadonlySet<string>,
): BodyNode {
  const listing = answersList({ operation, side });
  const known = side === "response" && resources.has(resourceName(operation));
  if (!known && !isOpen(operation, side)) return node;
  const wrapper = node.members.find(
    ({ name, variants }) =>
      sameWord(name, resourceOf(operation)) &&
      variants.some(({ node: { kinds } }) => kinds.includes(listing ? "array" : "object")),
  );
  if (wrapper === undefined) return listing ? node : withStrings(node);
  const inner: BodyMember = {
    ...wrapper,
    variants: wrapper.variants.map((variant) => ({ ...variant, node: within(variant.node) })),
  };
  return { ...node, members: node.members.map((member) => (member === wrapper ? inner : member)) };
}

function within(node: BodyNode): BodyNode {
  return node.items === undefined ? withStrings(node) : { ...node, items: withStrings(node.items) };
}

function withStrings(node: BodyNode): BodyNode {
  return node.kinds.includes("object") && node.values === undefined && node.members.length > 0
    ? { ...node, values: anyString }
    : node;
}

const anyString: BodyNode = { ...unknownNode, kinds: ["string"] };
