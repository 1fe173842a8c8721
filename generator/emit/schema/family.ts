import { Remembered, rememberingOf } from "../../collections/remembered.js";
import type { SchemaObject } from "../../openapi/document.js";
import { schemaReference } from "../../openapi/references.js";
import {
  compare,
  type Difference,
  isWhole,
  isWider,
  mayFit,
  widen,
  widened,
} from "./differences.js";
import { componentsOf } from "./givers.js";

/** A component whose type is made of the resource's. */
export interface View {
  /** The component that has the resource's type. */
  readonly resource: string;
  /** Members of the resource that it has, where it has few; they are the same at every version. */
  readonly pick?: readonly string[];
  /** Members of the resource that it lacks, or has otherwise. */
  readonly omit?: readonly string[];
}

/** A resource whose views fit a type in which members are optional that the best of them promises. */
export interface Loosened {
  /** Among the schemas, the type of the resource: no component can be called so. */
  readonly wide: string;
  /** Likewise what the best view always has, where that changes with the version. */
  readonly always?: string;
}

/** All that is looked at while a family is decided, beside the schema of its resource. */
export interface Surroundings {
  /** The component, as the document has it. */
  given(name: string): SchemaObject | undefined;
  /** The component whose very type another one has, as far as it is decided. */
  sameAs(component: string): string;
  /** Whether it is sent by requests. */
  isAsked(name: string): boolean;
  /** The titles of the operations that answer with it. */
  titles(name: string): string;
  /** Whether these operations are only there while bounds hold. */
  isWithin(name: string, bounds: SchemaObject["x-openstack"]): boolean;
  /** The component, as it is decided so far. */
  decided(name: string): SchemaObject | undefined;
}

/** How the types of a resource and of its views stand to each other. */
export interface Family {
  readonly schemas: ReadonlyMap<string, SchemaObject>;
  readonly same: ReadonlyMap<string, string>;
  readonly views: ReadonlyMap<string, View>;
  readonly loosened: Loosened | undefined;
}

const families = new Remembered<Family>();

/** Decides on the views of a resource, in their order; all that stands in them is decided before. */
export function decideFamily(
  resource: string,
  best: SchemaObject,
  members: readonly string[],
  surroundings: Surroundings,
): Family {
  const asked = { ...surroundings, members: () => [resource, ...members].join("\0") };
  return families.of(best, asked, (recorded) => {
    recorded.members();
    return new Deciding(resource, best, recorded).family(members);
  });
}

class Deciding {
  readonly #resource: string;
  readonly #asked: Surroundings;
  readonly #schemas = new Map<string, SchemaObject>();
  readonly #same = new Map<string, string>();
  readonly #views = new Map<string, View>();
  #loosened: Loosened | undefined;

  constructor(resource: string, best: SchemaObject, asked: Surroundings) {
    this.#resource = resource;
    this.#asked = asked;
    this.#schemas.set(resource, best);
  }

