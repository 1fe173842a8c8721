import type { Operation } from "../reference.js";
import { anythingNode, unknownNode, type BodyNode } from "../shape/node.js";
import { saysFreeRequest } from "../words/values/free-form.js";

/** An object with whatever members its sender gives it. */
export const freeRequest: BodyNode = { ...unknownNode, kinds: ["object"], values: anythingNode };

/** Whether the docs say where they speak of a request that what it holds is not the same for all. */
export function isFreeRequest({ method, remarks }: Operation): boolean {
  return (
    /^(?:POST|PUT|PATCH)$/.test(method.value) &&
    remarks.some(({ side, words }) => side === "request" && saysFreeRequest(words))
  );
}
