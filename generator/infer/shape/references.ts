import { objectAt, unseen, walk, type Path, type Shape } from "./shape.js";

/** What alone tells which of its kind is meant. */
const identifying = /^(?:uu)?id$|^name$/;

/** An object that tells which of its kind is meant has few members. */
const few = 3;

/** A place where an object may have a member more. */
export interface Added {
  readonly path: Path;
  readonly shape: Shape;
}

interface Reference {
  readonly path: Path;
  readonly object: Shape;
}

/**
 * Members that objects of a body lack which tell what is meant by an ID or a name, and that others
 * of the same key in it have: `{ "domain": { "id" } }` beside `{ "domain": { "id", "name" } }`. A
 * sample shows one way of several to tell the same.
 */
export function otherReferences(skeleton: Shape): readonly Added[] {
  const byKey = new Map<string, Reference[]>();
  walk(skeleton, (path, shape) => {
    const object = objectAt(shape);
    const key = path.at(-1) ?? "";
    if (!refers(object)) return;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [{ path, object }]);
    else known.push({ path, object });
  });
  return [...byKey.values()].flatMap((references) => {
    const most = references.reduce((a, b) =>
      b.object.members.size > a.object.members.size ? b : a,
    );
    return references.flatMap(({ path, object }) =>
      [...object.members.keys()].every((name) => most.object.members.has(name))
        ? [...most.object.members]
            .filter(([name]) => !object.members.has(name))
            .map(([name]) => ({ path: [...path, name], shape: unseen("string") }))
        : [],
    );
  });
}

/** Whether all that an object has are texts, an ID or a name among them. */
function refers({ members, values }: Shape): boolean {
  return (
    values === undefined &&
    members.size > 0 &&
    members.size <= few &&
    [...members.values()].every(
      ({ shape }) => shape.kinds.size === 1 && shape.kinds.has("string"),
    ) &&
    [...members.keys()].some((name) => identifying.test(name))
  );
}
