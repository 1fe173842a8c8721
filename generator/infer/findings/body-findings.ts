import type { Json, Operation, Side } from "../../apiref/model.js";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { bodyWithoutSample } from "../../diagnostics/rules/body-without-sample.js";
import { requiredButAbsent } from "../../diagnostics/rules/required-but-absent.js";
import { rowNotInSample } from "../../diagnostics/rules/row-not-in-sample.js";
import { typeContradictsSample } from "../../diagnostics/rules/type-contradicts-sample.js";
import { undocumentedKey } from "../../diagnostics/rules/undocumented-key.js";
import { wrapperContradictsSample } from "../../diagnostics/rules/wrapper-contradicts-sample.js";
import type { BodyFinding } from "../bodies/flesh-context.js";
import { type InferredBodies, wholeSamples } from "../bodies/infer-bodies.js";
import type { Kind } from "../bodies/shape.js";
import { admits, readType } from "../documented-type.js";
import { hasKey, isObject, kindOf, parentOf, sampleValues, valuesAt } from "./sample-values.js";

const sides: readonly Side[] = ["request", "response"];

/**
 * Where rows and samples of one operation disagree. Bodies are inferred with what other samples
 * teach; what is said here is held against the samples that the operation itself shows.
 */
export function bodyFindings(operation: Operation, bodies: InferredBodies): readonly Diagnostic[] {
  return sides.flatMap((side) => {
    const findings = bodies.findings.filter((finding) => finding.side === side);
    return [
      ...withoutSample(operation, side, bodies),
      ...rowFindings(findings, side, sampleValues(operation, side)),
      ...undocumentedKeys(findings, operation, side),
    ];
  });
}

/** A body whose form is made from its rows and its siblings; a sample that is lost is reported as that. */
function withoutSample(
  operation: Operation,
  side: Side,
  bodies: InferredBodies,
): readonly Diagnostic[] {
  const lost = operation.samples.some(
    (link) => link.side === side && ["missing", "broken"].includes(link.sample.kind),
  );
  if (bodies[side]?.sampled !== false || lost) return [];
  const { value: title, span } = operation.title;
  return [report(bodyWithoutSample, span, { side, title })];
}

function rowFindings(
  findings: readonly BodyFinding[],
  side: Side,
  samples: readonly Json[],
): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const finding of findings) {
    const diagnostic = rowFinding(finding, side, samples);
    // Variants of a parent share the rows below it: each is told once.
    if (diagnostic?.span) found.set(`${diagnostic.code} ${diagnostic.span.start}`, diagnostic);
  }
  return [...found.values()];
}

function rowFinding(
  finding: BodyFinding,
  side: Side,
  samples: readonly Json[],
): Diagnostic | undefined {
  if (finding.kind === "undocumented-key") return undefined;
  const { row } = finding;
  const name = row.name.value;
  const { span } = row.name;
  if (finding.kind === "wrapper-contradicts-sample")
    return valuesAt(samples, finding.wrapper).length > 0
      ? report(wrapperContradictsSample, span, { name, wrapper: finding.wrapper, side })
      : undefined;
  if (finding.kind === "type-contradicts-sample") {
    const type = row.entry?.type ?? "";
    const seen = new Set<Kind>(valuesAt(samples, finding.path).map(kindOf));
    seen.delete("null");
    if (seen.size === 0 || [...seen].some((kind) => admits(readType(type).kinds, kind)))
      return undefined;
    return report(typeContradictsSample, span, { name, type, seen: [...seen], side });
  }
  const { key, path } = finding;
  const objects = valuesAt(samples, parentOf(path, key))
    .filter(isObject)
    .filter((object) => Object.keys(object).length > 0);
  const without = objects.filter((object) => !Object.hasOwn(object, key));
  // A name with a variable in it is no key of its own.
  if (without.length === 0 || /[{}<>]/.test(key)) return undefined;
  const never = without.length === objects.length;
  // In the samples, but at another place: then the place was a wrong guess, and not the docs.
  if (never && hasKey(samples, key)) return undefined;
  if (finding.kind === "required-but-absent")
    return report(requiredButAbsent, span, { name, never, side });
  if (!never || row.entry?.required === true) return undefined;
  return report(rowNotInSample, span, { name, side });
}

/** Keys that no row documents, at the sample that shows them; what is below one of them goes with it. */
function undocumentedKeys(
  findings: readonly BodyFinding[],
  operation: Operation,
  side: Side,
): readonly Diagnostic[] {
  const paths = new Set(
    findings.flatMap((finding) => (finding.kind === "undocumented-key" ? [finding.path] : [])),
  );
  const links = wholeSamples(operation, side);
  return [...paths].flatMap((path) => {
    if (isBelow(path, paths)) return [];
    const link = links.find(
      ({ sample }) => sample.kind === "json" && valuesAt([sample.value], path).length > 0,
    );
    return link ? [report(undocumentedKey, link.path?.span ?? link.span, { path, side })] : [];
  });
}

function isBelow(path: string, others: ReadonlySet<string>): boolean {
  return [...path.matchAll(/\.|\[\]/g)].some(({ index }) => others.has(path.slice(0, index)));
}
