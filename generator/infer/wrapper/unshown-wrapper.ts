import type { Row } from "../reference.js";
import type { BodyMember, BodyNode } from "../shape/node.js";
import { admits, readType } from "../words/documented-type.js";

/** Where a row stands in a body. */
interface Placed {
  readonly row: Row;
  readonly path: readonly string[];
}

/**
 * The object that all of a body may stand in though its sample shows it bare: the first row of the
 * list, which the docs require and no sample has, and whose words name every other member: "what will
 * be added, replaced or removed", before `added`, `replaced` and `removed`.
 */
export function unshownWrapper(
  placed: readonly Placed[],
  shown: ReadonlySet<string>,
): string | undefined {
  const [first, ...others] = placed;
  const { entry, name } = first?.row ?? {};
  if (first?.path.length !== 1 || name === undefined || shown.has(name.value)) return undefined;
  if (entry?.required !== true || !admits(readType(entry.type).kinds, "object")) return undefined;
  const members = others.filter(({ path }) => path.length === 1).map(({ path }) => path[0] ?? "");
  if (others.some(({ path }) => path[0] === name.value)) return undefined;
  const words = new Set(entry.description.markdown.toLowerCase().match(/[a-z_]+/g));
  const named = members.every((member) => shown.has(member) && words.has(member.toLowerCase()));
  return members.length > 1 && shown.size === new Set(members).size && named
    ? name.value
    : undefined;
}

/** A body that stands in an object or bare: neither is sure to be there. */
export function underOrBare(node: BodyNode, wrapper: string): BodyNode {
  const inside = node.members.filter(({ name }) => name !== wrapper);
  const optional = (member: BodyMember): BodyMember => ({
    ...member,
    variants: member.variants.map((variant) => ({ ...variant, required: false })),
  });
  return {
    ...node,
    members: node.members.map((member) =>
      member.name === wrapper
        ? {
            ...member,
            variants: member.variants.map((variant) => ({
              ...variant,
              required: false,
              node: { ...variant.node, members: inside, values: undefined },
            })),
          }
        : optional(member),
    ),
  };
}
