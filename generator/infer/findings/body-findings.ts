import type { Operation, ParameterList, Row, Side } from "../reference.js";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { bodyWithoutSample } from "../../diagnostics/rules/body-without-sample.js";
import { requiredButAbsent } from "../../diagnostics/rules/required-but-absent.js";
import { rowNotInSample } from "../../diagnostics/rules/row-not-in-sample.js";
import { typeContradictsSample } from "../../diagnostics/rules/type-contradicts-sample.js";
import { undocumentedKey } from "../../diagnostics/rules/undocumented-key.js";
import { wrapperContradictsSample } from "../../diagnostics/rules/wrapper-contradicts-sample.js";
import { wrapperInOtherNumber } from "../../diagnostics/rules/wrapper-in-other-number.js";
import type { BodyFinding } from "../bodies/body-context.js";
import { isFreeRequest } from "../bodies/free-request.js";
import type { InferredBodies } from "../bodies/infer-bodies.js";
import { isObject, kindOf } from "../shape/sample-json.js";
import type { Kind } from "../words/kind.js";
import { admits, readType } from "../words/documented-type.js";
import type { KnownNames } from "../siblings/known-names.js";
import { isOfEveryLink } from "./link-members.js";
import { slipFinding, slipsBetween, type UnseenRow } from "./misspelt-rows.js";
import { lastName, parentOf, valuesAt } from "./sample-values.js";
import { ShownBodies, type ShownObject } from "./shown-bodies.js";

const sides: readonly Side[] = ["request", "response"];

/**
 * Where rows and samples of one operation disagree. Bodies are inferred with what other samples
 * teach; what is said here is held against the samples that the operation itself shows.
 */
export function bodyFindings(
  operation: Operation,
  bodies: InferredBodies,
  known: KnownNames,
): readonly Diagnostic[] {
  return sides.flatMap((side) => {
    const findings = bodies.findings.filter((finding) => finding.side === side);
    const shown = new ShownBodies(operation, side);
    const rows = rowFindings(findings, side, shown);
    const keys = undocumentedKeys(findings, operation[side], side, shown);
    // A row and a key that are one name, misspelt, are one finding.
    const slips = slipsBetween(
      rows.flatMap(({ unseen }) => unseen ?? []),
      new Set([...keys.map(({ path }) => path), ...wrappersWithoutRow(operation[side], shown)]),
    );
    const misspelt = new Set(slips.map(({ row }) => row));
    const meant = new Set(slips.map(({ path }) => path));
    return [
      ...withoutSample(operation, side, bodies),
      ...rows.flatMap(({ diagnostic, unseen }) =>
        unseen !== undefined && misspelt.has(unseen.row) ? [] : [diagnostic],
      ),
      ...slips.map((slip) => slipFinding(slip, side, operation, known)),
      ...keys.flatMap(({ path, diagnostic }) => (meant.has(path) ? [] : [diagnostic])),
      ...wrappersInOtherNumber(findings, shown),
    ];
  });
}

/**
 * A body whose form is made from its rows and its siblings; a sample that is lost is reported as that.
 * Of a request that is not the same for all, one sample would tell nothing.
 */
function withoutSample(
  operation: Operation,
  side: Side,
  bodies: InferredBodies,
): readonly Diagnostic[] {
  const lost = operation.samples.some(
    (link) => link.side === side && ["missing", "broken"].includes(link.sample.kind),
  );
  if (bodies[side]?.sampled !== false || lost) return [];
  if (side === "request" && isFreeRequest(operation)) return [];
  const { value: title, span } = operation.title;
  return [report(bodyWithoutSample, span, { side, title })];
}

/** Wrappers of which other samples of the path show that they are meant in the other number. */
function wrappersInOtherNumber(
  findings: readonly BodyFinding[],
  shown: ShownBodies,
): readonly Diagnostic[] {
  return findings.flatMap((finding) => {
    if (finding.kind !== "wrapper-in-other-number") return [];
    const { wrapper, meant } = finding;
    const link = shown.linkOf(wrapper);
    if (link === undefined) return [];
    return [report(wrapperInOtherNumber, link.path?.span ?? link.span, { wrapper, meant })];
  });
}

/** The keys that all of a sample stands under, where no row is of that name. */
function wrappersWithoutRow(
  lists: readonly ParameterList[],
  shown: ShownBodies,
): readonly string[] {
  const named = new Set(lists.flatMap(({ rows }) => rows.map(({ name }) => name.value)));
  return shown.values.flatMap((value) => {
    const [wrapper, ...others] = isObject(value) ? Object.keys(value) : [];
    return wrapper === undefined || others.length > 0 || named.has(wrapper) ? [] : [wrapper];
  });
}

/** What is said of a row, and its place where no sample shows it. */
interface RowFinding {
  readonly diagnostic: Diagnostic;
  readonly unseen: UnseenRow | undefined;
}

function rowFindings(
  findings: readonly BodyFinding[],
  side: Side,
  shown: ShownBodies,
): readonly RowFinding[] {
  const found = new Map<string, RowFinding>();
  for (const finding of findings) {
    const diagnostic = rowFinding(finding, side, shown);
    const unseen =
      "key" in finding && valuesAt(shown.values, finding.path).length === 0 ? finding : undefined;
    // Variants of a parent share the rows below it: each is told once.
    if (diagnostic?.span)
      found.set(`${diagnostic.code} ${diagnostic.span.start}`, { diagnostic, unseen });
  }
  return [...found.values()];
}

