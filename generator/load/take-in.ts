import { type Diagnostic, report } from "../diagnostics/diagnostic.js";
import { unreadableMember } from "../diagnostics/rules/unreadable-member.js";
import { isRecord } from "../openapi/references.js";
import { grammar, type Kind, mapKinds, type Member, type Plain, sections } from "./grammar.js";
import { below, type Place, spanAt } from "./place.js";
import { References } from "./references.js";

/** What is done with each object of a document once all in it was taken in; undefined: it is left out. */
export type Visit = (kind: Kind, object: Raw, place: Place) => Raw | undefined;
export type Raw = Readonly<Record<string, unknown>>;

/** Objects in place of which a Reference Object may stand. */
const referable = new Set<Kind>(
  (Object.keys(sections) as Kind[]).filter((kind) => kind !== "schema"),
);

/**
 * A document as one value: what its references lead to in other files, or outside of the components,
 * becomes a component; path items and media types stand in their place. What does not have the form that OpenAPI
 * gives it is left out, and told.
 */
export function takeIn(
  root: Place,
  references: References,
  visit: Visit,
): { readonly value: Raw; readonly diagnostics: readonly Diagnostic[] } {
  const taker = new Taker(references, visit);
  const document = taker.object("document", root.file.value, root) ?? {};
  const components: Record<string, Record<string, unknown>> = {};
  const own = document["components"];
  if (isRecord(own))
    for (const [section, members] of Object.entries(own))
      // Media types stand where they are referred to: 3.1 has no section for them.
      if (isRecord(members) && section !== "mediaTypes") components[section] = { ...members };
  for (let next = references.waiting.shift(); next; next = references.waiting.shift()) {
    const value = taker.take(next.kind, next.value, next.place);
    components[next.section] = { ...components[next.section], [next.name]: value ?? {} };
  }
  const isNamed = isRecord(own) || Object.keys(components).length > 0;
  const value = isNamed ? { ...document, components } : document;
  return { value, diagnostics: [...references.diagnostics, ...taker.diagnostics] };
}

class Taker {
  readonly diagnostics: Diagnostic[] = [];
  readonly #references: References;
  readonly #visit: Visit;
  /** Path items and media types that are being put in the place of references: they may lead in a circle. */
  readonly #inside = new Set<unknown>();

  constructor(references: References, visit: Visit) {
    this.#references = references;
    this.#visit = visit;
  }

  /** An object of a kind, or the reference that stands for it; undefined where there is none. */
  take(kind: Kind, value: unknown, place: Place): unknown {
    // JSON Schema has schemas that are true or false.
    if (kind === "schema" && typeof value === "boolean") return value;
    const reference = isRecord(value) ? value["$ref"] : undefined;
    if (isRecord(value) && typeof reference === "string") {
      if (kind === "pathItem" || kind === "mediaType")
        return this.#inlined(kind, value, reference, place);
      if (kind === "schema") return this.#schemaReference(value, reference, place);
      if (referable.has(kind)) {
        const target = this.#references.toComponent(reference, place, kind);
        if (target === undefined) return undefined;
        const { summary, description } = value;
        return {
          $ref: target,
          ...(typeof summary === "string" && { summary }),
          ...(typeof description === "string" && { description }),
        };
      }
    }
    return this.object(kind, value, place);
  }

  /** An object that stands where it is written. */
  object(kind: Kind, value: unknown, place: Place): Raw | undefined {
    if (!isRecord(value)) {
      this.#refuse(place, "an object");
      return undefined;
    }
    const members = grammar[kind];
    const each = mapKinds[kind];
    const taken: [string, unknown][] = [];
    for (const [name, member] of Object.entries(value)) {
      const form = Object.hasOwn(members, name) ? members[name] : undefined;
      const inner = below(place, name);
      const isExtension = name.startsWith("x-");
      const now =
        form !== undefined
          ? this.#member(form, member, inner)
          : each !== undefined && !isExtension
            ? this.take(each, member, inner)
            : member;
      if (now !== undefined) taken.push([name, now]);
    }
    const whole = Object.fromEntries(taken);
    return this.#visit(kind, kind === "schema" ? this.#mapped(whole, place) : whole, place);
  }

