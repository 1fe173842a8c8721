// How much of one document is another than in a second one.

/** The number of leaves that differ: scalars, and empty objects and lists; what one lacks counts, too. */
export function moved(a, b) {
  if (a === b) return 0;
  if (!isTree(a) || !isTree(b) || Array.isArray(a) !== Array.isArray(b))
    return Math.max(leaves(a), leaves(b));
  let count = 0;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) count += moved(a[key], b[key]);
  return count;
}

const isTree = (value) => typeof value === "object" && value !== null;

function leaves(value) {
  if (!isTree(value)) return value === undefined ? 0 : 1;
  const inside = Object.values(value);
  return inside.length === 0 ? 1 : inside.reduce((sum, each) => sum + leaves(each), 0);
}
