import { type Diagnostic, report } from "../diagnostics/diagnostic.js";
import { type Contradiction, listed } from "../diagnostics/report/differing.js";
import { answerApartFromResource } from "../diagnostics/rules/answer-apart-from-resource.js";
import { type Apart, apartIn } from "../emit/schema/apart.js";
import { beside } from "../english/beside.js";
import { contradictingAnswers } from "../infer/findings/resource-findings.js";
import type { Inferences, InferredOperation } from "../infer/model.js";
import type { OpenApiDocument, SchemaObject } from "../openapi/document.js";
import type { OperationModel } from "../openapi/model.js";
import { readOperationsOf } from "../openapi/read/read-model.js";
import { readBounds } from "../openapi/read/read-range.js";
import { schemaName } from "../openapi/references.js";
import { pascal } from "../openapi/components/component-names.js";
import { unnamedChildren } from "../openapi/components/schema-children.js";

type Schemas = Readonly<Record<string, SchemaObject>>;

/**
 * Answers whose types stand apart from that of their resource: what the types are made of tells,
 * and the operation in the docs has the finding. Those that contradict it are told of already.
 */
export function answersApart(
  document: OpenApiDocument,
  operations: Inferences["operations"],
): readonly Diagnostic[] {
  const schemas: Schemas = document.components?.schemas ?? {};
  const all = readOperationsOf(document);
  const byId = new Map([...operations.values()].map((one) => [one.operationId, one]));
  const told = new Set(
    contradictingAnswers(operations.values()).flatMap((found) => found.operations),
  );
  const given = new Map(all.map((operation) => [operation, givenIn(operation, schemas)]));
  const documented = (of: readonly OperationModel[], component?: string) =>
    of.flatMap((operation): readonly InferredOperation[] => {
      const inferred = byId.get(operation.operationId);
      const isMeant = component === undefined || given.get(operation)?.has(component) === true;
      return inferred === undefined || !isMeant ? [] : [inferred];
    });
  // Of a resource that many answers stand apart from, once.
  const known = new Map<string, InferredOperation | undefined>();
  const bestOf = ({ resource, resources }: Apart): InferredOperation | undefined => {
    if (!known.has(resource))
      known.set(resource, documented(resources).toSorted((a, b) => rank(a) - rank(b))[0]);
    return known.get(resource);
  };
  return apartIn({ chapters: [{ operations: all }], schemas }).flatMap((apart) => {
    const here = documented(apart.operations, apart.component);
    const [first, ...others] = here.filter(({ operation }) => !told.has(operation));
    const best = bestOf(apart);
    if (first === undefined || best === undefined) return [];
    const finding = report(answerApartFromResource, first.operation.title.span, {
      resource: best.operation.title.value,
      members: apart.members,
      common: apart.common,
      contradictions: contradictionsOf(apart, schemas),
      others: others.map(({ operation }) => operation.title.value),
    });
    return [{ ...finding, chapter: first.chapter.name, operation: first.operation.title.value }];
  });
}

/** Showing one is the best example of it, then what reads it, then what lists it. */
function rank({ operation, listing }: InferredOperation): number {
  if (operation.method.value !== "GET") return 3;
  if (listing) return 2;
  return /\}\/?$/.test(operation.path) ? 0 : 1;
}

/** The components that an answer is, or has below its one member; not what stands inside those. */
function givenIn({ responses }: OperationModel, schemas: Schemas): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (schema: SchemaObject, key: string, depth: number): void => {
    for (const name of namesIn(schema)) {
      const members = Object.entries(schemas[name]?.properties ?? {});
      const [[inner, member] = [], ...others] = members.filter(([other]) => !beside.test(other));
      const isWrapper = inner !== undefined && others.length === 0;
      // Lists of `{ box: … }` have one wrapper more.
      const isAgain = depth === 1 && isWrapper && pascal(inner) === pascal(key);
      if (!isAgain) found.add(name);
      if (isWrapper && member !== undefined && (depth === 0 || isAgain))
        visit(member, inner, depth + 1);
    }
  };
  for (const { ok, body } of responses) if (ok && body) visit(body.schema, "", 0);
  return found;
}

function namesIn(schema: SchemaObject): readonly string[] {
  const name = schema.$ref === undefined ? undefined : schemaName(schema.$ref);
  return name === undefined ? unnamedChildren(schema).flatMap(namesIn) : [name];
}

/** What differs in type; in what may be left out where the members are the same. */
function contradictionsOf(
  { different, required, members, common }: Apart,
  schemas: Schemas,
): readonly Contradiction[] {
  if (different.length > 0 || common.length < members.length)
    return different.map((one) => contradictionOf(one, schemas));
  return [
    ...required.here.map((name) => ({ name, here: "required", there: "optional" })),
    ...required.there.map((name) => ({ name, here: "optional", there: "required" })),
  ];
}

/** What a member is here and there: its type, else when it is documented, else what is in it. */
function contradictionOf(different: Apart["different"][number], schemas: Schemas): Contradiction {
  return (
    differenceIn(different, schemas, deepest) ?? {
      name: different.name,
      here: "of one form",
      there: "of another one",
    }
  );
}

/** So deep a difference is looked for. */
const deepest = 4;

function differenceIn(
  { name, here, there }: Apart["different"][number],
  schemas: Schemas,
  depth: number,
): Contradiction | undefined {
  for (const way of [typeOf, spanOf, membersOf]) {
    const [mine, theirs] = [way(here, schemas), way(there, schemas)];
    if (mine !== theirs) return { name, here: mine, there: theirs };
  }
  const theirs = membersIn(there, schemas);
  if (depth === 0) return undefined;
  for (const [key, member] of membersIn(here, schemas)) {
    const inner = { name: `${name}.${key}`, here: member, there: theirs.get(key) ?? {} };
    const found = differenceIn(inner, schemas, depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function typeOf(schema: SchemaObject, schemas: Schemas): string {
  const inside = namesIn(schema).flatMap((name) => typesIn(schemas[name] ?? {}));
  const own = schema.$ref === undefined ? typesIn(schema) : inside;
  const words = [...new Set(own)].filter((word) => word !== "null");
  return words.length === 0 ? "of any type" : words.toSorted().join(" or ");
}

function typesIn({ type, anyOf, oneOf, $ref }: SchemaObject): readonly string[] {
  if ($ref !== undefined) return ["object"];
  const choices = anyOf ?? oneOf;
  return choices === undefined ? [type ?? []].flat() : choices.flatMap(typesIn);
}

function spanOf(schema: SchemaObject): string {
  const { min, max } = readBounds(schema["x-openstack"]);
  const parts = [min && `from ${min}`, max && `up to ${max}`].filter(Boolean);
  return `documented ${parts.length === 0 ? "at every microversion" : parts.join(" ")}`;
}

function membersOf(schema: SchemaObject, schemas: Schemas): string {
  const names = [...membersIn(schema, schemas).keys()].toSorted().map((name) => `"${name}"`);
  return names.length === 0 ? "an object of any members" : `an object of ${listed(names)}`;
}

function membersIn(schema: SchemaObject, schemas: Schemas): ReadonlyMap<string, SchemaObject> {
  return new Map(
    namesIn(schema).flatMap((name) => Object.entries(schemas[name]?.properties ?? {})),
  );
}
