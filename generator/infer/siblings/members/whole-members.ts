import { answersList, referenceKey, type BodySide, type SampledBody } from "../body.js";
import { pathWords } from "../../words/names/collections.js";
import type { BodyIndex } from "../body-index.js";
import type { Knowledge } from "../learn.js";
import type { PlacedRow } from "../../rows/place-rows.js";
import { boundsOf } from "../../rows/row-bounds.js";
import { Draft } from "../../shape/draft.js";
import { borrow, nothing, objectAt, shapeAt, type Path, type Shape } from "../../shape/shape.js";
import { sameWord } from "../../../english/number.js";

/** What one member of a collection looks like, as the answer that shows it alone tells. */
export function memberOf(target: BodySide, { index }: Knowledge): Shape | undefined {
  const shown = membersBelow(target, index)[0];
  return shown && membersOf(shown, () => true);
}

/**
 * What a GET shows, with what the docs of showing or of changing one member have beside it: they
 * say there what they leave out here. Not what creation answers, which may be told but once, such
 * as a password. Only where both document much the same, or a list nothing of its items; nothing
 * that is of some microversions only.
 */
export function wholeMembers(
  target: BodySide,
  sampled: Shape,
  placed: readonly PlacedRow[],
  wrapper: string | undefined,
  { index }: Knowledge,
): Shape {
  if (target.side !== "response" || target.operation.method.value !== "GET") return sampled;
  const base: Path = wrapper === undefined ? [] : [wrapper];
  const here = shapeAt(sampled, base);
  if (here === undefined || (answersList(target) && !holdsMembers(here, wrapper))) return sampled;
  const own = new Set(
    placed
      .filter(({ path }) => path.length > base.length && path[0] === (wrapper ?? path[0]))
      .map(({ row }) => referenceKey(row)),
  );
  const rows = new Set(target.rows.map(({ name }) => name.value));
  const whole = new Draft(sampled);
  const undocumented = own.size === 0;
  const bodies = undocumented
    ? membersBelow(target, index)
    : index.answers(target.operation.source, pathWords(target.operation.path).at(-1));
  for (const body of bodies) {
    if (!undocumented && !documentsTheSame(body, target, wrapper, own)) continue;
    for (const [name, { shape }] of membersOf(
      body,
      undocumented ? () => true : (documented) => documented,
    ).members)
      if (!rows.has(name) && !objectAt(shapeAt(whole.shape, base) ?? nothing).members.has(name))
        whole.graft([...base, name], shape);
  }
  return whole.shape;
}

/** Whether a place holds a list of objects: no map, nor one wrapper more. */
function holdsMembers(here: Shape, wrapper: string | undefined): boolean {
  const { members, values } = objectAt(here);
  const listed = here.kinds.has("array");
  const [only] = members.keys();
  const nested = members.size === 1 && wrapper !== undefined && sameWord(only ?? "", wrapper);
  return members.size > 0 && values === undefined && !nested && listed;
}

/** How much of what two answers document must be the same. */
const alike = 0.6;

/** Whether an answer of the same file and word documents what the list does. */
export function documentsTheSame(
  { body: { place }, wrapper: other, placed }: SampledBody,
  target: BodySide,
  wrapper: string | undefined,
  own: ReadonlySet<string>,
): boolean {
  if (place === target.place) return false;
  const sameWrapper =
    other === undefined || wrapper === undefined ? other === wrapper : sameWord(other, wrapper);
  if (!sameWrapper) return false;
  const depth = other === undefined ? 0 : 1;
  const theirs = new Set(
    placed.filter(({ path }) => path.length > depth).map(({ row }) => referenceKey(row)),
  );
  const shared = [...theirs].filter((reference) => own.has(reference)).length;
  return shared > 1 && shared >= alike * Math.max(theirs.size, own.size);
}

/** The answers that show one of the members of what `target` lists. */
function membersBelow({ operation }: BodySide, index: BodyIndex): readonly SampledBody[] {
  return index
    .below("response", operation.path.replace(/\/$/, ""))
    .filter(
      ({ body: { operation: other } }) =>
        other.method.value === "GET" && other.path !== operation.path,
    );
}

/** The members of the object that a body is about, sampled or named by rows, none with bounds. */
function membersOf(
  { skeleton, wrapper, placed }: SampledBody,
  wanted: (documented: boolean) => boolean,
): Shape {
  const base: Path = wrapper === undefined ? [] : [wrapper];
  const object = objectAt(shapeAt(skeleton, base) ?? nothing);
  const open = new Map<string, boolean>();
  for (const { row, path } of placed) {
    if (path.length !== base.length + 1 || path[0] !== (wrapper ?? path[0])) continue;
    const name = path.at(-1) ?? "";
    const { min, max } = boundsOf(row);
    open.set(name, min === undefined && max === undefined && open.get(name) !== false);
  }
  const members = new Map(
    [...object.members].filter(([name]) => (open.get(name) ?? true) && wanted(open.has(name))),
  );
  for (const [name, everywhere] of open)
    if (everywhere && !members.has(name)) members.set(name, { shape: nothing, seen: 0 });
  return borrow({ ...object, members });
}