function rowFinding(finding: BodyFinding, side: Side, shown: ShownBodies): Diagnostic | undefined {
  if (!("row" in finding)) return undefined;
  const { row } = finding;
  const name = row.name.value;
  const { span } = row.name;
  if (finding.kind === "wrapper-contradicts-sample")
    return valuesAt(shown.values, finding.wrapper).length > 0
      ? report(wrapperContradictsSample, span, { name, wrapper: finding.wrapper, side })
      : undefined;
  if (finding.kind === "type-contradicts-sample") {
    const type = row.entry?.type ?? "";
    const seen = new Set<Kind>(valuesAt(shown.values, finding.path).map(kindOf));
    seen.delete("null");
    if (seen.size === 0 || [...seen].some((kind) => admits(readType(type).kinds, kind)))
      return undefined;
    return report(typeContradictsSample, span, { name, type, seen: [...seen], side });
  }
  const { key, path } = finding;
  const objects = shown.objectsAt(parentOf(path, key)).filter((each) => !isOfOtherList(each, row));
  const having = new Set(
    objects.flatMap(({ object, sample }) => (Object.hasOwn(object, key) ? [sample] : [])),
  );
  const never = having.size === 0;
  // A sample that shows less than another one does not say that the rest need not be there.
  const without = objects.filter(
    ({ object, sample }) =>
      (never || having.has(sample)) && !shown.leavesOut(sample) && !Object.hasOwn(object, key),
  );
  // A name with a variable in it is no key of its own.
  if (without.length === 0 || /[{}<>]/.test(key)) return undefined;
  // In the samples, but at another place: then the place was a wrong guess, and not the docs.
  if (never && (shown.keys.has(key) || shown.keysBeside.has(key))) return undefined;
  // A word in a map may be what the docs call the map's keys: `consumer_uuid` of `*.consumer_uuid`.
  if (never && parentOf(path, key).endsWith("*") && isText(row)) return undefined;
  if (finding.kind === "required-but-absent")
    return report(requiredButAbsent, span, { name, never, side });
  if (!never || row.entry?.required === true) return undefined;
  return report(rowNotInSample, span, { name, side });
}

function isText({ entry }: Row): boolean {
  return readType(entry?.type ?? "").kinds.every((kind) => kind === "string");
}

/**
 * Whether an object has the form that another list of the side describes, and so says nothing of
 * `row`: lists may be told apart by microversion or by what was asked for.
 */
function isOfOtherList({ lists }: ShownObject, { name }: Row): boolean {
  return lists.some((names) => !names.has(name.value));
}

/**
 * Names of rows whose place was guessed wrong: the samples have such a key, but elsewhere. Where
 * that is, is what the row documents.
 */
function wanderingNames(findings: readonly BodyFinding[], shown: ShownBodies): ReadonlySet<string> {
  return new Set(
    findings.flatMap((finding) =>
      (finding.kind === "required-but-absent" || finding.kind === "row-not-in-sample") &&
      shown.keys.has(finding.key) &&
      valuesAt(shown.values, finding.path).length === 0
        ? [finding.key]
        : [],
    ),
  );
}

/** Keys that no row documents, at the sample that shows them; what is below one of them goes with it. */
function undocumentedKeys(
  findings: readonly BodyFinding[],
  lists: readonly ParameterList[],
  side: Side,
  shown: ShownBodies,
): readonly { readonly path: string; readonly diagnostic: Diagnostic }[] {
  const paths = new Set(
    findings.flatMap((finding) => (finding.kind === "undocumented-key" ? [finding.path] : [])),
  );
  const wandering = wanderingNames(findings, shown);
  const told = proseByName(lists);
  return [...paths].flatMap((path) => {
    if (isBelow(path, paths) || wandering.has(lastName(path))) return [];
    if (isTold(path, told) || isOfEveryLink(path, shown)) return [];
    const link = shown.linkOf(path);
    if (link === undefined) return [];
    const span = link.path?.span ?? link.span;
    return [{ path, diagnostic: report(undocumentedKey, span, { path, side }) }];
  });
}

/** Whether the row of what holds a key tells of the key in its description, as a literal. */
function isTold(path: string, prose: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const names = path.split(/\.|\[\]/).filter((name) => name !== "");
  const holders = new Set(names.slice(0, -1));
  const literal = `\`${lastName(path)}\``;
  return [...holders].some((holder) =>
    [...(prose.get(holder) ?? [])].some((words) => words.includes(literal)),
  );
}

/** What the rows of each name say. */
function proseByName(lists: readonly ParameterList[]): ReadonlyMap<string, ReadonlySet<string>> {
  const prose = new Map<string, Set<string>>();
  for (const { name, entry } of lists.flatMap(({ rows }) => rows)) {
    if (entry === undefined) continue;
    const said = prose.get(name.value) ?? new Set();
    prose.set(name.value, said.add(entry.description.markdown));
  }
  return prose;
}

function isBelow(path: string, others: ReadonlySet<string>): boolean {
  return [...path.matchAll(/\.|\[\]/g)].some(({ index }) => others.has(path.slice(0, index)));
}
