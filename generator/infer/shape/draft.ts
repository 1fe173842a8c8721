import { anyKey, merge, nothing, type Member, type Path, type Shape } from "./shape.js";
import type { Kind } from "../words/kind.js";

/**
 * A shape that others are grafted on, one after the other: what was copied for the first is not
 * copied again for the next. The shape that it is made from stays as it is.
 */
export class Draft {
  #shape: Shape;
  /** Members that are this draft's own, and so may be changed. */
  readonly #own = new WeakMap<ReadonlyMap<string, Member>, Map<string, Member>>();

  constructor(shape: Shape) {
    this.#shape = shape;
  }

  /** What came of it so far; nothing may be grafted on the draft while somebody holds it. */
  get shape(): Shape {
    return this.#shape;
  }

  /** Merges `shape` in at `path`; what is missing on the way is made. */
  graft(path: Path, shape: Shape): void {
    this.#shape = this.#grafted(this.#shape, path, 0, shape);
  }

  #grafted(root: Shape, path: Path, depth: number, shape: Shape): Shape {
    const key = path[depth];
    if (key === undefined) return merge(root, shape);
    if (root.items !== undefined && root.members.size === 0)
      return { ...root, items: this.#grafted(root.items, path, depth, shape) };
    const kinds: ReadonlySet<Kind> = new Set([...root.kinds, "object"]);
    if (key === anyKey)
      return {
        ...root,
        kinds,
        values: this.#grafted(root.values ?? nothing, path, depth + 1, shape),
      };
    const members = this.#own.get(root.members) ?? new Map(root.members);
    this.#own.set(members, members);
    const old = members.get(key);
    const inside = this.#grafted(old?.shape ?? nothing, path, depth + 1, shape);
    members.set(key, { shape: inside, seen: old?.seen ?? 0 });
    return { ...root, kinds, members };
  }
}

/** `root` with `shape` merged in at `path`; what is missing on the way is made. */
export function graft(root: Shape, path: Path, shape: Shape): Shape {
  const draft = new Draft(root);
  draft.graft(path, shape);
  return draft.shape;
}
