import { answersList, type BodySide } from "../siblings/body.js";
import type { BodyIndex } from "../siblings/body-index.js";
import { featuresOf } from "../siblings/closeness.js";
import type { BodyMember, BodyNode } from "../shape/node.js";
import { nothing, shapeAt, type Shape } from "../shape/shape.js";
import { plural, sameWord, singular } from "../../english/number.js";

/**
 * The same wrapper in the number that is meant, where the sample of an answer has the other one and
 * its siblings deny it: one thing under `boxes`, though requests of the same path send it as `box`;
 * a list under `box`, though another list of the same path has `boxes`.
 */
export function otherNumber(
  target: BodySide,
  skeleton: Shape,
  wrapper: string | undefined,
  index: BodyIndex,
): string | undefined {
  if (target.side !== "response" || target.sampled === undefined || wrapper === undefined)
    return undefined;
  const { kinds } = shapeAt(skeleton, [wrapper]) ?? nothing;
  const list = kinds.has("array");
  if (list === kinds.has("object") || list !== answersList(target)) return undefined;
  const meant = list ? plural(wrapper) : singular(wrapper);
  if (meant === wrapper || !sameWord(meant, wrapper)) return undefined;
  const { words } = featuresOf(target);
  const denied = index
    .ofPath(list ? "response" : "request", words)
    .some(
      ({ skeleton: theirs, wrapper: own }) =>
        own === meant && shapeAt(theirs, [own])?.kinds.has("array") === list,
    );
  return denied ? meant : undefined;
}

/**
 * Whether the sample of an answer has a list under a wrapper where requests of the same path send
 * one thing under it, and the answer is no list: either is meant.
 */
export function isListOfOne(
  target: BodySide,
  skeleton: Shape,
  wrapper: string | undefined,
  index: BodyIndex,
): boolean {
  if (target.side !== "response" || target.sampled === undefined || wrapper === undefined)
    return false;
  const own = shapeAt(skeleton, [wrapper]) ?? nothing;
  if (answersList(target) || own.kinds.has("object") || !own.items?.kinds.has("object"))
    return false;
  return index.ofPath("request", featuresOf(target).words).some((request) => {
    const theirs = request.wrapper === wrapper ? shapeAt(request.skeleton, [wrapper]) : undefined;
    return theirs?.kinds.has("object") === true && !theirs.kinds.has("array");
  });
}

/** A body whose wrapper has a list, or one of what the list has. */
export function oneOrSeveral(node: BodyNode, wrapper: string): BodyNode {
  const either = (list: BodyNode): BodyNode =>
    list.items === undefined
      ? list
      : {
          ...list,
          kinds: [...list.kinds, "object"],
          members: list.items.members,
          values: list.items.values,
        };
  return {
    ...node,
    members: node.members.map((member) =>
      member.name === wrapper
        ? {
            ...member,
            variants: member.variants.map((variant) => ({
              ...variant,
              node: either(variant.node),
            })),
          }
        : member,
    ),
  };
}

/** A body that stands under either of two names: neither is sure to be there. */
export function underEither(node: BodyNode, wrapper: string, other: string): BodyNode {
  return {
    ...node,
    members: node.members.flatMap((member): readonly BodyMember[] => {
      if (member.name !== wrapper) return [member];
      const variants = member.variants.map((variant) => ({ ...variant, required: false }));
      return [
        { ...member, variants },
        { name: other, variants, undocumented: true },
      ];
    }),
  };
}