  /** The references of a discriminator's mappings, which may also be the names of components. */
  #mapped(schema: Raw, place: Place): Raw {
    const { discriminator } = schema;
    if (!isRecord(discriminator)) return schema;
    const { mapping, defaultMapping, ...rest } = discriminator;
    const at = below(place, "discriminator");
    const values = isRecord(mapping)
      ? Object.entries(mapping).flatMap(([value, target]) => {
          const named = this.#target(target, below(below(at, "mapping"), value));
          return named === undefined ? [] : [[value, named] as const];
        })
      : undefined;
    const other = this.#target(defaultMapping, below(at, "defaultMapping"));
    const whole = {
      ...rest,
      ...(values !== undefined && { mapping: Object.fromEntries(values) }),
      ...(other !== undefined && { defaultMapping: other }),
    };
    return { ...schema, discriminator: whole };
  }

  #target(target: unknown, at: Place): unknown {
    const isName = typeof target !== "string" || /^[\w.-]+$/.test(target);
    if (isName && !/\.(?:ya?ml|json)$/i.test(String(target))) return target;
    return this.#references.toComponent(String(target), at, "schema");
  }

  #member(form: Member, value: unknown, place: Place): unknown {
    if ("plain" in form) return this.#plain(form.plain, value, place);
    if ("one" in form) return this.take(form.one, value, place);
    if ("list" in form) {
      if (!Array.isArray(value)) return this.#refuse(place, "a list");
      return value.flatMap((item: unknown, index) => {
        const taken = this.take(form.list, item, below(place, String(index)));
        return taken === undefined ? [] : [taken];
      });
    }
    if (!isRecord(value)) return this.#refuse(place, "an object");
    const entries = Object.entries(value).flatMap(([name, item]) => {
      const isExtension = name.startsWith("x-") && form.map === "pathItem";
      const taken = isExtension ? item : this.take(form.map, item, below(place, name));
      return taken === undefined ? [] : [[name, taken] as const];
    });
    return Object.fromEntries(entries);
  }

  #plain(kind: Plain, value: unknown, place: Place): unknown {
    switch (kind) {
      case "data":
        return value;
      case "text":
        // YAML reads `version: 1.0` as a number, and its author meant what is written.
        if (typeof value === "number") return writtenAt(place);
        return typeof value === "string" ? value : this.#refuse(place, "a text");
      case "truth":
        return typeof value === "boolean" ? value : this.#refuse(place, "true or false");
      case "number":
        return typeof value === "number" ? value : this.#refuse(place, "a number");
      case "texts":
        if (!Array.isArray(value)) return this.#refuse(place, "a list of texts");
        return value.filter((item) => typeof item === "string");
      case "requirement": {
        const isList = Array.isArray(value) && value.every(isRecord);
        return isList ? value : this.#refuse(place, "a list of objects");
      }
    }
  }

  #refuse(place: Place, expected: string): undefined {
    const name = place.above?.step ?? "the document";
    this.diagnostics.push(report(unreadableMember, spanAt(place, "value"), { name, expected }));
    return undefined;
  }

  #inlined(kind: "pathItem" | "mediaType", value: Raw, reference: string, place: Place): unknown {
    const target = this.#references.follow(reference, place);
    if (target === undefined) return undefined;
    const { $ref: _reference, ...beside } = value;
    if (this.#inside.has(target.value)) return undefined;
    this.#inside.add(target.value);
    const taken = this.take(kind, target.value, target.place);
    this.#inside.delete(target.value);
    const own = this.object(kind, beside, place);
    return isRecord(taken) ? { ...taken, ...own } : own;
  }

  #schemaReference(value: Raw, reference: string, place: Place): unknown {
    const target = this.#references.toComponent(reference, place, "schema");
    const { $ref: _reference, ...beside } = value;
    // What leads nowhere is a value of which nothing is known.
    const whole = target === undefined ? beside : { $ref: target, ...beside };
    return this.object("schema", whole, place);
  }
}

function writtenAt(place: Place): string {
  const { start, end } = spanAt(place, "value");
  return place.file.text.slice(start, end);
}
