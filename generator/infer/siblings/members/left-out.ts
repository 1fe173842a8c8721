import type { Row } from "../../reference.js";
import { readType } from "../../words/documented-type.js";
import { leadingWords, listedIn } from "../../words/values/listed-values.js";
import { creates, type SampledBody } from "../body.js";
import { isIdentifier } from "../../words/names/identifiers.js";
import { memberKey, resourceOf } from "./member-key.js";
import { isMoment } from "../../words/names/moments.js";
import { walk, type Shape } from "../../shape/shape.js";

/** Prose that tells what a value is where the request has none, so that it is not null. */
const tellsOtherwise =
  /\bdefaults?\b|\bgenerat|\bomit|\b(?:if|when|where|unless|without)\b[^.]{0,50}\b(?:not|n't|no|none|nothing|unless|without)\b[^.]{0,40}\b(?:specif|provid|giv|suppl|set|pass|defin|present)|\bif (?:\w+ )?(?:unset|unspecified|absent|missing)\b|\bunless [^.]{0,40}\b(?:specif|provid|giv|suppl)/i;

/** Of a moment no other value than null can stand for none, unless the docs name a default. */
const tellsDefault = /\bdefaults?\b|\bgenerat/i;

/**
 * Prose that lets a member count for some values of another only: "Only valid if `type` is `HTTP`".
 * For the others it is null, whatever its default is.
 */
const countsForSome = /\bvalid (?:only )?(?:if|when|for|with)\b[^.]*`/i;

/** A default of a list that is no list: "The default is all allowed". */
const defaultOfWords = /\bdefaults? (?:is|are|to) (?:all|any|none|nothing|every\w*|no)\b/gi;

/** What a service makes up itself, or takes from the token of the caller. */
export const ofTheCaller = /^(?:id|uuid|(?:user|project|tenant|domain)_id)$/;

/** A sentence of what is so where the request has a value: "When a list is provided, the default becomes …". */
const ofWhatIsGiven =
  /(?<=^|[.!?]\s+)(?:if|when|where|once) (?!.{0,60}\b(?:not|n't|no|none|nothing|neither)\b)[^.,]{1,60}\b(?:is|are|was|were) (?:specified|provided|given|supplied|passed|set|present),[^.]*/gi;

/** How samples show members that creation may leave out: how many as null, how many empty. */
interface Seen {
  nulls: number;
  empties: number;
}

/** What creation may leave out, and nothing tells what it is then. */
export interface LeftOut {
  /** Members, as `memberKey` writes them. */
  readonly members: ReadonlySet<string>;
  /** Names of identifiers that whatever creation knows them may leave out: `parent_id`. */
  readonly identifiers: ReadonlySet<string>;
}

/**
 * Members, as `memberKey` writes them, that answers may show as null: those which the request that
 * creates their resource may leave out, where nothing tells what they are then. A flag is not among
 * them: it is answered as false. Not where samples show members of the same name empty (`""`, `[]`,
 * `{}`) more often than null; nor, of lists and objects, where they show others so.
 */
export function leftOut(bodies: readonly SampledBody[]): LeftOut {
  const optional = new Map<string, string>();
  for (const body of bodies.filter((each) => creates(each.body)))
    for (const [key, family] of optionalMembers(body)) optional.set(key, family);
  const groupsOf = (key: string, family: string): readonly string[] => [nameOf(key), family];
  const seen = new Map<string, Seen>();
  const counted = new Set<string>();
  for (const { body, skeleton } of bodies) {
    if (body.side !== "response") continue;
    walk(skeleton, (path, shape) => {
      const key = memberKey(path, resourceOf(body.operation));
      const family = optional.get(key);
      const how = howShown(nameOf(key), shape);
      if (family === undefined || how === undefined || counted.has(`${key}\0${how}`)) return;
      counted.add(`${key}\0${how}`);
      for (const group of groupsOf(key, family)) {
        const so = seen.get(group) ?? { nulls: 0, empties: 0 };
        so[how] += 1;
        seen.set(group, so);
      }
    });
  }
  const isEmpty = (group: string): boolean => {
    const { nulls, empties } = seen.get(group) ?? { nulls: 0, empties: 0 };
    return group !== alone && empties > nulls;
  };
  const members = new Set(
    [...optional].filter((entry) => !groupsOf(...entry).some(isEmpty)).map(([key]) => key),
  );
  const creations = bodies.filter(({ body }) => creates(body));
  const given = new Set(creations.flatMap(membersOf).map(({ key }) => key));
  for (const key of takenOver(bodies, creations, given)) members.add(key);
  const always = new Set([...given].filter((key) => !members.has(key)).map(nameOf));
  const identifiers = [...members].map(nameOf).filter(isIdentifier);
  return { members, identifiers: new Set(identifiers.filter((name) => !always.has(name))) };
}

const nameOf = (key: string): string => key.slice(key.lastIndexOf(".") + 1);

function howShown(
  name: string,
  { kinds, strings, items, members, values }: Shape,
): keyof Seen | undefined {
  if (kinds.has("null")) return "nulls";
  const emptyList = kinds.has("array") && items === undefined;
  const emptyObject = kinds.has("object") && members.size === 0 && values === undefined;
  // An empty text is no identifier: a sample may blank it, a service answers null.
  const emptyText = strings.includes("") && !isIdentifier(name);
  return emptyText || emptyList || emptyObject ? "empties" : undefined;
}

/**
 * A member is on its own that is a text or a number, since services answer `""` to some and null to
 * others; or that came later than its resource, since what is older has none.
 */
const alone = " alone";

/** A member, as `memberKey` writes it, and its row. */
interface Member {
  readonly key: string;
  readonly name: string;
  readonly row: Row;
}

/** The members of the resource itself, not of what it holds, that a body documents. */
function membersOf({ body, wrapper, placed }: SampledBody): readonly Member[] {
  const depth = wrapper === undefined ? 1 : 2;
  return placed
    .filter(({ path }) => path.length === depth)
    .map(({ row, path }) => ({
      key: memberKey(path, resourceOf(body.operation)),
      name: path.at(-1) ?? "",
      row,
    }));
}

/** Those that the request may leave out. */
function optionalMembers(body: SampledBody): readonly (readonly [key: string, family: string])[] {
  const members = membersOf(body);
  const sorts = members.flatMap(sortsOf);
  return members.flatMap(({ key, name, row }) => {
    const kinds = readType(row.entry?.type ?? "").kinds;
    if (kinds.length === 0 || kinds.includes("boolean")) return [];
    if (!isOfSort(row, sorts) && !comesBackAsNull(row, name)) return [];
    const list = kinds.find((kind) => kind === "array" || kind === "object");
    const family = row.entry?.minVersion === undefined ? (list ?? alone) : alone;
    return [[key, family] as const];
  });
}

/**
 * The texts that a request asks for which takes over what is there already, and creation does not:
 * what was created has none until the service finds one.
 */
function takenOver(
  bodies: readonly SampledBody[],
  creations: readonly SampledBody[],
  given: ReadonlySet<string>,
): readonly string[] {
  const made = new Map(creations.map((each) => [each.wrapper, each.body.operation]));
  return bodies
    .filter(({ body: { operation, side }, wrapper }) => {
      const creation = wrapper === undefined ? undefined : made.get(wrapper);
      const beside = creation !== undefined && operation.path.startsWith(`${creation.path}/`);
      return side === "request" && operation.method.value === "POST" && beside;
    })
    .flatMap(membersOf)
    .filter(
      ({ key, row: { entry } }) =>
        !given.has(key) &&
        readType(entry?.type ?? "").kinds.join() === "string" &&
        entry?.enum === undefined &&
        !tellsOtherwise.test(entry?.description.markdown ?? ""),
    )
    .map(({ key }) => key);
}

/**
 * The sorts of a resource, where a row that is required tells which it is: names in capitals, as
 * words of prose have them (`HTTP`, `TCP`).
 */
function sortsOf({ row: { entry }, name }: Member): readonly string[] {
  if (entry?.required !== true) return [];
  const values = (entry.enum ?? listedIn(entry.description.markdown, name)?.values ?? []).map(
    String,
  );
  return values.length > 1 && values.every((value) => /^[A-Z][A-Z\d_-]+$/.test(value))
    ? values
    : [];
}

/** What a description says first: "The HTTP method …", "The list of HTTP codes …". */
const saidFirst = /^(?:(?:the|an?) )?(?:\w+ of (?:the )?)?([A-Z][A-Z\d_-]+) /i;

/**
 * Whether an optional row is a thing of one sort of its resource, by what it is called first: for
 * the others it is null, whatever its default is.
 */
function isOfSort({ entry }: Row, sorts: readonly string[]): boolean {
  const first = saidFirst.exec(entry?.description.markdown ?? "")?.[1];
  return entry?.required !== true && first !== undefined && sorts.includes(first);
}

/** Whether prose lists the values of a member. */
const listsValues = (prose: string, name: string): boolean =>
  (listedIn(prose, name) ?? leadingWords(prose)) !== undefined;

/** Whether a row of a request is optional, and nothing says what stands for it when it is left out. */
function comesBackAsNull({ entry }: Row, name: string): boolean {
  if (
    entry === undefined ||
    entry.required === true ||
    entry.default !== undefined ||
    ofTheCaller.test(name)
  )
    return false;
  const { markdown } = entry.description;
  if (countsForSome.test(markdown)) return true;
  const isList = readType(entry.type).kinds.includes("array");
  const ofNone = markdown.replaceAll(ofWhatIsGiven, "");
  const prose = isList ? ofNone.replaceAll(defaultOfWords, "") : ofNone;
  // Of few words the service chooses one.
  if (!isList && (entry.enum !== undefined || listsValues(prose, name))) return false;
  return !(isMoment(name) ? tellsDefault : tellsOtherwise).test(prose);
}