  family(members: readonly string[]): Family {
    const resource = this.#resource;
    const isAsked = (name: string) => this.#asked.isAsked(name);
    const fixed = isAsked(resource);
    const others: string[] = [];
    for (const name of members) {
      const [best, view] = [this.#schema(resource), this.#asked.given(name)];
      if (view === undefined) continue;
      const difference = this.#compare(best, view, name);
      const wide = widen(best, difference, this.#asked.titles(name));
      const fits = !fixed || !isWider(wide, best);
      if (isWhole(best, difference) && fits && !(isAsked(name) && isWider(wide, view))) {
        this.#schemas.set(resource, wide);
        this.#same.set(name, resource);
      } else others.push(name);
    }
    const base = fixed ? resource : this.#loosen(others);
    for (const name of others) {
      const [best, view] = [this.#schema(base), this.#asked.given(name)];
      if (view === undefined || isAsked(name) || this.#same.has(name)) continue;
      const made = this.#derive(base, best, view, this.#compare(best, view, name));
      if (made === undefined) continue;
      this.#views.set(name, made.view);
      this.#schemas.set(name, made.own);
    }
    return {
      schemas: this.#schemas,
      same: this.#same,
      views: this.#views,
      loosened: this.#loosened,
    };
  }

  #schema(name: string): SchemaObject {
    return this.#schemas.get(name) ?? {};
  }

  #compare(best: SchemaObject, view: SchemaObject, name: string): Difference {
    const sameAs = (component: string) =>
      this.#same.get(component) ?? this.#asked.sameAs(component);
    return compare(best, view, sameAs, (bounds) => this.#asked.isWithin(name, bounds));
  }

  /**
   * Makes optional what views of a resource lack that are whole otherwise, and keeps for those who
   * promise it that it is always there. Gives the component that all of them fit.
   */
  #loosen(others: readonly string[]): string {
    const resource = this.#resource;
    const best = this.#schema(resource);
    const key = `\0${resource}`;
    const fitting: string[] = [];
    let wide = best;
    for (const name of others) {
      const view = this.#asked.given(name);
      if (view === undefined || this.#asked.isAsked(name)) continue;
      if (!mayFit(best, this.#compare(best, view, name))) continue;
      const difference = this.#compare(wide, view, name);
      wide = widen(wide, difference, this.#asked.titles(name));
      if (difference.extra.length + difference.strict.length === 0) fitting.push(name);
    }
    const kept = widened(wide, best);
    // Where a view before made optional all that these lack, the resource takes them as it is.
    const base = kept.length === 0 ? resource : key;
    for (const name of fitting) this.#same.set(name, base);
    if (base === resource) return resource;
    const own = partOf(best, kept);
    const always = this.#isSteady(own, "given") ? undefined : `\0${resource} always`;
    this.#schemas.set(key, wide);
    if (always !== undefined) this.#schemas.set(always, own);
    const description = `A \`${resource}\` that always has what some answers leave out.`;
    this.#schemas.set(resource, {
      ...(always === undefined ? own : { $ref: schemaReference(always) }),
      description,
    });
    this.#views.set(resource, { resource: key });
    this.#loosened = { wide: key, ...(always !== undefined && { always }) };
    return key;
  }

  /**
   * A type that is made of the resource's, and what stands in it beside. Nothing is made where most of
   * it would stand beside: it is taken for something else then, unless it has all of the resource.
   */
  #derive(
    resource: string,
    best: SchemaObject,
    view: SchemaObject,
    difference: Difference,
  ): { readonly view: View; readonly own: SchemaObject } | undefined {
    const { shared, missing, lost, extra, other, wider, loose, strict } = difference;
    const own = [...new Set([...other, ...wider, ...loose, ...strict, ...extra])];
    const omit = [...new Set([...lost, ...other, ...wider, ...loose])];
    const pick = [...shared.keys()].filter((key) => !own.includes(key));
    const isMore = omit.length === 0 && missing.length === 0;
    const least = own.length > strict.length ? 2 : 1;
    if (isMore ? shared.size === 0 : pick.length < least || own.length > shared.size)
      return undefined;
    // What changes with the version cannot be picked: at some versions it is not there.
    const steady = pick.filter((key) => this.#isSteady(best.properties?.[key], "decided"));
    if (
      !isMore &&
      steady.length === pick.length &&
      pick.length <= Math.max(omit.length, missing.length)
    )
      return { view: { resource, pick }, own: partOf(view, own) };
    // Of members of any name none can be left out.
    const isOpen = best.additionalProperties !== undefined;
    if (omit.length <= 2 * pick.length && !(isOpen && omit.length > 0))
      return {
        view: { resource, ...(omit.length > 0 && { omit }) },
        own: partOf(view, own),
      };
    const beside = Object.keys(view.properties ?? {}).filter((key) => !steady.includes(key));
    if (steady.length < least) return undefined;
    return { view: { resource, pick: steady }, own: partOf(view, beside) };
  }

  /** Whether a member is the same at every version, with all that is in it. */
  #isSteady(member: SchemaObject | undefined, among: "given" | "decided"): boolean {
    if (member === undefined) return false;
    const seen = new Set<string>();
    const waiting: (SchemaObject | undefined)[] = [member];
    while (waiting.length > 0) {
      const here = waiting.pop();
      if (here === undefined) continue;
      if (hasBounds(here)) return false;
      for (const name of componentsOf([here], {})) {
        if (seen.has(name)) continue;
        seen.add(name);
        const own = among === "decided" ? this.#schemas.get(name) : undefined;
        waiting.push(own ?? this.#asked[among](name));
      }
    }
    return true;
  }
}

/** Some members of an object. */
function partOf(
  { properties, required = [] }: SchemaObject,
  keys: readonly string[],
): SchemaObject {
  const members = keys.map((key) => [key, properties?.[key] ?? {}] as const);
  return {
    type: "object",
    ...(keys.length > 0 && { properties: Object.fromEntries(members) }),
    required: required.filter((key) => keys.includes(key)),
  };
}

/** Whether bounds stand anywhere in a schema. */
const hasBounds = rememberingOf((schema: SchemaObject) =>
  JSON.stringify(schema).includes('"x-openstack"'),
);
